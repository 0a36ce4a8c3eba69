import HTML
import Reading
import Rules

/// A paragraph or table of a report with the findings in it.
struct MarkedBlock {
  let html: HTML
  /// The findings whose first place it holds.
  let notes: [NumberedFinding]

  /// A finding's place, and whether it is its first.
  private struct Mark {
    let range: Range<Int>
    let number: Int
    let severity: Severity
    let isFirst: Bool
  }

  static func all(of report: AuditedReport, section: Int) -> [MarkedBlock] {
    let findings = NumberedFinding.all(of: report)
    let marks = findings.flatMap { numbered in
      numbered.finding.evidence.enumerated().map {
        Mark(
          range: $1.range, number: numbered.number, severity: numbered.finding.severity, isFirst: $0 == 0)
      }
    }
    let stretches = Stretches(report.recognised.report.blocks)
    var marksOf: [Int: [Mark]] = [:]
    for mark in marks { for stretch in stretches.touching(mark.range) { marksOf[stretch, default: []].append(mark) } }
    var next = 0
    return report.recognised.report.blocks.map { block in
      var first: Set<Int> = []
      func cell(_ part: TextPart) -> HTML {
        defer { next += 1 }
        let marks = marksOf[next] ?? []
        for mark in marks where mark.isFirst { first.insert(mark.number) }
        return marked(part.place, in: report.text, marks, section: section)
      }
      let html: HTML =
        switch block {
        case .paragraph(let part): .element("p") { cell(part) }
        case .table(let table): self.table(table, cell)
        }
      return MarkedBlock(html: html, notes: first.sorted().map { findings[$0 - 1] })
    }
  }

  private static func table(_ table: ReportTable, _ cell: (TextPart) -> HTML) -> HTML {
    .element("div", [Attribute("class", "scroll")]) {
      HTML.element("table", [Attribute("class", "form")]) {
        for (number, row) in table.rows.enumerated() {
          let columns = table.columns.indices.contains(number) ? table.columns[number] : []
          HTML.element("tr") { cells(row, over: columns.count == row.count ? columns : [], cell) }
        }
      }
    }
  }

  /// The cells of a row, over the columns of the table's grid that they cover, where the file tells; what a row leaves
  /// out stays empty.
  private static func cells(_ row: [TextPart], over columns: [Range<Int>], _ cell: (TextPart) -> HTML) -> HTML {
    var html = HTML()
    var next = 0
    for (number, part) in row.enumerated() {
      let covered = columns.isEmpty ? next..<(next + 1) : columns[number]
      if covered.lowerBound > next {
        html.append(.element("td", [span(covered.lowerBound - next)]) { HTML() })
      }
      html.append(
        .element(
          "td", [span(covered.count), Attribute("class", part.text.isWrittenNumber ? "number" : nil)]
        ) { cell(part) })
      next = covered.upperBound
    }
    return html
  }

  private static func span(_ width: Int) -> Attribute { Attribute("colspan", width > 1 ? "\(width)" : nil) }

  /// The text of a place cut where a mark begins or ends; behind each mark the number of its finding.
  private static func marked(_ place: Range<Int>, in text: RunningText, _ marks: [Mark], section: Int) -> HTML {
    guard !marks.isEmpty else { return .text(text[place]) }
    let ranges = marks.map { $0.range.clamped(to: place) }
    let cuts = Set([place.lowerBound, place.upperBound] + ranges.flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
    var html = HTML()
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      let covering = zip(marks, ranges).filter { $1.lowerBound <= start && $1.upperBound >= end }.map(\.0)
      let piece = HTML.text(text[start..<end])
      if let severity = covering.map(\.severity).max() {
        html.append(.element("mark", [Attribute("class", severity.rawValue)]) { piece })
      } else {
        html.append(piece)
      }
      for (mark, range) in zip(marks, ranges) where range.upperBound == end && !range.isEmpty {
        html.append(number(of: mark, section: section))
      }
    }
    return html
  }

  private static func number(of mark: Mark, section: Int) -> HTML {
    let name = "\(section + 1)-\(mark.number)"
    return .element(
      "sup", [Attribute("class", mark.severity.rawValue), Attribute("id", mark.isFirst ? "place-\(name)" : nil)]
    ) {
      HTML.element("a", [Attribute("href", "#finding-\(name)")]) { String(mark.number) }
    }
  }
}

extension String {
  /// Digits with the marks that a number may have, and nothing else.
  fileprivate var isWrittenNumber: Bool {
    unicodeScalars.contains { ("0"..."9").contains($0) }
      && unicodeScalars.allSatisfy { ("0"..."9").contains($0) || ".,，%％+-－".unicodeScalars.contains($0) }
  }
}

/// The paragraphs and cells of a report in order, to be found by place.
private struct Stretches {
  private let places: [Range<Int>]

  init(_ blocks: [ReportBlock]) {
    places = blocks.flatMap { block in
      switch block {
      case .paragraph(let part): [part.place]
      case .table(let table): table.cells.map(\.place)
      }
    }
  }

  func touching(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    let count = places[low...].prefix { $0.lowerBound < range.upperBound }.count
    return low..<(low + count)
  }
}
