import Evaluation
import Figures
import Testing

@Suite("Target and actual values are read as people write them")
struct IndicatorValueTests {
  @Test(
    "a sign, a number and a unit in any spelling",
    arguments: [
      // As the published reports have them.
      ("≥80个", "≥ 80 个"), ("84个", "84 个"), ("\u{3000}≥30次", "≥ 30 次"), ("\u{3000}\u{3000}＝100%", "= 100 %"),
      ("≦100%", "≤ 100 %"), ("\u{3000}≦100%", "≤ 100 %"), ("≥90%", "≥ 90 %"), ("100%", "100 %"), ("0起", "0 起"),
      ("100000万元", "100000 万元"), ("106.2万元", "106.2 万元"), ("6人", "6 人"), ("19个", "19 个"), ("5000吨", "5000 吨"),
      // Signs of every kind of keyboard.
      ("≧80个", "≥ 80 个"), (">=80个", "≥ 80 个"), ("=>80个", "≥ 80 个"), ("＞＝80个", "≥ 80 个"), ("⩾80个", "≥ 80 个"),
      ("≮80个", "≥ 80 个"), ("<=5%", "≤ 5 %"), ("=<5%", "≤ 5 %"), ("⩽5%", "≤ 5 %"), ("≯5%", "≤ 5 %"), ("＞80个", "> 80 个"),
      ("﹥80个", "> 80 个"), ("<3%", "< 3 %"), ("﹤3%", "< 3 %"), ("=100％", "= 100 %"), ("﹦100﹪", "= 100 %"),
      // Signs in words, before and behind.
      ("不少于30次", "≥ 30 次"), ("不低于90%", "≥ 90 %"), ("至少3家", "≥ 3 家"), ("大于等于95%", "≥ 95 %"),
      ("大于或等于95%", "≥ 95 %"), ("达到100%", "≥ 100 %"), ("90%以上", "≥ 90 %"), ("90%及以上", "≥ 90 %"),
      ("90%（含）以上", "≥ 90 %"), ("90%以上（含90%）", "≥ 90 %"), ("80个以上", "≥ 80 个"), ("不低于80个以上", "≥ 80 个"),
      ("不超过100万元", "≤ 100 万元"), ("控制在100万元以内", "≤ 100 万元"), ("100万元以内", "≤ 100 万元"), ("3%以下", "≤ 3 %"),
      ("3%及以下", "≤ 3 %"), ("15个工作日内", "≤ 15 个工作日"), ("3个月内", "≤ 3 个月"), ("小于1%", "< 1 %"), ("低于5‰", "< 5 ‰"),
      ("超过12%", "> 12 %"), ("等于6人", "= 6 人"),
      // Words around that compare nothing.
      ("完成84个", "84 个"), ("实际完成84个。", "84 个"), ("已完成100%", "100 %"), ("约120余批次", "120 批次"), ("共31次", "31 次"),
      ("2024年新增20个", "20 个"), ("2024年度完成30场次", "30 场次"), ("全年31次", "31 次"), ("1-12月完成84个", "84 个"),
      ("同比增长12.5%", "12.5 %"), ("100%完成", "100 %"), ("100%（全覆盖）", "100 %"), ("100%（17/17）", "100 %"),
      ("1,200户", "1200 户"), ("1，200户", "1200 户"), ("-5.2%", "-5.2 %"), ("－5.2％", "-5.2 %"), ("3.5万人次", "3.5 万人次"),
      ("80", "80"), ("12个月", "12 个月"), ("100万元/公里", "100 万元/公里"),
    ])
  func readsQuantities(_ text: String, _ read: String) throws {
    guard case .quantity(let quantity) = IndicatorValue(reading: text) else {
      Issue.record("\(text): \(IndicatorValue(reading: text))")
      return
    }
    let spelled = [quantity.sign?.rawValue, quantity.figure.description, quantity.unit].compactMap(\.self)
    #expect(spelled.filter { !$0.isEmpty }.joined(separator: " ") == read)
  }

  @Test(
    "a day, a month or a year",
    arguments: [
      ("2024年12月31日前", "2024-12-31 前"), ("2024年12月20日前", "2024-12-20 前"), ("2024年12月31日", "2024-12-31"),
      ("２０２４年１２月３１日", "2024-12-31"), ("2024年12月31日之前", "2024-12-31 前"), ("2024年12月底前", "2024-12-31 前"),
      ("2024年12月", "2024-12-31"), ("2024年6月", "2024-6-31"), ("2024年底前完成", "2024-12-31 前"), ("2024年", "2024-12-31"),
      ("2024-12-31", "2024-12-31"), ("2024/12/31", "2024-12-31"), ("2024.12.31", "2024-12-31"),
      ("于2024年12月20日全部完成", "2024-12-20"), ("截至2024年11月30日", "2024-11-30"), ("12月31日前", "-12-31 前"),
      ("12月底前", "-12-31 前"), ("年底前", "-12-31 前"), ("6月", "-6-31"), ("2024年内", "2024-12-31 前"),
    ])
  func readsDates(_ text: String, _ read: String) {
    guard case .date(let date) = IndicatorValue(reading: text) else {
      Issue.record("\(text): \(IndicatorValue(reading: text))")
      return
    }
    let year = date.year.map(String.init) ?? ""
    #expect("\(year)-\(date.month)-\(date.day)\(date.isLimit ? " 前" : "")" == read)
  }

