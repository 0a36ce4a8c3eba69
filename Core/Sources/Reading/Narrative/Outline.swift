import Text

/// Finds out what each paragraph is, and under which headings it stands.
struct Outline {
  private(set) var passages: [Passage] = []
  private let source: TextSource
  private let roots: [Heading]
  /// Its headings are numbered 1, 1.1, 1.1.1.
  private let isDecimal: Bool
  private var path: [Heading] = []
  private var annex = 0
  private var isBeforeText: Bool

  /// `roots` are headings that all of it stands under; `isDecimal` takes “1 项目概况” for one.
  init(_ source: TextSource, under roots: [Heading] = [], isDecimal: Bool = false) {
    self.source = source
    self.isDecimal = isDecimal
    self.roots = roots
    isBeforeText = source == .file
  }

  mutating func endTitle() { isBeforeText = false }

  mutating func add(_ part: TextPart) {
    if source == .file, part.text.isAnnexMark {
      // Above everything else it tells that the report itself was handed in as an annex.
      if !passages.isEmpty { annex += 1 }
      path = []
      isBeforeText = true
      return keep(part, .annexMark)
    }
    guard let heading = Heading(of: part.text) ?? (isDecimal ? Heading(ofChapter: part.text) : nil) else {
      if isBeforeText, part.text.isTitle { return keep(part, .title) }
      isBeforeText = false
      return keep(part, .body)
    }
    isBeforeText = false
    if let style = heading.number?.style {
      while let last = path.last?.number?.style, last >= style { path.removeLast() }
    }
    path.append(heading)
    let rest = part.text.unicodeScalars.dropFirst(heading.length)
    keep(part, rest.allSatisfy { $0.isBlank || $0 == "：" || $0 == ":" } ? .heading : .headed)
  }

  mutating func addCell(_ part: TextPart) {
    passages.append(Passage(cell: part, of: source, headings: roots + path, annex: annex))
  }

  private mutating func keep(_ part: TextPart, _ role: Passage.Role) {
    passages.append(
      Passage(
        source: source, part: part, role: role, headings: roots + path, annex: annex,
        figures: WrittenFigure.found(in: part.text)))
  }
}

extension String {
  /// 附件1-1, 附件：, 附表2 alone on a line, or with nothing but its name behind a colon.
  fileprivate var isAnnexMark: Bool {
    guard unicodeScalars.first(where: { !$0.isBlank }) == "附" else { return false }
    let bare = bare
    guard bare.begins(with: "附件") || bare.begins(with: "附表") else { return false }
    let rest = bare.unicodeScalars.dropFirst(2)
    return !rest.isEmpty && rest.allSatisfy { $0.isMarkOfAnnex }
  }

  /// Short and without a mark that ends a sentence.
  fileprivate var isTitle: Bool {
    let bare = droppingBlankEnds
    return bare.unicodeScalars.count <= 50 && !bare.unicodeScalars.contains { ["。", "；", "，"].contains($0) }
  }
}

extension Unicode.Scalar {
  fileprivate var isMarkOfAnnex: Bool {
    ("0"..."9").contains(self) || ["-", "—", ":", "(", ")"].contains(self)
      || "一二三四五六七八九十".unicodeScalars.contains(self)
  }
}
