import Evaluation
import Text

extension FormReader {
  /// Captions of columns: of a table, of the indicators, or of a part placed cell by cell; of several parts those of which
  /// the row shows most.
  mutating func readCaptions(_ keys: [LabelKey], _ row: FormRow) -> Bool {
    guard keys.mayCaption(vocabulary.captions) else { return false }
    var best: (count: Int, columns: ReadColumns)?
    for (block, words) in zip(form.blocks, words) {
      guard let found = columns(of: block, words, captionedBy: keys), found.count > best?.count ?? 0 else { continue }
      best = found
    }
    guard let best else { return false }
    // Captions that are repeated on the next page begin nothing new.
    switch (columns, best.columns) {
    case (.table(let open, _, _), .table(let table, _, _)) where open.id == table.id: break
    case (.indicators, .indicators): break
    default: (self.row, node) = (nil, nil)
    }
    columns = best.columns
    if case .indicators(let found, _, _, _) = best.columns {
      let roles = Set(found.values)
      lacksColumns = !form.indicatorRoles.allSatisfy { !$0.isNeeded || roles.contains($0) }
    }
    captions = ReadCaptions(row, confidence(of:))
    marks.known += columns.places.map { row.cells[$0].place }
    let others = keys.printedCaptions.filter { !columns.places.contains($0.key) }
    signPlace = others.first { $0.value == .sign }?.key
    unitPlace = others.first { $0.value == .unit }?.key
    return true
  }

  /// What the columns below a row of captions hold, as far as a part of the form has them, and how many it has.
  private func columns(
    of block: Block, _ words: BlockWords, captionedBy keys: [LabelKey]
  ) -> (count: Int, columns: ReadColumns)? {
    switch block {
    case .table(let table):
      guard let found = keys.columns(captioned: words.captions, year: year), found.count >= 2 else {
        return nil
      }
      return (found.count, .table(table, found.mapValues { table.columns[$0] }, count: keys.count))
    case .indicators(let block):
      guard let found = keys.columns(captioned: words.captions), found.count >= 3 else { return nil }
      let roles = found.mapValues { block.columns[$0].role }
      let levels = keys.levels(of: block, before: roles.first { $0.value == .name }?.key ?? 0)
      return (
        found.count, .indicators(roles, group: levels.group, node: levels.node, count: keys.count)
      )
    case .grid(let block):
      guard let (number, found) = block.captionedRow(keys, words) else { return nil }
      let captions = words.rows[number - 1].labels
      return (
        found.count { _, key in captions.contains { $0.matches(key) } },
        .grid(block, row: number, found, count: keys.count)
      )
    }
  }
}

// Captions in two rows.
extension FormReader {
  /// A row of captions some of which have parts below, with these in their place: 指标值 over 年度指标值 and 实际完成值.
  func withLowerCaptions(_ row: FormRow, _ rest: inout ArraySlice<FormRow>) -> FormRow {
    guard let next = rest.first, let whole = row.withParts(of: next),
      next.cells.allSatisfy({ $0.isEmpty || isCaption($0) })
    else { return row }
    rest = rest.dropFirst()
    return whole
  }

  private func isCaption(_ cell: TextPart) -> Bool {
    isLabel(cell) || PrintedCaption(key(of: cell)) != nil
  }
}

extension FormRow {
  /// nil unless every text of the next row stands below a wider cell, two at least below one, and nothing below the others.
  fileprivate func withParts(of next: FormRow) -> FormRow? {
    guard let columns, let lower = next.columns, table == next.table, cells.count >= 4 else { return nil }
    let told = next.cells.indices.filter { !next.cells[$0].isEmpty }
    guard told.count >= 2, told.count < cells.count else { return nil }
    var parts: [Int: [Int]] = [:]
    for index in told {
      guard
        let upper = columns.firstIndex(where: {
          $0.lowerBound <= lower[index].lowerBound && lower[index].upperBound <= $0.upperBound
        }),
        columns[upper].count > lower[index].count, !cells[upper].isEmpty
      else { return nil }
      parts[upper, default: []].append(index)
    }
    guard parts.values.allSatisfy({ $0.count >= 2 }) else { return nil }
    var whole: [TextPart] = []
    var spans: [Range<Int>] = []
    for index in cells.indices {
      let below = parts[index] ?? []
      whole += below.isEmpty ? [cells[index]] : below.map { next.cells[$0] }
      spans += below.isEmpty ? [columns[index]] : below.map { lower[$0] }
    }
    return FormRow(cells: whole, columns: spans, table: table)
  }
}

extension Form {
  /// What the columns of its indicators hold.
  fileprivate var indicatorRoles: [IndicatorColumn] {
    blocks.flatMap { block -> [IndicatorColumn] in
      guard case .indicators(let indicators) = block else { return [] }
      return indicators.columns.map(\.role)
    }
  }
}

extension GridBlock {
  /// The row below captions that a document's row shows, and the captions by their places.
  fileprivate func captionedRow(_ keys: [LabelKey], _ words: BlockWords) -> (number: Int, captions: [Int: LabelKey])? {
    for (number, row) in words.rows.enumerated() {
      let labels = row.labels
      guard !row.hasCells, labels.count >= 2, var found = keys.columns(captioned: labels) else { continue }
      // The last caption that is missing is the only one left over, besides the label down the side.
      let over = keys.indices.filter { found[$0] == nil && !keys[$0].isEmpty && !($0 == 0 && side != nil) }
      if found.count == labels.count - 1, over.count == 1, keys[over[0]].plain.scalarCount <= 12 {
        found[over[0]] = labels.indices.first { number in !found.values.contains(number) }
      }
      guard found.count >= 2 else { continue }
      // Captions as the form has them, where it has them.
      let captions = keys.enumerated().map { place, key in (place, found[place].map { labels[$0] } ?? key) }
      return (number + 1, Dictionary(uniqueKeysWithValues: captions))
    }
    return nil
  }
}

