extension SQL {
  /// That a text stands in one of some columns, as it was typed: `%`, `_` and `\` stand for themselves. Letters of ASCII
  /// are alike whether they are small or capital, on either engine.
  public static func contains(_ text: String, in columns: SQL...) -> SQL {
    let pattern = "%\(text.escapedForLike)%"
    let parts: [SQL] = columns.map { column in
      "\(fragment: .lowerASCII(column)) LIKE \(pattern) ESCAPE '\\'"
    }
    return "(\(fragment: parts.joined(by: " OR ")))"
  }

  /// SQLite knows no other letters; PostgreSQL does, unless it is told to compare bytes.
  private static func lowerASCII(_ column: SQL) -> SQL {
    let bytewise = SQL(pieces: [.dialect(sqlite: "", postgres: " COLLATE \"C\"")])
    return "lower((\(fragment: column))\(fragment: bytewise))"
  }
}

extension String {
  fileprivate var escapedForLike: String {
    var escaped = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "\\", "%", "_": escaped += ["\\", scalar]
      case "A"..."Z": escaped.append(Unicode.Scalar(UInt8(scalar.value) + 32))
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
