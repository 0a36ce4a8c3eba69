import Foundation
import JWTKit

/// A provider's statement of who somebody is, as far as it is of use here.
struct IdentityToken: JWTPayload, Hashable {
  /// Claims that are texts, by name.
  let texts: [String: String]
  /// Claims that are numbers, by name: moments in Unix seconds.
  let numbers: [String: Double]
  /// Whom it was made for.
  let audience: [String]

  private struct Name: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  init(texts: [String: String], numbers: [String: Double], audience: [String]) {
    self.texts = texts
    self.numbers = numbers
    self.audience = audience
  }

  init(from decoder: any Decoder) throws {
    let claims = try decoder.container(keyedBy: Name.self)
    var (texts, numbers): ([String: String], [String: Double]) = ([:], [:])
    for name in claims.allKeys {
      if let text = try? claims.decode(String.self, forKey: name) {
        texts[name.stringValue] = text
      } else if let number = try? claims.decode(Double.self, forKey: name) {
        numbers[name.stringValue] = number
      }
    }
    let several = try? claims.decode([String].self, forKey: Name("aud"))
    self.init(texts: texts, numbers: numbers, audience: several ?? texts["aud"].map { [$0] } ?? [])
  }

  func encode(to encoder: any Encoder) throws {
    var claims = encoder.container(keyedBy: Name.self)
    for (name, text) in texts { try claims.encode(text, forKey: Name(name)) }
    for (name, number) in numbers { try claims.encode(number, forKey: Name(name)) }
    try claims.encode(audience, forKey: Name("aud"))
  }

  /// The signature alone is asked of the library; what the claims must say, `demand` asks.
  func verify(using algorithm: some JWTAlgorithm) {}
}

extension IdentityToken {
  /// Clocks may differ by so many seconds.
  private static let leeway: Double = 60

  /// The person's subject. Throws `OpenIDFault.unproven` unless the statement was made by the provider, for us, for this
  /// attempt, and still holds (OpenID Connect Core 1.0, 3.1.3.7).
  func demand(of provider: OpenIDProvider, for attempt: SignOnAttempt, at seconds: Int64) throws(OpenIDFault) -> String
  {
    let now = Double(seconds)
    guard texts["iss"] == provider.issuer else { throw .unproven("由 \(texts["iss"] ?? "未知") 签发") }
    guard audience.contains(provider.client) else { throw .unproven("不是发给本系统的") }
    guard audience.count == 1 || texts["azp"] == provider.client else { throw .unproven("同时发给其他系统") }
    guard let ends = numbers["exp"], ends > now - Self.leeway else { throw .unproven("已过期") }
    if let begins = numbers["nbf"], begins > now + Self.leeway { throw .unproven("尚未生效") }
    guard texts["nonce"] == attempt.nonce else { throw .unproven("不属于这次登录") }
    guard let subject = texts["sub"], !subject.isEmpty, subject.utf8.count <= 255 else { throw .unproven("没有 sub") }
    return subject
  }
}
