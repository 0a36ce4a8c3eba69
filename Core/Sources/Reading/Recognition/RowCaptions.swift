import Text

/// A row of captions whose words tell what stands below, and where the cells of a row belong under them.
struct RowCaptions {
  let kind: Kind
  /// Which caption stands where.
  private let places: [PrintedCaption: Int]
  /// How many cells a row has under them.
  private let count: Int
  /// No caption stands above the labels of the rows.
  let lacksLabel: Bool

  enum Kind { case funds, indicators, goals }

  /// nil for a row that captions nothing of a scored table.
  init?(_ keys: [LabelKey], count: Int) {
    let found = keys.printedCaptions
    let meanings = Set(found.values)
    let isLeveled = meanings.contains(.name)
    if isLeveled, meanings.count(where: \.isIndicatorValue) >= 2 {
      kind = .indicators
    } else if !isLeveled, meanings.contains(.executed), !meanings.isDisjoint(with: [.initial, .budget, .rate]) {
      kind = .funds
    } else if let actual = keys.goals {
      (kind, lacksLabel, self.count) = (.goals, false, count)
      places = [.target: actual - 1, .actual: actual]
      return
    } else {
      return nil
    }
    lacksLabel = kind == .funds && Self.values.contains { found[0] == $0 }
    let shift = lacksLabel ? 1 : 0
    self.count = lacksLabel && !(keys.last?.isEmpty ?? true) ? count + 1 : count
    places = Dictionary(found.map { ($1, $0 + shift) }, uniquingKeysWith: min)
  }

  /// Columns of figures in a table of funds.
  private static let values: [PrintedCaption] = [.initial, .budget, .executed, .rate, .points, .score]
}

// Funds.
extension RowCaptions {
  /// The cells of a row of funds, each in its place; nil where the row stays as it is.
  func fund(_ cells: [TextPart], _ keys: [LabelKey]) -> [TextPart?]? {
    guard let label = cells.firstIndex(where: { !$0.isEmpty }), keys[label].namesFund,
      let first = Self.values.compactMap({ places[$0] }).min(), first > 0
    else { return nil }
    let shift = cells.count - count
    if !isPlainlyElsewhere(cells, by: shift, behind: label) { return nil }
    let values = Array(cells[(label + 1)...]).droppingBlankEnd
    guard !values.isEmpty else { return nil }
    var laid = [TextPart?](repeating: nil, count: count)
    // Right behind the label, as they stand.
    if first + values.count <= count, fits(cells, by: label + 1 - first) {
      laid[first - 1] = cells[label]
      for (index, value) in values.enumerated() { laid[first + index] = value }
      return laid
    }
    // Without the blank ones between them there may be just one way in which they fit.
    guard let found = onlyPlaces(of: values) else { return laid }
    laid[first - 1] = cells[label]
    for (place, value) in zip(found, values) { laid[place] = value }
    return laid
  }

  /// A share stands where an amount or points belong, a text where points do, or the row is not behind its label.
  private func isPlainlyElsewhere(_ cells: [TextPart], by shift: Int, behind label: Int) -> Bool {
    Self.values.contains { caption in
      guard let place = places[caption].map({ $0 + shift }), cells.indices.contains(place), !cells[place].isEmpty else {
        return false
      }
      if place <= label { return true }
      switch caption {
      case .rate: return false
      case .points, .score: return cells[place].isShare || cells[place].text.scalarCount > 12
      default: return cells[place].isShare
      }
    }
  }

  /// Every column of figures holds one, or what may stand for it.
  private func fits(_ cells: [TextPart], by shift: Int) -> Bool {
    Self.values.allSatisfy { caption in
      guard let place = places[caption].map({ $0 + shift }), cells.indices.contains(place) else { return true }
      return cells[place].isEmpty || caption.mayHold(cells[place])
    }
  }

  /// Where the values stand, in the order of the columns; nil where they fit nowhere or in several ways. Points and score
  /// stand both in a row or neither of them.
  private func onlyPlaces(of values: [TextPart]) -> [Int]? {
    guard values.allSatisfy({ !$0.isEmpty }) else { return nil }
    let columns = (Self.values + [.reason]).compactMap { caption in places[caption].map { (caption, $0) } }
      .sorted { $0.1 < $1.1 }
    let scored: Set<PrintedCaption> = [.points, .score]
    let unscored = columns.filter { !scored.contains($0.0) }
    let found = (ways(values, unscored, through: []) ?? []) + (ways(values, columns, through: scored) ?? [])
    return found.count == values.count ? found : nil
  }

  /// The places where the values stand in columns `through` some of them; nil where there are none, and more places than
  /// values where there are several ways.
  private func ways(
    _ values: [TextPart], _ columns: [(PrintedCaption, Int)], through needed: Set<PrintedCaption>
  ) -> [Int]? {
    // In how many ways the first values fit the first columns; two stand for more.
    var ways = [[1] + [Int](repeating: 0, count: values.count)]
    for (caption, _) in columns {
      let before = ways[ways.count - 1]
      ways.append(
        (0...values.count).map { index in
          let taken = index > 0 && caption.mayHold(values[index - 1]) ? before[index - 1] : 0
          return min(2, taken + (needed.contains(caption) ? 0 : before[index]))
        })
    }
    let count = ways[columns.count][values.count]
    guard count > 0 else { return nil }
    guard count == 1 else { return [Int](repeating: 0, count: values.count + 1) }
    var (found, index) = ([Int](), values.count)
    for column in columns.indices.reversed() where index > 0 {
      // Not without this column.
      if needed.contains(columns[column].0) || ways[column][index] == 0 {
        found.append(columns[column].1)
        index -= 1
      }
    }
    return found.reversed()
  }
}

