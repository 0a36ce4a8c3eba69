/// One line of the log.
public struct AdminEntry: Sendable, Identifiable {
  /// From 1, without gaps.
  public let number: Int64
  public let event: AdminEvent
  /// Who did it; nil for the command line, and where nobody was signed in.
  public let person: Int64?
  /// The name of that person today; nil where there is none.
  public let name: String?
  /// The network that it came from; empty where that is not known.
  public let address: String
  /// Unix seconds.
  public let at: Int64
  /// SHA-256 over the chain before and this entry, hexadecimal.
  public let chain: String
  public var id: Int64 { number }
}

/// Which lines of the log are wanted.
public struct AdminFilter: Sendable, Hashable {
  /// nil for all.
  public var group: AdminEvent.Group?
  /// Part of a person's name or account, or of what is concerned.
  public var text: String
  /// Unix seconds; the first that counts, and the first that no longer does; nil for no bound.
  public var from: Int64?
  public var before: Int64?
  public init(group: AdminEvent.Group? = nil, text: String = "", from: Int64? = nil, before: Int64? = nil) {
    self.group = group
    self.text = text
    self.from = from
    self.before = before
  }
}
