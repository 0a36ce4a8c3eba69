import CZxcvbn
import Glibc

/// How hard a secret is to guess, by zxcvbn: common words and secrets, names, dates, rows of keys, and what is made of
/// them by turning letters into digits and signs.
enum SecretStrength {
  /// In bits, from which on a secret is taken: some billion guesses.
  static let least = 30.0
  /// What people here think of first.
  private static let words = [
    "jiheng", "jixiao", "caizheng", "yusuan", "zichan", "guanliyuan", "mima", "woaini", "zhongguo",
  ]

  /// - Parameter account: thought of first too.
  static func bits(of secret: String, account: String) -> Double {
    var dictionary = (words + [account]).filter { !$0.isEmpty }.map { UnsafePointer(strdup($0.lowercased())) } + [nil]
    defer { for word in dictionary { free(UnsafeMutablePointer(mutating: word)) } }
    return ZxcvbnMatch(secret, &dictionary, nil)
  }
}
