import Evaluation
import Figures
import Reading
import Text

/// A table of a file that is no form: its rows as they stand, with the numbers in them.
struct PlainTable: Sendable {
  let rows: [Row]
  /// All that the file has of it, shorter rows included.
  let table: [[TextPart]]

  struct Row: Sendable {
    let cells: [TextPart]
    /// By column; nil for words and blanks.
    let numbers: [Figure?]
    /// The words in front of its numbers.
    let label: String

    func isBlank(_ column: Int) -> Bool { cells[column].isEmpty || Self.dashes.contains(cells[column].text.bare) }
    private static let dashes: Set<String> = ["-", "—", "——", "--", "/", "－", "–"]
  }

  /// A number that does not come out: where it stands, what it should be, and the cells that say so.
  struct Slip {
    let cell: TextPart
    let name: String
    let right: Rational
    let from: [TextPart]

    /// "表中“基本支出”写 2416.2，所列各行之和 2406.2。"
    func finding(_ should: String) -> Finding {
      Finding(
        at: ([cell] + from).map { .text(TextPlace(.file, $0.place)) },
        "表中“\(name)”写 \(cell.text.bare)，\(should)。", derivation: "\(cell.text.bare) ≠ \(right.spoken(4))")
    }
  }

  /// nil where fewer than three rows have as many cells as the one with the captions.
  init?(_ table: [[TextPart]]) {
    let counts = table.map(\.count)
    guard let width = counts.max(), width >= 2 else { return nil }
    let whole = table.filter { $0.count == width }
    guard whole.count >= 3 else { return nil }
    let units = (0..<width).map { column in Self.unit(of: whole.map { $0[column].text }) }
    rows = whole.map { Row($0, units: units) }
    self.table = table
  }

  /// What every number of a column is counted in: 万元 below 1,250万元 and 860万元; empty where they differ.
  private static func unit(of cells: [String]) -> String {
    var unit: String?
    for cell in cells.lazy.map(\.bare) {
      guard cell.unicodeScalars.first?.isDigit ?? false else { continue }
      let own = String(scalars: Array(cell.unicodeScalars.drop { $0.isDigit || $0 == "." || $0 == "," || $0 == "，" }))
      guard (1...3).contains(own.unicodeScalars.count), own.holdsIdeographs,
        !["年", "月", "日", "年度", "季度"].contains(own), unit == nil || unit == own
      else { return "" }
      unit = own
    }
    return unit ?? ""
  }

  private var width: Int { rows[0].cells.count }

  /// What stands above a column, from the top down to the first number.
  func caption(_ column: Int) -> String {
    rows.prefix { $0.numbers.allSatisfy { $0 == nil } }.map { $0.cells[column].text.bare }.joined()
  }

  // MARK: Totals

  /// Sums that do not come out in one column and do in another, of rows under 合计 and under 其中.
  var wrongSums: [Slip] {
    groups.flatMap { group -> [Slip] in
      let columns = (0..<width).filter { rows[group.total].numbers[$0] != nil && isSummed($0) }
      let looks = columns.compactMap { column in sum(of: group, column).map { (column: column, sum: $0) } }
      let right = looks.filter { agrees($0.sum, rows[group.total].numbers[$0.column]) }
      // A lone column is a sum of these rows where it comes near.
      let isLone = looks.count == 1 && looks.allSatisfy { isNear($0.sum, rows[group.total].numbers[$0.column]) }
      guard isLone || !right.isEmpty && right.count * 2 >= looks.count || haveTurnedDigits(looks, group) else {
        return []
      }
      return looks.filter { look in !right.contains { $0.column == look.column } }.map { column, sum in
        Slip(
          cell: rows[group.total].cells[column], name: rows[group.total].label, right: sum,
          from: group.parts.compactMap { rows[$0].numbers[column] == nil ? nil : rows[$0].cells[column] })
      }
    }
  }

  private struct Group {
    let total: Int
    let parts: [Int]
  }

