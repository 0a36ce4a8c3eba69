import Database
import Evaluation
import Store

/// Units' names by their codes, for pages that know only codes.
struct UnitNames {
  private let names: [String: String]

  init(_ units: [BudgetUnit]) {
    names = Dictionary(units.map { ($0.code.description, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// Throws `DatabaseFault`.
  init(in database: ReadTransaction) throws { self.init(try database.ask(Query<BudgetUnit>.units)) }

  /// "201001 云溪县商务局"
  func words(_ code: UnitCode) -> String {
    [code.description, names[code.description]].compactMap(\.self).joined(separator: " ")
  }

  /// "201001 云溪县商务局 经办岗（至2025年3月31日）".
  func words(_ held: HeldPost) -> String {
    let days = [
      held.term.from.map { "\(Moment.day($0.description))起" }, held.term.until.map { "至\(Moment.day($0.description))" },
    ].compactMap(\.self)
    return words(held.post) + (days.isEmpty ? "" : "（\(days.joined(separator: "，"))）")
  }

  /// "201001 云溪县商务局 经办岗"; a code that no unit has any more stands alone.
  func words(_ post: Post) -> String {
    [post.unit, post.unit.flatMap { names[$0] }, post.kind.title].compactMap(\.self).joined(separator: " ")
  }
}
