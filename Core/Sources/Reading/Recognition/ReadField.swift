/// A text that a cell of a form was read from.
struct ReadField: Sendable {
  /// What the cell takes.
  let part: TextPart
  /// As it is printed, a number in front of a name included.
  let printed: TextPart
  /// What tells what it is; nil where it stands under a caption alone.
  let label: TextPart?
  let confidence: FieldConfidence

  /// Where it stands; a blank one at its label, which a reader can see.
  var place: Range<Int> { part.isEmpty ? label?.place ?? part.place : part.place }
}

/// What was made of the cells of a form's tables.
struct ReadMarks: Sendable {
  /// Labels, captions and whatever else the form itself prints.
  var known: [Range<Int>] = []
  /// Texts for a cell that has another one already.
  var second: [TextPart] = []
  /// The second-level indicators that the tables show, by the sheet, with lines or without.
  var shownNodes: [String: Set<String>] = [:]
}
