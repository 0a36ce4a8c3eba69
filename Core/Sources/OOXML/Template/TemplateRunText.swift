/// Text within a run, in markup.
enum TemplateRunText {
  /// Line ends and tabs as the format has them; what XML forbids becomes U+FFFD.
  static func markup(_ text: String, prefix: [UInt8]) -> [UInt8] {
    var markup: [UInt8] = []
    var isFirst = true
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if !isFirst { markup += tag("br", prefix) }
      isFirst = false
      for (number, stretch) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
        if number > 0 { markup += tag("tab", prefix) }
        guard !stretch.isEmpty else { continue }
        var xml = XMLBuffer(capacity: stretch.utf8.count + 64)
        xml.text(String(stretch))
        markup += Array("<".utf8) + prefix + Array("t xml:space=\"preserve\">".utf8) + xml.bytes
        markup += Array("</".utf8) + prefix + Array("t>".utf8)
      }
    }
    return markup
  }

  private static func tag(_ name: String, _ prefix: [UInt8]) -> [UInt8] {
    Array("<".utf8) + prefix + Array("\(name)/>".utf8)
  }
}
