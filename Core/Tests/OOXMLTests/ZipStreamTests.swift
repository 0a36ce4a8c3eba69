import OOXML
import Testing

/// What is sent piece by piece is the same archive as one made at once.
@Suite struct ZipStreamTests {
  @Test func `pieces put together are the archive of the same files, stored`() throws {
    let files: [(String, [UInt8])] = [
      ("201001 示例县商务局/报告.docx", Array(repeating: 7, count: 3_000)), ("a.txt", []), ("清单.txt", Array("完".utf8)),
    ]
    var zip = ZipStream()
    var bytes: [UInt8] = []
    for (name, content) in files { bytes += zip.entry(name, content) }
    bytes += zip.directory()
    #expect(bytes == (try ZipArchive(files.map { .init($0.0, $0.1) }).bytes(compression: .stored)))
    let reader = try ZipReader(bytes)
    for (name, content) in files { #expect(try reader.bytes(name) == content) }
  }
}
