public import Audit
import Evaluation
import Paper
import Reading
import Text

/// A filing on its way to the public: fields that a form calls personal are masked, what else is private is found.
public struct PublicDraft: Sendable {
  /// What strangers must not read, in the filing's order, uploaded reports last.
  public let stretches: [PrivateStretch]
  /// The uploaded reports that take the place of what is not written here.
  public let uploads: [UploadedReport]
  /// Those whose report is written here as well: they stay inside.
  public let setAside: [UploadedReport]
  private let masked: LoadedFiling

  /// `uploads` are all that the filing has.
  public init(_ loaded: LoadedFiling, _ uploads: [UploadedReport]) {
    masked = loaded.showing(loaded.filing.personalFieldsMasked)
    self.uploads = uploads.filter { !loaded.hasWritten($0.outline) }
    setAside = uploads.filter { loaded.hasWritten($0.outline) }
    stretches = PrivateStretch.all(in: masked.calculation) + self.uploads.flatMap { $0.text?.stretches ?? [] }
  }

  /// Uploaded reports without which the filing cannot be published, and that cannot be read.
  public var unreadable: [UploadedReport] { uploads.filter { $0.text == nil } }

  /// The filing as strangers may read it, without findings. The stretches with these ids stay.
  func copy(keeping kept: Set<String>) -> PublicFiling {
    let cuts = stretches.filter { !kept.contains($0.id) }
    let reports = uploads.compactMap { upload in
      upload.text.map { text in
        PublicFiling.Report(
          upload: upload,
          content: text.content(without: cuts.filter { $0.source == .file(upload.id) }.map(\.range)))
      }
    }
    return PublicFiling(
      loaded: masked.showing(PublicCopy(of: masked.calculation, without: cuts).filing), reports: reports)
  }
}

extension PrivateStretch {
  /// A secrecy mark cannot be cut: what stands under it must not be public at all.
  public var forbidsPublication: Bool { check == "P11" }
}

extension LoadedFiling {
  /// Something of its own is written in the sections of the report of this outline.
  func hasWritten(_ outline: String) -> Bool {
    filing.sheets.contains { sheet in
      guard case .report(_, let own)? = filing.policies.definition(of: sheet), own.id == outline else { return false }
      return filing.isStarted(sheet)
    }
  }
}
