public import Database
import OOXML
public import Store

/// The packed files of a run as .zip files to take away: one where they fit, more where one would be too large.
public struct PackedRun: Sendable {
  /// Units that stand in one .zip file.
  public struct Part: Sendable, Hashable {
    /// In the order in which they stand in it.
    public let units: [PackedUnit]
    /// In bytes, before they are packed.
    public var size: Int { units.reduce(0) { $0 + $1.size } }
  }

  /// A plain .zip file counts to 2 GiB and 65,535 files; this leaves room for its directory.
  static let largestPart = 1 << 30
  static let mostFiles = 50_000

  private let run: Int64
  /// None while nothing is packed.
  public let parts: [Part]

  /// Throws `DatabaseFault`.
  public init(_ run: BulkRun, in database: ReadTransaction) throws {
    self.run = run.id
    parts = Self.parts(try database.ask(.packedUnits(of: run.id)))
  }

  static func parts(_ units: [PackedUnit], largest: Int = largestPart, mostFiles: Int = mostFiles) -> [Part] {
    var parts: [Part] = []
    var (open, size, files) = ([PackedUnit](), 0, 0)
    for unit in units {
      if !open.isEmpty, size + unit.size > largest || files + unit.files > mostFiles {
        parts.append(Part(units: open))
        (open, size, files) = ([], 0, 0)
      }
      open.append(unit)
      size += unit.size
      files += unit.files
    }
    return open.isEmpty ? parts : parts + [Part(units: open)]
  }

  /// Hands over the .zip file of a part piece by piece: one unit is in memory at a time. Throws `DatabaseFault` and
  /// what `write` throws.
  public func send(_ part: Part, from reader: any Reader, to write: ([UInt8]) async throws -> Void) async throws {
    var zip = ZipStream()
    let run = run
    for unit in part.units {
      let files = try await reader.read { try $0.ask(.packedFiles(of: run, filing: unit.filing)) }
      for (name, content) in files { try await write(zip.entry(name, content)) }
    }
    try await write(zip.directory())
  }
}
