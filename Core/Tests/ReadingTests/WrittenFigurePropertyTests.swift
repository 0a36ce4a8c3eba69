import Testing

@testable import Reading

@Suite("Whatever the text, figures keep to their rules")
struct WrittenFigurePropertyTests {
  private static let seeds = Array(1...10)
  private static let samplesOfSeed = 300

  private static func texts(_ seed: Int) -> [String] {
    var samples = ProseSamples(seed: seed)
    return (0..<samplesOfSeed).map { $0.isMultiple(of: 5) ? samples.noise() + samples.text() : samples.text() }
  }

  @Test(arguments: seeds)
  func `ranges lie in the text, in order and apart`(_ seed: Int) {
    for text in Self.texts(seed) {
      var end = 0
      for figure in WrittenFigure.found(in: text) {
        let isPlaced =
          figure.range.lowerBound >= end && figure.range.upperBound <= text.unicodeScalars.count
          && !figure.range.isEmpty && figure.range.contains(figure.number.lowerBound)
          && figure.number.upperBound <= figure.range.upperBound
        #expect(isPlaced, "\(text.debugDescription) \(figure)")
        end = figure.range.upperBound
      }
    }
  }

  @Test(arguments: seeds)
  func `what stands in a figure's range is that figure again`(_ seed: Int) {
    for text in Self.texts(seed) {
      for figure in WrittenFigure.found(in: text) where !figure.isInferred {
        let excerpt = text.excerpt(figure.range)
        let again = WrittenFigure.found(in: excerpt)
        #expect(again.map(\.meaning) == [figure.meaning], "\(excerpt.debugDescription) in \(text.debugDescription)")
        #expect(again.first?.range == 0..<figure.range.count, "\(excerpt.debugDescription) in \(text.debugDescription)")
      }
    }
  }

  @Test(arguments: seeds)
  func `blocks joined by a full stop hold the figures of all`(_ seed: Int) {
    let texts = Self.texts(seed)
    for (first, second) in zip(texts, texts.dropFirst()) {
      let shift = first.unicodeScalars.count + 1
      let apart =
        WrittenFigure.found(in: first).map { ($0.meaning, $0.range.lowerBound) }
        + WrittenFigure.found(in: second).map { ($0.meaning, $0.range.lowerBound + shift) }
      let joined = WrittenFigure.found(in: first + "。" + second).map { ($0.meaning, $0.range.lowerBound) }
      #expect(joined.elementsEqual(apart) { $0 == $1 }, "\(first.debugDescription) \(second.debugDescription)")
    }
  }

  @Test(arguments: ["𠮷。", "👨‍👩‍👧‍👦。", "e\u{301}\u{302}。", "\r\n", "𠮷\u{3000}é。\r\n"], seeds)
  func `what stands before moves the offsets by its scalars`(_ prefix: String, _ seed: Int) {
    let shift = prefix.unicodeScalars.count
    for text in Self.texts(seed) where text.unicodeScalars.first?.properties.generalCategory != .nonspacingMark {
      let plain = WrittenFigure.found(in: text).map { "\($0.meaning) \($0.range) \($0.number)" }
      let moved = WrittenFigure.found(in: prefix + text).map {
        "\($0.meaning) \($0.range.lowerBound - shift..<$0.range.upperBound - shift) "
          + "\($0.number.lowerBound - shift..<$0.number.upperBound - shift)"
      }
      #expect(plain == moved, "\(text.debugDescription)")
    }
  }

  @Test(arguments: seeds)
  func `width and invisible blanks change no value`(_ seed: Int) {
    for text in Self.texts(seed) {
      let plain = WrittenFigure.found(in: text).map(\.meaning)
      #expect(WrittenFigure.found(in: text.wide).map(\.meaning) == plain, "\(text.debugDescription)")
    }
  }

  @Test(arguments: seeds)
  func `an amount is the same however it is set`(_ seed: Int) {
    var samples = ProseSamples(seed: seed)
    for _ in 0..<100 {
      let whole = samples.pick(["7", "50", "218", "1218", "24000", "1234567"])
      let decimals = samples.pick(["", ".5", ".05", ".120"])
      let unit = samples.pick(["元", "万元", "亿元", "%", "个", "平方米", "个百分点"])
      let plain = WrittenFigure.found(in: whole + decimals + unit).map(\.kind)
      #expect(plain.count == 1)
      let blank = samples.pick(["\u{A0}", "\u{3000}", " ", "\n", "\r\n", "\u{2009}", "\u{200B}"])
      for text in [
        whole.grouped(by: ",") + decimals + unit, whole.grouped(by: "，") + decimals + unit,
        whole.grouped(by: "\u{A0}") + decimals + unit, whole + decimals + blank + unit,
        whole + decimals + unit.map(String.init).joined(separator: blank), (whole + decimals + unit).wide,
        whole.map(String.init).joined(separator: "\u{200B}") + decimals + unit,
      ] {
        #expect(WrittenFigure.found(in: text).map(\.kind) == plain, "\(text.debugDescription)")
      }
    }
  }

  @Test(arguments: [
    "1", "1,000", "1-", "1-2-", "010-1234567-", "1.", "1.1.", "1/", "1:", "一", "1一", "一至", "1、", "1万、", "2024、", "年",
    "今年", "1 ",
    "1\n", "万", "亿万", "1万", "第1", "（", "（1", "1年1月", "1月-", "百分之", "a1", "1个/", "约", "上百",
  ])
  func `odd runs come to an end`(_ piece: String) {
    for text in [String(repeating: piece, count: 500), "1" + String(repeating: piece, count: 500) + "万元"] {
      #expect(WrittenFigure.found(in: text).allSatisfy { $0.range.upperBound <= text.unicodeScalars.count })
    }
  }

  /// Runs that begin anew with each of their numbers: were they read to the end each time, this would take minutes.
  @Test(.timeLimit(.minutes(10)), arguments: ["111,", "0100-", "1\u{200B}"])
  func `long runs are read once`(_ piece: String) {
    #expect(WrittenFigure.found(in: String(repeating: piece, count: 60_000)).count < 60_001)
  }

  @Test func `blanks without end part a number from its unit`() {
    #expect(WrittenFigure.found(in: "12" + String(repeating: " ", count: 5000) + "万元").map(\.meaning) == ["12±0.5"])
    #expect(WrittenFigure.found(in: "").isEmpty)
  }
}

extension String {
  /// Digits in groups of three from the right.
  fileprivate func grouped(by separator: String) -> String {
    let head = count % 3
    let groups = stride(from: head, to: count, by: 3).map { dropFirst($0).prefix(3) }
    return ((head == 0 ? [] : [prefix(head)]) + groups).joined(separator: separator)
  }

  /// The same text in full-width digits, letters and signs.
  fileprivate var wide: String {
    var wide = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      wide.append(Unicode.Scalar((0x21...0x7E).contains(scalar.value) ? scalar.value + 0xFEE0 : scalar.value) ?? scalar)
    }
    return String(wide)
  }
}
