import Text

extension RecognisedReport {
  /// Where captions of indicators stand that no form was read below: stretches of the running text, in order. Nobody shall
  /// believe that these forms were checked.
  public var unreadForms: [Range<Int>] {
    UnreadForms(in: report, readBy: forms).captions
  }
}

/// The captions of indicators that were left alone, whether they stand in a table, in lines, or in one paragraph with all
/// that a page has lost the frame of.
private struct UnreadForms {
  private(set) var captions: [Range<Int>] = []
  /// What stands beside blanks and the bars between cells, and where.
  private let scalars: [Unicode.Scalar]
  private let places: [Int]

  private enum Column: Hashable { case target, actual, points, score }

  private static let names: WordFinder = ["三级指标", "指标名称"]
  private static let columns: [(word: String, column: Column)] = [
    ("指标值", .target), ("目标值", .target), ("完成值", .actual), ("实际值", .actual), ("实际完成", .actual), ("完成情况", .actual),
    ("分值", .points), ("权重", .points), ("得分", .score), ("自评分", .score),
  ]
  private static let words = WordFinder(columns.map(\.word))
  /// Captions follow one another within so many characters.
  private static let longest = 70

  init(in report: Report, readBy forms: RecognisedForms) {
    let text = report.text.scalars
    places = text.indices.filter { !text[$0].isBlank && text[$0] != "\n" && text[$0] != "|" }
    scalars = places.map { text[$0] }
    var read = report.readStretches(by: forms)[...]
    var next = 0
    while next < scalars.count {
      guard let name = Self.names.match(at: next, in: scalars) else {
        next += 1
        continue
      }
      next = name.range.upperBound
      guard let end = endOfCaptions(from: next) else { continue }
      let place = places[name.range.lowerBound]..<places[end - 1] + 1
      while let first = read.first, first.upperBound <= place.lowerBound { read.removeFirst() }
      if !(read.first?.contains(place.lowerBound) ?? false) { captions.append(place) }
      next = end
    }
  }

  /// nil where no result stands beside a target, or a score beside both; sentences hold no captions.
  private func endOfCaptions(from start: Int) -> Int? {
    var found: Set<Column> = []
    var (index, end) = (start, start)
    while index < min(scalars.count, start + Self.longest), !Self.marks.contains(scalars[index]) {
      if let word = Self.words.match(at: index, in: scalars) {
        // Those of the next row of captions are others.
        guard found.insert(Self.columns[word.word].column).inserted || found.count < 3 else { break }
        (index, end) = (word.range.upperBound, word.range.upperBound)
      } else {
        index += 1
      }
    }
    return found.isSuperset(of: [.target, .actual]) || found.count >= 3 ? end : nil
  }

  private static let marks: Set<Unicode.Scalar> = ["。", "，", "、", "；", "：", ",", ";", ":"]
}

extension Report {
  /// Of each table that a form was read in the stretch up to the last cell that was taken.
  fileprivate func readStretches(by forms: RecognisedForms) -> [Range<Int>] {
    let taken = forms.fields.values.map(\.place.lowerBound).sorted()
    let isRead = forms.tables
    var (stretches, next) = ([Range<Int>](), 0)
    for (number, table) in tables.enumerated() {
      guard let first = table.rows.first?.first, let end = table.rows.last?.last?.end else { continue }
      // Tables and what was taken stand in the same order.
      while next < taken.count, taken[next] < first.start { next += 1 }
      let start = next
      while next < taken.count, taken[next] <= end { next += 1 }
      if next > start, isRead.contains(number) { stretches.append(first.start..<taken[next - 1] + 1) }
    }
    return stretches
  }
}
