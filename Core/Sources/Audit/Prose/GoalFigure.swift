import Evaluation
import Figures
import Reading
import Rules
import Text

/// A figure of what a form calls its goal, or of what came of it, beside the indicator of the same form that tells the
/// same: 发展节水灌溉面积0.9万亩 and a target of ≥0.8万亩, 完成11个村庄环境整治 and 整治村庄数量, 12个.
private struct GoalFigure {
  let quantity: ProseQuantity
  let text: String
  /// The words before it.
  let name: NamedQuantity
  /// What is counted, where that stands behind the figure, up to a mark.
  let noun: String
  /// Noun and the words before the figure.
  let clause: String
  let place: Place

  init?(_ figure: WrittenFigure, in passage: PassageReading, at place: Place) {
    guard let quantity = ProseQuantity.orGoal(figure), !quantity.unit.isEmpty else { return nil }
    let words = passage.words(before: figure)
    let before = passage.text(words).withoutBlanks
    let cues = passage.marks(in: words)
    let name = passage.name(before: figure)
    guard !before.holds(anyOf: ["其中", "每", "平均", "另", "上年", "去年", "同比", "超"]),
      name.namesTurn || !cues.contains(where: { $0.cue.isTurn || $0.cue == .comparison })
    else { return nil }
    let rest = passage.scalars[passage.clause(at: figure.range.lowerBound).rest(behind: figure.range)]
    noun = passage.text(rest.startIndex..<(rest.firstIndex { !$0.isIdeograph } ?? rest.endIndex)).withoutBlanks
    clause = before + noun
    self.quantity = quantity
    self.place = place
    text = passage.quote(figure)
    self.name = NamedQuantity(name: name.withoutGoalWords, quantity: quantity, text: text, place: place)
  }
}

extension IndicatorQuantity {
  fileprivate func agrees(with figure: GoalFigure) -> Bool {
    named.quantity.isCounted(like: figure.quantity)
      && named.quantity.value.relation(to: figure.quantity.value) == .agree
  }

  /// Named alike, or by the noun behind the figure.
  fileprivate func isMeant(by figure: GoalFigure) -> Bool {
    guard named.quantity.isCounted(like: figure.quantity) else { return false }
    let (mine, theirs) = (named.core, figure.name.core)
    return figure.name.isNamed(like: named) || mine.scalarCount >= 5 && theirs.ends(with: mine)
      || named.quantity.unit != "%" && mine.isCounted(by: figure.noun, in: figure.clause)
  }

  /// Its digits in another order under words that it shares.
  fileprivate func isSlip(of figure: GoalFigure) -> Bool {
    named.quantity.isCounted(like: figure.quantity) && named.quantity.hasDigits(of: figure.quantity)
      && figure.clause.sharesWords(with: named.name)
  }
}

extension Dossier {
  /// Goals of forms, and what came of them, that their own indicators tell otherwise.
  var goalsToldOtherwise: [Finding] {
    goalTexts.flatMap { goal -> [Finding] in
      let lines = goal.sheet.indicators.compactMap { IndicatorQuantity($0, goal.column) }
      return findings(on: goal.passage, at: goal.place, beside: lines, on: goal.sheet)
    }
  }

  private func findings(
    on passage: PassageReading, at place: Place, beside lines: [IndicatorQuantity], on sheet: SheetReading
  ) -> [Finding] {
    let told = passage.passage.figures.compactMap { GoalFigure($0, in: passage, at: place) }
    return told.compactMap { figure -> Finding? in
      guard !lines.contains(where: { $0.agrees(with: figure) }) else { return nil }
      let meant = lines.filter { $0.isMeant(by: figure) }
      let slips = meant.isEmpty ? lines.filter { $0.isSlip(of: figure) } : meant
      guard slips.count == 1, let line = slips.first,
        // What the indicator says is told too: the figure is of something else.
        !told.contains(where: { line.agrees(with: $0) }),
        // Results that have the indicator's name right before them are looked at with those of prose.
        line.column == .target || !figure.name.isNamed(like: line.named)
      else { return nil }
      let caption = line.column == .target ? "目标值" : "实际完成值"
      return Finding(
        at: [figure.place, .cell(line.line.address(line.column))],
        "\(sheet.spokenName)年度总体目标写 \(figure.text)，指标“\(line.line.title)”\(caption) \(line.named.text)，请核对。",
        derivation: "\(figure.text) ≠ \(line.named.text)")
    }
  }
}