  /// Totals with the rows that may make them up.
  private var groups: [Group] {
    var groups: [Group] = []
    for (index, row) in rows.enumerated() where row.numbers.contains(where: { $0 != nil }) {
      if row.isTotal, rows[..<index].allSatisfy({ $0.numbers.allSatisfy { $0 == nil } }) {
        // On top, up to the next total.
        let behind = (index + 1..<rows.count).prefix { !rows[$0].isTotal && rows[$0].numbers.contains { $0 != nil } }
        let group = Group(total: index, parts: withoutParts(Array(behind)))
        if hasRightSum(group) { groups.append(group) }
      } else if row.isTotal {
        // Above it up to the captions or the total before.
        let first = rows[..<index].lastIndex { $0.isTotal || $0.numbers.allSatisfy { $0 == nil } }.map { $0 + 1 } ?? 0
        groups.append(Group(total: index, parts: withoutParts(Array(first..<index))))
      } else if index + 1 < rows.count, rows[index + 1].isPart, !row.isPart {
        let behind = (index + 1..<rows.count).prefix { !rows[$0].isTotal && ($0 == index + 1 || !rows[$0].isPart) }
        // As many rows as make up some other column.
        for count in 2...max(2, behind.count) where count <= behind.count {
          let parts = Array(behind.prefix(count))
          if hasRightSum(Group(total: index, parts: parts)) {
            groups.append(Group(total: index, parts: parts))
            break
          }
        }
      }
    }
    return groups.filter { $0.parts.count >= 2 }
  }

  /// Without the rows behind 其中 that part one before them.
  private func withoutParts(_ all: [Int]) -> [Int] {
    var kept: [Int] = []
    var index = all.startIndex
    while index < all.endIndex {
      kept.append(all[index])
      var next = index + 1
      if next < all.endIndex, rows[all[next]].isPart {
        let rest = all[next...]
        let count = (1...rest.count).first { count in
          hasRightSum(Group(total: all[index], parts: Array(rest.prefix(count))))
        }
        next += count ?? 1
      }
      index = next
    }
    return kept
  }

  private func hasRightSum(_ group: Group) -> Bool {
    (0..<width).contains { column in
      guard isSummed(column), let total = rows[group.total].numbers[column], !total.isZero,
        let sum = sum(of: group, column)
      else { return false }
      return agrees(sum, total) && group.parts.count { !(rows[$0].numbers[column]?.isZero ?? true) } > 1
    }
  }

  /// nil where words stand in between, or nothing.
  private func sum(of group: Group, _ column: Int) -> Rational? {
    var sum = Rational.zero
    var count = 0
    for part in group.parts {
      guard let number = rows[part].numbers[column] else {
        // A difference that is not told may be anything.
        if rows[part].isBlank(column), !isOfChanges(column) || rows[part].cells[column].isEmpty { continue }
        return nil
      }
      guard let more = sum.adding(number.rational) else { return nil }
      sum = more
      count += 1
    }
    return count == 0 ? nil : sum
  }

  private func isOfChanges(_ column: Int) -> Bool {
    caption(column).holds(anyOf: ["增减", "增长", "变动", "变化", "差额", "较上年", "比上年", "同比"])
  }

  /// Equal but for what rounding may leave.
  private func agrees(_ sum: Rational, _ total: Figure?) -> Bool {
    guard let total, let gap = sum.subtracting(total.rational)?.magnitude else { return true }
    return gap <= (Rational(2, over: 100) ?? .zero)
  }

  /// Two columns or more come near, each short by what two digits in turn make: a multiple of nine of its last one.
  private func haveTurnedDigits(_ looks: [(column: Int, sum: Rational)], _ group: Group) -> Bool {
    looks.count >= 2
      && looks.allSatisfy { look in
        guard let total = rows[group.total].numbers[look.column], isNear(look.sum, total),
          let gap = look.sum.subtracting(total.rational)?.magnitude, let ninth = gap.divided(by: Rational(9)),
          let cents = ninth.multiplied(by: Rational(100))
        else { return false }
        return cents.denominator == 1 && group.parts.allSatisfy { rows[$0].numbers[look.column] != nil }
      }
  }

  private func isNear(_ sum: Rational, _ total: Figure?) -> Bool {
    guard let total, let share = sum.divided(by: total.rational), let bottom = Rational(85, over: 100),
      let top = Rational(115, over: 100)
    else { return false }
    return share > bottom && share < top
  }

  /// Rates, prices and numbers of rows do not add up.
  private func isSummed(_ column: Int) -> Bool {
    !caption(column).holds(anyOf: ["率", "比", "%", "％", "均", "单价", "序号", "编号", "年份", "标准", "代码", "电话", "指标值", "目标值"])
      && (caption(column).isExactly(anyOf: ["权重", "目标权重", "权重占比"])
        || !rows.contains { $0.cells[column].text.bare.ends(with: "%") })
  }

  // MARK: Rates

  /// Rates of execution that two columns give in most rows and do not give in one.
  var wrongRates: [Slip] { wrongRates(Self.execution) }
  /// The same of 得分率.
  var wrongScoreRates: [Slip] { wrongRates(Self.scores) }

