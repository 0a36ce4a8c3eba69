/// Puts what stands side by side into the parts that begin and end among it.
struct TemplateGroups {
  private struct Frame {
    /// nil for what no part holds.
    let boundary: TemplateCompiler.Boundary?
    /// What is put back where the part does not end here.
    var opening: [TemplateStep] = []
    var steps: [TemplateStep] = []
  }

  private var frames = [Frame(boundary: nil)]
  /// Ends of parts that began elsewhere.
  private var ends: [TemplateCompiler.Boundary] = []
  private(set) var faults: [TemplateFault] = []

  mutating func add(_ steps: [TemplateStep]) { frames[frames.count - 1].steps += steps }

  mutating func add(_ compiled: TemplateCompiler.Compiled, isRow: Bool) {
    guard !compiled.boundaries.isEmpty else { return add(compiled.steps) }
    // A paragraph or a row that holds nothing but marks goes with them.
    var isPlaced = compiled.isBlank
    var isDropped = false
    for end in compiled.boundaries where !end.isOpen {
      guard frames.count > 1, let boundary = frames.last?.boundary, boundary.id == end.id else {
        ends.append(end)
        continue
      }
      if !isPlaced {
        add(compiled.steps)
        isPlaced = true
        check(end, isRow: isRow)
      }
      isDropped = true
      let frame = frames.removeLast()
      add([.region(boundary.region.over(isRow ? .rows : .blocks), frame.steps)])
    }
    let begins = compiled.boundaries.filter(\.isOpen)
    if compiled.isBlank && compiled.endsSection {
      // The section must end once, whatever the part does.
      add(compiled.steps)
    } else if compiled.isBlank && begins.isEmpty && !isDropped {
      add(compiled.steps)
    }
    for (number, begin) in begins.enumerated() {
      if !isPlaced { check(begin, isRow: isRow) }
      let isPutBack = number == 0 && compiled.isBlank && !compiled.endsSection && !isDropped
      frames.append(Frame(boundary: begin, opening: isPutBack ? compiled.steps : []))
    }
    if !isPlaced { add(compiled.steps) }
  }

  private mutating func check(_ boundary: TemplateCompiler.Boundary, isRow: Bool) {
    guard !isRow && !boundary.isAtEdge else { return }
    faults.append(TemplateFault(at: boundary.place, boundary.mark.written, .textBeside))
  }

  /// The steps, and the ends and beginnings whose other ends are elsewhere.
  mutating func finished() -> (steps: [TemplateStep], boundaries: [TemplateCompiler.Boundary]) {
    var begins: [TemplateCompiler.Boundary] = []
    while frames.count > 1, let frame = frames.popLast(), let boundary = frame.boundary {
      begins.insert(boundary, at: 0)
      add(frame.opening + frame.steps)
    }
    return (frames[0].steps, ends + begins)
  }
}
