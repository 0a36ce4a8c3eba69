/// What a provider says of itself under `/.well-known/openid-configuration`.
struct ProviderDocument: Decodable, Hashable, Sendable {
  let issuer: String
  let authorizationEndpoint: String
  let tokenEndpoint: String
  let keysAddress: String
  let userinfoEndpoint: String?
  private let tokenMethods: [String]?

  private enum CodingKeys: String, CodingKey {
    case issuer
    case authorizationEndpoint = "authorization_endpoint"
    case tokenEndpoint = "token_endpoint"
    case keysAddress = "jwks_uri"
    case userinfoEndpoint = "userinfo_endpoint"
    case tokenMethods = "token_endpoint_auth_methods_supported"
  }

  /// Whether the client's secret goes into the form; otherwise it goes into the header, as where nothing is said.
  var takesSecretInForm: Bool {
    guard let tokenMethods else { return false }
    return !tokenMethods.contains("client_secret_basic") && tokenMethods.contains("client_secret_post")
  }

  /// Addresses that our secret, or what a person may see, is sent to.
  var addresses: [String] {
    [authorizationEndpoint, tokenEndpoint, keysAddress] + (userinfoEndpoint.map { [$0] } ?? [])
  }
}

/// What a provider answers when a code is exchanged.
struct TokenAnswer: Decodable, Sendable {
  let identityToken: String?
  let accessToken: String?

  private enum CodingKeys: String, CodingKey {
    case identityToken = "id_token"
    case accessToken = "access_token"
  }
}
