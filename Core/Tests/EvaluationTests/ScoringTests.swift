import Evaluation
import Figures
import Testing

@Suite("Points follow the policy's rule")
struct ScoringTests {
  /// One indicator in the words of a form, and the points worked out by hand.
  struct Case: Sendable, CustomTestStringConvertible {
    let target: String
    let actual: String
    let worth: String
    let points: String
    let working: String
    var testDescription: String { "\(target) | \(actual) | \(worth) → \(points)" }
    init(_ target: String, _ actual: String, _ worth: String, _ points: String, _ working: String? = nil) {
      self.target = target
      self.actual = actual
      self.worth = worth
      self.points = points
      self.working = working ?? points
    }
  }

  @Test(
    "reached or passed: full points",
    arguments: [
      Case("≥80个", "84个", "5", "5"), Case("≥8个", "19个", "5", "5"), Case("≥30次", "30次", "5", "5"),
      Case("＝100%", "＝100%", "5", "5"), Case("≥90%", "≥90%", "10", "10"), Case("100%", "100%", "20", "20"),
      Case(">80个", "80个", "5", "5"), Case("=100%", "105%", "5", "5"), Case("80个以上", "80个", "4.5", "4.5"),
      Case("90%", "95", "10.00", "10"), Case("0.5亿元", "5000万元", "10", "10"), Case("≥3万人", "35000人", "10", "10"),
      Case("80%-90%", "85%", "10", "10"), Case("80%-90%", "95%", "10", "10"), Case("≥-5%", "-3%", "10", "10"),
      Case("2024年12月31日前", "2024年12月20日前", "10", "10"), Case("12月底前", "2024年12月20日", "10", "10"),
      Case("≥0次", "0次", "5", "5"), Case("0起", "0起", "5", "5"), Case("=0起", "0起", "5", "5"), Case("0起", "-1起", "5", "5"),
    ])
  func fullPoints(_ item: Case) { expect(item, .quantity) }

  @Test(
    "short of the target: in proportion, rounded once",
    arguments: [
      // 10 × 4 ÷ 5 = 8, as r3 prints 5 points for it.
      Case("5个", "4个", "10", "8", "10 × 4 ÷ 5 = 8"),
      Case("≥8个", "5个", "10", "6.25", "10 × 5 ÷ 8 = 6.25"),
      // 10 × 86.15 ÷ 100 = 8.615, half up 8.62.
      Case("100%", "86.15%", "10", "8.62", "10 × 86.15 ÷ 100 = 8.62"),
      // 10 × 45.17 ÷ 100 = 4.517
      Case("100%", "45.17%", "10", "4.52", "10 × 45.17 ÷ 100 = 4.52"),
      // 7 × 2 ÷ 3 = 4.666…
      Case("≥3家", "2家", "7", "4.67", "7 × 2 ÷ 3 = 4.67"),
      // Satisfaction: 10 × 81 ÷ 90 = 9
      Case("≥90%", "81%", "10", "9", "10 × 81 ÷ 90 = 9"),
      // 80 million of 100 million: 10 × 0.8
      Case("1亿元", "8000万元", "10", "8", "10 × 8000万元 ÷ 1亿元 = 8"),
      Case("100万元", "800000元", "10", "8", "10 × 800000元 ÷ 100万元 = 8"),
      Case("=100%", "60%", "5", "3", "5 × 60 ÷ 100 = 3"),
      Case("80%-90%", "60%", "10", "7.5", "10 × 60 ÷ 80 = 7.5"),
      // A negative actual value counts as nothing.
      Case("≥12%", "-2.5%", "10", "0"),
      Case("≥8个", "0个", "10", "0", "10 × 0 ÷ 8 = 0"),
    ])
  func inProportion(_ item: Case) { expect(item, .quantity) }

  @Test(
    "a zero that is not kept earns nothing",
    arguments: [Case("0起", "1起", "5", "0"), Case("≤0起", "2起", "5", "0"), Case("=0起", "1起", "5", "0")])
  func zeroTargets(_ item: Case) {
    expect(item, .satisfaction)
    expect(item, .satisfaction, reverse: .byRatio)
  }

