public import Database
public import Evaluation
import Intake
public import Store

/// Reads what a filing's draft can be taken from.
public struct ReadDraft: Sendable {
  private let engine: any Engine
  private let shelf: FilingShelf
  private let candidates: [PolicySet]

  /// `candidates` are the policies that a file may be made to, besides those of the filing.
  public init(engine: any Engine, shelf: FilingShelf, candidates: [PolicySet]) {
    self.engine = engine
    self.shelf = shelf
    self.candidates = candidates
  }

  /// Throws `NotFound`, `Invalid` for a file that cannot be read, or `DatabaseFault`.
  public func callAsFunction(_ source: DraftSource, for loaded: LoadedFiling) async throws -> DraftTexts {
    switch source {
    case .earlierFiling:
      guard let earlier = try await earlierFiling(of: loaded) else { throw NotFound() }
      return DraftTexts(try await shelf.filing(earlier.id), for: loaded.record.unit.code)
    case .predecessor(let id):
      guard let earlier = try await predecessors(of: loaded).first(where: { $0.id == id }) else { throw NotFound() }
      return DraftTexts(try await shelf.filing(earlier.id), for: loaded.record.unit.code)
    case .file(let id):
      let found = try await engine.read { database -> (DraftFileRecord, [UInt8])? in
        guard let record = try database.first(.draftFile(id, of: loaded.record.id)),
          let content = try database.first(.content(ofDraftFile: id))
        else { return nil }
        return (record, content)
      }
      guard let (record, content) = found else { throw NotFound() }
      return try await read(content, named: record.name, for: loaded)
    }
  }

  /// The same unit's filing of an earlier year; nil where there is none in the system. Throws
  /// `DatabaseFault`.
  public func earlierFiling(of loaded: LoadedFiling) async throws -> FilingRecord? {
    try await engine.read { try $0.first(.filing(of: loaded.record.unit.code, before: loaded.task.year)) }
  }

  /// The filings of the year before of the units that became this one; what was called off, or never begun, is left
  /// out. Throws `DatabaseFault`.
  public func predecessors(of loaded: LoadedFiling) async throws -> [FilingRecord] {
    try await engine.read { database in
      let year = loaded.task.year - 1
      let filings = try database.ask(Query<FilingRecord>.filings(ofPredecessorsOf: loaded.record.unit.code, year: year))
      let tasks = try database.ask(Query<EvaluationTask>.tasks(Array(Set(filings.map(\.task)))))
      let shown = Set(tasks.filter(\.phase.isShownToUnits).map(\.id))
      return filings.filter { $0.stage != .notStarted && shown.contains($0.task) }
    }
  }

  /// Throws `Invalid` for a file that cannot be read.
  public func read(_ content: [UInt8], named name: String, for loaded: LoadedFiling) async throws -> DraftTexts {
    let candidates = [loaded.filing.policies] + candidates
    let year = loaded.task.year
    let result = await SlowWork.files.run { () -> Result<DraftTexts, IntakeDefect> in
      Result { () throws(IntakeDefect) in
        let file = try Intake().read(content, named: name)
        return DraftTexts(file, named: name, under: candidates, year: year)
      }
    }
    do { return try result.get() } catch {
      throw Invalid([FieldProblem("file", "\(error.message)。")])
    }
  }
}
