import Foundation

/// The folders where programs of other makers lie.
public struct ProgramFolders: Hashable, Sendable {
  private let folders: [String]

  /// Searched in this order.
  public init(_ folders: [String]) { self.folders = folders }

  /// Those that the shell would search.
  public static let installed = ProgramFolders(
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init))

  /// Where a program lies; nil where it is not installed.
  public func path(of name: String) -> String? {
    folders.lazy.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Keeps the programs away from all but their work; nil where that cannot be done here.
  public var confinement: Confinement? { Confinement(self) }

  /// Whether there is a program that reads what people send in.
  public var readsForOthers: Bool { office != nil || path(of: "pdftotext") != nil }

  /// LibreOffice.
  public var office: String? { path(of: "soffice") ?? path(of: "libreoffice") }
}