  @Test(
    "above a ceiling, by the excess: nothing from twice the target on",
    arguments: [
      // 10 × (1 − (120 − 100) ÷ 100) = 8
      Case("≤100万元", "120万元", "10", "8", "10 × (1 − (120 − 100) ÷ 100) = 8"),
      // 10 × (1 − 54500 ÷ 100000) = 4.55: a cost target without a sign is a ceiling.
      Case("100000万元", "154500万元", "10", "4.55", "10 × (1 − (154500 − 100000) ÷ 100000) = 4.55"),
      Case("=100万元", "120万元", "10", "8", "10 × (1 − (120 − 100) ÷ 100) = 8"),
      Case("80-100万元", "120万元", "10", "8", "10 × (1 − (120 − 100) ÷ 100) = 8"),
      // 10 × (1 − 0.2亿 ÷ 1亿) = 8
      Case("≤1亿元", "12000万元", "10", "8", "10 × (1 − (12000万元 − 1亿元) ÷ 1亿元) = 8"),
      Case("≤100万元", "199.99万元", "10", "0", "10 × (1 − (199.99 − 100) ÷ 100) = 0"),
      Case("≤100万元", "200万元", "10", "0"), Case("≤100万元", "350万元", "10", "0"),
      Case("≤100万元", "100万元", "10", "10"), Case("<100万元", "100万元", "10", "10"), Case("≤100%", "≦100%", "10", "10"),
      Case("106.2万元", "106.2万元", "10", "10"), Case("80-100万元", "60万元", "10", "10"),
      Case("≤100万元", "-3万元", "10", "10"),
    ])
  func aboveCeilingByExcess(_ item: Case) { expect(item, .cost) }

  @Test(
    "above a ceiling, by the ratio",
    arguments: [
      // 10 × 100 ÷ 120 = 8.333…
      Case("≤100万元", "120万元", "10", "8.33", "10 × 100 ÷ 120 = 8.33"),
      Case("≤100万元", "200万元", "10", "5", "10 × 100 ÷ 200 = 5"),
      // 10 × 100000 ÷ 154500 = 6.4724…
      Case("100000万元", "154500万元", "10", "6.47", "10 × 100000 ÷ 154500 = 6.47"),
      Case("≤3天", "4天", "5", "3.75", "5 × 3 ÷ 4 = 3.75"),
    ])
  func aboveCeilingByRatio(_ item: Case) { expect(item, .cost, reverse: .byRatio) }

  @Test(
    "below the passing share nothing is earned",
    arguments: [
      Case("≥90%", "53.99%", "10", "0"), Case("≥90%", "54%", "10", "6", "10 × 54 ÷ 90 = 6"),
      Case("≥90%", "90%", "10", "10"),
    ])
  func passingShare(_ item: Case) throws {
    expect(item, .satisfaction, passingShare: try Figure(reading: "0.6"))
  }

  @Test(
    "a policy may cut or round to even",
    arguments: [(RoundingMode.halfUp, "8.62"), (.halfEven, "8.62"), (.down, "8.61")])
  func roundsAsThePolicySays(_ mode: RoundingMode, _ points: String) {
    let rounding = Rounding(scoreDecimals: 2, rateDecimals: 2, mode: mode, source: "form")
    let advice = rule().advice(
      points: 10, target: IndicatorValue(reading: "100%"), actual: IndicatorValue(reading: "86.15%"), subject: .quality,
      rounding: rounding)
    #expect(advice.spelled == "\(points) = 10 × 86.15 ÷ 100 = \(points)")
  }

  @Test(
    "words are scored by the band of their level",
    arguments: [
      ("达标", "8–10 达成"), ("已完成", "8–10 达成"), ("基本完成", "6–8 部分达成"), ("未完成", "0–6 未达成"), ("部分达成", "6–8 部分达成"),
      ("未达成", "0–6 未达成"), ("全部达标", "8–10 达成"), ("未达标", "free"), ("没有全部达标", "free"), ("有效推进", "free"),
    ])
  func bands(_ actual: String, _ spelled: String) {
    #expect(advice("定性", actual, "10", .socialBenefit).spelled == spelled)
  }

