import Evaluation
import Figures

extension ScoringRule {
  init(_ fields: inout Fields) {
    let execution = fields.part("execution") {
      (
        points: $0.readableWhole("points", in: 0...100), below: $0.optionalFigure("reasonBelow", above: 0, upTo: 100),
        source: $0.source()
      )
    }
    let indicators = fields.part("indicators") { part in
      let points = part.readableWhole("points", in: 0...100)
      let count = part.optionalPart("count") { ClosedRange<Int>(&$0) }
      _ = part.source()
      return (points: points, count: count ?? nil)
    }
    if let first = execution?.points, let second = indicators?.points, first + second != 100 {
      fields.draft.report(
        "预算执行 \(first) 分与指标 \(second) 分合计 \(first + second) 分，应为 100 分。", at: fields.place(of: "indicators"))
    }
    let levels = fields.part("levels") { ($0.levels(), mustNameLevel: $0.flag("mustChoose")) }
    self.init(
      executionPoints: execution?.points ?? 0, indicatorPoints: indicators?.points ?? 0,
      executionReasonBelow: execution?.below, reverse: fields.part("reverse") { $0.reverseRule() } ?? .byExcess,
      passingShare: fields.optionalPart("passing") { $0.passingShare() },
      levels: levels?.0 ?? [], mustNameLevel: levels?.mustNameLevel ?? false,
      overfulfilment: fields.optionalPart("overfulfilment") { Overfulfilment(&$0) },
      caps: fields.optionalPart("caps") { $0.caps() } ?? [], indicatorCount: indicators?.count,
      source: execution?.source ?? "")
  }

  static let standIn = ScoringRule(
    executionPoints: 10, indicatorPoints: 90, executionReasonBelow: nil, reverse: .byExcess, levels: [],
    overfulfilment: nil, source: "")
}

extension PointRange {
  fileprivate static let standIn = PointRange(low: 0, high: 100, includesLow: true, includesHigh: true)
}

extension ClosedRange<Int> {
  fileprivate init?(_ fields: inout Fields) {
    let (least, most) = (fields.whole("least", in: 0...300), fields.whole("most", in: 0...300))
    guard least <= most else {
      fields.draft.report("least（\(least)）大于 most（\(most)）。", at: fields.place)
      return nil
    }
    self = least...most
  }
}

extension Overfulfilment {
  fileprivate init(_ fields: inout Fields) {
    self.init(
      share: fields.figure("share", above: 1, upTo: 100), effect: fields.choice("effect", of: Effect.self) ?? .warn)
    _ = fields.source()
  }
}

extension Fields {
  fileprivate mutating func reverseRule() -> ReverseRule {
    _ = source()
    return choice("rule", of: ReverseRule.self) ?? .byExcess
  }
  fileprivate mutating func passingShare() -> Figure {
    _ = source()
    return figure("share", above: 0, upTo: 1)
  }

  /// Levels of fulfilment in words: no spelling twice, and each share of the points in exactly one level.
  fileprivate mutating func levels() -> [QualitativeLevel] {
    _ = source()
    var stretches: [Stretch?] = []
    var spellings: [(name: String, place: Place)] = []
    let levels = each("items") { item in
      let share = item.range("share")
      let level = QualitativeLevel(
        label: item.text("label"), words: item.texts("words"), share: share ?? .standIn)
      stretches.append(share.map { Stretch(range: $0, name: level.label, place: item.place(of: "share")) })
      spellings.append((level.label, item.place(of: "label")))
      spellings += level.words.map { ($0, item.place(of: "words")) }
      return level
    }
    draft.requireUnique(spellings, "完成情况用语")
    draft.requireComplete(stretches, "完成情况分档")
    return levels
  }

  fileprivate mutating func caps() -> [ExecutionCap] {
    _ = source()
    var stretches: [Stretch?] = []
    let caps = each("items") { item in
      let rate = item.range("rate")
      stretches.append(rate.map { Stretch(range: $0, name: "\($0)", place: item.place(of: "rate")) })
      return ExecutionCap(rate: rate ?? .standIn, most: item.figure("most", above: 0, upTo: 100))
    }
    draft.requireSeparate(stretches, "执行率分档")
    return caps
  }

  /// Bands of the total: no gap, no overlap, and a word on which band the ends belong to.
  mutating func grades() -> [GradeBand] {
    let note = has("note")
    let source = source()
    if !note { draft.report("缺少“note”：请写明相邻等级的分界点归入哪一级，以及原件如何印。", at: place) }
    var stretches: [Stretch?] = []
    var labels: [(name: String, place: Place)] = []
    let bands = each("bands") { item in
      let range = item.range("range")
      let band = GradeBand(label: item.text("label"), range: range ?? .standIn, source: source)
      stretches.append(range.map { Stretch(range: $0, name: band.label, place: item.place(of: "range")) })
      labels.append((band.label, item.place(of: "label")))
      return band
    }
    draft.requireUnique(labels, "等级")
    draft.requireComplete(stretches, "等级")
    return bands
  }
}
