public import Evaluation
public import OOXML
public import Reading

/// What a filing's Word document is made from.
public enum PaperLayout: Sendable {
  /// `FilingDocument`.
  case builtIn
  /// The operator's own.
  case template(WordTemplate)

  /// The .docx file: the same filing and layout give the same bytes. `filledOn` is the day under the signature, as it is
  /// printed. `uploads` are reports that were read from files, by their outlines; a template has no place for what is
  /// not written in sections, so with them the built-in layout is used.
  ///
  /// Throws `WordTable.LayoutDefect` where a policy's form cannot be laid out, and the first `TemplateFault` of a
  /// template that does not fit the filing's policies.
  public func document(
    of calculation: Calculation, personal: PersonalFields = .shown, filledOn: String? = nil,
    uploads: [String: [ReportContent]] = [:]
  ) throws -> [UInt8] {
    switch self {
    case .template(let template) where uploads.isEmpty:
      let filing = calculation.filing
      let placeholders = FilingPlaceholders(filing.policies, year: filing.year)
      let title = filing.placeholders.filled(into: filing.policies.policies.flatMap(\.outlines).first?.title ?? "")
      return try template.filled(
        with: placeholders.values(of: calculation, personal: personal), placeholders.vocabulary,
        title: title.isEmpty ? "\(filing.year)年度\(filing.unit.name)绩效自评报告" : title)
    case .builtIn, .template:
      return try FilingDocument(calculation, personal: personal, filledOn: filledOn, uploads: uploads).bytes()
    }
  }
}
