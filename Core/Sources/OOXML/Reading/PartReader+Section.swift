extension PartReader {
  /// `<w:sectPr>`
  mutating func readSection(paragraph: Int? = nil) throws(XMLDefect) -> SourceSection {
    var width = Length.zero
    var height = Length.zero
    var isLandscape = false
    var margins: WordPage.Margins?
    var texts: [String] = []
    let outer = xml.depth - 1
    while xml.depth > outer {
      guard try xml.next() == .start, xml.namespace == .word else { continue }
      switch WordElement(xml.name) {
      case .pgSz:
        width = length("w")
        height = length("h")
        isLandscape = xml.equals("orient", .word, "landscape") || width > height
      case .pgMar:
        margins = .init(top: length("top"), left: length("left"), bottom: length("bottom"), right: length("right"))
      case .headerReference, .footerReference:
        if let id = try xml.value("id", .relationshipMarks), let target = targets[id] { texts.append(target) }
      case .sectPrChange: try noteChange(.formatting, paragraph: paragraph)
      default: break
      }
    }
    return SourceSection(
      width: width, height: height, isLandscape: isLandscape, margins: margins, runningTexts: texts)
  }

  private func length(_ name: XMLName) -> Length { .twips(xml.number(name, .word) ?? 0) }
}
