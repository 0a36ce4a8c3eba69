public import Database
import Evaluation

/// How much of a run is packed.
public struct PackedUnit: Sendable, Hashable {
  public let filing: Int64
  /// How many files of it are in the package.
  public let files: Int
  /// In bytes.
  public let size: Int
}

extension Query where Output == PackedUnit {
  /// In the order in which they stand in the package.
  public static func packedUnits(of run: Int64) -> Query {
    Query(
      """
      SELECT pack_file.filing_id, count(*), sum(pack_file.size)
      FROM pack_file JOIN filing ON filing.id = pack_file.filing_id
      WHERE pack_file.run_id = \(run) GROUP BY pack_file.filing_id, filing.unit_code
      ORDER BY filing.unit_code, pack_file.filing_id
      """
    ) { row in
      PackedUnit(filing: try row.integer(), files: Int(try row.integer()), size: Int(try row.integer()))
    }
  }
}

extension Query where Output == (String, [UInt8]) {
  /// The files of one unit, by name and content, in their order.
  public static func packedFiles(of run: Int64, filing: Int64) -> Query {
    Query(
      "SELECT name, content FROM pack_file WHERE run_id = \(run) AND filing_id = \(filing) ORDER BY position"
    ) { row in (try row.text(), try row.bytes()) }
  }
}

extension Command {
  /// `position` counts from 0 within the filing; files are handed out in that order.
  public static func insertPackedFile(
    _ name: String, _ content: [UInt8], at position: Int, of run: Int64, filing: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO pack_file (run_id, filing_id, position, name, size, content)
      VALUES (\(run), \(filing), \(position), \(name), \(content.count), \(content))
      """)
  }
  /// What was packed longer ago than anybody needs it.
  public static func deletePackedFiles(before seconds: Int64) -> Command {
    Command("DELETE FROM pack_file WHERE run_id IN (SELECT id FROM bulk_run WHERE started_at < \(seconds))")
  }
}
