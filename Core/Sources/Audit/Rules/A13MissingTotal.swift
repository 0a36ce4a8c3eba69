import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let a13MissingTotal = AuditRule(
    RuleCard(
      "A13", "有分项而无合计", severity: .error,
      why: "分项填了数而合计空着，执行率、得分和各表之间的核对都无从算起。",
      remedy: "按各项之和补填合计。",
      sources: [
        LegalSource("项目支出绩效自评表", clause: "年度资金总额行"), LegalSource("部门整体支出绩效自评表", clause: "年度资金总额行"),
        LegalSource("部门整体支出绩效评价基础数据表", clause: "三公经费、项目支出等合计行"),
      ]
    ),
    method: "查基础数据表有明细的各行、自评表的年度资金总额、项目支出自评表的年度资金总额：明细有大于零的数而合计空白即为缺合计。合计填了数（包括 0）的由各合计规则比较；全年预算数空白而填了年初预算数的不算缺。",
    examples: [
      .passes([
        "project-1/total/budget": "48.92", "project-1/fiscal/budget": "30", "project-1/otherFunds/budget": "18.92",
      ]),
      .passes(["self/total/initial": "194.72", "self/income/generalBudget": "194.56", "self/income/other": "0.16"]),
      .passes(["base/vehicleRunning/final": "0", "base/reception/final": "0"]),
      .fails(
        [
          "project-1/project/name": "社区便民点", "project-1/total/initial": "39", "project-1/fiscal/initial": "33",
          "project-1/otherFunds/initial": "6", "project-1/fiscal/budget": "30", "project-1/otherFunds/budget": "18.92",
          "project-1/fiscal/executed": "30", "project-1/otherFunds/executed": "18.92",
        ],
        .at("project-1/total/budget", "项目“社区便民点”全年预算数空白，各项之和 48.92 万元。"),
        .at("project-1/total/executed", "项目“社区便民点”全年执行数空白，各项之和 48.92 万元。")),
      .fails(
        ["base/reception/final": "7.96", "self/spending/basic": "174.1", "self/spending/project": "20.62"],
        .at("base/threePublic/final", "三公经费，2024年决算数空白，各项之和 7.96 万元。"),
        .at("self/total/executed", "自评表全年执行数空白，各项之和 194.72 万元。")),
      .cannotLook(["base/threePublic/final": "9.81", "self/total/executed": "716.83"]),
    ]
  ) { dossier in
    Verdict(over: dossier.baseTotals + dossier.fundTotals, missing: "各合计的明细") { total in
      let isBlank = total.stated.allSatisfy { dossier.calculation.text(at: $0).isBlank }
      guard isBlank, let cell = total.stated.first else {
        return total.parts.contains(where: dossier.holds) ? .agrees : nil
      }
      guard let parts = dossier.sum("各项之和", total.parts) else { return nil }
      guard parts.sum.exact > .zero else { return .agrees }
      return .breaks(
        Finding(
          at: ([cell] + parts.cells).map { .cell($0) }, "\(total.name)空白，\(parts.spoken)。",
          derivation: parts.sum.working))
    }
  }
}

/// A total that must be filled in once one of its parts is.
private struct RequiredTotal {
  let name: String
  /// Where it may stand; the first is where it belongs.
  let stated: [CellAddress]
  let parts: [CellAddress]
}

extension Dossier {
  /// The rows of 基础数据表 that have parts, in every column.
  fileprivate var baseTotals: [RequiredTotal] {
    guard let base else { return [] }
    let rows = base.form.blocks.flatMap { block -> [TableBlock.Row] in
      if case .table(let table) = block { table.rows } else { [] }
    }
    return rows.flatMap { row -> [RequiredTotal] in
      let parts = parts(of: row.id, on: base.id)
      guard !parts.isEmpty else { return [] }
      return Self.spendingColumns.map { column in
        RequiredTotal(
          name: base.caption(row.id, column), stated: [base.address(row.id, column)],
          parts: parts.map { base.address($0, column) })
      }
    }
  }

  /// The total rows of the scored sheets.
  fileprivate var fundTotals: [RequiredTotal] {
    let projects = projectSheets.flatMap { sheet in
      FundColumn.allCases.map { FundTotal(of: sheet, in: $0, dossier: self) }.map {
        RequiredTotal(name: $0.name, stated: [$0.address], parts: $0.sources)
      }
    }
    guard let sheet = departmentSheet else { return projects }
    let cells = BudgetExecution(of: sheet)
    let (income, spending) = (splitParts("income", of: sheet), splitParts("spending", of: sheet))
    return [
      RequiredTotal(name: "\(sheet.spokenName)全年预算数", stated: [cells.budget, cells.initial], parts: income),
      RequiredTotal(name: "\(sheet.spokenName)全年执行数", stated: [cells.executed], parts: spending),
    ] + projects
  }
}
