import Evaluation

/// How offices label who filled a form in, when, and who answers for it.
enum FootWords {
  /// The form's own caption first.
  static func spellings(of field: FooterField) -> [String] { [field.caption] + (others[field.column] ?? []) }

  /// One of the captions of some form's foot.
  static func holds(_ key: LabelKey) -> Bool { all.contains(key.plainWord) }
  private static let all = Set(others.values.joined().map(LabelWord.init))

  private static let others = [
    "preparer": ["填表人", "填报人", "经办人", "制表人"], "date": ["填报日期", "填表日期", "填报时间", "填表时间", "日期"],
    "phone": ["联系电话", "联系方式", "电话"], "head": ["单位负责人签字", "单位负责人", "负责人签字", "负责人"],
  ]
}
