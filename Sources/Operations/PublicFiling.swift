public import Paper
public import Reading

/// A filing as strangers may read it.
public struct PublicFiling: Sendable {
  /// Its forms and the reports that were written here.
  public let loaded: LoadedFiling
  /// Its reports that were uploaded as files.
  let reports: [Report]

  struct Report: Sendable {
    let upload: UploadedReport
    let content: ReportContent
  }

  /// What was read from the files that take the place of reports, by the ids of their outlines.
  public var uploads: [String: [ReportContent]] {
    Dictionary(grouping: reports, by: \.upload.outline).mapValues { $0.map(\.content) }
  }

  /// The official Word document. Throws what `ExportFiling.word` throws.
  public func word(as layout: PaperLayout) throws -> [UInt8] {
    try ExportFiling.word(loaded, as: layout, personal: .masked, uploads: uploads)
  }

  /// For other programs: see `Documentation/Schemas/filing.schema.json`.
  public func json() -> [UInt8] { ExportFiling.json(loaded, personal: .masked, uploads: uploads) }

  /// The cells of the forms as CSV, UTF-8 with its mark.
  public func cells() -> String { ExportFiling.cells(loaded, personal: .masked) }
}
