import Reading
import Text

/// What is wrong with the marks and the doubled words of a text.
struct Punctuation {
  static let finder = WritingFinder { [Punctuation(of: $0)] }

  private(set) var slips: [Slip] = []
  /// Half-width marks between ideographs.
  private(set) var narrow: [Range<Int>] = []
  /// The mark that a paragraph must not end with.
  private(set) var openEnd: Range<Int>?
  /// Begins as an item of a list.
  let isNumbered: Bool

  struct Slip {
    enum Kind { case marks, word, year, opening, closing }
    let kind: Kind
    let range: Range<Int>

    func said(in writing: Writing) -> String {
      switch kind {
      case .marks: "标点“\(writing.quote(range))”重叠。"
      case .word: "“\(writing.quote(range))”重复。"
      case .opening: "文号“\(writing.quote(range))”缺了前半个括号。"
      case .closing: "文号“\(writing.quote(range))”缺了后半个括号。"
      case .year: "文号的年份应写成〔\(writing.quote(range.dropFirst().dropLast()))〕。"
      }
    }
  }

  private static let longestWord = 8
  /// Words that may stand twice: 很多很多, and captions of a form whose cells lost their borders.
  private static let mayRepeat: WordFinder = [
    "研究", "讨论", "商量", "考虑", "很多", "许多", "常常", "好好", "年年", "交流", "学习", "了解", "哈哈", "轰轰",
    "指标", "得分", "分值", "权重", "执行率",
  ]
  /// Words that begin or end with a particle, which may stand beside the same one alone: 对对象, 以及及时.
  private static let longer: WordFinder = [
    "的确", "是否", "和平", "和谐", "和睦", "在校", "在职", "在建", "在编", "在岗", "在册", "在线", "在家", "与会", "与否", "及时", "及格", "对象", "对比",
    "对外", "对口",
    "对接", "对应", "对照", "对策", "对方", "对标", "为民", "为主", "为期", "总和", "现在", "存在", "所在", "参与", "行为", "目的",
  ]
  private static let particles: Set<Unicode.Scalar> = ["的", "是", "和", "在", "与", "及", "对", "为"]

  init(of writing: Writing) {
    // Where no mark was typed in half width, none need be told from the others.
    let typed = writing.text.holds(anyOf: [",", ";", ":"]) ? writing.text.scalarArray : nil
    let scalars = writing.scalars
    isNumbered = writing.number != nil
    // Cells of a form that run into one another repeat words without anybody having written them twice.
    let isForm = writing.isFlattenedForm
    var index = 0
    var run = 0
    while index < scalars.count {
      var next = index + 1
      let scalar = scalars[index]
      if scalar.isIdeograph {
        if run <= index { run = scalars[index...].firstIndex { !$0.isIdeograph } ?? scalars.count }
        if !isForm, let end = Self.repetition(at: index, before: run, in: scalars) {
          slips.append(Slip(kind: .word, range: index..<end))
          next = end
        }
      } else if scalar.isInnerMark {
        if next < scalars.count, scalars[next].isInnerMark, !Self.isLegitimate(scalar, scalars[next], typed?[index]) {
          slips.append(Slip(kind: .marks, range: index..<next + 1))
          next += 1
        } else if let typed, typed[index].isNarrowMark, Self.isAmongIdeographs(index, in: scalars) {
          narrow.append(index..<next)
        }
      } else if let end = Self.year(at: index, in: scalars) {
        if scalar != "〔" && scalar != "﹝" { slips.append(Slip(kind: .year, range: index..<end)) }
        next = end
      } else if let slip = Self.halfBracket(at: index, in: scalars) {
        slips.append(slip)
        next = slip.range.upperBound
      }
      index = next
    }
    if let last = scalars.last, last == "," || last == "、", scalars.count >= 6, writing.passage != nil {
      openEnd = scalars.count - 1..<scalars.count
    }
  }

  /// Both are ideographs, or the one before is and the text ends.
  private static func isAmongIdeographs(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0, scalars[index - 1].isIdeograph else { return false }
    return index + 1 >= scalars.count || scalars[index + 1].isIdeograph
  }

  /// Marks that may follow one another; a colon in half width may be a time or a ratio.
  private static func isLegitimate(_ first: Unicode.Scalar, _ second: Unicode.Scalar, _ typed: Unicode.Scalar?) -> Bool
  {
    typed == "." && second == "."
  }

