import Evaluation
import Figures
import Reading
import Rules
import Text

/// A place that a template leaves open and nobody filled.
struct UnfilledSlot {
  let range: Range<Int>
  let kind: Kind

  enum Kind {
    case number, purpose, brackets, documentNumber, leftoverWord, purposeOfNothing

    var severity: Severity? { self == .leftoverWord || self == .purposeOfNothing ? .info : nil }
  }

  static func found(in writing: Writing) -> [UnfilledSlot] {
    var found = numbers(in: writing) + counts(in: writing) + purposes(in: writing) + brackets(in: writing)
    found += [leftoverWord(in: writing)].compactMap { $0 }
    found += purposesOfNothing(in: writing).filter { slot in
      !found.contains {
        $0.kind == .purpose && $0.range.lowerBound < slot.range.upperBound + 4
          && $0.range.upperBound > slot.range.lowerBound
      }
    }
    return found.count < 2 ? found : found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  // MARK: Numbers

  private static let units: WordFinder = ["万元", "亿元", "个百分点", "%"]
  private static let announcements: [[Unicode.Scalar]] = [
    "其中", "其中:", "共计", "合计", "总计", "支出", "经费", "资金", "金额", "收入", "拨款", "预算数", "决算数", "达到", "增加", "减少", "下降", "增长", "占",
  ].map { Array($0.unicodeScalars) }
  private static let bounds: WordFinder = ["以上", "以下", "以内", "级", "大关", "为单位", "产值", "户", "村"]
  private static let captions: WordFinder = ["单位", "每"]
  private static func ends(_ mark: Unicode.Scalar) -> Bool { [",", ";", "。", "、"].contains(mark) }

  /// 其中万元.
  private static func numbers(in writing: Writing) -> [UnfilledSlot] {
    units.matches(in: writing.scalars).compactMap { unit in
      var end = unit.range.lowerBound
      while end > 0, writing.scalars[end - 1].isBlank { end -= 1 }
      guard let before = writing.scalar(at: end - 1), before.isIdeograph || before == ":",
        let word = announcements.first(where: { writing.scalars[..<end].suffix($0.count).elementsEqual($0) }),
        word.count > 1
          || writing.quote(unit.range) == "%" && writing.scalar(at: unit.range.upperBound).map(ends) ?? true,
        !writing.hasBefore(unit.range.lowerBound, within: 8, captions),
        writing.scalar(at: unit.range.upperBound)?.isIdeograph != true
          || !writing.hasBehind(unit.range.upperBound, within: 3, bounds)
      else { return nil }
      return UnfilledSlot(range: end - word.count..<unit.range.upperBound, kind: .number)
    }
  }

  private static let counters: WordFinder = [
    "场次", "人次", "万人次", "批次", "万元", "亿元", "场", "人", "户", "元", "件", "份", "次", "家", "名", "期", "公里", "%",
  ]

  /// 开展讲座  场次，: blanks where a number should stand, in front of what it counts.
  private static func counts(in writing: Writing) -> [UnfilledSlot] {
    guard let passage = writing.passage, passage.role == .body || passage.role == .headed else { return [] }
    let scalars = writing.scalars
    return scalars.indices.compactMap { start in
      guard scalars[start].isBlank, let before = writing.scalar(at: start - 1), before.isIdeograph else { return nil }
      let end = writing.skippingBlanks(from: start)
      guard end - start >= 2 || scalars[start].value == 0x3000, end < scalars.count,
        let unit = counters.match(at: end, in: scalars), let behind = writing.scalar(at: unit.range.upperBound),
        [",", ";", "。", "、"].contains(behind)
      else { return nil }
      var word = start
      while word > 0, start - word < 4, scalars[word - 1].isIdeograph { word -= 1 }
      return UnfilledSlot(range: word..<unit.range.upperBound, kind: .number)
    }
  }

  // MARK: Purposes

  private static let openPurposes: WordFinder = ["用于0等", "用于等", "用于、等", "用于,等", "包括等", "用于0方面", "用于方面"]
  private static let things: WordFinder = ["方面", "工作", "支出", "费用", "项目"]

  private static func purposes(in writing: Writing) -> [UnfilledSlot] {
    openPurposes.matches(in: writing.scalars).compactMap { match in
      if let thing = things.first(
        in: writing.scalars, match.range.upperBound..<min(writing.scalars.count, match.range.upperBound + 2))
      {
        return UnfilledSlot(range: match.range.lowerBound..<thing.range.upperBound, kind: .purpose)
      }
      let behind = writing.scalar(at: match.range.upperBound)
      return behind.map { !$0.isIdeograph } ?? true ? UnfilledSlot(range: match.range, kind: .purpose) : nil
    }
  }

  private static let useWords: WordFinder = ["主要用于", "用于"]

  /// 0万元，主要用于…
  private static func purposesOfNothing(in writing: Writing) -> [UnfilledSlot] {
    (writing.passage?.figures ?? []).compactMap { figure in
      guard case .amount(.number(let amount)) = figure.kind, amount.isZero,
        let mark = writing.scalar(at: figure.range.upperBound), [",", "。", ";", "("].contains(mark),
        figure.range.upperBound + 1 < writing.scalars.count,
        let use = useWords.match(at: figure.range.upperBound + 1, in: writing.scalars)
      else { return nil }
      return UnfilledSlot(range: figure.range.lowerBound..<use.range.upperBound, kind: .purposeOfNothing)
    }
  }

  // MARK: Brackets and numbers of items

  private static func closing(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "(": ")"
    case "〔": "〕"
    case "【": "】"
    case "《": "》"
    case "“": "”"
    case "‘": "’"
    case "「": "」"
    default: nil
    }
  }

