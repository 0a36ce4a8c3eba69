import Database

extension SQLRow {
  /// A text column that holds an enumeration's raw value. Throws `DatabaseFault` for any other text.
  mutating func stored<Value: RawRepresentable<String>>(_ type: Value.Type) throws -> Value {
    let text = try text()
    guard let value = Value(rawValue: text) else {
      throw DatabaseFault.refused("\(type) 没有“\(text)”", sql: "")
    }
    return value
  }
}
