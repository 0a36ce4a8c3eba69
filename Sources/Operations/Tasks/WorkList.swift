public import Database
import Evaluation
public import Store

/// What waits for a person, by what the person can do.
public enum WorkList {
  private static let open: [TaskPhase] = [.trial, .launched]

  /// The own units' filings that are to be filled in or corrected.
  public static func toFill(_ person: Person) -> [FilingFilter] {
    person.posts.filter { $0.kind == .handler }.compactMap { $0.unit.flatMap { UnitCode($0) } }.map {
      FilingFilter(unit: $0, stages: [.notStarted, .drafting], phases: open, mark: .expected)
    }
  }

  /// Of those, the ones that came back.
  public static func returned(_ person: Person) -> [FilingFilter] {
    toFill(person).map { filter in
      var filter = filter
      filter.mark = .returned
      return filter
    }
  }

  /// Filings at a review that the person can carry out.
  public static func toReview(_ person: Person) -> [FilingFilter] {
    var filters: [FilingFilter] = []
    for post in person.posts {
      switch (post.kind, post.unit.flatMap { UnitCode($0) }) {
      case (.finance, _): filters.append(FilingFilter(stages: [.financeReview], phases: open, mark: .expected))
      case (.reviewer, let unit?):
        filters.append(FilingFilter(unit: unit, stages: [.unitReview], phases: open, mark: .expected))
      default: break
      }
      if post.kind.isAtUnit, let unit = post.unit.flatMap({ UnitCode($0) }), unit.kind == .lead {
        filters.append(
          FilingFilter(
            department: unit.department, stages: [.departmentReview], phases: open, mark: .expected))
      }
    }
    return filters
  }

  /// Filings against whose review the unit appealed, for those above to settle.
  public static func toSettle(_ person: Person) -> [FilingFilter] {
    let mark = FilingFilter.Mark.openNote(.appeal)
    if person.holds(.finance) { return [FilingFilter(phases: open, mark: mark)] }
    return person.posts.filter(\.kind.isAtUnit).compactMap { $0.unit.flatMap { UnitCode($0) } }
      .filter { $0.kind == .lead }
      .map { FilingFilter(department: $0.department, phases: open, mark: mark) }
  }

  /// The own units' filings that somebody above has called to be put right.
  public static func toPutRight(_ person: Person) -> [FilingFilter] {
    person.posts.filter(\.kind.isAtUnit).compactMap { $0.unit.flatMap { UnitCode($0) } }.map {
      FilingFilter(unit: $0, phases: open, mark: .openNote(.rectification))
    }
  }

  /// Declarations of units that the task does not apply to them, for the bureau to answer.
  public static func toAnswer(_ person: Person) -> [FilingFilter] {
    person.holds(.finance) ? [FilingFilter(phases: open, mark: .waiverDeclared)] : []
  }
}

/// How much waits for a person.
public struct WorkCounts: Sendable, Hashable {
  /// Filings of the own units, those that came back among them.
  public var toFill = 0
  /// Of those to be filled in, the ones that came back.
  public var returned = 0
  /// Filings at a review that the person can carry out.
  public var toReview = 0
  /// Declarations of units that the task does not apply to them.
  public var toAnswer = 0
  /// Nothing waits.
  public init() {}
}

extension ReadTransaction {
  /// Throws `DatabaseFault`.
  public func workCounts(of person: Person) throws -> WorkCounts {
    func count(_ filters: [FilingFilter]) throws -> Int {
      filters.isEmpty ? 0 : Int(try first(Query<Int64>.filingCount(anyOf: filters)) ?? 0)
    }
    var counts = WorkCounts()
    counts.toFill = try count(WorkList.toFill(person))
    counts.returned = counts.toFill == 0 ? 0 : try count(WorkList.returned(person))
    counts.toReview = try count(WorkList.toReview(person))
    counts.toAnswer = try count(WorkList.toAnswer(person))
    return counts
  }
}
