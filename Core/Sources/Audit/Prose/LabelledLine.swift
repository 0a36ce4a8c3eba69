import Figures
import Reading
import Rules
import Text

/// A label and its one figure, as a form that was written out as text has them: 年初预算数：2,864万元.
struct LabelledLine {
  let label: String
  let figure: WrittenFigure
  let passage: PassageReading

  var place: Place { .text(passage.passage.place(figure.range)) }
  var quote: String { passage.quote(figure) }
  var quantity: ProseQuantity? { ProseQuantity(figure) }
  var percent: WrittenNumber? {
    if case .percent(.number(let number)) = figure.kind, figure.isUnbounded, !figure.isApproximate {
      number
    } else {
      nil
    }
  }

  /// All of a text: of a paragraph that is one of them, or parts of it between marks that are.
  static func all(in passage: PassageReading) -> [LabelledLine] {
    guard passage.scalars.contains(":"), !passage.figures.isEmpty, !passage.isAboutPlans else { return [] }
    return passage.clauses(of: ";").compactMap { LabelledLine(passage, in: $0) }
  }

  private init?(_ passage: PassageReading, in range: Range<Int>) {
    guard let colon = passage.scalars[range].firstIndex(of: ":") else { return nil }
    let figures = passage.figures(in: colon..<range.upperBound).filter { $0.kind.extent != nil }
    let label = passage.text(range.lowerBound..<colon).withoutBlanks.withoutItemNumber
    guard figures.count == 1, let figure = figures.first, (2...14).contains(label.unicodeScalars.count),
      !label.holds(anyOf: [",", "。"]),
      passage.text(colon + 1..<max(colon + 1, figure.range.lowerBound)).withoutBlanks.isEmpty,
      // Whatever else it says makes it a sentence.
      passage.text(figure.range.upperBound..<max(figure.range.upperBound, range.upperBound)).withoutBlanks
        .unicodeScalars.count <= 2
    else { return nil }
    (self.label, self.figure, self.passage) = (label, figure, passage)
  }
}

extension PassageReading {
  /// The stretches between semicolons, stops and ends of lines.
  fileprivate func clauses(of mark: Unicode.Scalar) -> [Range<Int>] {
    scalars.split(omittingEmptySubsequences: true) { [mark, "。", "\n"].contains($0) }.map {
      $0.startIndex..<$0.endIndex
    }
  }
}

extension String {
  fileprivate var withoutItemNumber: String {
    guard itemNumber != nil, let end = unicodeScalars.firstIndex(where: { ["、", ".", ")", "）"].contains($0) }) else {
      return self
    }
    return String(scalars: Array(unicodeScalars[unicodeScalars.index(after: end)...]))
  }
}

/// Labels with their figures that stand one behind the other.
struct LabelledLines {
  let lines: [LabelledLine]

  /// Sums, rests and rates that the other figures do not give.
  var findings: [Finding] {
    [adjusted].compactMap { $0 } + rests + totals
  }

  private static let initials = ["年初预算", "年初批复", "年初安排"]
  private static let more = ["追加", "调增"]
  private static let less = ["调减", "核减", "压减"]
  private static let adjustedBudgets = ["调整后", "调整预算", "全年预算"]
  private static let budgets = ["预算", "到位", "下达", "安排", "总投资"]
  private static let spending = ["支出", "支付", "执行", "使用"]
  private static let left = ["结余", "结转", "未支出", "未使用", "未支付"]

  private func all(_ labels: [String], not others: [String] = []) -> [LabelledLine] {
    lines.filter {
      $0.label.holds(anyOf: labels) && !$0.label.holds(anyOf: others + ["率", "比例", "进度", "占比"]) && $0.quantity != nil
    }
  }

  /// 年初预算, 追加, 调整后预算.
  private var adjusted: Finding? {
    let initial = all(Self.initials, not: Self.adjustedBudgets)
    let adjusted = all(Self.adjustedBudgets, not: Self.initials + Self.spending)
    let changes = all(Self.more + Self.less, not: Self.adjustedBudgets + Self.initials)
    guard initial.count == 1, adjusted.count == 1, (1...3).contains(changes.count),
      all(["上年结转", "年初结转"]).isEmpty, let first = initial[0].quantity, let last = adjusted[0].quantity,
      first.unit == last.unit
    else { return nil }
    var sum = first.value
    for change in changes {
      guard let quantity = change.quantity, quantity.unit == first.unit else { return nil }
      let isLess = change.label.holds(anyOf: Self.less)
      guard let exact = isLess ? sum.exact.subtracting(quantity.value.exact) : sum.exact.adding(quantity.value.exact)
      else { return nil }
      sum = StatedAmount(exact, slack: sum.slack).with(quantity.value.slack)
    }
    guard sum.relation(to: last.value) != .agree else { return nil }
    let spoken = first.unit == "元" ? sum.spoken : sum.exact.spoken(4)
    return Finding(
      at: [adjusted[0].place, initial[0].place] + changes.map(\.place),
      "\(initial[0].label) \(initial[0].quote)加减调整数应为 \(spoken)，所写\(adjusted[0].label) \(adjusted[0].quote)。",
      derivation: "\(spoken) ≠ \(adjusted[0].quote)")
  }

