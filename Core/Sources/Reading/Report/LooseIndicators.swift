import Text

/// The indicators of a form whose cells a page or a PDF gave away without their frame: one cell a line below captions
/// one a line, or one row a line with single blanks between cells.
///
/// What is merged or blank left no trace there, so that rows are told by what they must hold: points and a score in
/// figures behind a name, a target and a result.
struct LooseIndicators {
  /// The rows, the captions first, each as long as they.
  let rows: [[Range<Int>]]
  /// The line that follows.
  let end: Int

  /// What a caption says that a column holds.
  private enum Column: Hashable { case first, second, name, target, actual, points, score, reason }

  private static let captions: [(column: Column, words: [String])] = [
    (.first, ["一级指标", "一级", "一级指标名称"]), (.second, ["二级指标", "二级", "二级指标名称"]), (.name, ["三级指标", "三级", "三级指标名称", "指标名称"]),
    (.target, ["年度指标值", "指标值", "目标值", "年度目标值", "预期指标值", "年度指标值(A)", "指标值(A)", "年初目标值", "绩效指标值"]),
    (
      .actual,
      ["实际完成值", "完成值", "实际值", "全年实际值", "全年完成值", "实际完成值(B)", "全年实际值(B)", "实际完成情况", "实际完成", "全年实际完成值"]
    ), (.points, ["分值", "权重", "标准分", "分值(权重)", "考核分值", "指标分值"]), (.score, ["得分", "自评得分", "实际得分", "自评分"]),
    (
      .reason,
      [
        "偏差原因分析及改进措施", "未完成原因分析及改进措施", "偏差原因分析", "未完成原因分析", "偏差原因", "偏差说明", "备注", "偏差原因及改进措施", "扣分原因", "未完成原因及改进措施",
      ]
    ),
  ]
  private static let levels = [
    "产出", "效益", "满意度", "满意", "成本", "数量", "质量", "时效", "经济效益", "社会效益", "生态效益", "可持续影响", "服务对象满意度", "决策", "过程", "投入", "管理",
    "经济", "社会", "生态", "可持续",
  ]

  /// nil where no captions stand at that line, or no two rows below them.
  init?(in text: RunningText, _ lines: [Range<Int>?], at first: Int) {
    let reader = Reader(text: text, lines: lines)
    guard let found = reader.stacked(at: first) ?? reader.spaced(at: first), found.rows.count >= 3 else { return nil }
    self = found
  }

  private init(rows: [[Range<Int>]], end: Int) { (self.rows, self.end) = (rows, end) }

  private struct Reader {
    let text: RunningText
    /// nil for blank lines and for cells of other tables.
    let lines: [Range<Int>?]

    /// One cell a line.
    func stacked(at first: Int) -> LooseIndicators? {
      guard let range = lines[first], column(range) != nil else { return nil }
      var captions: [Range<Int>] = []
      var next = first
      while next < lines.count, let line = lines[next], column(line) != nil, captions.count < 9 {
        captions.append(line)
        next += 1
      }
      guard let columns = columns(captions) else { return nil }
      var end = next
      var cells: [(range: Range<Int>, line: Int)] = []
      while end < lines.count, cells.count < 2_000 {
        if let line = lines[end] { cells.append((line, end)) }
        end += 1
      }
      var rows = [captions]
      var index = 0
      var last = next
      var open: [Range<Int>] = []
      // What stands behind a row, until it is known that the table goes on.
      var reason: Range<Int>?
      while index < cells.count {
        if let sum = sum(Array(cells[index...].prefix(3)).map(\.range), columns) {
          give(reason, to: &rows, columns)
          rows.append(sum)
          last = cells[min(cells.count - 1, index + 2)].line + 1
          break
        }
        let core = columns.filter { ![.first, .second, .reason].contains($0) }
        let row = Array(cells[index...].prefix(core.count)).map(\.range)
        let next = Array(cells[index...].dropFirst().prefix(core.count)).map(\.range)
        // A level or a reason before a row of figures could itself be taken for a name.
        let isBeforeRow =
          (isLevel(cells[index].range) || columns.contains(.reason) && rows.count > 1)
          && next.count == core.count && fits(next, core)
        if row.count == core.count, fits(row, core), !isBeforeRow {
          give(reason, to: &rows, columns)
          reason = nil
          rows.append(self.cells(of: row, core, under: open, reason: nil, columns))
          open = []
          index += core.count
          last = cells[index - 1].line + 1
        } else if isLevel(cells[index].range) {
          give(reason, to: &rows, columns)
          reason = nil
          open.append(cells[index].range)
          index += 1
        } else {
          // A reason, as long as a row or a level follows soon.
          if open.isEmpty {
            reason = (reason?.lowerBound ?? cells[index].range.lowerBound)..<cells[index].range.upperBound
          }
          index += 1
          if cells[index - 1].line > last + 3 { break }
        }
      }
      return LooseIndicators(rows: rows, end: last)
    }

    private func give(_ reason: Range<Int>?, to rows: inout [[Range<Int>]], _ columns: [Column]) {
      guard let reason, rows.count > 1, let place = columns.firstIndex(of: .reason) else { return }
      rows[rows.count - 1][place] = reason
    }

