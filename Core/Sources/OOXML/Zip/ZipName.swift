/// Names that stay inside the folder they are unpacked to, on every system.
enum ZipName {
  /// True for a relative path with forward slashes and no step upwards; a folder may end in one slash.
  static func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 1024 else { return false }
    guard !name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) else { return false }
    let bytes = Array(name.utf8)
    if bytes.count > 1, bytes[1] == UInt8(ascii: ":") { return false }
    var steps = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if steps.count > 1, steps.last?.isEmpty == true { steps.removeLast() }
    return steps.allSatisfy { step in !step.isEmpty && !step.elementsEqual(".".utf8) && !step.elementsEqual("..".utf8) }
  }

  /// The name under which two entries count as the same: packages do not tell ASCII case apart.
  static func key(_ name: String) -> [UInt8] {
    name.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
  }
}
