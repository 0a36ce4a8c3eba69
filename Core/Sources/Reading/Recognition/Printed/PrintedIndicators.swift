import Text

/// The indicators of a scored table, read by its own captions.
struct PrintedIndicators {
  private(set) var lines: [Line] = []
  /// The captions that the table has, in the order in which they first stand.
  private(set) var captions: Set<PrintedCaption> = []
  private(set) var sum: (points: TextPart?, score: TextPart?)?
  /// The numbers of the rows that were taken.
  private(set) var rows: Set<Int> = []
  /// The cells of captions.
  private(set) var captionCells: [TextPart] = []

  struct Line {
    let group: TextPart?
    let node: TextPart?
    /// Counts the rows of captions: the same labels below another one are another group.
    let section: Int
    /// What is written and where, by what it says.
    var cells: [PrintedCaption: (text: String, part: TextPart)]
    /// What has columns of its own, but is said with the value.
    var others: [TextPart] = []
    /// What stands beside the first two levels under a caption of points of their own.
    var levelPoints: (group: TextPart?, node: TextPart?) = (nil, nil)
    var label: TextPart? { (cells[.name]?.part).flatMap { $0.isEmpty ? nil : $0 } ?? node }
  }

  /// Where the columns stand whose captions were read last; empty below their sum.
  private var places: [PrintedCaption: Int] = [:]
  /// Those of figures.
  private var numberPlaces: [Int] = []
  private var count = 0
  private var section = 0
  private var group: TextPart?
  private var node: TextPart?
  /// Where the points of the first two levels stand, and what they were last.
  private var levelPlaces: (group: Int?, node: Int?) = (nil, nil)
  private var levelPoints: (group: TextPart?, node: TextPart?) = (nil, nil)
  /// The row above, where captions may be told in two rows.
  private var above: [Int: PrintedCaption] = [:]

  init(_ table: [[TextPart]], keys words: TableKeys) {
    for (number, cells) in table.enumerated() {
      let keys = words.row(cells)
      let found = keys.printedCaptions
      if takeCaptions(found, of: cells, keys) || takeSum(cells, keys) || takeLine(cells) { rows.insert(number) }
      above = cells.count == count || places.isEmpty ? found : [:]
      if places.isEmpty { count = cells.count }
    }
    // A summary by level has no names below: what is scored is the level itself.
    if captions.isDisjoint(with: [.name]) {
      for index in lines.indices {
        if let part = lines[index].node ?? lines[index].group { lines[index].cells[.name] = (part.text, part) }
      }
    }
    // Where points stand in the names, a name without them is worth none.
    if captions.isDisjoint(with: [.points]), lines.contains(where: { $0.cells[.points] != nil }) {
      lines.removeAll { $0.cells[.points] == nil }
    }
  }

  private mutating func takeCaptions(
    _ found: [Int: PrintedCaption], of cells: [TextPart], _ keys: [LabelKey]
  ) -> Bool {
    var found = found
    guard found.values.contains(where: \.isLevel) else { return false }
    if Set(found.values).count(where: \.isIndicatorValue) < 2, cells.count == count, places.isEmpty {
      found.merge(above) { mine, _ in mine }
    }
    guard Set(found.values).count(where: \.isIndicatorValue) >= 2 else { return false }
    places = Dictionary(found.map { ($1, $0) }, uniquingKeysWith: min)
    numberPlaces = found.filter { $0.value == .points || $0.value == .score }.map(\.key)
    count = cells.count
    captions.formUnion(found.values)
    captionCells += found.keys.map { cells[$0] }
    section += 1
    (group, node) = (nil, nil)
    levelPoints = (nil, nil)
    levelPlaces = (pointsPlace(behind: .group, keys), pointsPlace(behind: .node, keys))
    return true
  }

  /// A column of points right behind a level's that is not the indicators' own.
  private func pointsPlace(behind level: PrintedCaption, _ keys: [LabelKey]) -> Int? {
    guard let place = places[level].map({ $0 + 1 }), keys.indices.contains(place), keys[place].caption == .points,
      places[.points] != place
    else { return nil }
    return place
  }

  private mutating func takeSum(_ cells: [TextPart], _ keys: [LabelKey]) -> Bool {
    guard !places.isEmpty, let label = cells.firstIndex(where: { !$0.isEmpty }),
      Self.sumLabels.contains(keys[label].plainWord)
    else { return false }
    captionCells.append(cells[label])
    let levels = [levelPlaces.group, levelPlaces.node]
    let numbers = cells.indices.dropFirst(label + 1).filter { cells[$0].number != nil && !levels.contains($0) }
      .map { cells[$0] }
    let (points, score) = (cell(.points, of: cells, shift(of: cells)), cell(.score, of: cells, shift(of: cells)))
    // A merged label may push what follows out of its columns; its order stays.
    if cells.count == count, [points, score].compactMap(\.self).filter({ $0.number != nil }) == numbers {
      sum = (points, score)
    } else {
      sum = (numbers.count >= 2 ? numbers[0] : nil, numbers.count >= 2 ? numbers[1] : numbers.first)
    }
    places = [:]
    return true
  }

