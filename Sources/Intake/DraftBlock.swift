import Reading

/// A part of a running text that is still being written, by its place.
enum DraftBlock {
  case paragraph(Range<Int>)
  /// With the columns of its grid that each cell covers, where they are known.
  case table([[Range<Int>]], columns: [[Range<Int>]] = [])
}

extension Report {
  /// A text and its parts once both are complete; blank paragraphs are left out.
  init(_ text: String.UnicodeScalarView, _ drafts: [DraftBlock], traces: FileTraces? = nil) {
    let running = RunningText(String(text))
    let blocks = drafts.compactMap { draft -> ReportBlock? in
      switch draft {
      case .paragraph(let range):
        let part = TextPart(range, of: running)
        return part.isEmpty ? nil : .paragraph(part)
      case .table(let rows, let columns):
        return .table(ReportTable(rows: rows.map { $0.map { TextPart($0, of: running) } }, columns: columns))
      }
    }
    self.init(text: running, blocks: blocks, traces: traces)
  }
}