  /// 到位资金, 支出资金, 结余资金.
  private var rests: [Finding] {
    let spent = all(Self.spending, not: Self.left + Self.budgets)
    let left = all(Self.left, not: ["上年", "年初"])
    guard spent.count == 1, left.count == 1, all(["收回", "上缴", "结转", "追加"]).allSatisfy({ $0.figure == left[0].figure }),
      let paid = spent[0].quantity, let rest = left[0].quantity, paid.unit == rest.unit
    else { return [] }
    let wholes = all(Self.budgets, not: Self.spending + Self.left).filter {
      $0.quantity?.unit == paid.unit && $0.quantity?.value.relation(to: paid.value) == .above
    }
    func gap(_ whole: LabelledLine) -> StatedAmount? {
      whole.quantity.map { $0.value.gap(to: paid.value).with($0.value.slack, paid.value.slack) }
    }
    guard let whole = wholes.last(where: { $0.label.holds("到位") }) ?? wholes.last, let right = gap(whole),
      !wholes.contains(where: { gap($0)?.relation(to: rest.value) == .agree })
    else { return [] }
    let spoken = rest.unit == "元" ? right.spoken : right.exact.spoken(4)
    return [
      Finding(
        at: [left[0], whole, spent[0]].map(\.place),
        "\(whole.quote) 减去 \(spent[0].quote) 为 \(spoken)，所写\(left[0].label) \(left[0].quote)。",
        derivation: "\(whole.quote) − \(spent[0].quote) = \(spoken) ≠ \(left[0].quote)")
    ]
  }

  /// 合计 behind two others or more that are counted alike.
  private var totals: [Finding] {
    lines.indices.dropFirst(2).compactMap { index -> Finding? in
      let line = lines[index]
      guard ["合计", "总计", "共计", "小计"].contains(where: line.label.ends), let total = line.quantity else { return nil }
      let parts = Array(
        lines[..<index].reversed().prefix {
          $0.quantity?.unit == total.unit && !["合计", "总计", "共计", "小计"].contains(where: $0.label.ends)
        }.prefix(12).reversed())
      let runs = parts.indices.dropLast().compactMap { start in
        StatedAmount(sumOf: parts[start...].compactMap { $0.quantity?.value }).map {
          (parts: Array(parts[start...]), sum: $0)
        }
      }
      guard !runs.contains(where: { $0.sum.relation(to: total.value) == .agree }),
        let near = runs.first(where: { $0.sum.isWithinFifth(of: total.value) })
      else { return nil }
      let spoken = total.unit == "元" ? near.sum.spoken : near.sum.exact.spoken(4)
      return Finding(
        at: ([line] + near.parts).map(\.place), "前面各项之和 \(spoken)，所写\(line.label) \(line.quote)。",
        derivation: "\(near.parts.map(\.quote).joined(separator: " + ")) = \(spoken)")
    }
  }

  /// 资金到位率 of 到位资金 and 总投资, 执行率 of 支出 and a budget.
  func rateFindings(of total: LabelledLine?) -> [Finding] {
    lines.compactMap { line -> Finding? in
      guard let percent = line.percent else { return nil }
      let isArrival = line.label.ends(with: "到位率")
      guard isArrival || ["执行率", "支付率", "支出率", "使用率", "拨付率"].contains(where: line.label.ends) else { return nil }
      let parts = isArrival ? all(["到位"], not: ["未"]) : all(Self.spending + ["拨付"], not: Self.left + ["预算数"])
      let wholes =
        isArrival
        ? all(["总投资", "预算", "计划", "下达", "安排"], not: ["到位"])
        : all(Self.budgets, not: Self.spending + Self.left)
      guard let part = parts.last(where: { $0.figure.range != line.figure.range }), parts.count == 1,
        let paid = part.quantity
      else { return nil }
      let likely = (isArrival && wholes.isEmpty ? [total].compactMap { $0 } : wholes).filter { whole in
        whole.quantity.map { $0.unit == paid.unit && $0.value.exact >= paid.value.exact } ?? false
      }
      func ratio(_ whole: LabelledLine) -> WrittenRatio? {
        whole.quantity.map { WrittenRatio(percent: percent, part: paid.value, whole: $0.value) }
      }
      guard let whole = likely.last(where: { $0.label.holds("到位") != isArrival }) ?? likely.last,
        !likely.contains(where: { ratio($0)?.isRight ?? true }), let right = ratio(whole)?.right
      else { return nil }
      return Finding(
        at: [line, part, whole].map(\.place), "所写 \(line.quote)，\(part.quote) ÷ \(whole.quote) 应为 \(right)%。",
        derivation: "\(part.quote) ÷ \(whole.quote) = \(right)% ≠ \(line.quote)")
    }
  }
}

extension StatedAmount {
  /// Near enough to be meant as it.
  fileprivate func isWithinFifth(of other: StatedAmount) -> Bool {
    guard let ratio = exact.divided(by: other.exact), let low = Rational(4, over: 5), let high = Rational(5, over: 4)
    else { return false }
    return ratio > low && ratio < high
  }
}

extension Dossier {
  /// Rates of labelled lines that the others do not give, also of the 总投资 that one line of the report tells.
  var wrongLabelledRates: [Finding] {
    let groups = labelledLines
    guard groups.contains(where: { $0.lines.contains { $0.percent != nil } }) else { return [] }
    let totals = statements.passages.filter { $0.passage.text.holds("总投资") && $0.passage.role != .cell }
      .flatMap { LabelledLine.all(in: $0) }.filter { $0.label.ends(with: "总投资") && $0.quantity?.unit == "元" }
    return groups.flatMap { $0.rateFindings(of: totals.count == 1 ? totals[0] : nil) }
  }

  /// Labels with figures, as many as stand together in paragraphs that are nothing else.
  var labelledLines: [LabelledLines] {
    var groups: [LabelledLines] = []
    var group: [LabelledLine] = []
    func close() {
      if group.count >= 3 { groups.append(LabelledLines(lines: group)) }
      group = []
    }
    for passage in statements.passages {
      let own = passage.passage.role == .cell ? [] : LabelledLine.all(in: passage)
      if own.isEmpty || group.count > 60 { close() }
      if own.count > 1 {
        close()
        group = own
        close()
      } else {
        group += own
      }
    }
    close()
    return groups
  }
}