// Goals.
extension RowCaptions {
  /// Two texts without a label, which stand under what captions them.
  func goal(_ cells: [TextPart], _ keys: [LabelKey]) -> [TextPart?]? {
    guard let target = places[.target], let actual = places[.actual] else { return nil }
    let told = cells.indices.filter { !cells[$0].isEmpty }
    guard told.count == 2, told[0] == 0, told[1] == 1, target > 0, cells.count == count,
      !keys[0].namesGoal, PrintedHead.column(named: keys[0]) == nil
    else { return nil }
    var laid = [TextPart?](repeating: nil, count: count)
    (laid[target], laid[actual]) = (cells[0], cells[1])
    return laid
  }
}

// Indicators.
extension RowCaptions {
  /// The cells of an indicator, each in its place; nil where the row stays as it is.
  func indicator(_ cells: [TextPart], _ keys: [LabelKey]) -> [TextPart?]? {
    guard let name = places[.name], cells.count(where: { !$0.isEmpty }) >= 4,
      !keys.contains(where: { PrintedIndicators.sumLabels.contains($0.plainWord) || FootWords.holds($0) })
    else { return nil }
    let numbers = [places[.points], places[.score]].compactMap { $0 }
    let own = cells.shift(against: count, numbersAt: numbers)
    let isElsewhere = !mayStand(cells, keys, by: own)
    let mine = likeness(of: cells, keys, by: own)
    if mine != nil, !isElsewhere { return nil }
    let found = (-name...1).compactMap { shift in likeness(of: cells, keys, by: shift).map { (shift, $0) } }
    guard let best = found.max(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else {
      return isElsewhere ? [TextPart?](repeating: nil, count: count) : nil
    }
    // Labels in other words alone move no row.
    let figures = numbers.count { cells.indices.contains($0 + own) && cells[$0 + own].number != nil }
    guard
      isElsewhere
        || numbers.count(where: { cells.indices.contains($0 + best.0) && cells[$0 + best.0].number != nil }) > figures
    else {
      return nil
    }
    return (0..<count).map { cells.indices.contains($0 + best.0) ? cells[$0 + best.0] : nil }
  }

  /// Nothing tells that the row stands elsewhere.
  private func mayStand(_ cells: [TextPart], _ keys: [LabelKey], by shift: Int) -> Bool {
    func cell(_ caption: PrintedCaption) -> TextPart? {
      places[caption].flatMap { cells.indices.contains($0 + shift) ? cells[$0 + shift] : nil }
    }
    if let name = cell(.name), name.saysOnlyFigureOrSign { return false }
    if let sign = cell(.sign), !sign.isEmpty, !sign.isSign, cells.contains(where: \.isSign) { return false }
    return true
  }

  /// How many cells of the row speak for it; nil where one speaks against it.
  private func likeness(of cells: [TextPart], _ keys: [LabelKey], by shift: Int) -> Int? {
    func index(_ caption: PrintedCaption) -> Int? {
      places[caption].map { $0 + shift }.flatMap { cells.indices.contains($0) && !cells[$0].isEmpty ? $0 : nil }
    }
    guard let name = index(.name), !cells[name].saysOnlyFigureOrSign, !keys[name].namesLevel else { return nil }
    var count = 0
    for caption in [PrintedCaption.points, .score] {
      guard let place = index(caption) else { continue }
      guard cells[place].number != nil || cells[place].text.saysNothing else { return nil }
      if cells[place].number != nil { count += 1 }
    }
    guard count > 0 else { return nil }
    for caption in [PrintedCaption.group, .node] {
      guard let place = index(caption) else { continue }
      guard keys[place].namesLevel else { return nil }
      count += 1
    }
    if let sign = index(.sign) {
      guard cells[sign].isSign else { return nil }
      count += 1
    }
    return count
  }
}

extension PrintedCaption {
  /// Whether a figure, or what stands in the place of one, may stand under it.
  fileprivate func mayHold(_ cell: TextPart) -> Bool {
    switch self {
    case .rate: return cell.isShare || cell.number != nil || cell.text.saysNothing
    case .reason: return !cell.saysFigure
    case .points, .score: return !cell.isShare && (cell.number != nil || cell.text.saysNothing)
    default: return !cell.isShare && (cell.saysFigure || cell.text.saysNothing)
    }
  }
}

extension [TextPart] {
  fileprivate var droppingBlankEnd: [TextPart] { Array(self[..<(lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0)]) }
}

extension TextPart {
  fileprivate var isShare: Bool { text.unicodeScalars.contains { $0 == "%" || $0 == "％" } }

  /// ≥ or 定性 in a cell of its own.
  fileprivate var isSign: Bool {
    text.bare.isExactly(anyOf: ["≥", "≤", ">", "<", "=", "＝", "﹦", "＞", "＜", "≧", "≦", ">=", "<=", "定性"])
  }

  /// What is no name of an indicator.
  fileprivate var saysOnlyFigureOrSign: Bool {
    isSign || number != nil
      || !isEmpty && text.unicodeScalars.allSatisfy { $0.isDigit || $0.isBlank || ".%％".unicodeScalars.contains($0) }
  }
}

extension [LabelKey] {
  /// Where the caption of what came of the year's goals stands, right behind that of the goals.
  fileprivate var goals: Int? {
    lastIndex { GoalWord($0) == .actual }.flatMap { $0 > 0 && self[$0 - 1].namesGoal ? $0 : nil }
  }
}
