/// Reads .docx files.
public enum WordReader {
  /// The document in a file that someone handed in.
  public static func read(_ file: [UInt8], limits: ZipLimits = .upload) throws(OfficeDefect) -> SourceDocument {
    try read(OfficePackage(file, limits: limits))
  }

  /// The document in a file that has been recognised.
  public static func read(_ package: OfficePackage) throws(OfficeDefect) -> SourceDocument {
    guard package.kind == .word || package.kind == .wordTemplateOrMacros else {
      throw .notAWordDocument(package.kind)
    }
    let relationships = try Relationship.list(of: package.mainPart, in: package.zip)
    var reading = WordReading(zip: package.zip, main: package.mainPart, relationships: relationships)
    reading.traces.macroPart = package.macroPart
    return try reading.document()
  }
}

/// One document while it is read.
private struct WordReading {
  let zip: ZipReader
  let main: String
  let relationships: [Relationship]
  var traces = DocumentTraces()
  private var parts: [SourcePart] = []

  init(zip: ZipReader, main: String, relationships: [Relationship]) {
    self.zip = zip
    self.main = main
    self.relationships = relationships
  }

  mutating func document() throws(OfficeDefect) -> SourceDocument {
    var styles = WordStyles()
    if let part = part("styles") {
      styles = try read(part) { xml throws(XMLDefect) in try WordStyles(&xml) }
    }
    var numbering = Numbering()
    if let part = part("numbering") {
      numbering = try read(part) { xml throws(XMLDefect) in try Numbering(&xml) }
    }
    try read(main, .body, styles, &numbering, relationships)
    for relationship in relationships where !relationship.isExternal {
      guard let kind = Self.kind(relationship.type), zip.contains(relationship.target) else { continue }
      guard !parts.contains(where: { $0.name == relationship.target }) else { continue }
      try read(relationship.target, kind, styles, &numbering, Relationship.list(of: relationship.target, in: zip))
    }
    traces.externalTargets = try zip.externalTargets()
    traces.embeddedFiles = zip.entries.map(\.name).filter { $0.contains("/embeddings/") }
    let properties = try DocumentProperties(zip)
    return SourceDocument(parts: parts, traces: traces, properties: properties)
  }

  private static func kind(_ type: String) -> SourcePart.Kind? {
    switch type {
    case "header": .header
    case "footer": .footer
    case "footnotes": .footnotes
    case "endnotes": .endnotes
    case "comments": .comments
    default: nil
    }
  }

  private func part(_ type: String) -> String? {
    relationships.first { $0.type == type && !$0.isExternal && zip.contains($0.target) }?.target
  }

  private mutating func read(
    _ part: String, _ kind: SourcePart.Kind, _ styles: WordStyles, _ numbering: inout Numbering,
    _ relationships: [Relationship]
  ) throws(OfficeDefect) {
    let targets = Dictionary(relationships.map { ($0.id, $0.target) }, uniquingKeysWith: { first, _ in first })
    var reader = PartReader(
      part: part, xml: try zip.xml(part), styles: styles, numbering: numbering, targets: targets)
    do throws(XMLDefect) {
      parts.append(SourcePart(name: part, kind: kind, blocks: try reader.read()))
    } catch {
      throw .xml(part: part, error)
    }
    numbering = reader.numbering
    traces.add(reader.traces)
  }

  private func read<Value>(
    _ part: String, _ read: (inout XMLReader) throws(XMLDefect) -> Value
  ) throws(OfficeDefect) -> Value {
    var xml = try zip.xml(part)
    do throws(XMLDefect) { return try read(&xml) } catch { throw .xml(part: part, error) }
  }
}

extension DocumentTraces {
  /// Adds what was found in another part.
  fileprivate mutating func add(_ other: DocumentTraces) {
    changes += other.changes
    comments += other.comments
    bookmarks += other.bookmarks
    hiddenTexts += other.hiddenTexts
    fields += other.fields
    pictures += other.pictures
  }
}