extension Dossier {
  /// Goals of prose that the one form tells otherwise, as its own goal or as the target of an indicator.
  var proseGoalsToldOtherwise: [Finding] {
    guard scoredSheets.count == 1, let sheet = scoredSheets.first else { return [] }
    let lines = sheet.indicators.compactMap { IndicatorQuantity($0, .target) }
    let goals = goalTexts.filter { $0.column == .target }.flatMap { goal in
      goal.passage.passage.figures.compactMap { GoalFigure($0, in: goal.passage, at: goal.place) }
    }
    guard !lines.isEmpty || !goals.isEmpty else { return [] }
    return statements.passages.filter(\.tellsGoals).flatMap { passage in
      passage.goalFigures(in: filing.year).compactMap { figure -> Finding? in
        guard !lines.contains(where: { $0.agrees(with: figure) }) else { return nil }
        let same = goals.filter {
          $0.quantity.isCounted(like: figure.quantity) && $0.name.isSame(as: figure.name)
        }
        let values = same.map(\.quantity.value)
        guard !values.contains(where: { $0.relation(to: figure.quantity.value) == .agree }) else { return nil }
        if let other = same.first {
          return Finding(
            at: [figure.place, other.place],
            "正文的绩效目标写 \(figure.text)，\(sheet.spokenName)年度总体目标写 \(other.text)，请核对。",
            derivation: "\(figure.text) ≠ \(other.text)")
        }
        let meant = lines.filter {
          $0.named.quantity.isCounted(like: figure.quantity) && figure.name.isSame(as: $0.named)
        }
        guard meant.count == 1, let line = meant.first else { return nil }
        return Finding(
          at: [figure.place, .cell(line.line.address(.target))],
          "正文的绩效目标写 \(figure.text)，\(sheet.spokenName)指标“\(line.line.title)”目标值 \(line.named.text)，请核对。",
          derivation: "\(figure.text) ≠ \(line.named.text)")
      }
    }
  }
}

extension PassageReading {
  /// Stands under a heading on what was to be done.
  fileprivate var tellsGoals: Bool {
    passage.role != .cell && passage.annex == 0 && passage.isHeaded("绩效目标", "年度目标", "总体目标", "具体目标")
      && !passage.isHeaded("完成", "实现", "偏离", "分析", "管理", "下一步", "问题", "评价")
  }

  /// Those of the year itself: not of a plan of several years, nor of another year.
  fileprivate func goalFigures(in year: Int) -> [GoalFigure] {
    passage.figures.compactMap { figure -> GoalFigure? in
      let sentence = sentence(at: figure.range.lowerBound)
      let before = sentence.lowerBound..<figure.range.lowerBound
      let isOther = figures(in: before).contains {
        if case .year(let written) = $0.kind, let number = written.number(in: year) { number != year } else { false }
      }
      guard !isOther, !text(sentence).holds(anyOf: ["三年", "五年", "规划", "中长期", "期末", "十四五", "累计", "实际", "已完成"]) else {
        return nil
      }
      return GoalFigure(figure, in: self, at: .text(passage.place(figure.range)))
    }
  }
}

extension ProseQuantity {
  /// The same digits in another order, as few as two: 68 and 86.
  fileprivate func hasDigits(of other: ProseQuantity) -> Bool {
    let (mine, theirs) = (value.exact.spoken(4), other.value.exact.spoken(4))
    return mine != theirs && mine.count >= 2 && mine.sorted() == theirs.sorted()
  }
}

extension String {
  /// 整治村庄 is what 村庄环境整治 counts behind a figure: one half begins the noun, the other stands in the clause.
  func isCounted(by noun: String, in clause: String) -> Bool {
    let scalars = Array(unicodeScalars)
    guard (4...8).contains(scalars.count), noun.scalarCount >= 2 else { return false }
    return (2...scalars.count - 2).contains { cut in
      let halves = [String(scalars: Array(scalars[..<cut])), String(scalars: Array(scalars[cut...]))]
      return noun.begins(with: halves[0]) && clause.holds(halves[1])
        || noun.begins(with: halves[1]) && clause.holds(halves[0])
    }
  }

  /// 合格率 of 合格率不低于.
  fileprivate var withoutGoalWords: String {
    ["不低于", "不少于", "达到", "不高于", "不超过", "控制在", "达", "为"].first(where: ends).map { String(dropLast($0.count)) } ?? self
  }
}
