import Figures
import Reading
import Rules
import Text

/// How many problems or measures there are, told before they are told one by one: 存在三方面问题：一是…；二是….
struct CountedSeries {
  static let finder = PassageFinder(in: .prose, holding: ["二是"]) { read -> [Finding] in
    let passage = read.passage
    let scalars = passage.scalars
    return scalars.indices.dropLast().filter { scalars[$0] == "一" && scalars[$0 + 1] == "是" }.compactMap {
      finding(onSeriesAt: $0, in: passage)
    }
  }

  /// nil where no count is told right before it, or as many follow.
  private static func finding(onSeriesAt start: Int, in passage: PassageReading) -> Finding? {
    let scalars = passage.scalars
    guard let mark = scalars[..<start].lastIndex(where: { !$0.isBlank }), [":", "。"].contains(scalars[mark]) else {
      return nil
    }
    var begin = mark
    while begin > 0, !marks.contains(scalars[begin - 1]) { begin -= 1 }
    guard let (place, count) = count(in: begin..<mark, of: passage), let listed = series(in: passage, from: start),
      listed != count
    else { return nil }
    return Finding(
      at: [.text(passage.passage.place(place))], "写的是 \(passage.text(place))，后面列出 \(listed) 个，请核对。",
      derivation: "\(count) ≠ \(listed)")
  }

  private static let marks: Set<Unicode.Scalar> = [":", "。", ",", ";", "、", "(", ")", "!", "?", "\n"]
  private static let numerals = Array("一二三四五六七八九".unicodeScalars)
  private static let units: Set<Unicode.Scalar> = ["个", "方", "点", "项", "条", "类", "大", "种"]
  private static let kinds = ["问题", "不足", "原因", "措施", "建议", "经验", "做法", "困难", "短板", "难点", "方面", "工作", "体会", "特点", "举措"]

  /// 三 of 三方面问题, with how many that is; nil for other words.
  private static func count(in words: Range<Int>, of passage: PassageReading) -> (Range<Int>, Int)? {
    let scalars = passage.scalars
    let last = words.dropLast().last { index in
      units.contains(scalars[index + 1]) && number(scalars[index]) != nil
        // 十二个 and 第三个 are other numbers.
        && !(index > words.lowerBound
          && (number(scalars[index - 1]) != nil || ["十", "第", "."].contains(scalars[index - 1])))
    }
    guard let last, let count = number(scalars[last]), count >= 2 else { return nil }
    let all = passage.text(words)
    guard passage.text(last + 1..<words.upperBound).holds(anyOf: kinds), words.upperBound - last <= 12,
      !all.holds(anyOf: ["上年", "去年", "整改", "上一年", "其中"])
    else { return nil }
    return (last..<words.upperBound, count)
  }

  private static func number(_ scalar: Unicode.Scalar) -> Int? {
    if scalar == "两" { return 2 }
    if ("1"..."9").contains(scalar) { return Int(scalar.value) - 48 }
    return numerals.firstIndex(of: scalar).map { $0 + 1 }
  }

  /// How many of 一是, 二是, 三是 follow in turn from there, each once; nil where they begin anew or another series does.
  private static func series(in passage: PassageReading, from start: Int) -> Int? {
    let scalars = passage.scalars
    var found: [Unicode.Scalar] = []
    for index in start..<max(start, scalars.count - 1)
    where scalars[index + 1] == "是" && numerals.contains(scalars[index]) {
      // 唯一是 is no number.
      guard index == start || marks.contains(scalars[index - 1]) || scalars[index - 1].isBlank else { continue }
      found.append(scalars[index])
    }
    return found.count >= 2 && found == Array(numerals.prefix(found.count)) ? found.count : nil
  }
}
