import Crypto
import Foundation
import JSON

/// What goes to another system, signed.
public struct Letter: Sendable {
  /// JSON.
  public let body: [UInt8]
  /// Content type, delivery, time in Unix seconds, and signature.
  public let headers: [(name: String, value: String)]

  /// The signature covers the time and the body, so that neither can be taken for another.
  /// - Parameter delivery: stays the same however often it is tried.
  init(_ content: JSONValue, delivery: String, key: [UInt8], at seconds: Int64) {
    body = content.compact()
    let signed = Array("\(seconds).".utf8) + body
    let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: key))
    let signature = code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    headers = [
      ("Content-Type", "application/json; charset=utf-8"), ("X-Jiheng-Delivery", delivery),
      ("X-Jiheng-Timestamp", "\(seconds)"), ("X-Jiheng-Signature", "sha256=\(signature)"),
    ]
  }
}