  /// 项目项目, 的的, 查验资料、查验资料: where it ends. `run` is where the ideographs do.
  private static func repetition(at index: Int, before run: Int, in scalars: [Unicode.Scalar]) -> Int? {
    let first = scalars[index]
    if index + 1 < scalars.count, scalars[index + 1] == first {
      let isWord =
        longer.match(at: index + 1, in: scalars) != nil || index > 0 && longer.match(at: index - 1, in: scalars) != nil
      return particles.contains(first) && !isWord && !(index > 0 && scalars[index - 1] == first) ? index + 2 : nil
    }
    // The word must begin anew behind itself; most places are done with after one comparison.
    for gap in index + 2..<max(index + 2, min(index + 5, run)) where scalars[gap] == first {
      let (length, end) = (gap - index, 2 * gap - index)
      if end <= scalars.count, isSame(index, gap, length, in: scalars) {
        // 每人每年 goes on from 人: a word that counts each of many.
        return mayRepeatAt(index, in: scalars) || scalars[index..<index + length].contains("每") ? nil : end
      }
    }
    let length = run - index
    // 其中：其中：
    if (2...4).contains(length), run < scalars.count, scalars[run] == ":", isBoundary(index - 1, in: scalars),
      run + length + 1 < scalars.count, scalars[run + length + 1] == ":", isSame(index, run + 1, length, in: scalars)
    {
      return run + length + 2
    }
    guard (3...longestWord).contains(length), run < scalars.count, scalars[run] == "、",
      isListedTwice(index, length, in: scalars)
    else { return nil }
    return index + 2 * length + 1
  }

  /// 查验资料、查验资料 as two items of a list; a short word may be the end of a longer first item.
  private static func isListedTwice(_ index: Int, _ length: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let second = index + length + 1
    guard second + length <= scalars.count, isSame(index, second, length, in: scalars) else { return false }
    return (length >= 5 || isBoundary(index - 1, in: scalars)) && isBoundary(second + length, in: scalars)
  }

  private static func isSame(_ first: Int, _ second: Int, _ length: Int, in scalars: [Unicode.Scalar]) -> Bool {
    (0..<length).allSatisfy { scalars[first + $0] == scalars[second + $0] && scalars[first + $0].isIdeograph }
  }

  private static func isBoundary(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    !scalars.indices.contains(index) || !scalars[index].isIdeograph || scalars[index] == "等"
  }

  /// 一个一个, 讨论讨论.
  private static func mayRepeatAt(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    "一每逐层各".unicodeScalars.contains(scalars[index]) || mayRepeat.match(at: index, in: scalars) != nil
  }

  /// 示财绩2025〕1号 and 示财绩〔20251号: one of the two brackets is missing.
  private static func halfBracket(at index: Int, in scalars: [Unicode.Scalar]) -> Slip? {
    guard index > 0, scalars[index - 1].isIdeograph, index + 6 < scalars.count else { return nil }
    let isOpen = ["〔", "【", "﹝"].contains(scalars[index])
    guard isOpen || scalars[index] == "2" else { return nil }
    let digits = scalars[(isOpen ? index + 1 : index)...].prefix { $0.isDigit }
    let end = digits.endIndex
    guard end + 1 < scalars.count, digits.starts(with: "20".unicodeScalars) else { return nil }
    if isOpen {
      return (5...8).contains(digits.count) && scalars[end] == "号" ? Slip(kind: .closing, range: index..<end + 1) : nil
    }
    guard digits.count == 4, ["〕", "】", "﹞"].contains(scalars[end]) else { return nil }
    let number = scalars[(end + 1)...].prefix { $0.isDigit || $0.isBlank || $0 == "第" }
    guard !number.isEmpty, number.endIndex < scalars.count, scalars[number.endIndex] == "号" else { return nil }
    return Slip(kind: .opening, range: index..<number.endIndex + 1)
  }

  /// The end of a year in brackets that the number of a document follows.
  private static func year(at index: Int, in scalars: [Unicode.Scalar]) -> Int? {
    guard ["(", "【", "[", "〔", "﹝"].contains(scalars[index]), index + 7 < scalars.count, index > 0,
      scalars[index - 1].isIdeograph || scalars[index] != "(", scalars[index + 1] == "1" || scalars[index + 1] == "2",
      scalars[(index + 2)...(index + 4)].allSatisfy(\.isDigit), [")", "】", "]", "〕", "﹞"].contains(scalars[index + 5])
    else { return nil }
    var end = index + 6
    while end < scalars.count, scalars[end].isDigit || scalars[end].isBlank || scalars[end] == "第" { end += 1 }
    return end < scalars.count && end > index + 6 && scalars[end] == "号" ? index + 6 : nil
  }
}

extension Unicode.Scalar {
  /// A mark inside or at the end of a sentence, full-width forms being gone.
  fileprivate var isInnerMark: Bool {
    switch self {
    case "。", ",", "、", ";", ":": true
    default: false
    }
  }
  fileprivate var isNarrowMark: Bool { [",", ";", ":"].contains(self) }
}
