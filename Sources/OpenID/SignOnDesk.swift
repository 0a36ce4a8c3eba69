import Foundation
import JWTKit

/// Sends people to a provider and finds out who they are when they come back. Keeps what the provider says of itself
/// and its keys for a while.
public actor SignOnDesk {
  /// Whom people are sent to.
  public nonisolated let provider: OpenIDProvider
  private let line: ProviderLine
  private var document: (value: ProviderDocument, readAt: Int64)?
  private var keys: (value: JWTKeyCollection, readAt: Int64)?

  /// How long what was read is kept; and how soon, at the earliest, keys are read anew for a key that is not known.
  private static let keepSeconds: Int64 = 3_600
  private static let keyPause: Int64 = 30

  /// Spoken to over the network.
  public init(_ provider: OpenIDProvider) { self.init(provider, line: ProviderRequest.network) }

  init(_ provider: OpenIDProvider, line: @escaping ProviderLine) {
    self.provider = provider
    self.line = line
  }

  /// Where the browser is sent, and what its cookie carries meanwhile. `next` is where the person wants to go
  /// afterwards, `seconds` now in Unix seconds. Throws `OpenIDFault.unreachable`.
  public func begin(
    next: String, at seconds: Int64
  ) async throws(OpenIDFault) -> (address: String, cookie: String) {
    let attempt = SignOnAttempt(next: next, at: seconds)
    let endpoint = try await document(at: seconds).authorizationEndpoint
    let query = [
      "response_type": "code", "client_id": provider.client, "redirect_uri": provider.callback,
      "scope": "openid profile", "state": attempt.state, "nonce": attempt.nonce,
      "code_challenge": attempt.challenge, "code_challenge_method": "S256",
    ].asQuery
    return (endpoint + (endpoint.contains("?") ? "&" : "?") + query, attempt.sealed(with: provider.secret))
  }

  /// Who comes back, and where the person wanted to go. `answer` is what the browser's address says, `cookie` what it
  /// carried. Throws `OpenIDFault`, never `.misconfigured`.
  public func finish(
    _ answer: SignOnAnswer, cookie: String?, at seconds: Int64
  ) async throws(OpenIDFault) -> (identity: ProvenIdentity, next: String) {
    guard let attempt = cookie.flatMap({ SignOnAttempt(sealed: $0, with: provider.secret, at: seconds) }),
      attempt.state == answer.state
    else { throw .stale }
    guard let code = answer.code else { throw .refused(answer.error ?? "没有授权码") }
    let document = try await document(at: seconds)
    let tokens = try await exchange(code, of: attempt, document)
    guard let text = tokens.identityToken else { throw .unproven("没有 id_token") }
    let token = try await verified(text, document, at: seconds)
    let subject = try token.demand(of: provider, for: attempt, at: seconds)
    var account = token.texts[provider.claim]
    // Many providers tell more than the subject only when they are asked once more.
    if account == nil, let address = document.userinfoEndpoint, let access = tokens.accessToken {
      account = try await userinfo(address, access, subject)[provider.claim]
    }
    guard let account, !account.isEmpty else { throw .unproven("没有 \(provider.claim)") }
    return (ProvenIdentity(issuer: provider.issuer, subject: subject, account: account), attempt.next)
  }

  // MARK: What the provider is asked

  private func document(at seconds: Int64) async throws(OpenIDFault) -> ProviderDocument {
    if let document, (document.readAt...document.readAt + Self.keepSeconds).contains(seconds) { return document.value }
    let base = provider.issuer.hasSuffix("/") ? String(provider.issuer.dropLast()) : provider.issuer
    let found: ProviderDocument = try await ask(.init(address: base + "/.well-known/openid-configuration"))
    // OpenID Connect Discovery 1.0, 4.3: otherwise anybody could speak for the issuer.
    guard found.issuer == provider.issuer else { throw .unreachable("说明文件的签发者是 \(found.issuer)") }
    guard found.addresses.allSatisfy(OpenIDProvider.isProtected) else { throw .unreachable("说明文件中有未加密的地址") }
    document = (found, seconds)
    return found
  }

  private func exchange(
    _ code: String, of attempt: SignOnAttempt, _ document: ProviderDocument
  ) async throws(OpenIDFault) -> TokenAnswer {
    var request = ProviderRequest(
      address: document.tokenEndpoint,
      form: [
        "grant_type": "authorization_code", "code": code, "redirect_uri": provider.callback,
        "code_verifier": attempt.verifier,
      ])
    if document.takesSecretInForm {
      request.form?["client_id"] = provider.client
      request.form?["client_secret"] = provider.secret
    } else {
      let pair = "\(provider.client.asFormText):\(provider.secret.asFormText)"
      request.headers["Authorization"] = "Basic \(Data(pair.utf8).base64EncodedString())"
    }
    return try await ask(request)
  }

  private func userinfo(
    _ address: String, _ access: String, _ subject: String
  ) async throws(OpenIDFault) -> [String: String] {
    let claims: IdentityToken = try await ask(
      .init(address: address, headers: ["Authorization": "Bearer \(access)"]))
    // OpenID Connect Core 1.0, 5.3.2: it may be somebody else's.
    guard claims.texts["sub"] == subject else { throw .unproven("用户信息属于其他人") }
    return claims.texts
  }

  /// The claims of a token that one of the provider's keys signed.
  private func verified(
    _ token: String, _ document: ProviderDocument, at seconds: Int64
  ) async throws(OpenIDFault) -> IdentityToken {
    let known = try await keys(document, at: seconds)
    if let found = try? await known.verify(token, as: IdentityToken.self) { return found }
    // Providers change their keys.
    if let readAt = keys?.readAt, seconds - readAt >= Self.keyPause {
      keys = nil
      if let found = try? await keys(document, at: seconds).verify(token, as: IdentityToken.self) { return found }
    }
    throw .unproven("签名不符")
  }

  private func keys(_ document: ProviderDocument, at seconds: Int64) async throws(OpenIDFault) -> JWTKeyCollection {
    if let keys, (keys.readAt...keys.readAt + Self.keepSeconds).contains(seconds) { return keys.value }
    let found: PublicKeys = try await ask(.init(address: document.keysAddress))
    let collection = JWTKeyCollection()
    for (number, key) in found.keys.enumerated() {
      var named = key
      // Who has one key need not name it; then tokens do not name it either.
      if named.keyIdentifier == nil { named.keyIdentifier = JWKIdentifier(string: "unnamed \(number)") }
      // A key of a kind that is not known here is none of ours to use.
      _ = try? await collection.add(jwk: named)
    }
    keys = (collection, seconds)
    return collection
  }

  private func ask<Answer: Decodable>(_ request: ProviderRequest) async throws(OpenIDFault) -> Answer {
    let answer: (status: Int, body: Data)
    do { answer = try await line(request) } catch { throw .unreachable("\(request.address)：\(error)") }
    guard answer.status == 200 else { throw .unreachable("\(request.address)：状态 \(answer.status)") }
    do { return try JSONDecoder().decode(Answer.self, from: answer.body) } catch {
      throw .unreachable("\(request.address)：回答无法读取")
    }
  }
}

/// What the address says with which a provider sends a browser back.
public struct SignOnAnswer: Hashable, Sendable {
  let code: String?
  let state: String?
  let error: String?
  /// nil for what the address does not have.
  public init(code: String?, state: String?, error: String?) {
    self.code = code
    self.state = state
    self.error = error
  }
}
