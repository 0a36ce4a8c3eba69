import Reading
import Rules
import Text

/// Numbers that items bear inside of text: 一是, 二是, （1）, （2）, 1., 2.
enum RunningNumbers {
  private struct Mark {
    let value: Int
    let range: Range<Int>
  }

  /// （1）, （2） of one paragraph, behind its own number, and its 1., 2. behind the ends of sentences.
  static let inside = WritingFinder { writing -> [Finding] in
    guard writing.passage != nil, !writing.isCell else { return [] }
    return [brackets(in: writing), points(in: writing)].flatMap { marks in
      gaps(among: marks.map { (writing, $0) }) + repeats(among: marks, in: writing)
    }
  }

  /// 一是, 二是 of all paragraphs below one heading.
  static func ordinals(in dossier: Dossier) -> [Finding] {
    var found: [Finding] = []
    var marks: [(Writing, Mark)] = []
    var headings: [Heading]?
    for (writing, mark) in dossier.found(in: ordinals) {
      if headings != writing.passage?.headings {
        found += gaps(among: marks)
        (marks, headings) = ([], writing.passage?.headings)
      }
      marks.append((writing, mark))
    }
    return found + gaps(among: marks)
  }

  private static let ordinals = WritingFinder { writing -> [(Writing, Mark)] in
    guard let passage = writing.passage, passage.role != .cell else { return [] }
    return ordinals(in: writing).map { (writing, $0) }
  }

  /// Numbers left out, where none of the lists that are open goes on with the next one.
  private static func gaps(among marks: [(Writing, Mark)]) -> [Finding] {
    var open: [(last: Int, quote: String)] = []
    return marks.compactMap { writing, mark in
      let quote = writing.quote(mark.range)
      if mark.value == 1 {
        open.append((1, quote))
        return nil
      }
      if let index = open.lastIndex(where: { $0.last + 1 == mark.value }) {
        open.removeSubrange((index + 1)...)
        open[index] = (mark.value, quote)
        return nil
      }
      guard let last = open.last, mark.value > last.last + 1 else { return nil }
      open[open.count - 1] = (mark.value, quote)
      // One number alone may refer to an item; a list of two shows that it is counted on.
      guard last.last >= 2 else { return nil }
      return Finding(
        at: [writing.place(mark.range)], "编号从“\(last.quote)”跳到“\(quote)”，请核对是否漏了内容。",
        derivation: "\(last.quote) → \(quote)")
    }
  }

  /// Numbers that a list counts twice before it goes on.
  private static func repeats(among marks: [Mark], in writing: Writing) -> [Finding] {
    guard marks.count >= 4 else { return [] }
    return (2..<marks.count - 1).compactMap { index in
      let mark = marks[index]
      guard (-2...1).map({ marks[index + $0].value }) == [mark.value - 1, mark.value, mark.value, mark.value + 1] else {
        return nil
      }
      let quote = writing.quote(mark.range)
      return Finding(
        at: [writing.place(mark.range)], "编号“\(quote)”前面已经用过，请改正。",
        derivation: quote)
    }
  }

  private static let numerals = Array("一二三四五六七八九十".unicodeScalars)

  private static func ordinals(in writing: Writing) -> [Mark] {
    let scalars = writing.scalars
    return scalars.indices.dropLast().compactMap { index in
      guard scalars[index + 1] == "是", let value = numerals.firstIndex(of: scalars[index]),
        index == 0 || scalars[index - 1].parts
      else { return nil }
      return Mark(value: value + 1, range: index..<index + 2)
    }
  }

  private static func brackets(in writing: Writing) -> [Mark] {
    let scalars = writing.scalars
    return scalars.indices.dropFirst().compactMap { index in
      guard scalars[index] == "(", scalars[index - 1].parts else { return nil }
      let digits = scalars[(index + 1)...].prefix { $0.isDigit }
      guard (1...2).contains(digits.count), let value = Int(String(scalars: Array(digits))), value > 0,
        digits.endIndex < scalars.count, scalars[digits.endIndex] == ")"
      else { return nil }
      return Mark(value: value, range: index..<digits.endIndex + 1)
    }
  }

  private static func points(in writing: Writing) -> [Mark] {
    let scalars = writing.scalars
    return scalars.indices.compactMap { index in
      guard scalars[index].isDigit, scalars[..<index].last(where: { !$0.isBlank })?.endsSentence ?? true else {
        return nil
      }
      let digits = scalars[index...].prefix { $0.isDigit }
      guard digits.count <= 2, let value = Int(String(scalars: Array(digits))), value > 0,
        digits.endIndex + 1 < scalars.count, [".", "、"].contains(scalars[digits.endIndex]),
        !scalars[digits.endIndex + 1].isDigit || scalars.beginYear(at: digits.endIndex + 1)
      else { return nil }
      return Mark(value: value, range: index..<digits.endIndex + 1)
    }
  }
}

extension RandomAccessCollection<Unicode.Scalar> where Index == Int {
  /// 4.2023年 is the fourth item, which begins with a year.
  fileprivate func beginYear(at start: Int) -> Bool {
    let year = self[start...].prefix(5)
    return year.count == 5 && year.starts(with: "20".unicodeScalars) && year.prefix(4).allSatisfy(\.isDigit)
      && year.last == "年"
  }
}

extension Unicode.Scalar {
  fileprivate var endsSentence: Bool { [";", ":", "。", "!", "?"].contains(self) }

  /// An item may begin behind it.
  fileprivate var parts: Bool { isBlank || [",", ";", ":", "。", "、", "!", "?"].contains(self) }
}
