public import Database

/// A reminder on its way to another system.
public struct DeliveryRecord: Sendable, Identifiable {
  /// Stays the same however often it is tried, so that the other system can tell what it has already.
  public let id: Int64
  /// How often it was tried.
  public let attempts: Int
  /// Unix seconds; nil while it has not arrived.
  public let deliveredAt: Int64?
  /// What the other side said last.
  public let outcome: String
  public let reminder: ReminderRecord
}

extension Query where Output == DeliveryRecord {
  private static func deliveries(_ rest: SQL) -> Query {
    Query(
      """
      SELECT delivery.id, delivery.attempts, delivery.delivered_at, delivery.outcome,
        \(fragment: Query<ReminderRecord>.reminderColumns)
      \(fragment: Query<ReminderRecord>.reminderTables) JOIN delivery ON delivery.reminder_id = reminder.id
      """ + rest
    ) { row in
      DeliveryRecord(
        id: try row.integer(), attempts: Int(try row.integer()), deliveredAt: try row.optionalInteger(),
        outcome: try row.text(), reminder: try Query<ReminderRecord>.reminder(&row))
    }
  }
  /// What should be tried now, the longest due first.
  public static func dueDeliveries(at seconds: Int64, limit: Int) -> Query {
    deliveries(" WHERE delivery.next_at <= \(seconds) ORDER BY delivery.next_at, delivery.id LIMIT \(limit)")
  }
  /// In no order; a reminder that is on no way has none.
  public static func deliveries(of reminders: [Int64]) -> Query {
    deliveries(" WHERE delivery.reminder_id IN \(list: reminders)")
  }
}

extension Command {
  /// For every reminder of the last while that is on no way yet.
  public static func insertDeliveries(since seconds: Int64, at now: Int64) -> Command {
    Command(
      """
      INSERT INTO delivery (reminder_id, next_at)
      SELECT reminder.id, CAST(\(now) AS BIGINT) FROM reminder
      WHERE reminder.at >= \(seconds)
        AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.reminder_id = reminder.id)
      ON CONFLICT DO NOTHING
      """)
  }
  /// Counts one more attempt. Matches no row where another program counted it already: then that one tries.
  /// - Parameter next: Unix seconds of the attempt after this; nil where this is the last.
  public static func claimDelivery(_ id: Int64, attempts: Int, next: Int64?) -> Command {
    Command(
      """
      UPDATE delivery SET attempts = \(attempts + 1), next_at = \(next)
      WHERE id = \(id) AND attempts = \(attempts) AND delivered_at IS NULL
      """)
  }
  /// What the other side said; with a moment it has arrived, and is not tried again.
  public static func noteDelivery(_ id: Int64, outcome: String, deliveredAt seconds: Int64?) -> Command {
    let state: SQL = seconds.map { moment -> SQL in "delivered_at = \(moment), next_at = NULL, " } ?? ""
    return Command("UPDATE delivery SET \(fragment: state)outcome = \(outcome) WHERE id = \(id)")
  }
}
