/// What a copy shows of the fields that a form calls personal, such as 填表人 and 联系电话.
public enum PersonalFields: String, Sendable, CaseIterable {
  /// In full: for the unit and its reviewers.
  case shown
  /// Enough to recognise, not to use: "张×", "138****8001".
  case masked
  /// Neither caption nor value.
  case leftOut
}
