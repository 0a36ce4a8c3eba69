import Audit
public import Conversion
public import Database
import Evaluation
import JSON
public import Paper
public import Store
import Text

/// Makes a filing public: scans it, takes out what strangers must not read, and keeps the public files as they are.
public struct PublishFiling: Sendable {
  private let engine: any Engine
  private let shelf: FilingShelf
  private let press: PagePress

  public init(engine: any Engine, shelf: FilingShelf, press: PagePress) {
    self.engine = engine
    self.shelf = shelf
    self.press = press
  }

  /// Publishes the filing as it stands; answers the number of the version.
  ///
  /// Private stretches are taken out but those in `kept`, each with the reason why the public may read it. `render`
  /// makes the page of the public copy. Reports that were uploaded as files are made public as they were read. Throws
  /// `NotFound`, `Forbidden`, `Refused`, `StaleVersion`, `Invalid` with every fault, `PagesFault` where an office suite
  /// is there but the pages were not made, or `DatabaseFault`.
  public func callAsFunction(
    _ id: Int64, keeping kept: [String: String], note: String, expecting version: Int64, by person: Person,
    at seconds: Int64, render: (PublicFiling) -> String
  ) async throws -> Int {
    let loaded = try await shelf.filing(id)
    try loaded.demandPublishable(by: person)
    guard loaded.record.version == version else { throw StaleVersion() }
    let note = note.droppingBlankEnds
    let draft = PublicDraft(loaded, try await shelf.uploadedReports(of: loaded))
    let earlier = try await engine.read { try $0.ask(.publications(of: id)) }
    try Self.check(draft, kept, note, isCorrection: !earlier.isEmpty)
    // The files are made before the database waits for them.
    let layout = try await engine.read { try $0.paperLayout(of: loaded.task.id) }
    let publication = try await PreparedPublication(
      draft.copy(keeping: Set(kept.keys)), of: loaded, layout, press, render)
    let number = (earlier.first?.number ?? 0) + 1
    let cuts = Self.stored(draft.stretches, kept)
    try await engine.write { database in
      let latest = try database.ask(.publications(of: id)).first?.number ?? 0
      guard try database.ask(.filingVersion(id)).first == version, latest == number - 1 else { throw StaleVersion() }
      let publicationID = try database.insert(
        .insertPublication(
          number: number, of: id, version: version, note: note, cuts: cuts, files: publication.files,
          originalDigest: publication.originalDigest, digests: publication.digests, by: person.id, at: seconds))
      for upload in publication.uploads { try database.tell(.insertUpload(upload, of: publicationID)) }
    }
    return number
  }

  /// The Word document as it would be public with all private stretches taken out, for a look before. Throws
  /// `NotFound`, `Forbidden` or `Refused`, and what `ExportFiling.word` throws.
  public static func preview(
    _ loaded: LoadedFiling, _ uploads: [UploadedReport], as layout: PaperLayout, by person: Person
  ) throws -> [UInt8] {
    try loaded.demandPublishable(by: person)
    return try PublicDraft(loaded, uploads).copy(keeping: []).word(as: layout)
  }

  private static func check(
    _ draft: PublicDraft, _ kept: [String: String], _ note: String, isCorrection: Bool
  ) throws {
    var problems = draft.stretches.compactMap { stretch -> FieldProblem? in
      guard let reason = kept[stretch.id], reason.droppingBlankEnds.isEmpty else { return nil }
      return FieldProblem("reason \(stretch.id)", "请写明为什么可以公开“\(stretch.text)”。")
    }
    if let mark = draft.stretches.first(where: \.forbidsPublication) {
      problems.append(FieldProblem("secrecy", "\(mark.reason)有密级或内部标志的内容不能公开。"))
    }
    if isCorrection && note.isEmpty { problems.append(FieldProblem("note", "这是更正，请写明更正了什么。")) }
    problems += draft.unreadable.map { FieldProblem("report", $0.problem) }
    if !problems.isEmpty { throw Invalid(problems) }
  }

  private static func stored(_ found: [PrivateStretch], _ kept: [String: String]) -> String {
    let cuts = found.filter(\.isShown).map { stretch -> JSONValue in
      let reason = kept[stretch.id]?.droppingBlankEnds
      return [
        "place": .string(stretch.source.description), "check": .string(stretch.check),
        "from": .number(Int64(stretch.range.lowerBound)), "to": .number(Int64(stretch.range.upperBound)),
        "cut": reason == nil ? true : false, "reason": .string(reason ?? stretch.reason),
      ]
    }
    return String(decoding: JSONValue.array(cuts).compact(), as: UTF8.self)
  }
}

/// The files of a publication, made before anything is kept.
private struct PreparedPublication: Sendable {
  let files: PublicationFiles
  let uploads: [PublishedUpload]
  let originalDigest: String

  init(
    _ copy: PublicFiling, of loaded: LoadedFiling, _ layout: PaperLayout, _ press: PagePress,
    _ render: (PublicFiling) -> String
  ) async throws {
    originalDigest = Digest.of(try ExportFiling.word(loaded, as: layout))
    uploads = copy.reports.map { report in
      PublishedUpload(
        attachment: report.upload.id, originalDigest: report.upload.file.digest,
        copyDigest: Digest.of(ReportContentJSON(report.content).bytes()))
    }
    let word = try copy.word(as: layout)
    files = PublicationFiles(
      page: render(copy), json: String(decoding: copy.json(), as: UTF8.self),
      word: word, pages: press.isInstalled ? try await press.pages(of: word) : nil,
      cells: copy.cells())
  }

  var digests: PublicationDigests {
    PublicationDigests(
      word: Digest.of(files.word), json: Digest.of(files.json), pages: files.pages.map(Digest.of) ?? "",
      cells: Digest.of(files.cells))
  }
}
