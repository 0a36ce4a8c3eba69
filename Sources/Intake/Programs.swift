public import Conversion
import Foundation
import Scratch

/// The programs of other makers that read what this one does not: LibreOffice and pdftotext.
public struct Programs: Sendable {
  private let folders: ProgramFolders
  private let limit: Int
  private let megabytes: Int?

  /// `limit` is how many seconds one file may take, `megabytes` how much memory and how long a result; nil for no bound.
  public init(folders: ProgramFolders, limit: Int = 120, megabytes: Int? = nil) {
    self.folders = folders
    self.limit = limit
    self.megabytes = megabytes
  }

  /// Those that the shell would find.
  public static let installed = Programs(folders: .installed)

  /// The same programs on a shorter lead, for files from people nobody knows.
  public func bounded(seconds: Int, megabytes: Int) -> Programs {
    Programs(folders: folders, limit: seconds, megabytes: megabytes)
  }

  /// Whether files with this ending can be read here.
  public func canRead(_ ending: String) -> Bool {
    switch ending {
    case "doc", "wps": folders.office != nil
    case "pdf": folders.path(of: "pdftotext") != nil
    default: FileFormat.endings.contains(ending)
    }
  }

  /// A .doc or .wps file as .docx.
  func wordFile(_ bytes: [UInt8], ending: String) throws(IntakeDefect) -> [UInt8] {
    let name = "LibreOffice"
    guard let program = folders.office else {
      throw .missingProgram(name, package: "libreoffice-writer")
    }
    let folder = try scratchFolder()
    defer { folder.remove() }
    let source = ending.isEmpty || ending == "docx" ? "source.doc" : "source.\(ending)"
    guard folder.write(bytes, to: source) else { throw .unreadable }
    guard let profile = OfficeProfile.make(in: folder) else { throw .unreadable }
    // By itself the suite opens a page as a page, which it makes no document of.
    let asDocument = bytes.isWebPage ? ["--infilter=HTML (StarWriter)"] : []
    let arguments =
      ["-env:UserInstallation=\(profile)", "--headless", "--norestore"] + asDocument
      + ["--convert-to", "docx", "--outdir", folder.path, folder.path + "/" + source]
    try run(program, arguments, in: folder, name)
    guard let result = folder.bytes(of: "source.docx"), !result.isEmpty else { throw .conversionFailed(name) }
    return result
  }

  /// The text of a PDF file, set out as on its pages; a form feed ends each.
  func pageText(_ bytes: [UInt8]) throws(IntakeDefect) -> String {
    let name = "pdftotext"
    guard let program = folders.path(of: name) else { throw .missingProgram(name, package: "poppler-utils") }
    let folder = try scratchFolder()
    defer { folder.remove() }
    guard folder.write(bytes, to: "source.pdf") else { throw .unreadable }
    let arguments = ["-layout", "-enc", "UTF-8", "-eol", "unix", folder.path + "/source.pdf", folder.path + "/text"]
    try run(program, arguments, in: folder, name)
    guard let text = folder.bytes(of: "text") else { throw .conversionFailed(name) }
    return String(decoding: text, as: UTF8.self)
  }

  private func scratchFolder() throws(IntakeDefect) -> ScratchFolder {
    guard let folder = ScratchFolder() else { throw .unreadable }
    return folder
  }

  /// Confined to the folder, where that can be done here.
  private func run(
    _ program: String, _ arguments: [String], in folder: ScratchFolder, _ name: String
  ) throws(IntakeDefect) {
    let (program, arguments) =
      folders.confinement?.command(program, arguments, workingIn: folder.path) ?? (program, arguments)
    switch ChildProcess.run(program, arguments, seconds: limit, megabytes: megabytes) {
    case .finished(0): break
    case .finished: throw .conversionFailed(name)
    case .stopped: throw .tooSlow(name, seconds: limit)
    }
  }
}

extension [UInt8] {
  /// A page of the web, as some systems hand them out under the ending of Word documents.
  fileprivate var isWebPage: Bool {
    String(decoding: prefix(1_024), as: UTF8.self).lowercased().contains("<html")
  }
}
