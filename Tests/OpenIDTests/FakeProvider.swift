import Foundation
import JWTKit

@testable import OpenID

/// A provider that answers in this process and can be made to do wrong.
actor FakeProvider {
  static let issuer = "https://id.example"
  static let client = "jiheng"
  static let now: Int64 = 1_800_000_000

  private var key = ES256PrivateKey()
  private var keyName = "first"
  private(set) var requests: [ProviderRequest] = []
  /// What the statement says besides what is right, or instead of it; nil takes a claim out.
  var texts: [String: String?] = [:]
  var numbers: [String: Double] = [:]
  var audience = [FakeProvider.client]
  /// What a person may be told of with an access token.
  var userinfo: [String: String] = [:]
  /// Instead of the key that is told.
  var signsWithOtherKey = false
  var document: [String: String] = [
    "issuer": issuer, "authorization_endpoint": "\(issuer)/authorize", "token_endpoint": "\(issuer)/token",
    "jwks_uri": "\(issuer)/keys",
  ]
  var takesSecretInForm = false
  /// By path: what is answered instead.
  var failing: [String: Int] = [:]
  private var nonce = ""

  func change(_ change: @Sendable (isolated FakeProvider) -> Void) { change(self) }

  /// Takes new keys, which nobody was told of.
  func renewKey() {
    key = ES256PrivateKey()
    keyName = "second"
  }

  func answer(_ request: ProviderRequest) async throws -> (status: Int, body: Data) {
    requests.append(request)
    let path = String(request.address.dropFirst(Self.issuer.count))
    if let status = failing[path] { return (status, Data()) }
    switch path {
    case "/.well-known/openid-configuration":
      var told: [String: Any] = document
      if takesSecretInForm { told["token_endpoint_auth_methods_supported"] = ["client_secret_post"] }
      return (200, try JSONSerialization.data(withJSONObject: told))
    case "/keys": return (200, try JSONSerialization.data(withJSONObject: ["keys": [publicKey, ["kty": "odd"]]]))
    case "/token":
      let token = try await statement()
      return (200, try JSONSerialization.data(withJSONObject: ["id_token": token, "access_token": "access"]))
    case "/userinfo": return (200, try JSONSerialization.data(withJSONObject: userinfo))
    default: return (404, Data())
    }
  }

  private var publicKey: [String: String] {
    let point = key.publicKey.parameters
    return [
      "kty": "EC", "crv": "P-256", "alg": "ES256", "kid": keyName, "x": Self.urlText(point?.x),
      "y": Self.urlText(point?.y),
    ]
  }

  private static func urlText(_ text: String?) -> String {
    Data(base64Encoded: text ?? "")?.base64URL ?? text ?? ""
  }

  /// As a browser brings them from our address to the provider.
  func visit(_ address: String) -> SignOnAnswer {
    let items = URLComponents(string: address)?.queryItems ?? []
    let query = Dictionary(items.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
    nonce = query["nonce"] ?? ""
    return SignOnAnswer(code: "code", state: query["state"], error: nil)
  }

  private func statement() async throws -> String {
    var claims = ["iss": Self.issuer, "sub": "subject-1", "nonce": nonce, "preferred_username": "jb101001"]
    for (name, text) in texts { claims[name] = text }
    let moments = ["exp": Double(Self.now + 300), "iat": Double(Self.now)].merging(numbers) { $1 }
    let keys = JWTKeyCollection()
    await keys.add(ecdsa: signsWithOtherKey ? ES256PrivateKey() : key, kid: JWKIdentifier(string: keyName))
    return try await keys.sign(
      IdentityToken(texts: claims, numbers: moments, audience: audience), kid: JWKIdentifier(string: keyName))
  }
}