  private static func brackets(in writing: Writing) -> [UnfilledSlot] {
    writing.scalars.indices.compactMap { index in
      let scalar = writing.scalars[index]
      if scalar == "〕" || scalar == "】" {
        let next = writing.skippingBlanks(from: index + 1)
        let isNumbered = writing.scalar(at: index - 1)?.isDigit == true && writing.scalar(at: next) == "号"
        return isNumbered ? UnfilledSlot(range: index..<next + 1, kind: .documentNumber) : nil
      }
      guard let close = closing(scalar) else { return nil }
      let end = writing.skippingBlanks(from: index + 1)
      guard writing.scalar(at: end) == close, end - index <= 12,
        !(writing.scalar(at: index - 1)?.isLatinLetter ?? false)
      else { return nil }
      return UnfilledSlot(range: index..<end + 1, kind: .brackets)
    }
  }

  /// A row that a form prints for an indicator to come.
  struct RowToCome {
    let place: Place
    let text: String
    /// The sheet of a form, or the text.
    let form: String
  }

  static let rowsToCome = WritingFinder { writing -> [RowToCome] in
    guard let range = rowToCome(in: writing) else { return [] }
    let form = if case .cell(let cell) = writing.origin { cell.address.sheet } else { "" }
    return [RowToCome(place: writing.place(range), text: writing.quote(range), form: form)]
  }

  private static let indicatorWords: WordFinder = ["指标"]

  /// 指标1： and nothing behind, or …… alone in a cell.
  private static func rowToCome(in writing: Writing) -> Range<Int>? {
    let scalars = writing.scalars
    if writing.isCell, scalars.count >= 2, scalars.allSatisfy({ $0 == "…" || $0.isBlank }) { return 0..<scalars.count }
    guard (4...6).contains(scalars.count), indicatorWords.match(at: 0, in: scalars) != nil,
      scalars[scalars.count - 1] == ":", scalars[2..<scalars.count - 1].allSatisfy({ $0.isDigit || $0.isBlank })
    else { return nil }
    return 0..<scalars.count
  }

  /// （二）是进一步…
  private static func leftoverWord(in writing: Writing) -> UnfilledSlot? {
    guard let first = writing.scalars.first,
      first.isDigit || first == "(" || "一二三四五六七八九十".unicodeScalars.contains(first),
      let number = writing.number, writing.scalar(at: number.length) == "是",
      let next = writing.scalar(at: number.length + 1), next.isIdeograph,
      !"否指由以对为因我一本其在非不什".unicodeScalars.contains(next)
    else { return nil }
    return UnfilledSlot(range: 0..<number.length + 1, kind: .leftoverWord)
  }
}
