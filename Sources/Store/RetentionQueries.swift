public import Database

extension Query where Output == AdminLogHead {
  /// The last line that was deleted with its chain; number 0 where all are there.
  public static let adminLogFloor = Query("SELECT number, chain FROM admin_log_floor WHERE id = 1") { row in
    AdminLogHead(number: try row.integer(), chain: try row.text())
  }
  /// The line before the first that is as late as a moment; nil where that is the first of all that are left.
  public static func adminLogEnd(before seconds: Int64) -> Query {
    Query(
      """
      SELECT number, chain FROM admin_entry
      WHERE number < (SELECT min(number) FROM admin_entry WHERE at >= \(seconds))
      ORDER BY number DESC LIMIT 1
      """
    ) { row in AdminLogHead(number: try row.integer(), chain: try row.text()) }
  }
}

extension Query where Output == Int64 {
  /// Mobile numbers of accounts that were closed before a moment in Unix seconds.
  public static func mobileCount(ofAccountsClosedBefore seconds: Int64) -> Query {
    Query("SELECT count(*) FROM person WHERE is_closed = 1 AND mobile IS NOT NULL AND closed_at < \(seconds)") { row in
      try row.integer()
    }
  }
  /// Files that drafts of filings were taken from; only of filings that are done.
  public static func draftFileCount(before seconds: Int64) -> Query {
    Query("SELECT count(*) FROM draft_file WHERE \(fragment: SQL.staleDraftFiles(before: seconds))") { row in
      try row.integer()
    }
  }
}

extension Command {
  /// The beginning of the log; what is left still follows upon it.
  public static func deleteAdminEntries(through number: Int64) -> Command {
    Command("DELETE FROM admin_entry WHERE number <= \(number)")
  }
  /// The last line that `deleteAdminEntries` takes, with its chain.
  public static func setAdminLogFloor(_ floor: AdminLogHead) -> Command {
    Command("UPDATE admin_log_floor SET number = \(floor.number), chain = \(floor.chain) WHERE id = 1")
  }
  /// Accounts of which nobody knows when they were closed count from now on.
  public static func dateClosedAccounts(at seconds: Int64) -> Command {
    Command("UPDATE person SET closed_at = \(seconds) WHERE is_closed = 1 AND closed_at IS NULL")
  }
  /// What `mobileCount` counts.
  public static func deleteMobiles(ofAccountsClosedBefore seconds: Int64) -> Command {
    Command("UPDATE person SET mobile = NULL WHERE is_closed = 1 AND mobile IS NOT NULL AND closed_at < \(seconds)")
  }
  /// What `draftFileCount` counts.
  public static func deleteDraftFiles(before seconds: Int64) -> Command {
    Command("DELETE FROM draft_file WHERE \(fragment: SQL.staleDraftFiles(before: seconds))")
  }
}

extension SQL {
  fileprivate static func staleDraftFiles(before seconds: Int64) -> SQL {
    "at < \(seconds) AND filing_id IN (SELECT id FROM filing WHERE stage = 'done')"
  }
}
