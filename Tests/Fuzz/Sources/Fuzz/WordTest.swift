import OOXML

/// Whatever the file, a document is refused or read, and its parts lie where they say.
struct WordTest {
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let schema = "http://schemas.openxmlformats.org/package/2006"
  /// Little room, so that a bomb is one at any size.
  private static let limits = ZipLimits(totalSize: 4 << 20, entryCount: 200, ratio: 200)
  private let file: [UInt8]

  init?(file: [UInt8]) { self.file = file }

  /// A document whose main part is `body`: what stands between the tags of the body, or a whole part.
  init?(body: [UInt8]) {
    let head =
      "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='\(Self.office)' "
      + "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>"
    let isWhole = body.starts(with: Array("<?".utf8))
    let part = isWhole ? body : Array(head.utf8) + body + Array("</w:body></w:document>".utf8)
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    let types =
      "<Types xmlns='\(Self.schema)/content-types'><Default Extension='xml' ContentType='x'/>"
      + "<Override PartName='/word/document.xml' ContentType='\(kind)'/></Types>"
    let links =
      "<Relationships xmlns='\(Self.schema)/relationships'><Relationship Id='a' "
      + "Type='\(Self.office)/officeDocument' Target='/word/document.xml'/></Relationships>"
    let entries = [
      ZipArchive.Entry("[Content_Types].xml", Array(types.utf8)), ZipArchive.Entry("_rels/.rels", Array(links.utf8)),
      ZipArchive.Entry("word/document.xml", part),
    ]
    guard let archive = try? ZipArchive(entries) else { return nil }
    file = archive.bytes(compression: .stored)
  }

  func run() {
    guard let document = try? WordReader.read(file, limits: Self.limits) else { return }
    for part in document.parts { check(part.blocks, upTo: Self.limits.totalSize) }
    demand((try? WordReader.read(file, limits: Self.limits)) == document, "read twice")
    TemplateTest(file: file).run()
  }

  private func check(_ blocks: [SourceBlock], upTo size: Int) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): check(paragraph)
      case .table(let table):
        for cell in table.cells {
          demand(
            !cell.rows.isEmpty && cell.rows.upperBound <= table.rowCount && !cell.columns.isEmpty
              && cell.columns.upperBound <= table.columnCount, "place of a cell: \(cell.rows) \(cell.columns)")
          check(cell.blocks, upTo: size)
        }
        let grid = table.grid()
        demand(grid.count == table.rowCount * table.columnCount, "grid")
      case .sectionEnd: break
      }
    }
  }

  private func check(_ paragraph: SourceParagraph) {
    var end = 0
    for run in paragraph.runs {
      demand(
        run.range.lowerBound >= end && run.range.upperBound <= paragraph.text.utf8.count,
        "place of a run: \(run.range) in \(paragraph.text)")
      demand(
        paragraph.bytes.lowerBound <= run.bytes.lowerBound && run.bytes.upperBound <= paragraph.bytes.upperBound,
        "bytes of a run: \(run.bytes) in \(paragraph.bytes)")
      end = run.range.upperBound
    }
  }
}
