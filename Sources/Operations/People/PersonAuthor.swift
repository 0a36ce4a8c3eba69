import Evaluation
import Store

extension Person {
  /// Somebody who acts with no post: another system.
  static func program(_ id: Int64) -> Person {
    Person(id: id, account: "", name: "", mobile: nil, isClosed: false, posts: [])
  }

  /// The person whose post gives one of these capacities towards a unit, where no own post does.
  func principal(acting roles: Set<Role>, towards unit: UnitCode) -> Int64? {
    guard ownPosts.roles(towards: unit).isDisjoint(with: roles) else { return nil }
    return deputyships.first { ![$0.post].roles(towards: unit).isDisjoint(with: roles) }?.principal
  }

  /// Everybody through whom alone the person has a capacity towards a unit; none where an own post gives it.
  func principals(acting roles: Set<Role>, towards unit: UnitCode) -> Set<Int64> {
    guard ownPosts.roles(towards: unit).isDisjoint(with: roles) else { return [] }
    return Set(deputyships.filter { ![$0.post].roles(towards: unit).isDisjoint(with: roles) }.map(\.principal))
  }
}

extension HistoryDetail {
  /// In which capacities this is done.
  var roles: Set<Role> {
    switch self {
    case .edit, .explanation, .attachment: [.handler]
    case .move(let move, let from, _, _): Set(move.openings.filter { $0.stage == from }.map(\.role))
    case .review: [.finance, .department]
    case .sample, .assessment, .release: [.finance]
    case .note, .settled: Set(Role.allCases)
    }
  }
}
