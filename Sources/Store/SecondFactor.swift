public import Database

/// What a person proves at sign-in besides the secret.
public struct SecondFactor: Sendable {
  /// Whose it is.
  public let person: Int64
  /// Known to the person's authenticator too.
  public let key: [UInt8]
  /// Confirmed, and asked for from then on.
  public let isInForce: Bool
  /// The last half minute whose code was used; 0 for none.
  public let lastStep: Int64
}

extension Query where Output == SecondFactor {
  /// In force or not; none where the person never began to set one up.
  public static func secondFactor(of person: Int64) -> Query {
    Query("SELECT person_id, key, is_in_force, last_step FROM second_factor WHERE person_id = \(person)") { row in
      SecondFactor(
        person: try row.integer(), key: try row.bytes(), isInForce: try row.boolean(), lastStep: try row.integer())
    }
  }
}

extension Command {
  /// Not in force yet.
  public static func insertSecondFactor(_ key: [UInt8], of person: Int64) -> Command {
    Command("INSERT INTO second_factor (person_id, key, is_in_force, last_step) VALUES (\(person), \(key), 0, 0)")
  }
  /// Its first use puts it in force.
  public static func useSecondFactor(of person: Int64, step: Int64) -> Command {
    Command("UPDATE second_factor SET is_in_force = 1, last_step = \(step) WHERE person_id = \(person)")
  }
  /// In force or not.
  public static func deleteSecondFactor(of person: Int64) -> Command {
    Command("DELETE FROM second_factor WHERE person_id = \(person)")
  }
}
