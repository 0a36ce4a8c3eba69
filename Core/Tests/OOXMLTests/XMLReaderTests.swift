import Testing

@testable import OOXML

@Suite struct XMLReaderTests {
  /// The events of a document, one text each: `<name`, `>`, the text in quotes.
  private func events(_ bytes: [UInt8]) throws(XMLDefect) -> [String] {
    var xml = try XMLReader(bytes)
    var events: [String] = []
    while true {
      switch try xml.next() {
      case .start:
        var event = "<" + xml.localName
        for attribute in xml.attributes {
          let value = try xml.decoded(attribute.value, needsDecoding: attribute.needsDecoding)
          event += " \(String(decoding: xml.bytes[attribute.nameBytes], as: UTF8.self))=\(value)"
        }
        events.append(event)
      case .end: events.append(">")
      case .text:
        var text: [UInt8] = []
        try xml.appendText(to: &text)
        events.append("“" + String(decoding: text, as: UTF8.self) + "”")
      case .finished: return events
      }
    }
  }

  private func events(_ text: String) throws(XMLDefect) -> [String] { try events(Array(text.utf8)) }

  private func defect(_ bytes: [UInt8]) -> XMLDefect? {
    do throws(XMLDefect) {
      _ = try events(bytes)
      return nil
    } catch {
      return error
    }
  }

  private func defect(_ text: String) -> XMLDefect? { defect(Array(text.utf8)) }

  @Test func `elements, attributes and texts come in order`() throws {
    #expect(
      try events("<a x='1' y = \"二\"><b/>t<c >u</c\n></a>\n<!-- end -->") == [
        "<a x=1 y=二", "<b", ">", "“t”", "<c", "“u”", ">", ">",
      ])
  }

  @Test func `declaration, comments, instructions and marked text are understood`() throws {
    let text = "\u{FEFF}<?xml version='1.0' encoding='UTF-8'?>\n<?mso x?><!-- < & --><a>1<!-- - -->2<![CDATA[<&>]]></a>"
    #expect(try events(text) == ["<a", "“1”", "“2”", "“<&>”", ">"])
  }

  @Test func `references and line ends are resolved`() throws {
    #expect(
      try events("<a b='&lt;&#x20BB7;&#10;\r\n\t'>&amp;&gt;&quot;&apos;&#32489;&#x1F600;\r\n\r\n\r|</a>") == [
        "<a b=<𠮷\n  ", "“&>\"'绩😀\n\n\n|”", ">",
      ])
  }

  @Test func `prefixes are resolved where they are in scope`() throws {
    let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    let text = "<w:a xmlns:w='\(word)' w:x='1' x='2'><b/><c xmlns='\(strict)' xmlns:w='urn:x'><w:d/></c><w:e/></w:a>"
    var xml = try XMLReader(Array(text.utf8))
    var seen: [String] = []
    while true {
      let event = try xml.next()
      if event == .finished { break }
      if event == .start { seen.append("\(xml.localName) \(xml.namespace)") }
      if seen.count == 1 {
        #expect(try xml.value("x", .word) == "1")
        #expect(try xml.value("x") == "2")
        #expect(xml.number("x", .word) == 1 && xml.equals("x", .none, "2") && !xml.equals("x", .none, "22"))
        #expect(try xml.value("y") == nil)
      }
    }
    #expect(seen == ["a word", "b none", "c word", "d other", "e word"])
  }

  @Test func `an element can be passed over`() throws {
    var xml = try XMLReader(Array("<a><b><c/>x</b><d>y<e>z</e></d></a>".utf8))
    #expect(try [xml.next(), xml.next()] == [.start, .start])
    try xml.skip()
    #expect(try xml.next() == .start && xml.localName == "d")
    #expect(try xml.content() == "yz")
    #expect(try xml.next() == .end)
  }

  @Test(arguments: [
    ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", XMLDefect.documentType(0)),
    ("<a><!DOCTYPE b></a>", .documentType(3)),
    ("<a>&b;</a>", .reference(3)),
    ("<a b='&nbsp;'/>", .reference(6)),
    ("<a>&#0;</a>", .reference(3)),
    ("<a>&#xD800;</a>", .reference(3)),
    ("<a>&#x110000;</a>", .reference(3)),
    ("<a>&#xFFFE;</a>", .reference(3)),
    ("<a>&#+65;</a>", .reference(3)),
    ("<a>&#;</a>", .reference(3)),
    ("<a>&amp</a>", .reference(3)),
    ("<a>\u{1}</a>", .forbiddenCharacter(3)),
    ("<a>\u{FFFF}</a>", .forbiddenCharacter(3)),
    ("<a b='\u{2}'/>", .forbiddenCharacter(6)),
    ("<a><b></a></b>", .malformed(6)),
    ("<a></ab>", .malformed(6)),
    ("<a b=1/>", .malformed(5)),
    ("<a b='1'c='2'/>", .malformed(8)),
    ("<a b='1' b='2'/>", .malformed(9)),
    ("<a b='<'/>", .malformed(6)),
    ("<a/><b/>", .malformed(4)),
    ("<a/>x", .malformed(4)),
    ("x<a/>", .malformed(0)),
    ("<1/>", .malformed(1)),
    ("<w:a/>", .malformed(1)),
    ("<a w:b='1'/>", .malformed(3)),
    ("<a:b:c xmlns:a='u'/>", .malformed(4)),
    ("<a><![CDATA[x]]></a><![CDATA[y]]>", .malformed(20)),
    ("</a>", .malformed(0)),
    ("", .truncated),
    ("<!-- a", .truncated),
    ("<a", .truncated),
    ("<a b", .malformed(4)),
    ("<a b='", .truncated),
    ("<a>", .truncated),
    ("<a></a", .truncated),
    ("<a><![CDATA[", .truncated),
    ("<?xml version='1.0' encoding='UTF-16'?><a/>", .encoding),
    ("<?xml version='1.0' encoding='GB18030'?><a/>", .encoding),
  ])
  func `hostile markup is refused`(text: String, expected: XMLDefect) {
    #expect(defect(text) == expected)
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    #expect(defect([0x3C, 0x61, 0x3E, 0xC0, 0x80, 0x3C, 0x2F, 0x61, 0x3E]) == .encoding)
    #expect(defect([0xFF, 0xFE, 0x3C, 0x00]) == .encoding)
    #expect(defect(Array("<a>".utf8) + [0xE7, 0xBB]) == .encoding)
  }

  @Test func `depth, attributes, names and prefixes have limits`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(defect(nested(200)) == nil)
    #expect(defect(nested(201)) == .excessive(600))
    func attributes(_ count: Int, _ prefix: String = "") -> String {
      "<a" + (0..<count).map { " \(prefix)a\($0)=''" }.joined() + "/>"
    }
    #expect(defect(attributes(64)) == nil)
    #expect(defect(attributes(65)) != nil)
    #expect(defect(attributes(128, "xmlns:")) == nil)
    #expect(defect(attributes(129, "xmlns:")) != nil)
    let name = String(repeating: "n", count: 199)
    #expect(defect("<\(name)/>") == nil)
    #expect(defect("<\(name)n/>") == .excessive(1))
  }

  @Test func `long names that begin alike are told apart`() throws {
    let start = String(repeating: "n", count: 16)
    #expect(try events("<\(start)1 \(start)2='' \(start)3=''/>").count == 2)
    #expect(defect("<a \(start)2='' \(start)2=''/>") != nil)
    #expect(defect("<\(start)1></\(start)2>") != nil)
  }
}
