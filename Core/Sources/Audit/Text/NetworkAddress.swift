import Reading
import Text

/// An address of a computer or a page in a text.
struct NetworkAddress {
  let range: Range<Int>
  let host: String
  let kind: Kind

  enum Kind {
    /// An address or a name that exists inside an office network only.
    case inner
    /// Anybody can reach it, but at a port of its own.
    case port
    case open
  }

  static func found(in writing: Writing) -> [NetworkAddress] {
    var found: [NetworkAddress] = []
    var index = 0
    while index < writing.scalars.count {
      let isStart = writing.scalars[index].isUncommon && !(writing.scalar(at: index - 1)?.isUncommon ?? false)
      guard isStart else {
        index += 1
        continue
      }
      let end = writing.scalars[index...].firstIndex { !$0.isInAddress } ?? writing.scalars.count
      let stretch = index..<max(end, index)
      if isLikely(writing.scalars[stretch]), let address = NetworkAddress(stretch, in: writing) {
        found.append(address)
      }
      index = max(end, index + 1)
    }
    return found
  }

  /// A scheme or the three points of four numbers; most stretches are plain numbers.
  private static func isLikely(_ stretch: ArraySlice<Unicode.Scalar>) -> Bool {
    stretch.contains("/") || stretch.count(where: { $0 == "." }) >= 3
  }

  private static let contexts: WordFinder = ["网址", "地址", "内网", "服务器", "登录", "登陆", "访问", "浏览器", "ip", "主机", "数据库", "网关"]
  private static let versions: WordFinder = ["版本", "v", "版"]
  private static let innerEndings = [".local", ".lan", ".intranet", ".internal", ".corp", ".home"]

  private init?(_ stretch: Range<Int>, in writing: Writing) {
    var range = stretch
    while let last = range.last, [".", ":", "-"].contains(writing.scalars[last]) { range = range.lowerBound..<last }
    let text = String(String.UnicodeScalarView(writing.scalars[range]))
    let rest: Substring
    let hasScheme: Bool
    if let scheme = text.firstRange(of: "://") {
      guard ["http", "https", "ftp", "rdp", "ws", "sftp"].contains(text[..<scheme.lowerBound].lowercased()) else {
        return nil
      }
      rest = text[scheme.upperBound...]
      hasScheme = true
    } else {
      guard text.unicodeScalars.count(where: { $0 == "." }) >= 3 else { return nil }
      rest = text[...]
      hasScheme = false
    }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first.map(String.init), !name.isEmpty else { return nil }
    let port = parts.count > 1 ? Int(parts[1]) : nil
    let octets = Self.octets(of: name)
    guard hasScheme || octets != nil else { return nil }
    let isNamed =
      Self.contexts.occurs(in: writing.scalars) && !writing.hasBefore(range.lowerBound, within: 3, Self.versions)
    guard hasScheme || port != nil || isNamed else { return nil }
    self.range = range
    host = String(authority)
    kind = Self.kind(of: name, octets, port)
  }

  private static func kind(of name: String, _ octets: [Int]?, _ port: Int?) -> Kind {
    if let octets {
      let isPrivate =
        octets[0] == 10 || octets[0] == 127 || (octets[0] == 192 && octets[1] == 168)
        || (octets[0] == 172 && (16...31).contains(octets[1])) || (octets[0] == 169 && octets[1] == 254)
      if isPrivate { return .inner }
    } else if !name.contains(".") || innerEndings.contains(where: { name.lowercased().hasSuffix($0) }) {
      return .inner
    }
    return port.map { ![80, 443].contains($0) } ?? false ? .port : .open
  }

  /// The four numbers of an address such as 10.0.0.10.
  private static func octets(of name: String) -> [Int]? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.count <= 3 ? Int($0) : nil }
    return parts.count == 4 && numbers.count == 4 && numbers.allSatisfy { (0...255).contains($0) } ? numbers : nil
  }
}

extension Unicode.Scalar {
  fileprivate var isUncommon: Bool { isLatinLetter || isDigit }
  fileprivate var isInAddress: Bool {
    isUncommon || [".", ":", "/", "-", "_", "?", "=", "&", "%", "#", "~", "+", "@"].contains(self)
  }
}
