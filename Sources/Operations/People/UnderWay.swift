public import Database
import Evaluation
public import Store

/// What waits for a person who gives the posts away.
public struct UnderWay: Sendable {
  /// Filings that the person should fill in or review next, the first of them.
  public let filings: [FilingRecord]
  /// How many there are.
  public let count: Int
  /// Titles by id.
  public let tasks: [Int64: String]
  /// Samples that the person was given and whose result is not there.
  public let samples: Int
  /// Tokens with which other systems act in the person's name.
  public let tokens: Int
  /// Posts of others that the person acts with.
  public let deputyships: [Deputyship]

  /// Nothing waits for the person.
  public var isEmpty: Bool { count == 0 && samples == 0 && tokens == 0 && deputyships.isEmpty }
}

extension ReadTransaction {
  /// Throws `DatabaseFault`.
  /// - Parameters:
  ///   - person: with all posts that were put down.
  ///   - limit: how many filings are named.
  public func underWay(of person: Person, at seconds: Int64, limit: Int) throws -> UnderWay {
    let filters = WorkList.toFill(person) + WorkList.toReview(person)
    let filings = try filters.isEmpty ? [] : ask(Query<FilingRecord>.filings(anyOf: filters, limit: limit))
    let tasks = try ask(Query<EvaluationTask>.tasks(Array(Set(filings.map(\.task)))))
    let today = CivilDay(inChinaAt: seconds)
    return UnderWay(
      filings: filings, count: try filters.isEmpty ? 0 : Int(first(Query<Int64>.filingCount(anyOf: filters)) ?? 0),
      tasks: Dictionary(tasks.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first }),
      samples: Int(try first(.openSamples(of: person.id)) ?? 0),
      tokens: Int(try first(.goodTokens(of: person.id, at: seconds)) ?? 0),
      deputyships: try ask(Query<Deputyship>.deputyships(with: person.id)).filter {
        $0.deputy == person.id && $0.holds(on: today)
      })
  }
}
