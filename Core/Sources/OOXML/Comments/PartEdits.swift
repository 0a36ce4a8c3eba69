/// The parts of a package with some of them changed or added.
struct PartEdits {
  private let zip: ZipReader
  private var changed: [[UInt8]: [UInt8]] = [:]
  private var added: [ZipArchive.Entry] = []

  init(_ zip: ZipReader) { self.zip = zip }

  func contains(_ part: String) -> Bool { zip.contains(part) }

  mutating func change(_ part: String, _ change: ([UInt8]) throws(OfficeDefect) -> [UInt8]) throws(OfficeDefect) {
    changed[ZipName.key(part)] = try change(try zip.content(of: part))
  }

  mutating func add(_ part: String, _ content: [UInt8]) { added.append(ZipArchive.Entry(part, content)) }

  /// All parts in their order, new ones last. Folders have no content and are left out.
  func packed() throws(OfficeDefect) -> [UInt8] {
    var entries: [ZipArchive.Entry] = []
    for entry in zip.entries where !entry.isFolder {
      let content =
        if let content = changed[ZipName.key(entry.name)] { content } else { try zip.content(of: entry.name) }
      entries.append(ZipArchive.Entry(entry.name, content))
    }
    do throws(ZipArchive.Defect) {
      return try ZipArchive(entries + added).bytes()
    } catch {
      throw .notAnOfficeFile
    }
  }
}

extension ZipReader {
  func content(of part: String) throws(OfficeDefect) -> [UInt8] {
    do throws(ZipDefect) { return try bytes(part) } catch { throw .zip(error) }
  }

  /// Written in the strict form of the format, whose namespaces have other names.
  func isStrict(_ part: String) throws(OfficeDefect) -> Bool {
    let root = String(decoding: try content(of: part).prefix(8192), as: UTF8.self)
    return root.contains("http://purl.oclc.org/ooxml/wordprocessingml/main")
  }
}

extension [UInt8] {
  /// With more inside of the root element, behind what it has; as it is where it has no end.
  func appending(_ markup: [UInt8]) -> [UInt8] {
    guard let end = lastIndex(of: UInt8(ascii: ">")) else { return self }
    if end > 0, self[end - 1] == UInt8(ascii: "/") {
      // An empty root: opened, filled and closed under its name.
      guard let start = self[..<end].lastIndex(of: UInt8(ascii: "<")) else { return self }
      let name = self[(start + 1)..<(end - 1)].prefix { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
      return self[..<(end - 1)] + Array(">".utf8) + markup + Array("</".utf8) + name + self[end...]
    }
    guard let start = self[..<end].lastIndex(of: UInt8(ascii: "<")) else { return self }
    return self[..<start] + markup + self[start...]
  }
}
