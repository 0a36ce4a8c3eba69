import Testing

@testable import OOXML

@Suite struct ZipReaderTests {
  private func defect(_ zip: ForgedZip, limits: ZipLimits = .upload) -> ZipDefect? {
    defect(zip.bytes(), limits: limits)
  }

  /// The reason for which a file is refused, be it on opening or on reading an entry.
  private func defect(_ file: [UInt8], limits: ZipLimits = .upload) -> ZipDefect? {
    do throws(ZipDefect) {
      let reader = try ZipReader(file, limits: limits)
      for position in reader.entries.indices { _ = try reader.bytes(at: position) }
      return nil
    } catch {
      return error
    }
  }

  @Test func `an honest file is read`() throws {
    var zip = ForgedZip(.init("a.xml"), .init("folder/", []), .init("b.xml", []))
    zip.comment = Array("comment".utf8)
    #expect(defect(zip) == nil)
    let reader = try ZipReader(zip.bytes())
    #expect(try reader.bytes("A.XML") == Array("content".utf8))
    #expect(reader.entries.map(\.isFolder) == [false, true, false])
    #expect(reader.contains("b.xml") && !reader.contains("c.xml"))
    #expect(throws: ZipDefect.missingEntry("c.xml")) { try reader.bytes("c.xml") }
  }

  @Test(arguments: ["../a", "a/../../b", "/etc/passwd", "\\\\host\\a", "..\\a", "C:\\a", "C:a", "a/", "a\u{7F}", "./a"])
  func `a name that leaves the folder is refused`(name: String) {
    let expected = name == "a/" ? ZipDefect.damagedContent(name) : .unsafeName(name)
    #expect(defect(ForgedZip(.init(name))) == expected)
  }

  @Test func `a name that is not UTF-8 is refused`() {
    var entry = ForgedZip.Entry("a")
    entry.name = [0xB1, 0xED]
    #expect(defect(ForgedZip(entry)) == .unsafeName("\u{FFFD}\u{FFFD}"))
  }

  @Test(arguments: [0x0001, 0x0041, 0x2000])
  func `an encrypted entry is refused`(flags: Int) {
    var entry = ForgedZip.Entry("a")
    entry.flags = flags
    #expect(defect(ForgedZip(entry)) == .encrypted("a"))
  }

  @Test func `an entry that is encrypted in its local header alone is refused`() {
    var entry = ForgedZip.Entry("a")
    entry.localFlags = 1
    #expect(defect(ForgedZip(entry)) == .contradictoryHeader("a"))
  }

  @Test func `a method other than stored and deflated is refused`() {
    var entry = ForgedZip.Entry("a")
    entry.method = 12
    #expect(defect(ForgedZip(entry)) == .unsupportedMethod("a"))
  }

  @Test func `a wrong checksum is found on reading`() {
    var entry = ForgedZip.Entry("a")
    entry.checksum = 1
    #expect(defect(ForgedZip(entry)) == .wrongChecksum("a"))
  }

  @Test(arguments: [6, 8])
  func `content of another size than stated is refused`(size: Int) {
    var stored = ForgedZip.Entry("a")
    stored.size = size
    #expect(defect(ForgedZip(stored)) == .damagedContent("a"))
    let content = Array("content".utf8)
    var packed = ForgedZip.Entry("a", Deflater(level: 6).deflated(content))
    packed.method = 8
    packed.checksum = checksum(content)
    packed.size = 7
    #expect(defect(ForgedZip(packed)) == nil)
    packed.size = size
    #expect(defect(ForgedZip(packed)) == .damagedContent("a"))
  }

  @Test func `bytes that are no deflate stream are refused`() {
    var entry = ForgedZip.Entry("a", [0xFF, 0xFF, 0xFF])
    entry.method = 8
    #expect(defect(ForgedZip(entry)) == .damagedContent("a"))
    let content = Array("content".utf8)
    // A stored block of seven bytes, marked as the last or as one to be followed by another.
    for (mark, expected) in [(1, nil), (0, ZipDefect.damagedContent("a"))] as [(UInt8, ZipDefect?)] {
      var entry = ForgedZip.Entry("a", [mark, 7, 0, 0xF8, 0xFF] + content)
      (entry.method, entry.size, entry.checksum) = (8, 7, checksum(content))
      #expect(defect(ForgedZip(entry)) == expected)
    }
  }

