/// The values of one statement as libpq takes them: all in binary form, in one stretch of memory.
struct PostgresParameters {
  /// The number by which PostgreSQL knows each value's type; 0 leaves it to the server.
  private(set) var types: [UInt32] = []
  private var bytes: [UInt8] = [0]  // never empty, so that empty text has an address and is not taken for NULL
  private var offsets: [Int?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []

  init(_ values: [SQLValue]) {
    for value in values {
      let start = bytes.count
      switch value {
      case .null: types.append(0)
      case .integer(let number):
        types.append(PostgresType.int8)
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
      case .text(let text):
        types.append(PostgresType.text)
        bytes.append(contentsOf: text.utf8)
      case .bytes(let content):
        types.append(PostgresType.bytea)
        bytes.append(contentsOf: content)
      }
      offsets.append(value == .null ? nil : start)
      lengths.append(Int32(bytes.count - start))
      formats.append(1)
    }
    bytes.append(0)
  }

  /// What tells apart statements with the same text: PostgreSQL prepares a statement for certain types.
  var signature: String { types.map { "\($0)" }.joined(separator: ",") }

  typealias Pointers = (
    values: UnsafePointer<UnsafePointer<CChar>?>?, lengths: UnsafePointer<Int32>?, formats: UnsafePointer<Int32>?
  )

  /// Lends the values in the form of C arrays.
  func withPointers<Result>(_ body: (Pointers) -> Result) -> Result {
    bytes.withUnsafeBytes { raw in
      let base = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      let values = offsets.map { offset in offset.flatMap { base?.advanced(by: $0) } }
      return values.withUnsafeBufferPointer { values in
        lengths.withUnsafeBufferPointer { lengths in
          formats.withUnsafeBufferPointer { formats in
            body((values.baseAddress, lengths.baseAddress, formats.baseAddress))
          }
        }
      }
    }
  }
}

/// The numbers of PostgreSQL's built-in types.
enum PostgresType {
  static let bool: UInt32 = 16
  static let bytea: UInt32 = 17
  static let int8: UInt32 = 20
  static let int2: UInt32 = 21
  static let int4: UInt32 = 23
  static let text: UInt32 = 25
  static let oid: UInt32 = 26
  static let numeric: UInt32 = 1700
}
