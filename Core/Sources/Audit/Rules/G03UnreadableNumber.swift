import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let g03UnreadableNumber = AuditRule(
    RuleCard(
      "G03", "数字格不是数字", severity: .error,
      why: "数字格里夹着文字、单位或其他符号，就不能计算，也不能与其他表核对。",
      remedy: "只填数字，单位看表头；没有发生的填 0。",
      sources: [.baseSheet("各数字栏"), .departmentSheet("各数字栏"), .projectSheet("各数字栏")]
    ),
    method: "查每张表的数字格。全角数字、千分位、首尾空格都能识别，不报；比率可以带“%”；表式本身在不适用的格印“/”“-”的，照样填写不报；整行不涉及的指标划“/”的也不报。",
    examples: [
      .passes(["base/reception/final": "5.17", "base/specialFunds/final": "1,218.00", "base/staff/rate": "85%"]),
      .passes(["self/total/executed": "０.31"]),
      .passes(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5", "ecological | / | / | / | / | /")),
      .fails(
        ["base/reception/final": "5.17万", "base/abroad/final": "无"],
        .at("base/abroad/final", "2、出国经费，2024年决算数填的是“无”，请只填数字，没有的填 0。"),
        .at("base/reception/final", "3、公务接待，2024年决算数填的是“5.17万”，不是数字，请只填数字，如 4.64。")),
      .fails(
        ["self/total/executed": "716.83.5", "base/staff/actual": "1234567890123"],
        .at("base/staff/actual", "2024年实际在职人数填的是“1234567890123”，数字太大，整数部分最多 12 位。"),
        .at("self/total/executed", "全年执行数填的是“716.83.5”，不是数字，请只填数字，如 4.64。")),
      .cannotLook(["self/goal/target": "全年签约八十个项目"]),
    ]
  ) { dossier in
    let lines = dossier.scoredSheets.flatMap(\.indicators).filter(\.isNotConcerned)
    let struckOut = Set(lines.flatMap { [$0.address(.points), $0.address(.score)] })
    return Verdict(over: dossier.numberCells, missing: "数字格") { cell in
      guard cell.figure == nil, !cell.isMarkedNotApplicable else { return .agrees }
      if cell.text.saysNothing, struckOut.contains(cell.address) { return .agrees }
      // Words of a file may have come from a cell of another kind: no number was ever meant.
      if dossier.isFile, cell.text.scalarCount >= 4, !cell.text.unicodeScalars.contains(where: \.isDigit) {
        return .agrees
      }
      return .breaks(
        Finding(
          at: cell.address, message: "\(cell.caption)填的是“\(cell.text)”，\(cell.fault)", derivation: cell.text))
    }
  }
}

extension NumberCell {
  /// Holds the very mark that its form prints where nothing is to be filled in.
  fileprivate var isMarkedNotApplicable: Bool {
    guard text.saysNothing else { return false }
    return policy.forms.contains { form in
      form.blocks.contains { block in
        guard case .grid(let grid) = block else { return false }
        return grid.rows.joined().contains { item in
          if case .fixed(let mark) = item.content { mark == text } else { false }
        }
      }
    }
  }

  fileprivate var fault: String {
    if text.saysNothing { return "请只填数字，没有的填 0。" }
    do throws(FigureFault) {
      _ = try Figure(reading: text)
      return FigureFault.notANumber.message
    } catch { return error.message }
  }
}
