/// Why signing in with a provider came to nothing.
public enum OpenIDFault: Error, Hashable, Sendable {
  /// What the operator gave cannot be right.
  case misconfigured(String)
  /// The provider does not answer, or with something else than the protocol says.
  case unreachable(String)
  /// The provider sends the browser back without having let the person in.
  case refused(String)
  /// The browser comes back without having left from here, or too late.
  case stale
  /// The provider's statement is not one that can be believed.
  case unproven(String)
}
