import Glibc

/// Text of files from Chinese offices.
public enum TextDecoding {
  /// UTF-8 with or without its mark, UTF-16 with its mark, else GB18030; nil where it is none of them.
  ///
  /// The mark of UTF-8 stays in the text, so that places count as in the file.
  public static func text(_ bytes: [UInt8]) -> String? {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let isMarkedUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return converted(bytes, from: isMarkedUTF16 ? "UTF-16" : "GB18030")
      .flatMap { String(validating: $0, as: UTF8.self) }
  }

  private static func converted(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    let count = input.withUnsafeMutableBufferPointer { source -> Int? in
      output.withUnsafeMutableBufferPointer { target -> Int? in
        var (from, fromLeft) = (source.baseAddress, source.count)
        var (to, toLeft) = (target.baseAddress, target.count)
        let status = iconv(converter, &from, &fromLeft, &to, &toLeft)
        return status == -1 || fromLeft > 0 ? nil : target.count - toLeft
      }
    }
    return count.map { output.prefix($0).map { UInt8(bitPattern: $0) } }
  }
}