    /// One row a line, with single blanks between its cells.
    func spaced(at first: Int) -> LooseIndicators? {
      // A quick look first, as every line of a report comes here.
      guard let range = lines[first], (16...100).contains(range.count),
        range.contains(where: { text.scalars[$0].isBlank }),
        text[range].holds("得分")
      else { return nil }
      let captions = words(of: range)
      guard captions.count >= 6, captions.allSatisfy({ column($0) != nil }), let columns = columns(captions) else {
        return nil
      }
      let core = columns.filter { ![.first, .second, .reason].contains($0) }
      var rows = [captions]
      var next = first + 1
      while next < lines.count, let line = lines[next] {
        let cells = words(of: line)
        if let sum = sum(cells, columns) {
          rows.append(sum)
          next += 1
          break
        }
        guard
          let start = (0...3).first(where: { start in
            cells.count >= start + core.count && fits(Array(cells[start..<start + core.count]), core)
              && (start == 0 || cells[..<start].contains(where: isLevel) || start == 1 && cells.count <= columns.count)
          })
        else { break }
        let rest = cells[(start + core.count)...]
        let reason = rest.first.map { $0.lowerBound..<(rest.last?.upperBound ?? $0.upperBound) }
        rows.append(
          self.cells(
            of: Array(cells[start..<start + core.count]), core, under: Array(cells[..<start]), reason: reason, columns))
        next += 1
      }
      return LooseIndicators(rows: rows, end: next)
    }

    private func column(_ range: Range<Int>) -> Column? {
      guard range.count <= 20 else { return nil }
      let word = text[range].bare.replacingBrackets
      return LooseIndicators.captions.first { word.isExactly(anyOf: $0.words) }?.column
    }

    /// All columns once, the ones that every row fills among them.
    private func columns(_ captions: [Range<Int>]) -> [Column]? {
      let columns = captions.compactMap(column)
      guard Set(columns).count == columns.count,
        [.name, .target, .actual, .points, .score].allSatisfy(columns.contains),
        columns.contains(.second) || columns.contains(.first)
      else { return nil }
      return columns
    }

    private func words(of line: Range<Int>) -> [Range<Int>] {
      text.scalars[line].split(whereSeparator: \.isBlank).map { $0.startIndex..<$0.endIndex }
    }

    /// Points and a score in figures, the others in other words.
    private func fits(_ row: [Range<Int>], _ core: [Column]) -> Bool {
      zip(row, core).allSatisfy { range, column in
        switch column {
        case .points, .score: isNumber(range)
        case .name: !isNumber(range) && !text[range].bare.holds(anyOf: ["总分", "合计", "总计"])
        default: true
        }
      }
    }

    private func isNumber(_ range: Range<Int>) -> Bool {
      let scalars = text.scalars[range].filter { !$0.isBlank && $0 != "分" }
      return !scalars.isEmpty && scalars.count <= 6 && scalars.allSatisfy { $0.isDigit || $0 == "." }
    }

    /// 产出指标（50分）, 数量指标, 满意度.
    private func isLevel(_ range: Range<Int>) -> Bool {
      guard range.count <= 18 else { return false }
      var word = text[range].bare.replacingBrackets
      if let open = word.firstIndex(of: "(") { word = String(word[..<open]) }
      if word.ends(with: "指标") { word.removeLast(2) }
      return LooseIndicators.levels.contains(word)
        || range.count <= 14 && text[range].bare.replacingBrackets.ends(with: "分)")
    }

    /// A row with a cell for every caption; what is blank stands before its name.
    private func cells(
      of row: [Range<Int>], _ core: [Column], under levels: [Range<Int>], reason: Range<Int>?, _ columns: [Column]
    ) -> [Range<Int>] {
      let start = row[0].lowerBound
      let blank = start..<start
      let last = row[row.count - 1].upperBound
      return columns.map { column in
        switch column {
        case .second: levels.last ?? blank
        case .first: levels.count >= 2 || !columns.contains(.second) ? levels.first ?? blank : blank
        case .reason: reason ?? last..<last
        default: core.firstIndex(of: column).map { row[$0] } ?? blank
        }
      }
    }

    /// 总分 100 99.5, or 总分 99.5.
    private func sum(_ cells: [Range<Int>], _ columns: [Column]) -> [Range<Int>]? {
      guard let label = cells.first, text[label].bare.isExactly(anyOf: ["总分", "合计", "总计"]) else { return nil }
      let numbers = cells.dropFirst().prefix { isNumber($0) }
      guard let score = numbers.last else { return nil }
      let blank = label.upperBound..<label.upperBound
      return columns.enumerated().map { place, column in
        if place == 0 { return label }
        switch column {
        case .points: return numbers.count == 2 ? numbers.first ?? blank : blank
        case .score: return score
        default: return blank
        }
      }
    }
  }
}

extension String {
  fileprivate var replacingBrackets: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "（" ? "(" : $0 == "）" ? ")" : $0 }))
  }
}
