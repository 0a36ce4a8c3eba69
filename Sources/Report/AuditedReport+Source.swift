public import Audit
public import Evaluation
public import Intake
public import Reading

extension AuditedReport {
  /// Recognises the report in a file that was read, under one of the policies to choose from, and lets the rules look
  /// at it. A `year` that is given counts more than what the report says. `isWanted` picks checks by their codes, those
  /// of the policy among them.
  public init(
    of source: SourceFile, named file: String, under candidates: [PolicySet], year: Int? = nil,
    only isWanted: (String) -> Bool = { _ in true }
  ) {
    self.init(of: source, named: file, under: candidates, year: year, only: isWanted, before: { _ in })
  }

  /// `before` is told of each rule before it looks, and may throw to end the work.
  public init(
    of source: SourceFile, named file: String, under candidates: [PolicySet], year: Int?,
    only isWanted: (String) -> Bool = { _ in true }, before: (AuditRule) throws -> Void
  ) rethrows {
    let recognised = RecognisedReport(source.report, under: candidates, year: year)
    try self.init(recognised, of: source, named: file, only: isWanted, before: before)
  }

  /// Lets the rules look at a report that was recognised, and at what it is compared with.
  public init(
    _ recognised: RecognisedReport, of source: SourceFile, named file: String,
    only isWanted: (String) -> Bool = { _ in true }
  ) {
    self.init(recognised, of: source, named: file, only: isWanted, before: { _ in })
  }

  private init(
    _ recognised: RecognisedReport, of source: SourceFile, named file: String, only isWanted: (String) -> Bool,
    before: (AuditRule) throws -> Void
  ) rethrows {
    let rules = AuditRule.all.filter { isWanted($0.id) }
    let audit = try Audit(of: recognised.dossier, rules: rules, before: before).only(isWanted)
    self.init(file: file, recognised, audit, guessesCells: source.format == .pdf, origins: source.origins(of:))
  }
}
