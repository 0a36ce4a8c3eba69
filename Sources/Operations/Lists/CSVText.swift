/// Lines of a CSV file as spreadsheets open them: UTF-8 with its mark, every field in quotes.
public enum CSVText {
  /// Stands before the first line, so that programs know the encoding.
  public static let mark = "\u{FEFF}"

  /// One line with its end.
  public static func line(_ fields: [String]) -> String {
    fields.map { "\"\(harmless($0).replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\r\n"
  }

  /// A text that a spreadsheet would take for a formula is led by an apostrophe; numbers stay numbers.
  static func harmless(_ field: String) -> String {
    guard let first = field.first, "=+-@\t\r".contains(first), !isNumber(field) else { return field }
    return "'\(field)"
  }

  private static func isNumber(_ field: String) -> Bool {
    var digits = Substring(field)
    if digits.first == "-" { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
  }
}
