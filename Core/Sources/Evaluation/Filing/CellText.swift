public import Figures
import Text

extension Calculation {
  /// What typed text becomes in a cell: cleaned and of the cell's kind, or why it cannot be taken.
  func accepted(_ typed: String, at cell: CellAddress) throws(FieldProblem) -> String {
    if let section = filing.section(at: cell) {
      let limit = section.limit ?? ReportOutline.Section.greatestLimit
      let text = typed.cleaned(keepingLines: true)
      // Counted as the person sees it; names are made only for a text that has some.
      let bound = BoundText(text)
      let shown = bound.addresses.isEmpty ? text : CellNames(self).named(bound).text
      let count = shown.unicodeScalars.count
      guard count <= limit else { throw FieldProblem(cell.description, "最多 \(limit) 字，现有 \(count) 字。") }
      return text
    }
    guard let layout = layout(of: cell.sheet), let definition = layout.cell(of: cell.row, cell.column) else {
      throw FieldProblem(cell.description, "没有这个单元格，请刷新页面。")
    }
    switch definition.source {
    case .computed: throw FieldProblem(cell.description, "此格自动计算，不能填写。")
    case .linesOrTyped where isComputed(at: cell): throw FieldProblem(cell.description, "此格由下级各行合计，不能填写。")
    default: break
    }
    let text = typed.cleaned(keepingLines: definition.kind == .paragraph)
    let count = text.unicodeScalars.count
    guard count <= definition.characterLimit else {
      throw FieldProblem(cell.description, "最多 \(definition.characterLimit) 字，现有 \(count) 字。")
    }
    if let choices = definition.choices, !text.isEmpty {
      guard let option = choices.option(meantBy: text) else {
        throw FieldProblem(cell.description, choices.refusal)
      }
      return option
    }
    guard definition.kind.isNumber, !text.isEmpty else { return text }
    if definition.kind == .amount, let amount = text.amount(in: layout.policy.amounts.unit) {
      return amount
    }
    return try definition.kind.canonical(text, at: cell)
  }
}

extension Choices {
  /// What to tell the person whose text is not in the list.
  fileprivate var refusal: String {
    options.isEmpty ? "还没有可选的内容，请先添加。" : "请从列表中选择：\(options.joined(separator: "、"))。"
  }
}

extension CellKind {
  /// A typed number without separators and full-width digits, its decimals kept.
  fileprivate func canonical(_ text: String, at cell: CellAddress) throws(FieldProblem) -> String {
    let hasSign = (self == .percent || self == .percentNumber) && (text.hasSuffix("%") || text.hasSuffix("％"))
    let figure: Figure
    do throws(FigureFault) {
      figure = try Figure(reading: hasSign ? String(text.dropLast()) : text)
    } catch {
      let isNoCount = self == .count && error == .notANumber
      throw FieldProblem(cell.description, isNoCount ? "不是数字，请填整数，如 12。" : error.message)
    }
    if self == .count, figure.trimmed.decimals > 0 || figure.isNegative {
      throw FieldProblem(cell.description, "请填不小于 0 的整数。")
    }
    if self == .points, figure.isNegative { throw FieldProblem(cell.description, "分数不能小于 0。") }
    return figure.description + (hasSign ? "%" : "")
  }
}

extension FigureFault {
  /// What to tell the person who typed.
  public var message: String {
    switch self {
    case .notANumber: "不是数字，请只填数字，如 4.64。"
    case .tooLong: "数字太大，整数部分最多 12 位。"
    case .tooPrecise: "小数最多 6 位。"
    }
  }
}

extension String {
  /// An amount that is typed with its unit, counted in `unit`; nil for all else.
  fileprivate func amount(in unit: AmountUnit) -> String? {
    // Most texts end in a digit.
    guard let last = utf8.last, last >= 0x80 else { return nil }
    // 12万 is short for 12万元.
    let text = hasSuffix("万") || hasSuffix("亿") ? self + "元" : self
    // 元 comes first among the cases, and the others end in it.
    guard let typed = AmountUnit.allCases.last(where: { text.hasSuffix($0.rawValue) }),
      let figure = try? Figure(reading: String(text.dropLast(typed.rawValue.count)))
    else { return nil }
    return typed == unit ? figure.description : Amount(figure, in: typed)?.figure(in: unit)?.description
  }

  /// Without control characters and without blanks at the ends; line breaks become blanks unless they are kept.
  fileprivate func cleaned(keepingLines: Bool) -> String {
    // Most texts have nothing to take out.
    if unicodeScalars.allSatisfy({ $0.value > 0x1F && $0.value != 0x7F && $0.value != 0xFFFE && $0.value != 0xFFFF }) {
      return droppingBlankEnds
    }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x0D: continue
      case 0x0A: scalars.append(keepingLines ? "\n" : " ")
      case 0x09: scalars.append(" ")
      case 0x00...0x1F, 0x7F, 0xFFFE, 0xFFFF: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars).droppingBlankEnds
  }
}