extension [LabelKey] {
  /// False where these caption no columns for certain, whichever of a form's captions are looked for.
  fileprivate func mayCaption(_ captions: LabelWordSet) -> Bool {
    namesYear || contains { !$0.isEmpty && captions.holds($0) } || count(where: { $0.caption != nil }) >= 3
  }

  private var namesYear: Bool { contains { $0.year == .this || $0.year == .last } }

  /// Which of these captions stands where, each once; nil where fewer than half are there. Captions that differ by
  /// their years alone are told by them, otherwise by their order.
  func columns(captioned wanted: [LabelKey], year: Int? = nil) -> [Int: Int]? {
    let namesYear = namesYear
    let isLikeSome = namesYear || contains { key in wanted.contains { key.matches($0) || key.isTurned($0) } }
    // Where none of the words is the same, no row of captions is looked for unless three of them caption something.
    guard isLikeSome || count(where: { $0.caption != nil }) >= 3 else { return nil }
    // By their places, and the places by captions.
    var numbers = [Int?](repeating: nil, count: count)
    var places = [Int?](repeating: nil, count: wanted.count)
    var found = 0
    let latest = year ?? compactMap { if case .number(let number)? = $0.year { number } else { nil } }.max()
    func take(where isSame: (Int, LabelKey) -> Bool) {
      guard found < wanted.count else { return }
      for (number, caption) in wanted.enumerated() where places[number] == nil {
        guard let place = indices.first(where: { numbers[$0] == nil && isSame($0, caption) }) else { continue }
        (numbers[place], places[number]) = (number, place)
        found += 1
      }
    }
    take { self[$0].matches($1) && self[$0].isOfSameYear(as: $1, latest) }
    if namesYear {
      let plain = map(\.withoutYearWord)
      take { plain[$0].matches($1) && self[$0].isOfSameYear(as: $1, latest) }
    }
    take { self[$0].matches($1) }
    take { self[$0].isTurned($1) }
    guard found > 0 || count(where: { PrintedCaption($0) != nil }) >= 3 else { return nil }
    if found < wanted.count {
      // Not the first that is alike, but those that are likest all together.
      let alike = indices.filter { numbers[$0] == nil }.compactMap { place in AlikeCaption(self[place], at: place) }
      let missing = wanted.indices.filter { places[$0] == nil }
      let likeness = missing.map { number in
        alike.map { self[$0.place].isOfSameYear(as: wanted[number], latest) ? $0.likeness(to: wanted[number]) : 0 }
      }
      for (row, column) in BestPairs(likeness).pairs {
        numbers[alike[column].place] = missing[row]
        found += 1
      }
    }
    guard found * 2 >= wanted.count else { return nil }
    return Dictionary(
      uniqueKeysWithValues: numbers.enumerated().compactMap { place, number in number.map { (place, $0) } })
  }

  /// Where the first two levels stand. Captions of levels in other words are told by their order: 指标类型 before 指标类别.
  fileprivate func levels(of block: IndicatorBlock, before name: Int) -> (group: Int?, node: Int?) {
    let (group, node) = (place(of: block.groupCaption), place(of: block.nodeCaption))
    let known = [group, node].compactMap(\.self)
    if known.count == 2 { return (known.min(), known.max()) }
    let free = indices.filter { $0 < name && !known.contains($0) && PrintedCaption(self[$0])?.isLevel ?? false }
    let both = (known + free.suffix(2 - known.count)).sorted()
    return both.count == 2 ? (both[0], both[1]) : (group, node ?? (group == nil ? both.first : nil))
  }

  func place(of caption: String) -> Int? {
    let wanted = LabelKey.of(caption)
    return firstIndex { $0.matches(wanted) }
  }
}

/// A caption that may mean the same column as one of a form in other words: 权重 and 分值, 人员控制率 and 控制率.
private struct AlikeCaption {
  let place: Int
  private let key: LabelKey
  private let likeness: LabelLikeness

  /// nil for words that caption no column.
  init?(_ key: LabelKey, at place: Int) {
    guard !key.isEmpty, key.plain.scalarCount <= 20, !key.plain.unicodeScalars.contains(where: \.isDigit)
    else {
      return nil
    }
    self.place = place
    self.key = key.withoutYearWord
    likeness = .of(self.key)
  }

  /// 0 for one that means something else.
  func likeness(to caption: LabelKey) -> Int {
    let share = likeness.share(with: .of(caption))
    if caption.plain.scalarCount >= 3, key.plain.ends(with: caption.plain) {
      return Swift.max(share, LabelLikeness.sameMeaning)
    }
    return share >= LabelLikeness.least ? share : 0
  }
}

extension LabelKey {
  /// Speaks of the year that a form's caption speaks of, or one of them of none.
  fileprivate func isOfSameYear(as caption: LabelKey, _ latest: Int?) -> Bool {
    guard let back = caption.year?.yearsBack(from: nil), let mine = year?.yearsBack(from: latest) else { return true }
    return mine == back
  }
}