  /// What a rate is called, and the columns that it is of.
  struct RateKind {
    let names: [String]
    let parts: [String]
    let wholes: [String]
  }

  private static let execution = RateKind(
    names: ["执行率", "完成率", "支出率", "支出进度", "支付率", "到位率"],
    parts: ["执行", "支出", "决算", "支付", "使用", "完成", "到位"],
    wholes: ["预算", "计划", "安排", "下达", "到位", "目标"])
  static let scores = RateKind(names: ["得分率"], parts: ["得分", "实得"], wholes: ["分值", "权重", "满分", "标准分"])

  private func wrongRates(_ kind: RateKind) -> [Slip] {
    (0..<width).filter { caption($0).holds(anyOf: kind.names) }.flatMap { column -> [Slip] in
      let rated = rows.indices.filter { rows[$0].numbers[column].map { !$0.isZero } ?? false }
      guard rated.count >= 3 else { return [] }
      var best: (slips: [Slip], right: Int) = ([], 0)
      for part in 0..<column where caption(part).holds(anyOf: kind.parts) {
        for whole in 0..<column where whole != part && caption(whole).holds(anyOf: kind.wholes) {
          let found = slips(rated, column, part, whole)
          if found.right > best.right { best = found }
        }
      }
      if best.right * 4 >= rated.count * 3 || best.right >= 2 && best.slips.count == 1 { return best.slips }
      // A total that is wrong itself gives no right rate.
      let own = best.slips.filter { slip in !rows.contains { $0.isTotal && $0.cells.contains(slip.cell) } }
      return best.right >= 2 && own.count == 1 ? own : []
    }
  }

  private func slips(_ rated: [Int], _ column: Int, _ part: Int, _ whole: Int) -> (slips: [Slip], right: Int) {
    var (slips, right) = ([Slip](), 0)
    for index in rated {
      let row = rows[index]
      guard let rate = row.numbers[column], let spent = row.numbers[part], let budget = row.numbers[whole],
        !budget.isZero, let quotient = spent.rational.divided(by: budget.rational)?.multiplied(by: Rational(100)),
        let gap = quotient.subtracting(rate.rational)?.magnitude, let step = rate.halfStep.adding(rate.halfStep)
      else { continue }
      if gap <= step {
        right += 1
      } else {
        slips.append(
          Slip(
            cell: row.cells[column], name: row.label, right: quotient, from: [row.cells[part], row.cells[whole]]))
      }
    }
    return (slips, right)
  }
}

extension PlainTable.Row {
  /// `units` are what the numbers of each column are counted in.
  init(_ cells: [TextPart], units: [String] = []) {
    self.cells = cells
    numbers = cells.enumerated().map { column, cell in
      if units.indices.contains(column), !units[column].isEmpty, cell.text.bare.ends(with: units[column]) {
        return try? Figure(reading: String(cell.text.bare.dropLast(units[column].count)))
      }
      // Words are no number, whatever stands around them.
      if cell.text.holdsIdeographs { return nil }
      var text = cell.text.bare
      if text.ends(with: "%") { text.removeLast() }
      return try? Figure(reading: text)
    }
    label = zip(cells, numbers).prefix { $0.1 == nil }.map(\.0.text.bare).last { !$0.isEmpty } ?? ""
  }

  /// 合计 in front of its numbers.
  var isTotal: Bool { Self.totals.contains(label) }
  private static let totals: Set<String> = ["合计", "总计", "小计", "金额合计", "合计数", "总额", "共计"]
  /// Parts the row above.
  var isPart: Bool { label.begins(with: "其中") }
}

extension Dossier {
  /// Every table of the file, forms among them, read once for all who ask.
  var allTables: [PlainTable] { found(in: PlainTable.ofAllRows) }

  /// Those with one of these words in the first three rows.
  func tables(captioned words: [String]) -> [PlainTable] {
    allTables.filter { $0.table.prefix(3).joined().contains { $0.text.holds(anyOf: words) } }
  }

  /// Every table of the file with a column 得分率, which no form asks for.
  var scoreRateTables: [PlainTable] { tables(captioned: ["得分率"]) }

  /// Every table of the file of which nothing belongs to a form.
  var plainTables: [PlainTable] { found(in: PlainTable.ofLooseRows) }
}

extension PlainTable {
  fileprivate static let ofAllRows = TableFinder { table in PlainTable(table.table.rows).map { [$0] } ?? [] }
  fileprivate static let ofLooseRows = TableFinder { table in PlainTable(table.looseRows).map { [$0] } ?? [] }
}
