@testable import OOXML

/// A .docx file made from the XML of its parts, to see what the reader makes of it.
struct PackedDocument {
  private static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
    """
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var body: String
  var contentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
  /// Other parts: type of relationship, name, element and content.
  var parts: [(type: String, name: String, root: String, content: String)] = []
  /// Relationships as markup.
  var relationships = ""
  /// Entries as they are.
  var entries: [ZipArchive.Entry] = []

  init(_ body: String) { self.body = body }

  func bytes() throws -> [UInt8] {
    var list = relationships
    for (index, part) in parts.enumerated() {
      list += "<Relationship Id='p\(index)' Type='\(Self.office)/\(part.type)' Target='\(part.name)'/>"
    }
    let schema = "http://schemas.openxmlformats.org/package/2006"
    var files = [
      (
        "[Content_Types].xml",
        "<Types xmlns='\(schema)/content-types'><Default Extension='xml' ContentType='x'/>"
          + "<Override PartName='/word/document.xml' ContentType='\(contentType)'/></Types>"
      ),
      (
        "_rels/.rels",
        "<Relationships xmlns='\(schema)/relationships'><Relationship Id='a' "
          + "Type='\(Self.office)/officeDocument' Target='/word/document.xml'/></Relationships>"
      ),
      ("word/document.xml", "<w:document \(Self.namespaces)><w:body>\(body)</w:body></w:document>"),
      ("word/_rels/document.xml.rels", "<Relationships xmlns='\(schema)/relationships'>\(list)</Relationships>"),
    ]
    for part in parts {
      files.append(("word/" + part.name, "<w:\(part.root) \(Self.namespaces)>\(part.content)</w:\(part.root)>"))
    }
    return try ZipArchive(files.map { ZipArchive.Entry($0.0, Array($0.1.utf8)) } + entries).bytes()
  }

  func read() throws -> SourceDocument { try WordReader.read(bytes()) }

  /// What the reader makes of a body alone.
  static func read(_ body: String) throws -> SourceDocument { try PackedDocument(body).read() }
}
