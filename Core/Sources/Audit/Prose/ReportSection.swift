import Reading
import Text

/// The passages under one heading of a report.
struct ReportSection {
  /// The heading's passage, where it stands alone.
  let heading: PassageReading?
  let title: String
  let passages: [PassageReading]

  /// What is listed in it: the first words of each numbered paragraph, or of each 一是, 二是 in the running text.
  var items: [String] {
    let numbered = passages.compactMap { passage in
      HeadingNumber(of: passage.passage.text).map { ($0.style, passage.passage.text) }
    }
    if let style = numbered.map(\.0).min() { return numbered.filter { $0.0 == style }.map(\.1) }
    let inline = passages.flatMap(\.countedOff)
    return inline.isEmpty ? passages.map(\.passage.text).filter { !$0.isBlank } : inline
  }

  /// Sections whose own heading holds one of the words and none of the others.
  static func headed(_ words: [String], not others: [String], in dossier: Dossier) -> [ReportSection] {
    var sections: [(key: String, heading: PassageReading?, title: String, passages: [PassageReading])] = []
    for passage in dossier.statements.passages {
      let headings = passage.passage.headings
      guard let depth = headings.firstIndex(where: { $0.title.holds(anyOf: words) }),
        !headings[...depth].contains(where: { $0.title.holds(anyOf: others) })
      else { continue }
      let key = "\(passage.passage.annex)|" + headings[...depth].map(\.title).joined(separator: "|")
      let isOwn = depth == headings.count - 1 && passage.passage.role != .body
      if let last = sections.indices.last, sections[last].key == key {
        sections[last].passages.append(passage)
      } else {
        let isHeading = isOwn && passage.passage.role == .heading
        sections.append((key, isOwn ? passage : nil, headings[depth].title, isHeading ? [] : [passage]))
      }
    }
    return sections.map { ReportSection(heading: $0.heading, title: $0.title, passages: $0.passages) }
  }
}

extension PassageReading {
  /// The stretches that 一是, 二是, 三是 lead.
  fileprivate var countedOff: [String] {
    let numerals = Set("一二三四五六七八九十".unicodeScalars)
    let starts = scalars.indices.dropLast().filter {
      numerals.contains(scalars[$0]) && scalars[$0 + 1] == "是" && isBehindMark($0)
    }
    return starts.enumerated().map { number, start in
      text(start..<(number + 1 < starts.count ? starts[number + 1] : scalars.count))
    }
  }

  private func isBehindMark(_ index: Int) -> Bool {
    index == 0 || [",", ";", ":", "。", " "].contains(scalars[index - 1])
  }
}
