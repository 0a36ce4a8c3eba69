import CZxcvbn
import Glibc
import Text

/// How hard a secret is to guess, by zxcvbn: common words and secrets, names, dates, rows of keys, and what is made of
/// them by turning letters into digits and signs.
enum SecretStrength {
  /// In bits, from which on a secret is taken: some billion guesses.
  static let least = 30.0
  /// What people here think of first.
  private static let words = [
    "jiheng", "jixiao", "caizheng", "yusuan", "zichan", "guanliyuan", "mima", "woaini", "zhongguo",
  ]
  /// zxcvbn knows no characters but those of ASCII: what one of the others is worth, once each. Of some thousand common
  /// ones it would be eleven bits, but they stand in words.
  private static let bitsOfOther = 4.0
  /// From so many digits on, digits alone are no number of a telephone or a person.
  private static let digitsOfNoNumber = 20

  /// - Parameter known: what belongs to the account, thought of first too: its name, the person's, the telephone.
  static func bits(of secret: String, known: [String]) -> Double {
    let secret = secret.halfWidth
    let scalars = Array(secret.unicodeScalars)
    guard Set(scalars).count >= 5 else { return 0 }
    let isNumber = scalars.count { (48...57).contains($0.value) } >= scalars.count - 1
    if isNumber, scalars.count < digitsOfNoNumber { return 0 }
    var rest = String(String.UnicodeScalarView(scalars.filter(\.isASCII)))
    var others = Set(scalars.filter { !$0.isASCII })
    for word in known.map(\.halfWidth) where !word.isEmpty && secret.contains(word) {
      others.subtract(word.unicodeScalars)
      rest = rest.replacing(word, with: "")
    }
    return Double(others.count) * bitsOfOther + bits(ofASCII: rest, known: known)
  }

  private static func bits(ofASCII secret: String, known: [String]) -> Double {
    let told = (words + known).filter { !$0.isEmpty }
    var dictionary = told.map { UnsafePointer(strdup($0.lowercased())) } + [nil]
    defer { for word in dictionary { free(UnsafeMutablePointer(mutating: word)) } }
    return secret.isEmpty ? 0 : ZxcvbnMatch(secret, &dictionary, nil)
  }
}

extension String {
  fileprivate var halfWidth: String { String(scalars: halfWidthScalars) }
}
