public import Evaluation
public import Intake
public import Reading

/// A file whose report was taken apart into fields, with the way back into the file.
public struct ImportedFile: Sendable {
  /// As the person named it.
  public let file: String
  /// Every field with the words that it comes from.
  public let report: ImportedReport
  private let origins: @Sendable (Range<Int>) -> [TextOrigin]

  /// Recognises the report under one of the policies to choose from. A `year` that is given counts more than what the
  /// report says.
  public init(of source: SourceFile, named file: String, under candidates: [PolicySet], year: Int? = nil) {
    self.file = file
    report = ImportedReport(RecognisedReport(source.report, under: candidates, year: year))
    origins = { source.origins(of: $0) }
  }

  /// A stretch of the running text with its line and where in the file it stands.
  func evidence(_ range: Range<Int>) -> Evidence {
    Evidence(range, in: report.recognised.report.text, origin: origins(range).first)
  }
}
