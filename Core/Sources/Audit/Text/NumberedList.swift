import Reading
import Text

/// Headings or items that are counted together: 一、 二、 三、.
struct NumberedList {
  private(set) var items: [Item]
  /// The item of the list above that it stands under, where both are numbered alike.
  fileprivate let twin: Item?
  /// Every way of numbering that it has used.
  private(set) var styles: Set<HeadingNumber.Style>

  /// A numbered paragraph.
  struct Item {
    let writing: Int
    let number: HeadingNumber
    /// Of the number in the writing, without blanks at its end.
    let range: Range<Int>
    /// Its marks as they are typed: （）, (), 、 or a full stop.
    let marks: String
    /// What is wrong with its place in the order.
    fileprivate(set) var fault: Fault?
  }

  enum Fault: Hashable {
    /// Numbers are left out before it.
    case gap(after: Int)
    /// The number was used before.
    case again
  }

  fileprivate init(_ item: Item, twin: Item?) {
    items = [item]
    styles = [item.number.style]
    self.twin = twin
  }

  fileprivate var last: Int { items[items.count - 1].number.value }
  fileprivate mutating func append(_ item: Item, _ fault: Fault? = nil) {
    var item = item
    item.fault = fault
    items.append(item)
    styles.insert(item.number.style)
  }

  /// （一） right behind （一） and nothing else in both: the second should be （二）.
  fileprivate mutating func takeFault(behind above: NumberedList?) {
    guard let above, above.items.count == 1, items.count == 1, twin != nil,
      items[0].number.style == .chineseInBrackets, items[0].writing == above.items[0].writing + 1
    else { return }
    items[0].fault = .again
  }

  /// The item above that is numbered as this list is, once it is sure that the list stood under it.
  fileprivate(set) var provenTwin: Item?
}

/// Sorts numbered paragraphs into lists, in one pass.
struct NumberedLists {
  private(set) var closed: [NumberedList] = []
  private var open: [NumberedList] = []
  /// Most lists that are open at once: reports have few levels, and every number is looked for in all that are open.
  private static let deepest = 30

  /// The lists of all paragraphs, annex by annex.
  static func found(in writings: [Writing]) -> [NumberedList] {
    var lists = NumberedLists()
    var part: (TextSource, Int)?
    for (index, writing) in writings.enumerated() {
      guard let passage = writing.passage, passage.role != .annexMark, passage.role != .cell else { continue }
      if part.map({ $0 != (passage.source, passage.annex) }) ?? true { lists.close(downTo: 0) }
      part = (passage.source, passage.annex)
      if let item = NumberedList.Item(index, writing) { lists.add(item, in: writings) }
    }
    lists.close(downTo: 0)
    return lists.closed
  }

  private mutating func add(_ item: NumberedList.Item, in writings: [Writing]) {
    let (style, value) = (item.number.style, item.number.value)
    if let index = open.lastIndex(where: { $0.styles.contains(style) && $0.last + 1 == value }) {
      close(downTo: index + 1)
      open[index].append(item)
    } else if value == 1 {
      let above = open.last?.items.last
      begin(NumberedList(item, twin: above?.number.style == style ? above : nil))
    } else if let index = open.lastIndex(where: { $0.styles.contains(style) }),
      isInside(index, upTo: item, of: writings)
    {
      close(downTo: index + 1)
      open[index].append(item)
    } else if let index = continued(style, value) {
      close(downTo: index + 1)
      open[index].append(item)
    } else if let index = open.lastIndex(where: { $0.styles.contains(style) }) {
      misplace(item, in: index)
    } else if let index = open.lastIndex(where: { !$0.styles.isDisjoint(with: style.lookalikes) && $0.last == value }) {
      close(downTo: index + 1)
      open[index].append(item, .again)
    } else {
      begin(NumberedList(item, twin: nil))
    }
  }

  private mutating func begin(_ list: NumberedList) {
    if open.count == Self.deepest {
      var outermost = open.removeFirst()
      outermost.takeFault(behind: nil)
      closed.append(outermost)
    }
    open.append(list)
  }

  /// A list that goes on in another style, as numbers of a word processor do once they are made text.
  private func continued(_ style: HeadingNumber.Style, _ value: Int) -> Int? {
    func fits(_ list: NumberedList) -> Bool {
      list.last + 1 == value && !list.styles.isDisjoint(with: style.lookalikes)
    }
    return style == .chinese ? open.firstIndex(where: fits) : open.lastIndex(where: fits)
  }

