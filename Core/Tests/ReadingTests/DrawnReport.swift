import Evaluation
import Reading
import Testing

/// A report drawn by hand: lines, and tables with their grid.
struct DrawnReport {
  private var text = ""
  private var blocks: [ReportBlock] = []

  /// The end of the text, in scalars.
  private var count: Int { text.unicodeScalars.count }

  mutating func line(_ line: String) {
    blocks.append(.paragraph(part(line)))
    text += "\n"
  }

  /// Rows of cells, `text|text@3|…`: a cell is as many columns wide as stands behind @, or one; what a cell above covers
  /// is blank.
  mutating func table(_ rows: [String]) {
    var cells: [[TextPart]] = []
    var columns: [[Range<Int>]] = []
    for row in rows {
      var (parts, spans, column) = ([TextPart](), [Range<Int>](), 0)
      for cell in row.split(separator: "|", omittingEmptySubsequences: false) {
        let pieces = cell.split(separator: "@", omittingEmptySubsequences: false)
        let width = pieces.count > 1 ? Int(pieces[1]) ?? 1 : 1
        text += "\t"
        parts.append(part(String(pieces[0])))
        text += "\n"
        spans.append(column..<column + width)
        column += width
      }
      text += "\n"
      cells.append(parts)
      columns.append(spans)
    }
    blocks.append(.table(ReportTable(rows: cells, columns: columns)))
  }

  private mutating func part(_ piece: String) -> TextPart {
    let part = TextPart(piece, at: count)
    text += piece
    return part
  }

  /// Recognised under the example's policies, as somebody chose them.
  func recognised() -> RecognisedReport {
    RecognisedReport(Report(text: RunningText(text), blocks: blocks), under: [.example])
  }
}

/// Expects what the cells of a recognised report say; "" for one that says nothing.
func expect(_ cells: [String: String], in report: RecognisedReport, at location: SourceLocation = #_sourceLocation) {
  for (cell, expected) in cells {
    let shown = CellAddress(cell).map { report.dossier.calculation.text(at: $0) } ?? "?"
    #expect(shown == expected, "\(cell)", sourceLocation: location)
  }
}

/// Rows of a project's form, six columns wide.
enum DrawnProject {
  static func head(_ name: String) -> [String] {
    ["项目名称|\(name)@5", "主管部门|示例县水利局@2|实施单位|示例县水库管理所@2"]
  }
  static let funds = [
    "|年初预算数|全年预算数|全年执行数|执行率|得分", "年度资金总额|30|32|28.8|90%|9", "其中：当年财政拨款|30|32|28.8||",
  ]
  static let goals = ["年初目标设定@3|全年实际完成情况@3", "清淤三处。@3|清淤三处，通过验收。@3"]
  static let captions = "一级指标|二级指标|三级指标|年度指标值|实际完成值|得分"
  static let indicators = ["产出指标|数量指标|清淤处数|≥3处|3处|50", "效益指标|社会效益指标|灌溉保障|明显改善|明显改善|40"]
  static let sum = "总分@5|99"

  static func form(_ name: String) -> [String] { head(name) + funds + goals + [captions] + indicators + [sum] }
}