  static let sumLabels = Set(
    ["合计", "总分", "总计", "总得分", "自评总分", "综合得分", "总分值", "分值合计", "得分合计", "自评得分合计", "合计得分"].map(LabelWord.init))

  private mutating func takeLine(_ cells: [TextPart]) -> Bool {
    guard !places.isEmpty, (count - 2...count + 1).contains(cells.count) else { return false }
    let shift = shift(of: cells)
    func cell(_ caption: PrintedCaption) -> TextPart? { self.cell(caption, of: cells, shift) }
    if let part = cell(.group), !part.isEmpty {
      if part.text != group?.text { node = nil }
      group = part
      levelPoints = (levelCell(levelPlaces.group, of: cells, shift), nil)
    }
    if let part = cell(.node), !part.isEmpty {
      node = part
      levelPoints.node = levelCell(levelPlaces.node, of: cells, shift)
    }
    var line = Line(group: group, node: node, section: section, cells: [:])
    line.levelPoints = levelPoints
    for caption in [PrintedCaption.name, .target, .actual, .points, .score, .reason] {
      if let part = cell(caption) { line.cells[caption] = (part.text, part) }
    }
    if captions.isDisjoint(with: [.points]), let points = line.pointsInName { line.cells[.points] = points }
    line.join(sign: cell(.sign), unit: cell(.unit))
    // 预算执行率 beside the points stands at the first level alone and is no nameless indicator.
    if line.cells[.name]?.part.isEmpty ?? true, cell(.node)?.isEmpty ?? true,
      let own = cell(.group), !own.isEmpty
    {
      line.cells[.name] = (own.text, own)
    }
    let isNumbered = [PrintedCaption.points, .score].contains { line.cells[$0]?.part.number != nil }
    let isNamed = line.cells[.name].map { !$0.part.isEmpty } ?? false
    let isCompared = [PrintedCaption.target, .actual].allSatisfy { line.cells[$0].map { !$0.text.isEmpty } ?? false }
    guard isNumbered || isNamed && isCompared else { return false }
    lines.append(line)
    return true
  }

  /// How far a row's cells stand beside their captions.
  private func shift(of cells: [TextPart]) -> Int { cells.shift(against: count, numbersAt: numberPlaces) }

  private func cell(_ caption: PrintedCaption, of cells: [TextPart], _ shift: Int) -> TextPart? {
    levelCell(places[caption], of: cells, shift)
  }

  private func levelCell(_ place: Int?, of cells: [TextPart], _ shift: Int) -> TextPart? {
    guard let index = place.map({ $0 + shift }) else { return nil }
    return cells.indices.contains(index) ? cells[index] : nil
  }
}

extension PrintedIndicators.Line {
  /// 标准化建设数（10分） says what the indicator is worth.
  fileprivate var pointsInName: (text: String, part: TextPart)? {
    guard let part = cells[.name]?.part, let range = part.pointsInBrackets else { return nil }
    let points = part.part(range)
    return (points.text, points)
  }

  /// Where sign, value and unit have columns of their own, the value says all three.
  fileprivate mutating func join(sign: TextPart?, unit: TextPart?) {
    others += [sign, unit].compactMap { $0 }
    if let target = cells[.target], target.part.number != nil {
      cells[.target] = (target.part.joined(sign: sign, unit: unit), target.part)
    }
    if let actual = cells[.actual], actual.part.number != nil {
      cells[.actual] = (actual.part.joined(sign: nil, unit: unit), actual.part)
    }
  }
}

extension TextPart {
  /// A number between a sign and a unit that have columns of their own.
  func joined(sign: TextPart?, unit: TextPart?) -> String {
    let unit = unit.map { $0.text.narrow } ?? ""
    // ≤ 12 月 is by December: days and months need no sign.
    let sign = ["月", "日", "号"].contains(unit) ? "" : sign?.text.sign ?? ""
    return sign + text.narrow + unit
  }

  /// The digits in （10分）.
  var pointsInBrackets: Range<Int>? {
    let scalars = text.halfWidthScalars
    var open: Int?
    for (index, scalar) in scalars.enumerated() {
      if scalar == "(" { open = index + 1 }
      guard scalar == "分", let start = open else { continue }
      if start < index, scalars[start..<index].allSatisfy({ $0.isDigit || $0 == "." }) { return start..<index }
      open = nil
    }
    return nil
  }
}

extension String {
  /// ≥ for >=, 大于等于 and the like; empty for words such as 定性.
  fileprivate var sign: String {
    switch bare {
    case "≥", ">=", "≧", "大于等于", "不低于", "不少于": "≥"
    case "≤", "<=", "≦", "小于等于", "不高于", "不超过": "≤"
    case ">", "大于": ">"
    case "<", "小于": "<"
    case "=", "等于", "==": "="
    default: ""
    }
  }
}
