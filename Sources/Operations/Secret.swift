import CArgon2
import Foundation

/// Secrets and tokens: made here, kept only as hashes.
public enum Secret {
  /// Characters that nobody mistakes for another.
  private static let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")

  /// A one-time secret that can be read out over the telephone: "K7QM-2XWD-94RT", 60 bits.
  public static func oneTime(using generator: inout some RandomNumberGenerator) -> String {
    (0..<3).map { _ in String((0..<4).map { _ in alphabet[Int.random(in: 0..<32, using: &generator)] }) }
      .joined(separator: "-")
  }

  /// A token for a link or a session: 32 hexadecimal characters, 128 bits.
  public static func token(using generator: inout some RandomNumberGenerator) -> String {
    let words = [generator.next() as UInt64, generator.next() as UInt64]
    return words.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// What is wrong with a secret somebody wants to set; nil where nothing is.
  /// - Parameter known: what belongs to the account: its name, the person's, the telephone; empty ones do not count.
  public static func weakness(of secret: String, known: [String]) -> String? {
    let count = secret.unicodeScalars.count
    guard count >= 10 else { return "密码至少 10 位。" }
    guard secret.utf8.count <= 200 else { return "密码最多 200 个字节。" }
    guard SecretStrength.bits(of: secret, known: known) >= SecretStrength.least else {
      return "这个密码容易被猜到。请不要用常见的密码、词、账号、姓名、日期、号码或键盘上相连的键，可以用几个不相干的词。"
    }
    return nil
  }

  /// argon2id with 19 MiB and two passes, encoded with its salt and parameters.
  public static func hash(_ secret: String, using generator: inout some RandomNumberGenerator) -> String {
    let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let bytes = Array(secret.utf8)
    var encoded = [CChar](repeating: 0, count: 128)
    let status = argon2id_hash_encoded(2, 19_456, 1, bytes, bytes.count, salt, salt.count, 32, &encoded, encoded.count)
    precondition(status == ARGON2_OK.rawValue, "argon2id refused its own parameters")
    return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether a hash is of this secret; takes as long as `hash` does. False for a text that is no hash.
  public static func matches(_ secret: String, _ hash: String) -> Bool {
    let bytes = Array(secret.utf8)
    return argon2id_verify(hash, bytes, bytes.count) == ARGON2_OK.rawValue
  }

  /// A hash that no secret has, so that a sign-in with an unknown account takes as long as any other.
  static let unmatchable: String = {
    var generator = SystemRandomNumberGenerator()
    return hash(token(using: &generator), using: &generator)
  }()
}
