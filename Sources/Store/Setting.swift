/// How the program is set up, in this database.
public enum Setting: String, Sendable {
  /// "on" where the three administrators are separated.
  case separation
  /// After how many months the log, mobile numbers of closed accounts and files of drafts are deleted; empty for never.
  case logMonths, mobileMonths, draftMonths
  /// A `FactorDemand`.
  case secondFactor
}
