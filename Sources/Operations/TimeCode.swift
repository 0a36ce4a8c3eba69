import Crypto
import Foundation

/// The six digits that an authenticator shows for half a minute (TOTP, RFC 6238, with SHA-1 as these programs use it).
public struct TimeCode: Sendable {
  private let key: [UInt8]

  /// `key` is what the authenticator has too, as bytes.
  public init(key: [UInt8]) { self.key = key }

  /// How long a code is shown, in seconds.
  private static let stepSeconds: Int64 = 30
  /// Clocks go wrong by as many steps.
  private static let tolerance: Int64 = 1

  /// What is shown at a moment, in seconds since 1970.
  public func digits(at seconds: Int64) -> String { digits(of: seconds / Self.stepSeconds) }

  /// The step that a code belongs to; nil where it is not the code of now, or of a step up to `last`, which was used.
  func step(of code: String, at seconds: Int64, after last: Int64) -> Int64? {
    let present = seconds / Self.stepSeconds
    return (present - Self.tolerance...present + Self.tolerance).first { $0 > last && digits(of: $0) == code }
  }

  private func digits(of step: Int64) -> String {
    let counter = withUnsafeBytes(of: step.bigEndian) { Data($0) }
    let code = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: key)))
    // RFC 4226: the last half byte tells where the four bytes begin that make the number.
    let start = Int(code[code.count - 1] & 15)
    let number = code[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let digits = String(number % 1_000_000)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}
