/// What is written when a template is filled in, in its order.
indirect enum TemplateStep {
  case bytes(TemplateBytes)
  case paragraph(TemplateParagraph)
  case region(TemplateRegion, [TemplateStep])
  case element(TemplateElement, [TemplateStep])
  case cell(TemplateCell, [TemplateStep])
}

/// Bytes of the part as they stand.
struct TemplateBytes {
  enum Kind { case paragraph, table, sectionEnd, other }

  let range: Range<Int>
  /// Left out of every copy but the first.
  var unique: [Range<Int>] = []
  var kind = Kind.other
}

/// Where a value is found: how many lists are open around it, and its key there.
struct TemplateReference: Hashable {
  let depth: Int
  let key: String
}

/// A part that stands as often as a list has items, or only where a text is or is not blank.
struct TemplateRegion {
  enum Extent { case rows, blocks, words }

  let reference: TemplateReference
  let isList: Bool
  /// Stands where there is nothing.
  let isForBlank: Bool
  var extent = Extent.blocks
}

/// An element whose content is written step by step.
struct TemplateElement {
  enum Kind {
    /// Is nothing without rows.
    case table
    /// Shows what it holds below one another, a paragraph last.
    case holder
    case body
    case other
  }

  let kind: Kind
  let start: TemplateBytes
  let end: Range<Int>
  let prefix: Range<Int>
}

/// A cell of a table with what merges it with the cells above and below.
struct TemplateCell {
  let element: TemplateElement
  /// nil where it has none.
  let properties: Range<Int>?
  /// Where its merge is written, inside of its properties.
  let mergePlace: Int
  /// As it is written there.
  let merge: Range<Int>?
  let isRestart: Bool
  /// What has to stay the same for it to become one with the cell above.
  let mergedBy: TemplateReference?
}

/// A paragraph with placeholders.
struct TemplateParagraph {
  enum Part {
    case bytes(TemplateBytes)
    /// An element of text that is written anew.
    case piece(Int)
    case steps([TemplateStep])
  }

  /// Text of one element, marks and what stands between them.
  indirect enum Item {
    case text(piece: Int, String)
    case value(piece: Int, TemplateReference)
    case region(piece: Int, TemplateRegion, [Item])
  }

  let parts: [Part]
  let items: [Item]
  let pieceCount: Int
  /// Prefixes of the elements of text.
  let prefixes: [Int: Range<Int>]
  /// The one placeholder that is all its text.
  let alone: TemplateReference?
  /// Its own.
  let prefix: Range<Int>
}
