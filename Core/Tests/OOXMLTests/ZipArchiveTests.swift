import Testing

@testable import OOXML

@Suite struct ZipArchiveTests {
  static let contents: [(String, [UInt8])] = [
    ("empty", []),
    ("tiny.txt", Array("a".utf8)),
    ("附件/绩效自评表（𠮷）.docx", Array(String(repeating: "湖南省", count: 500).utf8)),
    ("large.bin", noise(1 << 20)),
    ("zeros.bin", [UInt8](repeating: 0, count: 100_000)),
  ]

  static func noise(_ count: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: 7)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
  }

  @Test(arguments: [Compression.stored, .deflated(level: 1), .standard, .deflated(level: 9)])
  func `what was packed is read back`(compression: Compression) throws {
    let archive = try ZipArchive(Self.contents.map { ZipArchive.Entry($0, $1) })
    let reader = try ZipReader(archive.bytes(compression: compression))
    #expect(reader.entries.map(\.name) == Self.contents.map(\.0))
    for (name, content) in Self.contents { #expect(try reader.bytes(name) == content) }
    #expect(reader.totalSize == Self.contents.reduce(0) { $0 + $1.1.count })
  }

  @Test func `an archive without entries is an empty zip file`() throws {
    let bytes = try ZipArchive([]).bytes()
    #expect(bytes == [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18))
    #expect(try ZipReader(bytes).entries.isEmpty)
  }

  @Test func `only entries that get smaller are packed`() throws {
    let reader = try ZipReader(ZipArchive(Self.contents.map { ZipArchive.Entry($0, $1) }).bytes())
    #expect(reader.entries.map { $0.packedSize < $0.size } == [false, false, true, false, true])
    #expect(reader.entries.map(\.method) == [0, 0, 8, 0, 8])
  }

  @Test func `every byte of a zip file is laid down`() throws {
    let bytes = try ZipArchive([ZipArchive.Entry("表", Array("ok".utf8))]).bytes()
    let header: [UInt8] = [
      20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0, 0x47, 0xDD, 0xDC, 0x79, 2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0,
    ]
    let local: [UInt8] = [0x50, 0x4B, 3, 4] + header + Array("表ok".utf8)
    let directory: [UInt8] =
      [0x50, 0x4B, 1, 2, 20, 0] + header + [UInt8](repeating: 0, count: 14) + Array("表".utf8)
    let end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 49, 0, 0, 0, 35, 0, 0, 0, 0, 0]
    #expect(bytes == local + directory + end)
  }

  @Test(arguments: ["", "/a", "../a", "a/../b", "a/./b", "a//b", "a\\b", "C:a", "a\nb", "a\u{0}", "folder/"])
  func `a name that could leave the folder is not written`(name: String) {
    #expect(throws: ZipArchive.Defect.unsafeName(name)) { try ZipArchive([ZipArchive.Entry(name, [])]) }
  }

  @Test func `two entries of one name are not written`() {
    #expect(throws: ZipArchive.Defect.duplicateName("A.xml")) {
      try ZipArchive([ZipArchive.Entry("a.xml", []), ZipArchive.Entry("A.xml", [])])
    }
  }
}
