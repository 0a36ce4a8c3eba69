@testable import OOXML

/// A zip file built field by field, so that any of them can lie.
struct ForgedZip {
  struct Entry {
    var name: [UInt8]
    var content: [UInt8]
    var localName: [UInt8]?
    var flags = 0
    var localFlags: Int?
    var method = 0
    var checksum: UInt32?
    var size: Int?
    var localSize: Int?
    var madeBy = 20
    var attributes = 0
    /// Position of the entry whose local header this one claims as its own.
    var sharesHeaderOf: Int?

    init(_ name: String, _ content: [UInt8] = Array("content".utf8)) {
      self.name = Array(name.utf8)
      self.content = content
    }

    fileprivate func fields(local: Bool) -> [UInt8] {
      var fields: [UInt8] = []
      fields.append16(20)
      fields.append16(local ? localFlags ?? flags : flags)
      fields.append16(method)
      fields.append32(0x21_0000)
      fields.append32(Int(self.checksum ?? OOXML.checksum(content)))
      fields.append32(content.count)
      fields.append32((local ? localSize : nil) ?? size ?? content.count)
      fields.append16((local ? localName : nil)?.count ?? name.count)
      fields.append16(0)
      return fields
    }
  }

  var entries: [Entry]
  var statedCount: Int?
  var prefix: [UInt8] = []
  var comment: [UInt8] = []
  /// Bytes after the comment whose length is stated.
  var trailer: [UInt8] = []

  init(_ entries: Entry...) { self.entries = entries }

  func bytes() -> [UInt8] {
    var file = prefix
    var directory: [UInt8] = []
    var offsets: [Int] = []
    for entry in entries {
      offsets.append(entry.sharesHeaderOf.map { offsets[$0] } ?? file.count)
      if entry.sharesHeaderOf == nil {
        file.append32(0x0403_4B50)
        file += entry.fields(local: true) + (entry.localName ?? entry.name) + entry.content
      }
      directory.append32(0x0201_4B50)
      directory.append16(entry.madeBy)
      directory += entry.fields(local: false) + [UInt8](repeating: 0, count: 6)
      directory.append32(entry.attributes)
      directory.append32(offsets[offsets.count - 1])
      directory += entry.name
    }
    let start = file.count
    file += directory
    file.append32(0x0605_4B50)
    file.append32(0)
    file.append16(statedCount ?? entries.count)
    file.append16(statedCount ?? entries.count)
    file.append32(directory.count)
    file.append32(start)
    file.append16(comment.count)
    return file + comment + trailer
  }
}
