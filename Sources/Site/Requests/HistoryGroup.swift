import Evaluation
import Store

/// A line of a history: one entry, or the edits that a person made one after the other on one day.
struct HistoryGroup {
  /// From the first on; one, unless they are edits.
  private(set) var entries: [HistoryEntry]

  private var last: HistoryEntry { entries[entries.count - 1] }
  var person: Int64 { last.person }
  var principal: Int64? { last.principal }
  /// When it ended, in Unix seconds.
  var at: Int64 { last.at }
  var detail: HistoryDetail { last.detail }

  private init(_ entry: HistoryEntry) { entries = [entry] }

  /// In the order of the entries.
  static func groups(of history: [HistoryEntry]) -> [HistoryGroup] {
    var groups: [HistoryGroup] = []
    for entry in history {
      if let last = groups.last, last.goesOn(with: entry) {
        groups[groups.count - 1].entries.append(entry)
      } else {
        groups.append(HistoryGroup(entry))
      }
    }
    return groups
  }

  private func goesOn(with entry: HistoryEntry) -> Bool {
    guard case .edit = entry.detail, case .edit = detail else { return false }
    return entry.person == person && entry.principal == principal
      && Moment(entry.at).isoDay == Moment(at).isoDay
  }
}

extension HistoryEntry {
  /// What it changed in cells and lines; empty for what is no edit.
  var edits: [Change] {
    guard case .edit(let changes) = detail else { return [] }
    return changes
  }

  /// Changes what the unit hands in.
  var changesContent: Bool { detail.changesContent }
}
