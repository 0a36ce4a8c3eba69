import OOXML

/// A .docx file made from the XML of its body.
public struct WordFile {
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  public var body: String
  public var numbering: String
  /// Other parts with their relationship and content: header, word/header1.xml.
  public var parts: [(type: String, name: String, content: String)] = []
  /// Files beside, such as docProps/core.xml.
  public var files: [(name: String, content: String)] = []

  public init(body: String, numbering: String = "") {
    self.body = body
    self.numbering = numbering
  }

  public static let namespace = "xmlns:w='\(word)' xmlns:a='urn:a'"

  public func bytes() throws -> [UInt8] {
    let schema = "http://schemas.openxmlformats.org/package/2006"
    let others = parts.enumerated().map { number, part in
      "<Relationship Id='p\(number)' Type='\(Self.office)/\(part.type)' Target='/\(part.name)'/>"
    }.joined()
    let files = [
      (
        "[Content_Types].xml",
        "<Types xmlns='\(schema)/content-types'><Override PartName='/word/document.xml' "
          + "ContentType='\(Self.type).document.main+xml'/></Types>"
      ),
      (
        "_rels/.rels",
        "<Relationships xmlns='\(schema)/relationships'><Relationship Id='a' Type='\(Self.office)/officeDocument' "
          + "Target='word/document.xml'/></Relationships>"
      ),
      ("word/document.xml", "<w:document \(Self.namespace)><w:body>\(body)</w:body></w:document>"),
      (
        "word/_rels/document.xml.rels",
        "<Relationships xmlns='\(schema)/relationships'><Relationship Id='n' Type='\(Self.office)/numbering' "
          + "Target='numbering.xml'/>\(others)</Relationships>"
      ),
      ("word/numbering.xml", "<w:numbering xmlns:w='\(Self.word)'>\(numbering)</w:numbering>"),
    ]
    let all = files + parts.map { ($0.name, $0.content) } + self.files.map { ($0.name, $0.content) }
    return try ZipArchive(all.map { ZipArchive.Entry($0.0, Array($0.1.utf8)) }).bytes()
  }
}
