import Testing

@testable import OOXML

@Suite struct WordCommentTests {
  private let body = """
    <w:p><w:r><w:t>三公经费</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>9.81</w:t></w:r><w:r><w:t>万元</w:t></w:r></w:p>\
    <w:tbl><w:tr><w:tc><w:p><w:hyperlink><w:r><w:t>9.31</w:t></w:r></w:hyperlink></w:p></w:tc></w:tr></w:tbl>
    """

  private func added(_ comments: [WordComment], to file: [UInt8]) throws -> [UInt8] {
    try WordComment.added(comments, to: file, author: "绩衡", date: "2025-03-01T08:00:00Z")
  }
  private func main(_ file: [UInt8]) throws -> String {
    String(decoding: try ZipReader(file).bytes("word/document.xml"), as: UTF8.self)
  }
  /// Without the namespaces that marks bring along.
  private func plain(_ markup: String) -> String {
    markup.replacing(#" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#, with: "")
  }

  @Test func `a comment holds exactly the runs of its place`() throws {
    let comment = WordComment(paragraph: 0, range: 12..<16, lines: ["不符", "差 <0.50>"])
    let file = try added([comment], to: PackedDocument(body).bytes())
    #expect(
      plain(try main(file)).contains(
        """
        三公经费</w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:rPr><w:b/></w:rPr><w:t>9.81</w:t></w:r>\
        <w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t>万元
        """))
    let document = try WordReader.read(file)
    #expect(document.traces.comments.map(\.text) == ["不符\n差 <0.50>"])
    #expect(document.traces.comments.map(\.author) == ["绩衡"])
  }

  @Test func `the text stays as it was and every other part byte for byte`() throws {
    var packed = PackedDocument(body)
    packed.entries = [ZipArchive.Entry("word/media/image1.png", Array(0...255))]
    let before = try packed.bytes()
    let comments = [
      WordComment(paragraph: 0, range: 0..<22, lines: ["一"]), WordComment(paragraph: 0, range: 14..<18, lines: ["二"]),
      WordComment(paragraph: 1, range: 0..<4, lines: ["三"]),
    ]
    let after = try added(comments, to: before)
    let (old, new) = (try ZipReader(before), try ZipReader(after))
    let mayDiffer = ["[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"]
    for entry in old.entries where !mayDiffer.contains(entry.name) {
      #expect(try old.bytes(entry.name) == new.bytes(entry.name), "\(entry.name)")
    }
    let (first, second) = (try WordReader.read(before), try WordReader.read(after))
    #expect(first.blocks.paragraphs.map(\.text) == second.blocks.paragraphs.map(\.text))
    #expect(second.traces.comments.map(\.text) == ["一", "二", "三"])
    let marks = try main(after)
    for id in 0..<3 {
      #expect(marks.split(separator: #"w:id="\#(id)""#, omittingEmptySubsequences: false).count == 4)
    }
  }

  @Test func `comments that are there stay, and new ones count on`() throws {
    var packed = PackedDocument(body)
    let old = "<w:comment w:id='4' w:author='李'><w:p><w:r><w:t>旧</w:t></w:r></w:p></w:comment>"
    packed.parts = [(type: "comments", name: "comments.xml", root: "comments", content: old)]
    let file = try added([WordComment(paragraph: 1, range: 0..<1, lines: ["新"])], to: packed.bytes())
    #expect(try WordReader.read(file).traces.comments.map(\.text) == ["旧", "新"])
    #expect(try main(file).contains(#"<w:commentReference w:id="5"/>"#))
    #expect(try ZipReader(file).entries.count { $0.name.hasPrefix("word/comments") } == 1)
  }

  @Test func `comments can be added twice`() throws {
    let comment = WordComment(paragraph: 0, range: 0..<3, lines: ["一"])
    let twice = try added([comment], to: added([comment], to: PackedDocument(body).bytes()))
    #expect(try WordReader.read(twice).traces.comments.count == 2)
    for id in 0..<2 { #expect(try main(twice).contains(#"<w:commentReference w:id="\#(id)"/>"#)) }
  }

  @Test func `a place without text is commented where text is`() throws {
    let comment = WordComment(paragraph: 0, range: 0..<0, lines: ["一"])
    let file = try added([comment], to: PackedDocument("<w:p/><w:p><w:r><w:t>二</w:t></w:r></w:p>").bytes())
    #expect(plain(try main(file)).contains(#"<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>二"#))
  }

  @Test func `an empty part of comments is opened`() throws {
    #expect(
      String(decoding: Array("<?x?><w:comments a='b'/>".utf8).appending(Array("c".utf8)), as: UTF8.self)
        == "<?x?><w:comments a='b'>c</w:comments>")
    #expect(
      String(decoding: Array("<a><b/></a>\n".utf8).appending(Array("c".utf8)), as: UTF8.self)
        == "<a><b/>c</a>\n")
  }
}
