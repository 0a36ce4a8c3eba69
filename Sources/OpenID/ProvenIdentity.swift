/// Who somebody is to a provider.
public struct ProvenIdentity: Hashable, Sendable {
  /// The provider's, as its own document names it.
  public let issuer: String
  /// Never given to anybody else, and never changed.
  public let subject: String
  /// The account that the provider names.
  public let account: String
  /// As a provider's statement says that can be believed.
  public init(issuer: String, subject: String, account: String) {
    self.issuer = issuer
    self.subject = subject
    self.account = account
  }
}
