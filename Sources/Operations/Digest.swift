import Crypto
import Foundation

/// SHA-256, hexadecimal.
public enum Digest {
  /// 64 lowercase digits.
  public static func of(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }
  /// Of its UTF-8.
  public static func of(_ text: String) -> String { of(Array(text.utf8)) }

  /// Of a file, read piece by piece. Throws where it cannot be read.
  static func ofFile(_ path: String) throws -> String {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? file.close() }
    var hash = SHA256()
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
    return hexadecimal(hash.finalize())
  }

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
    after chain: String, filing: Int64, version: Int64, person: Int64, for principal: Int64? = nil, at seconds: Int64,
    kind: String, detail: String
  ) -> String {
    // What a person does with the own post is hashed as it was before there were deputies.
    let who = principal.map { "\(person) for \($0)" } ?? "\(person)"
    return Digest.of("\(chain)\n\(filing)\n\(version)\n\(who)\n\(seconds)\n\(kind)\n\(detail)")
  }
}
