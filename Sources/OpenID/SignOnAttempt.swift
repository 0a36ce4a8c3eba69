import Crypto
import Foundation

/// One way to the provider and back. The browser carries it in a cookie, so that any node of ours can go on with it.
struct SignOnAttempt: Hashable, Sendable {
  /// Comes back in the address: the browser that returns is the one that left.
  let state: String
  /// Comes back in the statement: it was made for this attempt.
  let nonce: String
  /// Shown only when the code is exchanged: nobody else can use it.
  let verifier: String
  /// Where the person wanted to go, an address of this site.
  let next: String
  /// Unix seconds.
  let begunAt: Int64

  /// How long a person may take at the provider.
  static let seconds: Int64 = 600

  init(next: String, at seconds: Int64) {
    state = Self.random()
    nonce = Self.random()
    verifier = Self.random()
    self.next = next
    begunAt = seconds
  }

  /// 43 characters, 256 bits.
  private static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return Data((0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }).base64URL
  }

  /// What the provider is told of the verifier (RFC 7636, S256).
  var challenge: String { Data(SHA256.hash(data: Data(verifier.utf8))).base64URL }
}

extension SignOnAttempt {
  /// As a cookie carries it, with a mark that only we can make.
  func sealed(with secret: String) -> String {
    let text = [state, nonce, verifier, String(begunAt), Data(next.utf8).base64URL].joined(separator: ".")
    return "\(text).\(Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: Self.key(secret))).base64URL)"
  }

  /// nil unless it was sealed with the same secret and is not too old.
  init?(sealed: String, with secret: String, at seconds: Int64) {
    let parts = sealed.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, let mark = Data(base64URL: parts[5]),
      HMAC<SHA256>.isValidAuthenticationCode(
        mark, authenticating: Data(parts[..<5].joined(separator: ".").utf8), using: Self.key(secret)),
      let begunAt = Int64(parts[3]), (begunAt...begunAt + Self.seconds).contains(seconds),
      let next = Data(base64URL: parts[4])
    else { return nil }
    (state, nonce, verifier) = (parts[0], parts[1], parts[2])
    self.begunAt = begunAt
    self.next = String(decoding: next, as: UTF8.self)
  }

  /// For this purpose alone.
  private static func key(_ secret: String) -> SymmetricKey {
    SymmetricKey(data: SHA256.hash(data: Data("jiheng sign-on attempt\n\(secret)".utf8)))
  }
}

extension Data {
  /// RFC 4648 §5, without padding.
  var base64URL: String {
    base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  init?(base64URL text: String) {
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    self.init(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
  }
}
