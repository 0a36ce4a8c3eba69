import Database
import Evaluation
import Operations
import Store

/// What changed since a reviewer last sent the filing back: they read only the differences.
enum ReviewChanges {
  /// One cell's text before and now, with who changed it last.
  struct CellChange: Sendable {
    let cell: CellAddress
    let before: String
    let after: String
    let person: Int64
    /// Whose post the person acted with as a deputy.
    let principal: Int64?
    let at: Int64

    /// A report's section with its cells by their names.
    func named(by names: CellNames) -> CellChange {
      CellChange(
        cell: cell, before: names.named(BoundText(before)).text, after: names.named(BoundText(after)).text,
        person: person, principal: principal, at: at)
    }
  }

  /// The version at which it was last returned or opened again; nil where it never was.
  static func lastReturn(in history: [HistoryEntry]) -> Int64? {
    history.last { entry in
      switch entry.detail {
      case .move(.return, _, _, _), .move(.reopen, _, _, _): true
      default: false
      }
    }?.version
  }

  /// Cells that read differently than at `version`, in the order they were first changed.
  static func changes(in history: [HistoryEntry], since version: Int64) -> [CellChange] {
    var first: [String: (order: Int, before: String)] = [:]
    var last: [String: (after: String, entry: HistoryEntry)] = [:]
    for entry in history where entry.version > version {
      guard case .edit(let changes) = entry.detail else { continue }
      for change in changes where change.kind == .text {
        if first[change.place] == nil { first[change.place] = (first.count, change.before) }
        last[change.place] = (change.after, entry)
      }
    }
    return first.sorted { $0.value.order < $1.value.order }.compactMap { place, start in
      guard let cell = CellAddress(place), let end = last[place], end.after != start.before else { return nil }
      return CellChange(
        cell: cell, before: start.before, after: end.after, person: end.entry.person,
        principal: end.entry.principal, at: end.entry.at)
    }
  }

  /// Marks for the sheet that a reviewer reads; empty for everyone else and where nothing was sent back yet.
  static func cells(
    of loaded: LoadedFiling, for person: Person, in reader: any Reader
  ) async throws -> [CellAddress: String] {
    guard loaded.record.stage.review != nil else { return [:] }
    let roles = person.posts.roles(towards: loaded.record.unit.code)
    guard Move.approve.openings.contains(where: { $0.stage == loaded.record.stage && roles.contains($0.role) }) else {
      return [:]
    }
    let history = try await reader.read { try $0.ask(.history(of: loaded.record.id)) }
    guard let version = lastReturn(in: history) else { return [:] }
    let changed = changes(in: history, since: version).map { ($0.cell, $0.before) }
    return Dictionary(changed, uniquingKeysWith: { first, _ in first })
  }
}
