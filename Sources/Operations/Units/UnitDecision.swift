import Database
import Evaluation
import Store

/// What is typed for a step in a unit's life: from when on, why, and by which paper.
public struct UnitDecision: Sendable {
  /// ISO 8601.
  public var day: String
  /// 1 to 500 characters.
  public var reason: String
  /// 文号 of the paper that it rests on; empty where there is none.
  public var document: String
  /// Texts lose the blanks at their ends.
  public init(day: String, reason: String, document: String) {
    self.day = day.trimming
    self.reason = reason.trimming
    self.document = document.trimming
  }

  /// The day, where everything typed can be taken. Throws `Invalid` with every fault.
  /// - Parameters:
  ///   - earliest: the day of the unit's last step: what comes later cannot hold from before.
  ///   - suffix: of the fields on the page.
  func checked(after earliest: CivilDay?, suffix: String, at seconds: Int64) throws -> CivilDay {
    var problems: [FieldProblem] = []
    let found = CivilDay(day)
    if let found {
      if found > CivilDay(inChinaAt: seconds) {
        problems.append(FieldProblem("day-\(suffix)", "生效日期不能晚于今天，请到生效之日再登记。"))
      } else if let earliest, found < earliest {
        problems.append(FieldProblem("day-\(suffix)", "生效日期不能早于上一次变更的 \(earliest)。"))
      }
    } else {
      problems.append(FieldProblem("day-\(suffix)", "请填生效日期，如 2025-01-01。"))
    }
    if let problem = FieldProblem.ofReason(reason, field: "reason-\(suffix)") { problems.append(problem) }
    if document.count > 100 { problems.append(FieldProblem("document-\(suffix)", "文号最多 100 字。")) }
    guard let found, problems.isEmpty else { throw Invalid(problems) }
    return found
  }
}

extension ReadTransaction {
  /// The last day from which on something changed about a unit; nil where none is known.
  func lastChange(of unit: UnitRecord) throws -> CivilDay? {
    let days = try ask(Query<UnitEvent>.events(of: unit.unit.code)).filter { $0.kind.isOrdered }.map(\.day)
    return (days.compactMap { CivilDay($0) } + [unit.openedOn].compactMap(\.self)).max()
  }
}

extension UnitEvent.Kind {
  /// Whether later steps must hold from a later day: what is put right holds from no day of its own.
  fileprivate var isOrdered: Bool {
    switch self {
    case .opened, .renamed, .closed, .merged, .parted, .received, .cameOut: true
    case .corrected, .restored, .returned: false
    }
  }
}
