import Text

/// One item of a list of annexes: 附件：1.部门整体支出绩效自评表.
public struct AnnexItem: Sendable {
  /// As it is counted in the list; 1 where the list has no numbers.
  public let number: Int
  /// What stands behind the number.
  public let name: String
  /// Where the name stands, without its number.
  public let place: TextPlace
}

/// An annex as the document carries it.
public struct Annex: Sendable {
  /// What stands behind 附件: "1-2", "2"; empty for 附件 alone.
  public let number: String
  /// The lines below the mark that name it.
  public let title: String
  /// The line 附件1-1 itself.
  public let mark: TextPlace
  /// The first line of the title; nil where no title stands below.
  public let place: TextPlace?
}

extension Narrative {
  /// Every annex with its mark, in order.
  public var annexes: [Annex] {
    passages.indices.filter { $0 > 0 && passages[$0].role == .annexMark && !leadsList(at: $0) }.map { index in
      let below = passages[(index + 1)...].prefix { $0.annex == passages[index].annex }
      let titles = below.prefix { $0.role == .title }
      let lines = (titles.isEmpty ? below.prefix(1) : titles.prefix(3)).filter { !$0.text.isUnitLine }
      let number = passages[index].text.bare.unicodeScalars.filter { ("0"..."9").contains($0) || $0 == "-" }
      return Annex(
        number: String(String.UnicodeScalarView(number)), title: lines.map(\.text).joined(),
        mark: passages[index].place, place: lines.first?.place)
    }
  }

  /// Every list of annexes; a list without numbers has one item.
  public var annexLists: [[AnnexItem]] {
    passages.indices.compactMap { index in
      let passage = passages[index]
      guard passage.source == .file, passage.role != .annexMark || leadsList(at: index), passage.role != .cell,
        let start = passage.text.behindAnnexColon
      else { return nil }
      var items = passage.annexItems(from: start)
      for next in passages[(index + 1)...] {
        guard let number = HeadingNumber(of: next.text), number.style == .arabic,
          number.value == (items.last?.number ?? 0) + 1
        else { break }
        items += next.annexItems(from: 0)
      }
      return items.isEmpty ? nil : items
    }
  }
}

extension Narrative {
  /// 附件： alone above 1.… is the list of annexes, none of them.
  private func leadsList(at index: Int) -> Bool {
    guard passages[index].role == .annexMark, passages[index].text.bare.unicodeScalars.allSatisfy({ !$0.isDigit }),
      passages.indices.contains(index + 1), let number = HeadingNumber(of: passages[index + 1].text)
    else { return false }
    return number.style == .arabic && number.value == 1 && passages[index].text.behindAnnexColon != nil
  }
}

extension Passage {
  /// The items from a scalar on: parted by their numbers.
  fileprivate func annexItems(from start: Int) -> [AnnexItem] {
    let scalars = Array(text.unicodeScalars)
    // 1. and 2. begin items only where the next number is due.
    var starts: [(index: Int, length: Int, number: Int)] = []
    var index = start
    while index < scalars.count {
      let isDue = index == start || scalars[index - 1].isBlank || ["；", ";", "。"].contains(scalars[index - 1])
      if isDue, let number = HeadingNumber(of: String(scalars: scalars[index..<min(index + 8, scalars.count)])),
        number.style == .arabic,
        starts.last.map({ $0.number + 1 == number.value }) ?? true
      {
        starts.append((index, number.length, number.value))
        index += number.length
      } else {
        index += 1
      }
    }
    if starts.isEmpty, start > 0 { starts = [(start, 0, 1)] }
    let ends = starts.dropFirst().map(\.index) + [scalars.count]
    return zip(starts, ends).compactMap { item, end in
      let part = part.part(item.index + item.length..<end)
      return part.isEmpty ? nil : AnnexItem(number: item.number, name: part.text, place: TextPlace(source, part.place))
    }
  }
}

extension String {
  /// The line between a table's title and the table: 单位：万元.
  fileprivate var isUnitLine: Bool {
    let bare = self.bare
    return ["单位：", "单位:", "金额单位"].contains { bare.begins(with: $0) } && bare.ends(with: "元")
  }
  /// Where the text behind 附件： begins; nil where it does not begin so.
  fileprivate var behindAnnexColon: Int? {
    guard unicodeScalars.first(where: { !$0.isBlank }) == "附" else { return nil }
    let scalars = Array(unicodeScalars)
    let start = scalars.prefix(while: \.isBlank).count
    guard scalars.dropFirst(start).starts(with: "附件".unicodeScalars) else { return nil }
    var index = start + 2
    while index < scalars.count, scalars[index].isBlank { index += 1 }
    guard index < scalars.count, scalars[index] == "：" || scalars[index] == ":" else { return nil }
    index += 1
    while index < scalars.count, scalars[index].isBlank { index += 1 }
    return index
  }
}
