import Reading
import Text

/// What a text gives away about getting into a system.
enum Login {
  struct Password {
    let range: Range<Int>
    /// How it is made up rather than the password itself.
    let isRule: Bool
  }

  private static let passwordWords: WordFinder = ["密码", "口令", "password", "passwd", "pwd"]
  private static let accountWords: WordFinder = [
    "登录账号", "登录帐号", "登陆账号", "登录名", "登录用户名", "用户名", "用户账号", "账号", "帐号", "username",
  ]
  private static let qualifiers: WordFinder = [
    "默认", "初始", "登录", "登陆", "原始", "缺省", "统一", "管理员", "用户", "开机", "系统", "wifi",
  ]
  private static let assignments: WordFinder = [
    "均为", "统一为", "默认为", "设置为", "设为", "初始为", "为", "是", ":", "=", "均是", "默认是",
  ]
  private static let rules: WordFinder = [
    "身份证", "手机号", "手机后", "工号", "用户名", "账号", "帐号", "与账号", "同账号", "单位编码", "单位代码", "预算编码", "出生", "电话号码", "本人电话", "姓名拼音",
  ]

  static func passwords(in writing: Writing) -> [Password] {
    passwordWords.matches(in: writing.scalars).compactMap { word in
      guard let value = value(behind: word.range.upperBound, in: writing, lettersAtLeast: 4) else { return nil }
      return Password(range: start(of: word.range, in: writing)..<value.range.upperBound, isRule: value.isRule)
    }
  }

  /// 登录账号：手机号码 and the like.
  static func accounts(in writing: Writing) -> [Range<Int>] {
    accountWords.matches(in: writing.scalars).compactMap { word in
      guard let value = value(behind: word.range.upperBound, in: writing, lettersAtLeast: 3) else { return nil }
      return start(of: word.range, in: writing)..<value.range.upperBound
    }
  }

  /// With the words before it that say which.
  private static func start(of word: Range<Int>, in writing: Writing) -> Int {
    var start = word.lowerBound
    while let length = [2, 3, 4].first(where: { length in
      start >= length && qualifiers.match(at: start - length, in: writing.scalars)?.range.upperBound == start
    }) {
      start -= length
    }
    return start
  }

  private static let counters: Set<Unicode.Scalar> = [
    "年", "月", "日", "号", "位", "个", "次", "条", "字", "余", "多", "万", "—", "-",
  ]

  private static func value(
    behind index: Int, in writing: Writing, lettersAtLeast count: Int
  ) -> (range: Range<Int>, isRule: Bool)? {
    var start = writing.skippingBlanks(from: index)
    var isAssigned = false
    while start < writing.scalars.count, let mark = assignments.match(at: start, in: writing.scalars) {
      isAssigned = true
      start = writing.skippingBlanks(from: mark.range.upperBound)
    }
    let token = writing.scalars[start...].prefix { $0.isInPassword }
    let hasDigit = token.contains(where: \.isDigit)
    // 密码123456, but neither 密码2024年起 nor 密码8位.
    let behind = writing.skippingBlanks(from: start + token.count)
    let isCounted = writing.scalar(at: behind).map { counters.contains($0) } ?? false
    if token.count >= count, isAssigned || hasDigit && !isCounted {
      return (start..<start + token.count, false)
    }
    guard isAssigned, writing.hasBehind(start, within: 5, rules) else { return nil }
    let end = writing.scalars[start...].prefix(16).prefix { ![",", "。", ";", "(", ")", "\n"].contains($0) }.endIndex
    return (start..<end, true)
  }
}

extension Unicode.Scalar {
  /// A visible sign of the keyboard that does not end a clause.
  fileprivate var isInPassword: Bool {
    (0x21...0x7E).contains(value) && ![",", ";", "(", ")", "\"", "'"].contains(self)
  }
}
