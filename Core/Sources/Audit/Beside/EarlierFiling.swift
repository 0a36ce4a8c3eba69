import Evaluation
import Figures
public import Reading

/// What the same unit filed in an earlier year.
public struct EarlierFiling: Sendable {
  public let dossier: Dossier
  /// The file it was read from; nil for a filing of the system.
  public let file: String?
  /// What its report says, section by section that is written anew each year.
  let report: Set<UInt64>
  /// What it says of problems and measures.
  let problems: Set<UInt64>

  public init(_ dossier: Dossier, file: String? = nil) {
    self.dossier = dossier
    self.file = file
    report = Set(ComparedText(yearlyReportOf: dossier).digests)
    problems = Set(ComparedText(problemsOf: dossier).digests)
  }

  /// "上年填报", or "上年报告（2023.docx）".
  var spoken: String { file.map { "上年报告（\($0)）" } ?? "上年填报" }

  /// An amount of its 基础数据表, blank parents from their parts; nil where it is blank or not in the same unit.
  func sum(_ row: String, _ column: String, named name: String, like sheet: SheetReading) -> NamedSum? {
    guard let base = dossier.base, base.policy.amounts.unit == sheet.policy.amounts.unit else { return nil }
    return dossier.sum(name, [base.address(row, column)])?.elsewhere(name)
  }
}

extension ComparedText {
  /// A report without the sections that say the same every year: what the unit is there for and who works there.
  init(yearlyReportOf dossier: Dossier) {
    self.init(dossier) { !$0.isHeaded("职能", "职责", "机构", "人员", "编制", "基本情况", "概况") }
  }

  /// The sections on problems and on what is done about them.
  init(problemsOf dossier: Dossier) {
    self.init(dossier) { $0.isHeaded("问题", "不足", "改进", "建议", "下一步", "打算") }
  }
}
