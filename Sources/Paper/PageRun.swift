import OOXML

/// Blocks one after another, in as few sections as their pages allow; numbered from 1.
struct PageRun {
  let footer: WordRunningText
  private(set) var sections: [WordSection] = []

  init(footer: WordRunningText) { self.footer = footer }

  func needsNewSection(for page: WordPage) -> Bool { sections.last?.page != page }

  mutating func add(_ blocks: [WordBlock], on page: WordPage) {
    guard !blocks.isEmpty else { return }
    if needsNewSection(for: page) {
      sections.append(WordSection(blocks, page: page, footer: footer, firstPageNumber: sections.isEmpty ? 1 : nil))
    } else {
      sections[sections.count - 1].blocks += blocks
    }
  }
}
