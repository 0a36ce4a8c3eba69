import Database
import Operations
import Store

/// Who made entries of a history, in words: "王敏", or "王敏 代 李强" where a deputy did.
struct WriterNames {
  private let names: [Int64: String]

  /// Throws `DatabaseFault`.
  init(of history: [HistoryEntry], in database: ReadTransaction) throws {
    let people = Set(history.flatMap { [$0.person, $0.principal].compactMap(\.self) })
    names = Dictionary(
      try database.ask(Query<(Int64, String)>.names(of: Array(people))).map { ($0.0, $0.1) },
      uniquingKeysWith: { first, _ in first })
  }

  func words(_ entry: HistoryEntry) -> String { words(entry.person, for: entry.principal) }

  func words(_ person: Int64, for principal: Int64? = nil) -> String {
    let name = names[person] ?? ""
    return principal.flatMap { names[$0] }.map { "\(name) 代 \($0)" } ?? name
  }
}
