public import Database

extension Command {
  /// Makes the sheets of a filing unreadable, as no program would.
  public static func spoilSheets(of filing: Int64) -> Command {
    Command("UPDATE sheet SET content = 'spoiled' WHERE filing_id = \(filing)")
  }
}
