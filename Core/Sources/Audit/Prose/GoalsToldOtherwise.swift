import Evaluation
import Figures
import Reading
import Rules
import Text

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