  @Test func `a bomb is refused before it is unpacked`() throws {
    let zeros = ZipArchive.Entry("bomb", [UInt8](repeating: 0, count: 4 << 20))
    let file = try ZipArchive([zeros]).bytes()
    #expect(defect(file) == .suspiciousRatio("bomb"))
    #expect(defect(file, limits: ZipLimits(totalSize: 4 << 20, entryCount: 1, ratio: 2000)) == nil)
    let tight = ZipLimits(totalSize: 4 << 20 - 1, entryCount: 1, ratio: 2000)
    #expect(defect(file, limits: tight) == .tooLarge(4 << 20))
  }

  @Test func `too many entries are refused`() {
    let zip = ForgedZip(.init("a"), .init("b"), .init("c"))
    #expect(defect(zip, limits: ZipLimits(totalSize: 100, entryCount: 3, ratio: 10)) == nil)
    #expect(defect(zip, limits: ZipLimits(totalSize: 100, entryCount: 2, ratio: 10)) == .tooManyEntries(3))
  }

  @Test func `two entries of one name are refused whatever the case`() {
    #expect(
      defect(ForgedZip(.init("word/document.xml"), .init("Word/Document.xml"))) == .duplicateName("Word/Document.xml"))
  }

  @Test func `entries that share bytes are refused`() {
    var second = ForgedZip.Entry("b")
    second.sharesHeaderOf = 0
    var first = ForgedZip.Entry("a")
    first.localName = Array("b".utf8)
    #expect(defect(ForgedZip(first, second)) == .contradictoryHeader("a"))
    // The inner entry lies whole within the content of the outer one.
    let inner = Array(ForgedZip(.init("b", [])).bytes().prefix(31))
    var nested = ForgedZip(.init("a", inner), .init("b", [])).bytes()
    let offsetOfSecond = nested.count - 22 - 47 + 42
    nested[offsetOfSecond] = 31
    #expect(defect(nested) == .overlappingEntries("b"))
  }

  @Test func `a local header that contradicts the directory is refused`() {
    var renamed = ForgedZip.Entry("a")
    renamed.localName = Array("b".utf8)
    #expect(defect(ForgedZip(renamed)) == .contradictoryHeader("a"))
    var resized = ForgedZip.Entry("a")
    resized.localSize = 6
    #expect(defect(ForgedZip(resized)) == .contradictoryHeader("a"))
    var following = ForgedZip.Entry("a")
    (following.flags, following.localSize) = (8, 0)
    #expect(defect(ForgedZip(following)) == nil, "with bit 3 the sizes stand in the directory only")
  }

  @Test func `a symbolic link is refused`() {
    var link = ForgedZip.Entry("a", Array("/etc/passwd".utf8))
    (link.madeBy, link.attributes) = (0x0314, 0o120777 << 16)
    #expect(defect(ForgedZip(link)) == .symbolicLink("a"))
  }

  @Test func `a file with something before or after it is refused`() {
    var zip = ForgedZip(.init("a"))
    zip.prefix = Array("MZ..".utf8)
    #expect(defect(zip) == .notAZipFile)
    zip.prefix = []
    zip.trailer = [0]
    #expect(defect(zip) == .truncated)
    #expect(defect(Array("%PDF-1.7 and so on, long enough".utf8)) == .notAZipFile)
    #expect(defect([]) == .notAZipFile)
  }

  @Test func `a count of entries that is not true is refused`() {
    var zip = ForgedZip(.init("a"), .init("b"))
    zip.statedCount = 1
    #expect(defect(zip) == .truncated)
    zip.statedCount = 3
    #expect(defect(zip) == .truncated)
    zip.statedCount = 0xFFFF
    #expect(defect(zip) == .unsupportedLayout)
  }

  @Test func `no beginning of a file passes for the file`() throws {
    let file = try ZipArchive(ZipArchiveTests.contents.prefix(3).map { ZipArchive.Entry($0, $1) }).bytes()
    #expect(defect(file) == nil)
    for length in 0..<file.count { #expect(defect(Array(file.prefix(length))) != nil, "\(length)") }
  }

  @Test func `no single changed byte changes what is read`() throws {
    let contents = ZipArchiveTests.contents.prefix(3)
    let file = try ZipArchive(contents.map { ZipArchive.Entry($0, $1) }).bytes()
    for position in file.indices {
      for flip in [1, 0x10, 0xFF] as [UInt8] {
        var changed = file
        changed[position] ^= flip
        guard let reader = try? ZipReader(changed) else { continue }
        #expect(reader.entries.map(\.name) == contents.map(\.0), "byte \(position)")
        for (name, content) in contents {
          let read = try? reader.bytes(name)
          #expect(read == nil || read == content, "byte \(position)")
        }
      }
    }
  }
}
