import Evaluation
import Testing

@testable import Site
@testable import Store

@Suite struct HistoryGroupTests {
  private func entry(_ version: Int64, _ detail: HistoryDetail, by person: Int64, at: Int64) -> HistoryEntry {
    HistoryEntry(version: version, detail: detail, person: person, principal: nil, at: at, storedDetail: "", chain: "")
  }

  @Test func `edits of one person on one day are one line, another day or person begins the next`() {
    let edit = HistoryDetail.edit([Change(.text, at: "base/reception/final", before: "1", after: "2")])
    let day: Int64 = 86_400
    let groups = HistoryGroup.groups(of: [
      entry(1, edit, by: 7, at: 0), entry(2, edit, by: 7, at: 60), entry(3, edit, by: 8, at: 90),
      entry(4, edit, by: 7, at: 120), entry(5, edit, by: 7, at: day),
      entry(6, .move(.submit, from: .drafting, to: .unitReview, reason: ""), by: 7, at: day + 1),
    ])
    #expect(groups.map { $0.entries.map(\.version) } == [[1, 2], [3], [4], [5], [6]])
  }
}
