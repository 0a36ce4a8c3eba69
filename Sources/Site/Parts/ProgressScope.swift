import Evaluation
import Store

/// Whose progress a person may look at: the bureau all units, a lead unit its department.
struct ProgressScope {
  /// First three digits; nil for all.
  let departments: [String]?

  /// nil for people who have no progress to look at.
  init?(_ person: Person) {
    if person.holds(.finance) {
      departments = nil
      return
    }
    let led = person.posts.compactMap { $0.unit.flatMap { UnitCode($0) } }.filter { $0.kind == .lead }
    guard !led.isEmpty else { return nil }
    departments = Array(Set(led.map(\.department))).sorted()
  }

  /// The department to show for the one that was asked for; nil for all.
  func department(asked: String?) -> String? {
    guard let departments else { return asked }
    return departments.first { $0 == asked } ?? departments.first
  }
}
