import Figures
import Text

/// Budget execution in a scored table, read by its own captions: the total and what it consists of.
struct PrintedFunds {
  let total: Row
  /// What the total consists of; empty where that is not plain.
  let parts: [Row]
  /// 元 where the captions say so.
  let unit: AmountUnit?
  /// What execution is worth, where the captions say it: 预算执行情况（20分）.
  let points: TextPart?
  /// 执行率（%）: the figures below need no sign.
  let isRateInPercent: Bool
  /// The numbers of the rows that were taken.
  let rows: Set<Int>
  /// The cells of captions.
  let captionCells: [TextPart]

  struct Row {
    let label: TextPart
    let cells: [PrintedCaption: TextPart]
  }

  /// nil where the table has no such part.
  init?(_ table: [[TextPart]], keys words: TableKeys) {
    let keys = table.map(words.row)
    guard let start = keys.firstIndex(where: \.captionsFunds) else { return nil }
    let columns = keys[start].printedCaptions
    let count = table[start].count
    var taken: [Row] = []
    var rows: Set<Int> = [start]
    for (number, cells) in table.enumerated().dropFirst(start + 1) {
      guard keys[number].printedCaptions.count < 2,
        let row = Self.row(cells, columns, count)
          ?? (taken.isEmpty ? Self.row(cells, columns, under: table[start]) : nil)
      else { break }
      rows.insert(number)
      taken.append(row)
    }
    guard let total = taken.first, !total.label.text.bare.begins(with: "其中") else { return nil }
    self.total = total
    self.rows = rows
    captionCells = columns.keys.map { table[start][$0] }
    parts = Self.parts(Array(taken.dropFirst()))
    let captions = table[start] + [table[start + 1]].flatMap { $0.prefix(1) }
    isRateInPercent = columns.contains { place, caption in
      caption == .rate && table[start][place].text.unicodeScalars.contains { $0 == "%" || $0 == "％" }
    }
    unit = captions.lazy.compactMap(\.amountUnit).first
    points = captions.lazy.compactMap { part in part.pointsInBrackets.map { part.part($0) } }.first
  }

  private static func row(_ cells: [TextPart], _ columns: [Int: PrintedCaption], _ count: Int) -> Row? {
    let shift = cells.count - count
    guard (-1...1).contains(shift), let first = columns.keys.min(),
      let label = cells.prefix(max(first + shift, 0)).last(where: { !$0.isEmpty })
    else { return nil }
    let found = columns.compactMap { place, caption in
      cells.indices.contains(place + shift) ? (caption, cells[place + shift]) : nil
    }
    let row = Row(label: label, cells: Dictionary(uniqueKeysWithValues: found))
    let amounts = row.amounts
    guard amounts.allSatisfy({ $0.isEmpty || $0.number != nil || $0.text.saysNothing }) else { return nil }
    return amounts.contains { !$0.isEmpty } || label.text.bare.ends(with: "资金") ? row : nil
  }

  /// The only row may have no label of its own below that of the captions.
  private static func row(_ cells: [TextPart], _ columns: [Int: PrintedCaption], under captions: [TextPart]) -> Row? {
    guard cells.count == captions.count, let first = columns.keys.min(), first > 0,
      cells[..<first].allSatisfy(\.isEmpty),
      let label = captions[..<first].last(where: { !$0.isEmpty })
    else { return nil }
    let row = Row(label: label, cells: Dictionary(uniqueKeysWithValues: columns.map { ($1, cells[$0]) }))
    let amounts = row.amounts
    return amounts.count >= 2 && amounts.allSatisfy { $0.number != nil } ? row : nil
  }

  /// 其中 twice means parts of a part: then it is not plain what adds up. 基本支出 and 项目支出 are another division, which
  /// counts where it comes first.
  private static func parts(_ rows: [Row]) -> [Row] {
    guard rows.dropFirst().allSatisfy({ !$0.label.text.bare.begins(with: "其中") }) else { return [] }
    let bySpending = rows.filter { $0.label.text.holds(anyOf: ["基本支出", "项目支出"]) }
    if bySpending.isEmpty || bySpending.count == rows.count { return rows }
    let first = rows.prefix(2)
    return bySpending.count == 2 && first.allSatisfy { $0.label.text.holds(anyOf: ["基本支出", "项目支出"]) }
      && !rows.dropFirst(2).contains { $0.label.text.holds("支出") } ? Array(first) : []
  }
}

extension PrintedFunds.Row {
  var amounts: [TextPart] { [PrintedCaption.initial, .budget, .executed].compactMap { cells[$0] } }
}

extension [LabelKey] {
  /// Captions of a budget, what was spent of it, and what that comes to.
  fileprivate var captionsFunds: Bool {
    let found = Set(printedCaptions.values)
    return found.contains(.executed) && !found.isDisjoint(with: [.budget, .initial])
      && !found.isDisjoint(with: [.rate, .score]) && !found.contains(where: \.isLevel) && !isListOfProjects
  }

  /// 序号 and 项目名称 caption a list of several projects, none of which is a part of the first.
  private var isListOfProjects: Bool { contains { PrintedHead.column(named: $0) == "name" || $0.plain == "序号" } }
}

extension TextPart {
  fileprivate var amountUnit: AmountUnit? {
    let bare = text.bare
    if bare.holds("万元") { return .tenThousandYuan }
    return bare.holds("(元)") || bare.holds("单位:元") ? .yuan : nil
  }
}
