/// One step of the schema: what to do to a database that has taken all steps before it. A shipped step is never edited.
public struct SchemaStep: Sendable {
  /// The name under which the database remembers the step, for instance "003-filings".
  public let name: String
  let commands: [Command]

  /// The step with this name that gives these commands, in one transaction.
  public init(_ name: String, _ commands: [Command]) {
    self.name = name
    self.commands = commands
  }

  /// FNV-1a, 64 bits, over all that the step spells for either engine, in hexadecimal. It tells that a step was edited
  /// by mistake; it is no protection against forgery.
  public var checksum: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in fingerprint.utf8 {
      hash ^= UInt64(byte)
      hash &*= 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The words of the step, so that indenting them anew changes nothing. A NUL stands between any two parts.
  private var fingerprint: String {
    commands.map { command in
      command.sql.pieces.map { piece in
        switch piece {
        case .text(let text): "t" + text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        case .dialect(let sqlite, let postgres): "d\(sqlite)|\(postgres)"
        case .value(.null): "n"
        case .value(.integer(let number)): "i\(number)"
        case .value(.text(let text)): "s" + text
        case .value(.bytes(let bytes)): "b" + bytes.map { "\($0)" }.joined(separator: ",")
        }
      }.joined(separator: "\0")
    }.joined(separator: "\0;\0")
  }
}
