import ArgumentParser
import Report

/// The checks that were asked for.
struct CheckChoice: Sendable {
  /// Letters of groups and codes of checks; nil for all.
  private let wanted: Set<String>?

  /// `text` such as "A,D,P04". Throws what does not name a group or a check.
  init(_ text: String?) throws(ValidationError) {
    guard let text else {
      wanted = nil
      return
    }
    let words = text.uppercased().split { ",，、 ".contains($0) }.map(String.init)
    for word in words where !Self.names(word) {
      throw ValidationError("没有检查“\(word)”：请写组的字母（A 至 H、L、P、Q、T、W）或检查代码，如 A,D,P04。")
    }
    guard !words.isEmpty else { throw ValidationError("--only 后请写组的字母或检查代码，如 A,D,P04。") }
    wanted = Set(words)
  }

  func holds(_ code: String) -> Bool {
    guard let wanted else { return true }
    return wanted.contains(code) || wanted.contains(String(code.prefix(1)))
  }

  private static func names(_ word: String) -> Bool {
    guard CheckGroup(of: word) != nil else { return false }
    return word.count == 1 || (word.count == 3 && word.dropFirst().allSatisfy { $0.isASCII && $0.isNumber })
  }
}