  @Test(
    "a stretch between two numbers",
    arguments: [
      ("80-90%", "%"), ("80%-90%", "%"), ("80%～90%", "%"), ("80~90%", "%"), ("80至90个", "个"), ("80个—90个", "个"),
    ])
  func readsRanges(_ text: String, _ unit: String) {
    #expect(IndicatorValue(reading: text) == .range(low: 80, high: 90, unit: unit))
  }

  @Test(
    "words stay words",
    arguments: [
      "定性", "达标", "有效推进", "满意", "到位率", "无生态效益", "无可持续影响", "全面完成各项工作任务", "提高", "增长", "不超过上年", "前3名",
      "3个方面的工作均得到有效推进并按期完成", "三个",
    ])
  func leavesWords(_ text: String) {
    #expect(IndicatorValue(reading: text) == .words(text))
  }

  @Test(
    "several numbers are not taken for one",
    arguments: [
      "5000吨稻谷、500吨成品粮、50吨食用植物油", "84个（其中亿元项目19个）", "1-12月全县完成社零总额50.29亿元，同比增长2.5%，新增限上企业2家", "≥80%且≤95%",
      "90-80%", "3:1", "31次、40家", "2023年12个，2024年15个",
    ])
  func seesSeveral(_ text: String) {
    guard case .several = IndicatorValue(reading: text) else {
      Issue.record("\(IndicatorValue(reading: text))")
      return
    }
  }

  @Test(arguments: ["", " ", "无", "/", "-", "—", "——", "不涉及", "不适用", "\u{3000}无\u{3000}"])
  func nothingIsVoid(_ text: String) { #expect(IndicatorValue(reading: text) == .void) }

  @Test(
    "a number lost in words is known to be unclear",
    arguments: [
      ("前3名", true), ("亿元以上项目19个", true), ("八十四个", true), ("两家企业", true), ("百分之九十", true), ("定性", false), ("一般", false),
      ("十分满意", false), ("达标", false), ("84个", false), ("一", false),
    ])
  func knowsUnclearWords(_ text: String, _ isUnclear: Bool) {
    #expect(IndicatorValue(reading: text).isUnclear == isUnclear)
  }

  @Test(
    "units that count the same thing",
    arguments: [
      ("100万元", "1000000元", true), ("0.5亿元", "5000万元", true), ("84个", "84个项目", true), ("84个项目", "84项目", true),
      ("15个工作日", "15工作日", true), ("30场", "30场次", true), ("3.5万人", "35000人", true), ("20万人", "20万", true),
      ("1350㎡", "1350平方米", true), ("12天", "12日", true), ("5千元", "5000元", true), ("80", "84个", true),
      ("90%", "95", true),
      ("0%", "0", true), ("90%", "0.95", false), ("90%", "1", false), ("77.7万元", "1个", false), ("90%", "90个", false),
      ("100元", "100元/亩", false), ("15个工作日", "15天", false), ("20个", "20家", false), ("1万元", "1万人", false),
    ])
  func comparesUnits(_ first: String, _ second: String, _ same: Bool) {
    guard case .quantity(let first) = IndicatorValue(reading: first),
      case .quantity(let second) = IndicatorValue(reading: second)
    else {
      Issue.record("no quantities")
      return
    }
    #expect(first.isComparable(with: second) == same)
    #expect(second.isComparable(with: first) == same)
  }

  @Test(
    "what a unit multiplies",
    arguments: [
      ("100万元", 1_000_000, "元"), ("0.5亿元", 50_000_000, "元"), ("3.5万人", 35_000, "人"), ("2百万元", 2_000_000, "元"),
      ("7千元", 7_000, "元"), ("90%", 90, "%"), ("3千米", 3, "公里"), ("20万", 200_000, ""),
    ] as [(String, Int64, String)])
  func multipliesOut(_ text: String, _ value: Int64, _ unit: String) {
    guard case .quantity(let quantity) = IndicatorValue(reading: text) else {
      Issue.record("no quantity")
      return
    }
    #expect(quantity.comparable.value == Rational(value))
    #expect(quantity.comparable.unit == unit)
  }

  @Test("a day is later than another, whichever of them leaves out the year")
  func comparesDates() {
    let limit = IndicatorValue.DateLimit(year: 2024, month: 6, day: 30, isLimit: true)
    #expect(IndicatorValue.DateLimit(year: 2024, month: 7, day: 1).isLater(than: limit))
    #expect(!IndicatorValue.DateLimit(year: 2024, month: 6, day: 30).isLater(than: limit))
    #expect(IndicatorValue.DateLimit(year: 2025, month: 1, day: 1).isLater(than: limit))
    #expect(!IndicatorValue.DateLimit(year: 2023).isLater(than: limit))
    #expect(IndicatorValue.DateLimit(year: nil, month: 12, day: 20).isLater(than: limit))
    #expect(!IndicatorValue.DateLimit(year: nil, month: 5, day: 1).isLater(than: limit))
  }

  @Test("no text of any kind stops the reader")
  func readsAnything() {
    var random = SeededGenerator(5)
    let pieces = [
      "≥", "=", "80", ".", ",", "%", "个", "年", "月", "日", "前", "（", "）", "其中", "-", "至", "完成", "以上", "内", "𠮷", "👨‍👩‍👧",
      "\r\n", "１", "约",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      if case .quantity(let quantity) = IndicatorValue(reading: text) {
        #expect(text.unicodeScalars.contains { $0 == "8" || $0 == "１" } && quantity.unit.count <= 12)
      }
    }
  }
}
