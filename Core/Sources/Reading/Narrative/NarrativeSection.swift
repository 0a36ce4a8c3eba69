import Text

/// A heading and all that stands under it, down to its last subsection.
public struct NarrativeSection: Sendable {
  /// The paragraph that the heading is or begins.
  public let heading: Passage
  /// Without its number.
  public let title: String
  /// The paragraphs below, headings of subsections among them.
  public let body: [Passage]

  /// What stands under the heading, its own paragraph's rest first.
  public var text: String {
    let rest = heading.text.unicodeScalars.dropFirst(heading.headings.last?.length ?? 0).drop {
      $0.isBlank || ["：", ":", "。"].contains($0)
    }
    return ([String(rest)] + body.map(\.text)).filter { !$0.isBlank }.joined(separator: "\n")
  }
}

extension Narrative {
  /// The sections of a file's main report, without its annexes.
  public var sections: [NarrativeSection] {
    passages.indices.compactMap { index in
      let passage = passages[index]
      guard passage.source == .file, passage.annex == 0, passage.role == .heading || passage.role == .headed,
        let title = passage.headings.last?.title
      else { return nil }
      let depth = passage.headings.count
      let body = passages[(index + 1)...].prefix { next in
        next.annex == 0 && (next.headings.count > depth || next.headings.count == depth && next.role.isText)
      }
      return NarrativeSection(heading: passage, title: title, body: body.filter { $0.role != .cell })
    }
  }
}

extension Passage.Role {
  fileprivate var isText: Bool {
    switch self {
    case .body, .cell: true
    case .title, .heading, .headed, .annexMark: false
    }
  }
}
