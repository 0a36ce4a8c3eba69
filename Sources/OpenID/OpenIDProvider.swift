import Foundation

/// Another system that people sign in with, spoken to in OpenID Connect 1.0: authorization code flow with PKCE.
public struct OpenIDProvider: Sendable {
  /// As its own document names it.
  public let issuer: String
  /// Who we are to it, with what only both know.
  let client: String
  let secret: String
  /// The claim that names the account here.
  let claim: String
  /// What people call it.
  public let title: String
  /// Where it sends browsers back to: an address of ours as browsers see it.
  let callback: String

  /// Throws `OpenIDFault.misconfigured` where what is sent to `issuer` could be read on the way, or something is empty.
  public init(
    issuer: String, client: String, secret: String, claim: String, title: String, callback: String
  ) throws(OpenIDFault) {
    guard Self.isProtected(issuer) else { throw .misconfigured("签发者须为 https 地址（本机除外）：\(issuer)") }
    guard Self.isProtected(callback) else { throw .misconfigured("本系统的地址须为 https 地址（本机除外）：\(callback)") }
    guard ![client, secret, claim, title].contains("") else { throw .misconfigured("客户端、密钥、字段和名称都不能为空") }
    self.issuer = issuer
    self.client = client
    self.secret = secret
    self.claim = claim
    self.title = title
    self.callback = callback
  }

  /// Whether what is sent there is read by nobody else: encrypted, or on this machine.
  static func isProtected(_ address: String) -> Bool {
    guard let url = URL(string: address), let host = url.host(), !host.isEmpty else { return false }
    return url.scheme == "https" || url.scheme == "http" && ["127.0.0.1", "localhost", "::1"].contains(host)
  }
}
