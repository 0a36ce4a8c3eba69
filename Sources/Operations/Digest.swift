import Crypto
import Foundation

/// SHA-256, hexadecimal.
public enum Digest {
  public static func of(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }
  public static func of(_ text: String) -> String { of(Array(text.utf8)) }

  private static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64)
    for byte in digest {
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A filing's history is a chain: each entry's hash covers the one before, so no entry can be changed unnoticed.
enum HistoryChain {
  static func next(
    after chain: String, filing: Int64, version: Int64, person: Int64, at seconds: Int64, kind: String,
    detail: String
  ) -> String {
    Digest.of("\(chain)\n\(filing)\n\(version)\n\(person)\n\(seconds)\n\(kind)\n\(detail)")
  }
}