  /// The numbers up to this one stand inside paragraphs: 1、…；2、… and then 3、 on a line of its own.
  private func isInside(_ index: Int, upTo item: NumberedList.Item, of writings: [Writing]) -> Bool {
    let list = open[index]
    guard item.number.value > list.last + 1 else { return false }
    let between = writings[list.items[list.items.count - 1].writing...item.writing]
    return (list.last + 1..<item.number.value).allSatisfy { missing in
      between.indices.contains {
        between[$0].holds(
          number: missing, of: item.number.style, before: $0 == item.writing ? item.range.lowerBound : nil)
      }
    }
  }

  private mutating func misplace(_ item: NumberedList.Item, in index: Int) {
    let (style, value, last) = (item.number.style, item.number.value, open[index].last)
    // An automatic number that became 4、 may have been counted to the list inside before 五、 shows where it belongs.
    let isTaken = open[(index + 1)...].contains {
      $0.last + 1 == value && !$0.styles.isDisjoint(with: style.lookalikes)
    }
    close(downTo: index + 1)
    if value <= last {
      // A list of items often begins anew inside a paragraph; headings do not.
      open[index].append(item, value == last || style == .chinese ? .again : nil)
    } else {
      open[index].append(item, isTaken ? nil : .gap(after: last))
    }
  }

  private mutating func close(downTo count: Int) {
    while open.count > count {
      var list = open.removeLast()
      // Only a list above that goes on afterwards shows that this one stood under its item.
      if let twin = list.twin, count > 0, open.count == count,
        open[count - 1].items.last.map({ $0.writing == twin.writing }) == true,
        list.items.count > 1
      {
        list.provenTwin = twin
      }
      list.takeFault(behind: open.last)
      closed.append(list)
    }
  }
}

extension NumberedList.Item {
  /// nil for a paragraph without a number; behind a label such as 附件： the number counts too.
  fileprivate init?(_ index: Int, _ writing: Writing) {
    var start = 0
    guard let first = writing.scalars.first else { return nil }
    if first.isIdeograph, let colon = writing.scalars.prefix(6).firstIndex(of: ":"), colon >= 2 { start = colon + 1 }
    guard start > 0 || first.beginsNumber else { return nil }
    let text = start > 0 ? writing.quote(start..<min(start + 24, writing.scalars.count)) : writing.text
    guard let number = HeadingNumber(of: text), start == 0 || number.value == 1,
      // Their first part is counted by the headings above.
      number.style != .decimal, number.style != .deepDecimal
    else { return nil }
    var end = start + number.length
    while end > start, writing.scalars[end - 1].isBlank { end -= 1 }
    var begin = start
    while begin < end, writing.scalars[begin].isBlank { begin += 1 }
    self.writing = index
    self.number = number
    range = begin..<end
    marks = writing.quote(begin..<end).unicodeScalars.filter {
      !$0.isDigit && !$0.isIdeograph && !$0.isBlank && !$0.isWideDigit && !$0.isCircledDigit
    }
    .map(String.init).joined()
  }
}

extension HeadingNumber.Style {
  /// What an automatic number turns into, and what it was.
  fileprivate var lookalikes: Set<HeadingNumber.Style> {
    switch self {
    case .chinese: [.arabic]
    case .arabic: [.chinese]
    case .chineseInBrackets: [.arabicInBrackets]
    case .arabicInBrackets: [.chineseInBrackets]
    case .circled, .decimal, .deepDecimal: []
    }
  }
}

extension Writing {
  /// Has a number of a list somewhere in its text before `limit`: 2、 or （二） or 二是.
  fileprivate func holds(number: Int, of style: HeadingNumber.Style, before limit: Int?) -> Bool {
    guard (1...20).contains(number) else { return false }
    let chinese = number <= 10 ? "一二三四五六七八九十".unicodeScalars.dropFirst(number - 1).first.map(String.init) : nil
    // （四） and 4. stand below 三、 without telling where 四、 is.
    if style == .chinese {
      return chinese.map { WordFinder(["\($0)、", "\($0)是"]).occurs(in: scalars, limit.map { 0..<$0 }) } ?? false
    }
    let spellings =
      ["\(number)、", "\(number).", "(\(number))"] + (chinese.map { ["\($0)、", "(\($0))", "\($0)是"] } ?? [])
    return WordFinder(spellings).occurs(in: scalars, limit.map { 0..<$0 })
  }
}

extension Unicode.Scalar {
  fileprivate var beginsNumber: Bool {
    isDigit || self == "(" || (0x2460...0x2487).contains(value) || "一二三四五六七八九十".unicodeScalars.contains(self)
  }
  fileprivate var isCircledDigit: Bool { (0x2460...0x2487).contains(value) }
  fileprivate var isWideDigit: Bool { (0xFF10...0xFF19).contains(value) }
}
