import Text

extension Writing {
  /// What a file carries besides its text, ready to be scanned.
  public convenience init(_ trace: FileTrace) { self.init(.trace(trace), trace.text) }

  /// What a file carries besides its text, in words: each once, and nothing that its pages say themselves.
  static func unseen(_ traces: FileTraces?, besides writings: [Writing]) -> [Writing] {
    var seen: Set<String> = []
    return (traces?.list ?? []).compactMap { trace in
      guard trace.isInWords, seen.insert("\(trace.kind) \(trace.text)").inserted else { return nil }
      let address = trace.text.split(separator: ":", maxSplits: 1).last.map { $0.drop { $0 == "/" } } ?? ""
      if trace.kind == .link, writings.contains(where: { $0.text.holds(String(address)) }) { return nil }
      return Writing(trace)
    }
  }
}

extension FileTrace {
  /// Somebody may have written it, and it stands nowhere in the running text.
  fileprivate var isInWords: Bool {
    switch kind {
    case .comment, .deletion, .movement, .hidden, .bookmark, .header, .footer, .note, .endnote, .picture, .link:
      !text.isBlank
    // Programs leave long keys in properties.
    case .property: text.unicodeScalars.count < 20 || text.unicodeScalars.contains { $0.isIdeograph || $0.isBlank }
    case .insertion, .formatting, .field, .macros, .embedded: false
    }
  }
}
