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
  enum Column: Hashable { case first, second, name, target, actual, points, score, reason }

  fileprivate static let captions: [(column: Column, words: [String])] = [
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
  fileprivate static let levels = [
    "产出", "效益", "满意度", "满意", "成本", "数量", "质量", "时效", "经济效益", "社会效益", "生态效益", "可持续影响", "服务对象满意度", "决策", "过程", "投入", "管理",
    "经济", "社会", "生态", "可持续",
  ]

  /// Blank lines are empty ranges, cells of other tables are nil. nil where no captions stand at that line, or no two rows
  /// below them.
  init?(in text: RunningText, _ lines: [Range<Int>?], at first: Int) {
    let reader = Reader(text: text, lines: lines)
    guard let found = reader.stacked(at: first) ?? reader.spaced(at: first), found.rows.count >= 3 else { return nil }
    self = found
  }

  init(rows: [[Range<Int>]], end: Int) { (self.rows, self.end) = (rows, end) }

  /// Tells captions, levels, figures and sums among the lines of a text.
  struct Reader {
    let text: RunningText
    /// Blank lines are empty ranges, cells of other tables are nil.
    let lines: [Range<Int>?]

    func column(_ range: Range<Int>) -> Column? {
      range.count <= 20 ? column(of: text[range]) : nil
    }

    func column(of caption: String) -> Column? {
      let word = caption.bare.replacingBrackets
      return LooseIndicators.captions.first { word.isExactly(anyOf: $0.words) }?.column
    }

    /// All columns once, the ones that every row fills among them.
    func columns(_ captions: [Range<Int>]) -> [Column]? {
      let columns = captions.compactMap(column)
      guard Set(columns).count == columns.count,
        [.name, .target, .actual, .points, .score].allSatisfy(columns.contains),
        columns.contains(.second) || columns.contains(.first)
      else { return nil }
      return columns
    }

    func words(of line: Range<Int>) -> [Range<Int>] {
      text.scalars[line].split(whereSeparator: \.isBlank).map { $0.startIndex..<$0.endIndex }
    }

    /// Points and a score in figures, the others in other words.
    func fits(_ row: [Range<Int>], _ core: [Column]) -> Bool {
      zip(row, core).allSatisfy { range, column in
        switch column {
        case .points, .score: isNumber(range)
        case .name: !isValue(range) && !text[range].bare.holds(anyOf: ["总分", "合计", "总计"])
        // A name of the first levels is no value.
        default: !isLevel(range) || isNumber(range)
        }
      }
    }

    /// A number with a word or two behind it, or none: 60家.
    private func isValue(_ range: Range<Int>) -> Bool {
      let scalars = text.scalars[range].filter { !$0.isBlank }
      return !scalars.isEmpty && scalars.drop { $0.isDigit || $0 == "." }.count <= (scalars[0].isDigit ? 2 : 0)
    }

    func isNumber(_ range: Range<Int>) -> Bool {
      let scalars = text.scalars[range].filter { !$0.isBlank && $0 != "分" }
      return !scalars.isEmpty && scalars.count <= 6 && scalars.allSatisfy { $0.isDigit || $0 == "." }
    }

    /// 产出指标（50分）, 数量指标, 满意度.
    func isLevel(_ range: Range<Int>) -> Bool {
      guard range.count <= 18 else { return false }
      var word = text[range].bare.replacingBrackets
      let isScored = word.ends(with: "分)") && !text.scalars[range].contains("\n")
      if let open = word.firstIndex(of: "("), word.firstIndex(of: ")") == word.indices.last {
        word = String(word[..<open])
      }
      if word.ends(with: "指标") { word.removeLast(2) }
      return LooseIndicators.levels.contains(word) || range.count <= 14 && isScored
    }

    /// A row with a cell for every caption; what is blank stands before its name.
    func cells(
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

    /// 总分 100 99.5, or 总分 99.5, and how many cells that takes.
    func sum(_ cells: [Range<Int>], _ columns: [Column]) -> (row: [Range<Int>], length: Int)? {
      guard let label = cells.first, text[label].bare.isExactly(anyOf: ["总分", "合计", "总计"]) else { return nil }
      let numbers = cells.dropFirst().prefix { isNumber($0) }
      guard let score = numbers.last else { return nil }
      let blank = label.upperBound..<label.upperBound
      let row = columns.enumerated().map { place, column in
        if place == 0 { return label }
        switch column {
        case .points: return numbers.count == 2 ? numbers.first ?? blank : blank
        case .score: return score
        default: return blank
        }
      }
      return (row, 1 + numbers.count)
    }
  }
}

extension String {
  fileprivate var replacingBrackets: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "（" ? "(" : $0 == "）" ? ")" : $0 }))
  }
}
