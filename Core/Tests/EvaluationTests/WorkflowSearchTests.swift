import Evaluation
import Testing

/// Walks through everything that a head and three subordinates can do, and looks at each state reached.
@Suite("Every walk through the workflow") struct WorkflowSearchTests {
  /// Where the four filings stand; the first is the head's.
  private struct County: Hashable {
    var filings: [Place]
    struct Place: Hashable {
      var stage: Stage = .notStarted
      /// Only where it could be taken back by the sender: nothing else asks for it.
      var sender: Int64?
      var isOpened = false
      var handlerEdited = false
    }
  }

  private static let codes = ["201001", "201002", "201003", "201004"].compactMap { UnitCode($0) }

  /// Handler and reviewer of each unit, and one person at the bureau.
  private static let people: [(id: Int64, posts: [Post])] =
    codes.enumerated().flatMap { index, code in
      [
        (id: Int64(index * 2 + 1), posts: [Post(.handler, at: code.description)]),
        (id: Int64(index * 2 + 2), posts: [Post(.reviewer, at: code.description)]),
      ]
    } + [(id: 99, posts: [Post(.finance, at: nil)])]

  private func state(_ county: County, _ index: Int, _ person: (id: Int64, posts: [Post])) -> WorkflowState {
    let place = county.filings[index]
    let waits = index == 0 ? county.filings.dropFirst().enumerated().filter { $0.element.stage != .done } : []
    return WorkflowState(
      stage: place.stage, path: index == 0 ? [.unit, .finance] : [.unit, .department], person: person.id,
      roles: person.posts.roles(towards: Self.codes[index]),
      editors: place.handlerEdited ? [Int64(index * 2 + 1)] : [], sender: place.sender, isOpened: place.isOpened,
      unfinishedSubordinates: waits.map { "所属单位\($0.offset)" })
  }

  private func successors(_ county: County, _ index: Int) -> [(move: Move, next: County, person: Int64)] {
    var found: [(Move, County, Int64)] = []
    for person in Self.people {
      let state = state(county, index, person)
      for move in Move.allCases {
        for end in move.destinations(from: state.stage, on: state.path) {
          guard let stage = try? move.apply(to: state, reason: "请修改", choosing: end) else { continue }
          var next = county
          let takesBack = Move.withdraw.openings.contains { $0.stage == stage && state.roles.contains($0.role) }
          next.filings[index] = .init(
            stage: stage, sender: takesBack ? person.id : nil, isOpened: false,
            handlerEdited: county.filings[index].handlerEdited || move == .start)
          found.append((move, next, person.id))
        }
      }
      // Looking at a filing that waits for one's review closes the way back.
      if !county.filings[index].isOpened, Move.approve.refusals(in: state).isEmpty {
        var next = county
        next.filings[index].isOpened = true
        found.append((.approve, next, 0))
      }
    }
    return found
  }

  @Test func alwaysCanEndNeverReviewsItselfAndOpensNoHeadEarly() {
    let start = County(filings: Array(repeating: .init(), count: 4))
    var seen: Set<County> = [start]
    var queue = [start]
    var sources: [County: [County]] = [:]
    var steps = 0
    while let county = queue.popLast() {
      for index in county.filings.indices {
        for (move, next, person) in successors(county, index) {
          steps += 1
          // Nobody who edits a filing moves it through a review.
          if person != 0, move == .approve || move == .return { #expect(person != Int64(index * 2 + 1)) }
          // The head never leaves its first stage while a subordinate is not done.
          if index == 0, county.filings[0].stage == .notStarted, next.filings[0].stage != .notStarted {
            #expect(county.filings.dropFirst().allSatisfy { $0.stage == .done })
          }
          sources[next, default: []].append(county)
          if seen.insert(next).inserted { queue.append(next) }
        }
      }
    }
    // Backwards from the end: every state that was reached has a way there.
    let ends = seen.filter { $0.filings.allSatisfy { $0.stage == .done } }
    #expect(!ends.isEmpty)
    var ending = Set(ends)
    var back = Array(ends)
    while let county = back.popLast() {
      for source in sources[county] ?? [] where ending.insert(source).inserted { back.append(source) }
    }
    #expect(ending == seen)
    #expect(seen.count > 1_000 && steps > seen.count)
    print("workflow search: \(seen.count) states, \(steps) steps, all can end")
  }
}
