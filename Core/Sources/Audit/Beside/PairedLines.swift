import Evaluation
import Figures
import Reading
import Text

/// A sheet of this year's filing beside the same one of the year before.
struct PairedSheets {
  let now: SheetReading
  let before: SheetReading

  /// The department's sheets, and those of projects with the same name.
  static func all(_ dossier: Dossier, _ earlier: Dossier) -> [PairedSheets] {
    dossier.scoredSheets.compactMap { sheet in
      let others = earlier.scoredSheets.filter { $0.form.kind == sheet.form.kind }
      guard sheet.form.kind == .projectEvaluation else {
        return others.first.map { PairedSheets(now: sheet, before: $0) }
      }
      let name = ProjectName(sheet.text("project", "name"), year: dossier.filing.year)
      let same = others.filter { ProjectName($0.text("project", "name"), year: earlier.filing.year) == name }
      guard !name.key.isEmpty, same.count == 1, let before = same.first else { return nil }
      return PairedSheets(now: sheet, before: before)
    }
  }

  /// Indicators with the same name under the same second level; names that stand there twice are left out.
  var lines: [(now: IndicatorLine, before: IndicatorLine)] {
    let old = Dictionary(grouping: before.countedLines, by: Name.init)
    let new = Dictionary(grouping: now.countedLines, by: Name.init)
    return now.countedLines.compactMap { line in
      let name = Name(line)
      guard !name.name.isEmpty, new[name]?.count == 1, let same = old[name], same.count == 1 else { return nil }
      return (line, same[0])
    }
  }

  private struct Name: Hashable {
    let node: String
    let name: String
    init(_ line: IndicatorLine) {
      node = line.node.id
      name = line.name.folded
    }
  }
}

/// A target beside what was reached the year before.
struct TargetBesideLastYear {
  let line: IndicatorLine
  /// As it was written.
  let actual: String
  /// The target in percent of last year's actual value.
  let percent: Rational
  private let places: [Place]

  /// nil where both are no comparable numbers, or less is better.
  init?(_ line: IndicatorLine, after before: IndicatorLine, of last: Companion) {
    guard case .quantity(let target) = line.target, case .quantity(let actual) = before.actual,
      target.isComparable(with: actual), target.comparable.value > .zero, actual.comparable.value > .zero,
      line.wantsMore(target), let ratio = target.comparable.value.divided(by: actual.comparable.value),
      let percent = ratio.multiplied(by: Rational(100))
    else { return nil }
    self.line = line
    self.actual = before.actualText.bare
    self.percent = percent
    places = last.places(of: [before.address(.actual)]).map { .companion($0) }
  }

  func finding(_ message: String) -> Finding {
    Finding(
      at: [.cell(line.address(.target))] + places, message, derivation: "\(line.targetText.bare) ÷ \(actual)")
  }
}

extension Verdict {
  /// One verdict over every target that can be compared with what was reached the year before.
  init(
    targetsOf dossier: Dossier, finding: (TargetBesideLastYear) -> Finding?
  ) {
    guard let last = dossier.companions.lastYear else {
      self = .withoutLastYear()
      return
    }
    let lines = PairedSheets.all(dossier, last.dossier).flatMap(\.lines)
    self.init(
      over: lines.compactMap { TargetBesideLastYear($0.now, after: $0.before, of: last) }, missing: "与上年相同的定量指标"
    ) {
      Look(finding($0))
    }
  }
}

extension IndicatorLine {
  /// A larger number is better.
  fileprivate func wantsMore(_ target: IndicatorValue.Quantity) -> Bool {
    if let sign = target.sign { return !sign.isReverse }
    return node.subject != .cost
  }
}