  @Test(
    "what cannot be compared says why",
    arguments: [
      ("达标", "77.7万元", Incomparable.wordsAgainstNumber), ("定性", "80-90%", .wordsAgainstNumber),
      ("≥80个", "有效推进", .numberAgainstWords), ("80%-90%", "达标", .numberAgainstWords),
      ("≥80个", "80万元", .units(target: "个", actual: "万元")), ("80-90%", "85个", .units(target: "%", actual: "个")),
      ("≥90%", "0.95", .units(target: "%", actual: "")), ("5000吨稻谷、500吨成品粮", "100%", .severalNumbers),
      ("100%", "84个、19家", .severalNumbers), ("2024年12月31日前", "100%", .dateAgainstOther),
      ("100%", "2024年12月31日", .dateAgainstOther), ("2024年12月31日前", "按期完成", .dateAgainstOther),
      ("≥80个", "亿元以上项目19个", .unclear), ("前3名", "100%", .unclear),
    ])
  func incomparable(_ target: String, _ actual: String, _ reason: Incomparable) {
    #expect(advice(target, actual, "10", .quantity) == .incomparable(reason))
    #expect(advice(target, actual, nil, .quantity) == .incomparable(reason))
  }

  @Test("nothing is said of what is not filled in yet, or late, or shrinks beyond its target")
  func staysSilent() {
    #expect(advice("≥80个", "", "10", .quantity) == .incomplete)
    #expect(advice("", "84个", "10", .quantity) == .incomplete)
    #expect(advice("无", "无", "10", .quantity) == .incomplete)
    #expect(advice("≥80个", "84个", nil, .quantity) == .incomplete)
    #expect(advice("2024年6月30日前", "2024年7月1日", "10", .timeliness) == .free)
    #expect(advice("≥-5%", "-8%", "10", .quantity) == .free)
  }

  @Test("no rule gives more than an indicator is worth, nor less than nothing")
  func staysWithinThePoints() throws {
    var random = SeededGenerator(90)
    for _ in 0..<3_000 {
      let sign = IndicatorValue.Sign.allCases.randomElement(using: &random)
      let target = Figure(unscaled: Int64.random(in: 0...400, using: &random), decimals: 1)
      let actual = Figure(unscaled: Int64.random(in: -100...900, using: &random), decimals: 1)
      let advice = rule(ReverseRule.allCases.randomElement(using: &random) ?? .byRatio).advice(
        points: 15, target: .quantity(.init(sign: sign, figure: try #require(target))),
        actual: .quantity(.init(figure: try #require(actual))),
        subject: Bool.random(using: &random) ? .cost : .quantity, rounding: Policy.exampleDepartment.rounding)
      guard case .points(let proposal) = advice else {
        Issue.record("\(advice)")
        continue
      }
      #expect(proposal.points >= 0 && proposal.points <= 15)
    }
  }

  // MARK: Asking

  private func expect(
    _ item: Case, _ subject: IndicatorSubject, reverse: ReverseRule = .byExcess, passingShare: Figure? = nil,
    at location: SourceLocation = #_sourceLocation
  ) {
    let advice = advice(item.target, item.actual, item.worth, subject, reverse: reverse, passingShare: passingShare)
    #expect(advice.spelled == "\(item.points) = \(item.working)", sourceLocation: location)
  }

  private func advice(
    _ target: String, _ actual: String, _ worth: String?, _ subject: IndicatorSubject, reverse: ReverseRule = .byExcess,
    passingShare: Figure? = nil
  ) -> ScoreAdvice {
    rule(reverse, passingShare: passingShare).advice(
      points: worth.flatMap { try? Figure(reading: $0) }, target: IndicatorValue(reading: target),
      actual: IndicatorValue(reading: actual), subject: subject, rounding: Policy.exampleDepartment.rounding)
  }

  private func rule(_ reverse: ReverseRule = .byExcess, passingShare: Figure? = nil) -> ScoringRule {
    ScoringRule(
      executionPoints: 10, indicatorPoints: 90, executionReasonBelow: nil, reverse: reverse, passingShare: passingShare,
      levels: Policy.exampleDepartment.scoring.levels, overfulfilment: nil, source: "form")
  }
}

extension ScoreAdvice {
  /// "8.62 = 10 × 86.15 ÷ 100 = 8.62", "6–8 部分达成", "free".
  fileprivate var spelled: String {
    switch self {
    case .points(let proposal): "\(proposal.points) = \(proposal.working)"
    case .band(let low, let high, let level): "\(low)–\(high) \(level.label)"
    case .free: "free"
    case .incomparable(let reason): "\(reason)"
    case .incomplete: "incomplete"
    }
  }
}
