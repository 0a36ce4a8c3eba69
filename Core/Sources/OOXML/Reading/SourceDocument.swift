/// A text document as it was found in a file, every text with its place there.
public struct SourceDocument: Hashable, Sendable {
  /// The body first, then headers, footers, notes and comments in the order of the file.
  public var parts: [SourcePart]
  /// What all parts carry besides their text.
  public var traces: DocumentTraces
  /// What the file says about itself.
  public var properties: DocumentProperties

  public init(parts: [SourcePart], traces: DocumentTraces, properties: DocumentProperties) {
    self.parts = parts
    self.traces = traces
    self.properties = properties
  }

  /// The blocks of the body.
  public var blocks: [SourceBlock] { parts.first?.blocks ?? [] }
}

/// One part of the file that holds text.
public struct SourcePart: Hashable, Sendable {
  /// What a part is for.
  public enum Kind: Hashable, Sendable { case body, header, footer, footnotes, endnotes, comments }

  /// Its name in the file, such as `word/document.xml`.
  public let name: String
  public let kind: Kind
  /// From top to bottom.
  public let blocks: [SourceBlock]
}

/// What stands below one another in a part or a cell.
public indirect enum SourceBlock: Hashable, Sendable {
  case paragraph(SourceParagraph)
  case table(SourceTable)
  /// The end of a section; the last one closes the document.
  case sectionEnd(SourceSection)
}

/// The paper of a section.
public struct SourceSection: Hashable, Sendable {
  /// As the paper lies; zero if the file does not say.
  public let width: Length
  /// As the paper lies; zero if the file does not say.
  public let height: Length
  public let isLandscape: Bool
  /// nil if the file does not say.
  public let margins: WordPage.Margins?
  /// Names of the header and footer parts that it mentions.
  public let runningTexts: [String]
}

extension [SourceBlock] {
  /// All paragraphs in reading order, those in tables too.
  public var paragraphs: [SourceParagraph] {
    var list: [SourceParagraph] = []
    collect(into: &list)
    return list
  }

  private func collect(into list: inout [SourceParagraph]) {
    for block in self {
      switch block {
      case .paragraph(let paragraph): list.append(paragraph)
      case .table(let table): for cell in table.cells { cell.blocks.collect(into: &list) }
      case .sectionEnd: break
      }
    }
  }
}
