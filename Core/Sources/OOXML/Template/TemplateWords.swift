import Text

/// The words of one paragraph, with the parts that begin and end among them.
struct TemplateWords {
  private struct Frame {
    let id: Int
    let mark: TemplateMark
    let region: TemplateRegion
    let piece: Int
    let position: Int
    let place: TemplatePlace
    var items: [TemplateParagraph.Item] = []
  }

  private(set) var items: [TemplateParagraph.Item] = []
  private(set) var values: [TemplateReference] = []
  private(set) var hasText = false
  /// No part begins and ends in it.
  private(set) var isFlat = true
  /// Elements of text inside of such parts.
  private(set) var covered: Set<Int> = []
  private var frames: [Frame] = []
  private var ends: [(boundary: Frame, position: Int)] = []
  /// Positions of what shows something.
  private var solid: [Int] = []
  private(set) var boundaries: [TemplateCompiler.Boundary] = []

  mutating func add(_ text: String, _ piece: Int, at position: Int) {
    append(.text(piece: piece, text))
    if !text.isBlank {
      hasText = true
      solid.append(position)
    }
  }

  mutating func add(_ value: TemplateReference, _ piece: Int, at position: Int) {
    append(.value(piece: piece, value))
    values.append(value)
    solid.append(position)
  }

  mutating func begin(
    _ id: Int, _ mark: TemplateMark, _ region: TemplateRegion, _ piece: Int, at position: Int, _ place: TemplatePlace
  ) {
    frames.append(Frame(id: id, mark: mark, region: region, piece: piece, position: position, place: place))
  }

  mutating func end(
    _ open: TemplateScopes.Open, _ mark: TemplateMark, _ piece: Int, at position: Int, _ place: TemplatePlace
  ) {
    guard let frame = frames.last, frame.id == open.id else {
      let end = Frame(id: open.id, mark: mark, region: open.region, piece: piece, position: position, place: place)
      ends.append((end, position))
      return
    }
    frames.removeLast()
    append(.region(piece: frame.piece, frame.region.over(.words), frame.items))
    covered.formUnion(frame.piece...piece)
    isFlat = false
    solid += [frame.position, position]
  }

  /// Lets go of what does not end here.
  mutating func finish() {
    var begins: [Frame] = []
    while let frame = frames.popLast() {
      for item in frame.items { append(item) }
      begins.insert(frame, at: 0)
    }
    let (first, last) = (solid.min() ?? .max, solid.max() ?? -1)
    boundaries =
      ends.map { Self.boundary($0.boundary, isOpen: false, isAtEdge: $0.position > last) }
      + begins.map { Self.boundary($0, isOpen: true, isAtEdge: $0.position < first) }
  }

  private static func boundary(_ frame: Frame, isOpen: Bool, isAtEdge: Bool) -> TemplateCompiler.Boundary {
    TemplateCompiler.Boundary(
      id: frame.id, isOpen: isOpen, region: frame.region, mark: frame.mark, place: frame.place, isAtEdge: isAtEdge)
  }

  private mutating func append(_ item: TemplateParagraph.Item) {
    if frames.isEmpty { items.append(item) } else { frames[frames.count - 1].items.append(item) }
  }
}
