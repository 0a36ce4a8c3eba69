import OOXML

/// A .docx file made from the XML of its body.
struct WordFile {
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  var body: String
  var numbering = ""

  func bytes() throws -> [UInt8] {
    let schema = "http://schemas.openxmlformats.org/package/2006"
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
      ("word/document.xml", "<w:document xmlns:w='\(Self.word)'><w:body>\(body)</w:body></w:document>"),
      (
        "word/_rels/document.xml.rels",
        "<Relationships xmlns='\(schema)/relationships'><Relationship Id='n' Type='\(Self.office)/numbering' "
          + "Target='numbering.xml'/></Relationships>"
      ),
      ("word/numbering.xml", "<w:numbering xmlns:w='\(Self.word)'>\(numbering)</w:numbering>"),
    ]
    return try ZipArchive(files.map { ZipArchive.Entry($0.0, Array($0.1.utf8)) }).bytes()
  }
}
