import Reading
import Text

/// What a template has where something should be filled in.
struct Placeholder {
  let range: Range<Int>
  let kind: Kind

  enum Kind {
    /// ×× or ____.
    case signs
    /// The pattern of a target in the name of a printed indicator: （≥**人）, whose number stands in a column of its own.
    case target
    /// A word such as （示例）.
    case word
    /// A figure of the year before, marked when its report was taken over: 【上年245】.
    case earlierFigure
  }

  /// What is wrong with it, as it is quoted.
  func message(_ quoted: String, count: Int = 1) -> String {
    let many = count > 1 ? "，共 \(count) 处" : ""
    return switch kind {
    case .signs: "占位符“\(quoted)”没有填写\(many)。"
    case .target: "“\(quoted)”是模板里指标值的写法\(many)，指标值已另填的请删去。"
    case .word: "“\(quoted)”是模板里的字样，请删去。"
    case .earlierFigure: "“\(quoted)”是上年的数，请改为本年的数。"
    }
  }

  private static let words: WordFinder = [
    "(示例)", "(样表)", "(样例)", "(模板)", "(样本)", "(范例)", "(参考模板)", "(参考样表)", "【示例】", "【模板】", "[示例]",
  ]

  static func found(in writing: Writing) -> [Placeholder] {
    let scalars = writing.scalars
    var found: [Placeholder] = []
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar.sign != nil {
        let end = scalars[index...].firstIndex { $0.sign != scalar.sign } ?? scalars.count
        if end - index > 1, isOpen(index..<end, in: writing) {
          found.append(Placeholder(range: index..<end, kind: isTarget(index..<end, in: writing) ? .target : .signs))
        } else if end - index == 1, isNumberOfAnnex(index, in: writing) || isBlankOfName(index, in: writing) {
          found.append(Placeholder(range: index..<end, kind: .signs))
        }
        index = end
      } else if scalar == "【", let end = endOfEarlierFigure(from: index, in: scalars) {
        found.append(Placeholder(range: index..<end, kind: .earlierFigure))
        index = end
      } else if ["(", "【", "["].contains(scalar), let word = words.match(at: index, in: scalars) {
        found.append(Placeholder(range: word.range, kind: .word))
        index = word.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// Behind the bracket that closes a mark of `YearStep` which begins here.
  private static func endOfEarlierFigure<Scalars: RandomAccessCollection<Unicode.Scalar>>(
    from start: Int, in scalars: Scalars
  ) -> Int? where Scalars.Index == Int {
    let mark = Array(YearStep.mark.unicodeScalars)
    guard scalars[start...].starts(with: mark) else { return nil }
    let rest = scalars[(start + mark.count)...].prefix(20)
    guard let first = rest.first, first.isDigit || first == "-" || first == "−" || first == "（",
      let end = rest.firstIndex(of: "】")
    else { return nil }
    return end + 1
  }

  private static let units: Set<Unicode.Scalar> = Set("年月日号万元亿%个项人家次分〕".unicodeScalars)

  /// Something is still to be filled in: not a hidden name, a code or a ruler.
  private static func isOpen(_ run: Range<Int>, in writing: Writing) -> Bool {
    let scalars = writing.scalars
    // …… in a cell is a row of the form, T02's.
    if scalars[run.lowerBound] == "…" {
      // 四是…… was left open.
      let isItem =
        writing.scalar(at: run.lowerBound - 1) == "是"
        && writing.scalar(at: run.lowerBound - 2).map { "一二三四五六七八九十".unicodeScalars.contains($0) } == true
        && writing.scalar(at: run.upperBound).map { !$0.isIdeograph } ?? true
      return !writing.isCell && (isItem || scalars.allSatisfy { $0 == "…" || $0.isBlank })
    }
    if isEmphasis(run, in: writing) { return false }
    if scalars.allSatisfy({ $0.sign != nil || $0.isBlank }) { return run.count <= 4 && scalars[run.lowerBound] != "*" }
    let (before, behind) = (writing.scalar(at: run.lowerBound - 1), writing.scalar(at: run.upperBound))
    if before?.isLatinLetter == true || behind?.isLatinLetter == true { return false }
    // 东岗、××3个村: a name among others that are told.
    if before == "、", behind?.isDigit == true { return scalars[run.lowerBound] == "×" && run.count == 2 }
    if before?.isDigit == true || behind?.isDigit == true {
      return behind.map { units.contains($0) } ?? false
    }
    return !isHiddenName(run, in: writing)
  }

  /// **危桥改造。** of a text that was written in Markdown: one of two that stand around words of one line.
  private static func isEmphasis(_ run: Range<Int>, in writing: Writing) -> Bool {
    let scalars = writing.scalars
    guard run.count == 2, scalars[run.lowerBound] == "*" else { return false }
    let line = scalars.indices.filter { index in
      scalars[index] == "*" && index + 1 < scalars.count && scalars[index + 1] == "*"
        && (index == 0 || scalars[index - 1] != "*")
    }
    guard line.count % 2 == 0, let place = line.firstIndex(of: run.lowerBound) else { return false }
    let (open, close) = (line[place - place % 2], line[place - place % 2 + 1])
    // A number is to be filled in behind words: 新增**个, 培训**人.
    return writing.scalar(at: open - 1).map { !$0.isIdeograph } ?? true
      && writing.scalar(at: open + 2).map { !$0.isBlank } ?? false
      && writing.scalar(at: close - 1).map { !$0.isBlank } ?? false && close > open + 2
  }

  /// 详见附件×: one sign stands for a number that is still to come.
  private static func isNumberOfAnnex(_ index: Int, in writing: Writing) -> Bool {
    guard writing.scalars[index].sign == "×", let word = writing.scalar(at: index - 1),
      ["件", "表"].contains(word), writing.scalar(at: index - 2) == "附"
    else { return false }
    return writing.scalar(at: index + 1).map { !$0.isDigit && !$0.isLatinLetter } ?? true
  }

  /// 20_ 年 and _县: one sign of a line to write on.
  private static func isBlankOfName(_ index: Int, in writing: Writing) -> Bool {
    guard writing.scalars[index] == "_" else { return false }
    let next = writing.scalar(at: writing.skippingBlanks(from: index + 1))
    if writing.scalar(at: index - 1) == "0", writing.scalar(at: index - 2) == "2" {
      return next == "年" && writing.scalar(at: index - 3)?.isDigit != true
    }
    let isFirst = writing.scalar(at: index - 1).map { !$0.isIdeograph && !$0.isLatinLetter && !$0.isDigit } ?? true
    return isFirst && next.map { ["省", "市", "县", "区", "乡", "镇"].contains($0) } ?? false
      && !(writing.scalar(at: index + 2).map { ["本", "级", "直"].contains($0) } ?? false)
  }

  private static let comparing: Set<Unicode.Scalar> = ["≥", "≤", "≧", "≦", ">", "<", "="]

  /// Behind a sign of comparison in the brackets of a cell, or of a line that a form was copied into; without brackets
  /// where the name ends with it: 受益人口数≥**人.
  private static func isTarget(_ run: Range<Int>, in writing: Writing) -> Bool {
    guard writing.isCell || writing.scalars[run.lowerBound] == "*",
      writing.scalar(at: run.lowerBound - 1).map(comparing.contains) ?? false
    else { return false }
    if writing.scalar(at: run.lowerBound - 2) == "(" { return true }
    let rest = writing.scalars[run.upperBound...].prefix(8)
    let unit = rest.prefix { $0.isIdeograph || $0 == "%" || $0 == "/" || $0 == "·" }
    guard unit.endIndex < writing.scalars.count else { return run.lowerBound <= 40 }
    return unit.count < 8 && (writing.scalars[unit.endIndex].isBlank || writing.scalars[unit.endIndex] == "|")
  }

  private static let bearers: WordFinder = ["专项", "万元", "项目", "资金", "公司", "单位", "局", "县", "市", "年", "元", "%"]

  /// 张×× behind a mark or at the beginning.
  private static func isHiddenName(_ run: Range<Int>, in writing: Writing) -> Bool {
    guard run.count <= 2, let surname = writing.scalar(at: run.lowerBound - 1), PersonName.isSurname(surname) else {
      return false
    }
    let verbs: Set<Unicode.Scalar> = ["为", "由", "给", "和", "向", "对", "是"]
    let isAlone = writing.scalar(at: run.lowerBound - 2).map { !$0.isIdeograph || verbs.contains($0) } ?? true
    return isAlone
      && (run.upperBound >= writing.scalars.count || bearers.match(at: run.upperBound, in: writing.scalars) == nil)
  }
}

extension Unicode.Scalar {
  /// The sign that a run of placeholders is made of; alike for those that look alike.
  fileprivate var sign: Character? {
    switch self {
    case "×", "✕", "╳", "✖": "×"
    case "X", "x": "X"
    case "*", "_", "□", "…": Character(self)
    case "〇", "○", "◯": "○"
    default: nil
    }
  }
}
