/// The directory of a zip file, read strictly: what two readers could understand differently is refused.
struct ZipDirectory {
  private(set) var entries: [ZipReader.Entry] = []
  /// Where the packed bytes of each entry lie.
  private(set) var contents: [Range<Int>] = []
  private(set) var positions: [[UInt8]: Int] = [:]
  private let file: [UInt8]
  private let start: Int

  init(_ file: [UInt8], limits: ZipLimits) throws(ZipDefect) {
    self.file = file
    guard file.count >= 4, [0x0403_4B50, 0x0605_4B50].contains(file.read32(0)) else { throw .notAZipFile }
    let end = try Self.endRecord(file)
    let count = file.read16(end + 10)
    let size = file.read32(end + 12)
    start = file.read32(end + 16)
    guard file.read32(end + 4) == 0, file.read16(end + 8) == count, count != 0xFFFF, start != 0xFFFF_FFFF else {
      throw .unsupportedLayout
    }
    guard start + size == end else { throw .truncated }
    guard count <= limits.entryCount else { throw .tooManyEntries(count) }
    try readEntries(count, end: end)
    try check(limits)
    for entry in entries { contents.append(try content(of: entry)) }
    try checkOverlap()
  }

  /// Where the end record lies; nothing but its own comment may follow it.
  private static func endRecord(_ file: [UInt8]) throws(ZipDefect) -> Int {
    var position = file.count - 22
    let last = max(0, position - 0xFFFF)
    while position >= last {
      if file.read32(position) == 0x0605_4B50, position + 22 + file.read16(position + 20) == file.count {
        return position
      }
      position -= 1
    }
    throw .truncated
  }

  private mutating func readEntries(_ count: Int, end: Int) throws(ZipDefect) {
    var position = start
    for _ in 0..<count {
      guard position + 46 <= end, file.read32(position) == 0x0201_4B50 else { throw .truncated }
      let nameEnd = position + 46 + file.read16(position + 28)
      let next = nameEnd + file.read16(position + 30) + file.read16(position + 32)
      guard next <= end else { throw .truncated }
      let entry = try entry(at: position, nameEnd: nameEnd)
      guard positions.updateValue(entries.count, forKey: ZipName.key(entry.name)) == nil else {
        throw .duplicateName(entry.name)
      }
      entries.append(entry)
      position = next
    }
    guard position == end else { throw .truncated }
  }

  private func entry(at position: Int, nameEnd: Int) throws(ZipDefect) -> ZipReader.Entry {
    let bytes = file[(position + 46)..<nameEnd]
    let name = String(decoding: bytes, as: UTF8.self)
    guard name.utf8.elementsEqual(bytes), ZipName.isSafe(name) else { throw .unsafeName(name) }
    let flags = file.read16(position + 8)
    // Bit 0: encrypted; bit 6: strong encryption; bit 13: directory encrypted.
    guard flags & 0x2041 == 0 else { throw .encrypted(name) }
    let method = file.read16(position + 10)
    guard method == 0 || method == 8 else { throw .unsupportedMethod(name) }
    let madeOnUnix = file[position + 5] == 3
    if madeOnUnix, file.read16(position + 40) & 0xF000 == 0xA000 { throw .symbolicLink(name) }
    let packed = file.read32(position + 20)
    let size = file.read32(position + 24)
    guard packed != 0xFFFF_FFFF, size != 0xFFFF_FFFF, file.read16(position + 34) == 0 else { throw .unsupportedLayout }
    guard method == 8 || packed == size, !name.hasSuffix("/") || size == 0 else { throw .damagedContent(name) }
    return ZipReader.Entry(
      name: name, size: size, packedSize: packed, checksum: UInt32(file.read32(position + 16)), method: method,
      flags: flags, offset: file.read32(position + 42))
  }

  private func check(_ limits: ZipLimits) throws(ZipDefect) {
    let total = entries.reduce(0) { $0 + $1.size }
    guard total <= limits.totalSize else { throw .tooLarge(total) }
    for entry in entries where entry.size > limits.ratioFloor && entry.size / max(entry.packedSize, 1) > limits.ratio {
      throw .suspiciousRatio(entry.name)
    }
  }

  /// The range of the packed bytes, after comparing the local header with the directory.
  private func content(of entry: ZipReader.Entry) throws(ZipDefect) -> Range<Int> {
    let header = entry.offset
    guard header + 30 <= start, file.read32(header) == 0x0403_4B50 else { throw .truncated }
    let nameEnd = header + 30 + file.read16(header + 26)
    let begin = nameEnd + file.read16(header + 28)
    guard begin + entry.packedSize <= start else { throw .truncated }
    guard (file.read16(header + 6) ^ entry.flags) & 0x2049 == 0, file.read16(header + 8) == entry.method,
      file[(header + 30)..<nameEnd].elementsEqual(entry.name.utf8)
    else { throw .contradictoryHeader(entry.name) }
    let sizesFollow = entry.flags & 0x0008 != 0
    if !sizesFollow {
      guard file.read32(header + 14) == entry.checksum, file.read32(header + 18) == entry.packedSize,
        file.read32(header + 22) == entry.size
      else { throw .contradictoryHeader(entry.name) }
    }
    return begin..<(begin + entry.packedSize)
  }

  private func checkOverlap() throws(ZipDefect) {
    let order = entries.indices.sorted { entries[$0].offset < entries[$1].offset }
    for (earlier, later) in zip(order, order.dropFirst()) where contents[earlier].upperBound > entries[later].offset {
      throw .overlappingEntries(entries[later].name)
    }
  }
}
