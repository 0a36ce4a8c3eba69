import Evaluation
import Foundation
import Paper

/// A filing of the example county with many projects and a long report, as a Word document.
struct MadeDocument {
  private let calculation: Calculation

  /// At least two projects; so many paragraphs of some 120 characters are added to the report.
  init(projects: Int, paragraphs: Int) {
    var filing = FilledFiling.make()
    for _ in 2..<max(projects, 2) { filing = Self.withOneMore(filing) }
    let said = (0..<paragraphs).map { number in
      "（\(number + 1)）\(2_000 + number % 25)年第\(number % 4 + 1)季度，本单位对\(number + 3)个项目逐一核对资金文件、支付凭证和验收资料，"
        + "实地查看\(number * 7 % 90 + 5)处现场，电话回访受益对象\(number * 13 % 400 + 20)人次，支付资金\(number * 31 % 900).5万元，"
        + "发现的问题当月整改，结果报单位会议审定后归档，没有截留、挤占和挪用的情形。"
    }
    let problems = CellAddress("report", "problems", "text")
    let text = ([filing.entry(at: problems)?.text ?? ""] + said).joined(separator: "\n")
    calculation = Calculation(filing.applying([.set(problems, text: text, was: nil)]).filing)
  }

  /// A copy of the first project under a new number.
  private static func withOneMore(_ filing: Filing) -> Filing {
    var filing = filing.applying([.addProject]).filing
    guard let model = filing.sheet("project-1"), let new = filing.sheets.last?.id else { return filing }
    filing = filing.applying(model.rows.map { .addLine(sheet: new, under: $0.under) }).filing
    return filing.applying(
      model.entries.map { .set(CellAddress(new, $0.key.row, $0.key.column), text: $0.value.text, was: nil) }
    ).filing
  }

  func write(_ path: String, for seconds: Double) throws {
    let bytes = try FilingDocument(calculation).bytes()
    try Data(bytes).write(to: URL(filePath: path))
    Measured(for: seconds) { _ = try? FilingDocument(calculation).bytes() }.write([
      "bytes": "\(bytes.count)", "tables": "\(calculation.layouts.count)",
    ])
  }
}
