/// Writes comments into the part that holds them, and makes one known where there is none.
struct CommentWriter {
  private let package: OfficePackage
  private let isStrict: Bool
  private let author: String
  private let date: String
  /// The part that the document has already.
  private let existing: String?
  private let firstID: Int
  private let relationshipIDs: Set<String>

  init(_ package: OfficePackage, isStrict: Bool, author: String, date: String) throws(OfficeDefect) {
    self.package = package
    self.isStrict = isStrict
    self.author = author
    self.date = date
    let relationships = try Relationship.list(of: package.mainPart, in: package.zip)
    relationshipIDs = Set(relationships.map(\.id))
    existing =
      relationships.first {
        $0.type == "comments" && !$0.isExternal && package.zip.contains($0.target)
      }?.target
    firstID = try existing.map { part throws(OfficeDefect) in try Self.nextID(in: part, of: package.zip) } ?? 0
  }

  /// The number of the first comment.
  func write(_ comments: [WordComment], into parts: inout PartEdits) throws(OfficeDefect) -> Int {
    var xml = XMLBuffer()
    for (number, comment) in comments.enumerated() { write(comment, firstID + number, into: &xml) }
    if let existing {
      try parts.change(existing) { $0.appending(xml.bytes) }
    } else {
      try addPart(holding: xml.bytes, to: &parts)
    }
    return firstID
  }

  private func write(_ comment: WordComment, _ id: Int, into xml: inout XMLBuffer) {
    xml.raw("<w:comment")
    xml.raw(WordNames.declaration(isStrict: isStrict))
    xml.raw(" w:id=\"", id, "\"")
    xml.raw(" w:author=\"", author, "\"")
    xml.raw(" w:date=\"", date, "\"")
    xml.raw(" w:initials=\"", author, "\">")
    for line in comment.lines { xml.raw(#"<w:p><w:r><w:t xml:space="preserve">"#, line, "</w:t></w:r></w:p>") }
    xml.raw("</w:comment>")
  }

  private func addPart(holding comments: [UInt8], to parts: inout PartEdits) throws(OfficeDefect) {
    let (folder, name) = Self.split(package.mainPart)
    let part = Self.free { parts.contains(folder + $0) }
    var xml = XMLBuffer.part()
    xml.raw("<w:comments")
    xml.raw(WordNames.declaration(isStrict: isStrict))
    xml.raw("></w:comments>")
    parts.add(folder + part, xml.bytes.appending(comments))
    try parts.change("[Content_Types].xml") { $0.appending(Self.contentType(of: folder + part)) }
    let list = "\(folder)_rels/\(name).rels"
    let relationship = relationship(to: part)
    if parts.contains(list) {
      try parts.change(list) { $0.appending(relationship) }
    } else {
      var xml = XMLBuffer.part()
      xml.raw(#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>"#)
      parts.add(list, xml.bytes.appending(relationship))
    }
  }

  private static func contentType(of part: String) -> [UInt8] {
    var xml = XMLBuffer(capacity: 256)
    xml.raw(#"<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="/"#, part, "\"")
    xml.raw(#" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>"#)
    return xml.bytes
  }

  private func relationship(to part: String) -> [UInt8] {
    let id = (1...).lazy.map { "rIdComments\($0)" }.first { !relationshipIDs.contains($0) } ?? "rIdComments"
    var xml = XMLBuffer(capacity: 256)
    xml.raw(#"<Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" Id=""#, id, "\"")
    xml.raw(#" Type=""#)
    xml.raw(WordNames.commentsRelationship(isStrict: isStrict))
    xml.raw(#"" Target=""#, part)
    return xml.bytes
  }

  private static func split(_ part: String) -> (folder: String, name: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    return (String(part[...slash]), String(part[slash...].dropFirst()))
  }

  private static func free(_ isTaken: (String) -> Bool) -> String {
    isTaken("comments.xml")
      ? (2...).lazy.map { "comments\($0).xml" }.first { !isTaken($0) } ?? "comments.xml" : "comments.xml"
  }

  private static func nextID(in part: String, of zip: ZipReader) throws(OfficeDefect) -> Int {
    var last = -1
    try zip.elements(of: part) { xml throws(XMLDefect) in
      guard xml.namespace == .word, WordElement(xml.name) == .comment else { return }
      last = max(last, xml.number("id", .word) ?? last)
    }
    return last + 1
  }
}
