public import Evaluation

/// Everything known about one unit's self-evaluation: what the audit rules look at.
///
/// A filing typed into the system and a report written elsewhere both become one.
public struct Dossier: Sendable {
  public let calculation: Calculation
  /// Every form sheet, ready to be asked.
  public let sheets: [SheetReading]

  public init(_ calculation: Calculation) {
    self.calculation = calculation
    sheets = calculation.layouts.map { SheetReading($0, in: calculation) }
  }

  public var filing: Filing { calculation.filing }
  /// 基础数据表, if the filing has one.
  public var base: SheetReading? { sheets.first { $0.form.kind == .baseData } }
  /// 部门整体支出绩效自评表, if the filing has one.
  public var departmentSheet: SheetReading? { sheets.first { $0.form.kind == .selfEvaluation } }
  /// 项目支出绩效自评表, one per project.
  public var projectSheets: [SheetReading] { sheets.filter { $0.form.kind == .projectEvaluation } }
  /// Every scored sheet: the department's and the projects'.
  public var scoredSheets: [SheetReading] { sheets.filter { $0.form.kind != .baseData } }
}
