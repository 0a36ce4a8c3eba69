/// Bytes as letters and digits that can be typed (RFC 4648, without filling).
public enum Base32 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

  /// Eight characters for five bytes, the last ones as many as are needed.
  public static func text(of bytes: [UInt8]) -> String {
    var text = ""
    var (kept, bits) = (UInt32(0), 0)
    for byte in bytes {
      kept = kept << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(alphabet[Int(kept >> UInt32(bits)) & 31])
      }
      kept &= (1 << UInt32(bits)) - 1
    }
    if bits > 0 { text.append(alphabet[Int(kept << UInt32(5 - bits)) & 31]) }
    return text
  }
}
