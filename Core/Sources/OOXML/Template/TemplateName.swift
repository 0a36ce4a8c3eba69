import Text

/// How names of placeholders are compared.
enum TemplateName {
  /// Half-width, without blanks, in lower case; whatever stands between the parts of a name counts as a dot.
  static func key(_ written: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in written.unicodeScalars where !scalar.isBlank {
      let half = scalar.halfWidth
      scalars.append(separators.contains(half) ? "." : half)
    }
    return String(scalars).lowercased()
  }

  private static let separators: Set<Unicode.Scalar> = [",", "，", "。", "·", "•", ":", "：", "/", "／"]
}
