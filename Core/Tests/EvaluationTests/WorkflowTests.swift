import Evaluation
import Foundation
import Testing

@Suite("The workflow") struct WorkflowTests {
  private func state(_ stage: Stage, _ roles: Set<Role>, path: [ReviewStep] = [.unit, .finance]) -> WorkflowState {
    WorkflowState(stage: stage, path: path, person: 1, roles: roles)
  }

  @Test("opens a move only to the listed role in the listed stage", arguments: Move.allCases, Stage.allCases)
  func onlyListedMovesAreOpen(_ move: Move, _ stage: Stage) {
    for path in [[ReviewStep.unit, .finance], [.unit, .department]] {
      for role in Role.allCases {
        var state = state(stage, [role], path: path)
        state.sender = 1
        let listed =
          move.openings.contains { $0.stage == stage && $0.role == role }
          && move.destination(from: stage, on: path) != nil
        #expect(move.refusals(in: state).isEmpty == listed, "\(move) \(stage) \(role) \(path)")
      }
    }
  }

  @Test func tellsEveryReasonAtOnce() {
    var state = state(.done, [.finance])
    state.errors = 2
    state.unexplained = 1
    state.unfinishedSubordinates = ["甲中心"]
    state.isClosed = true
    #expect(
      Move.submit.refusals(in: state) == [
        .taskClosed, .wrongStage(.done), .wrongRole([.handler]), .subordinatesUnfinished(["甲中心"]), .errors(2),
        .unexplained(1),
      ])
  }

  @Test func refusesToReviewToWhoeverChangedTheVersion() {
    var state = state(.unitReview, [.reviewer])
    state.editors = [1, 5]
    #expect(Move.approve.refusals(in: state) == [.ownWork])
    #expect(Move.return.refusals(in: state, reason: "请补充") == [.ownWork])
    state.editors = [5]
    #expect(Move.approve.refusals(in: state).isEmpty)
  }

  @Test func takesBackOnlyBySenderAndOnlyUnopened() throws {
    var state = state(.unitReview, [.handler])
    state.sender = 2
    #expect(Move.withdraw.refusals(in: state) == [.notSender])
    state.sender = 1
    #expect(try Move.withdraw.apply(to: state) == .drafting)
    state.isOpened = true
    #expect(Move.withdraw.refusals(in: state) == [.alreadyOpened])
  }

  @Test func returnsOnlyWithAReason() {
    let state = state(.financeReview, [.finance])
    #expect(throws: Refused([.reasonMissing])) { try Move.return.apply(to: state, reason: " \n") }
    #expect(throws: Refused([.reasonMissing])) { try Move.return.apply(to: state) }
    #expect((try? Move.return.apply(to: state, reason: "请核对得分")) == .unitReview)
  }

  @Test func returnsToAnyEarlierStepThatIsChosenAndToTheOneBeforeOtherwise() throws {
    let state = state(.financeReview, [.finance])
    #expect(Move.return.destinations(from: .financeReview, on: [.unit, .finance]) == [.unitReview, .drafting])
    #expect(try Move.return.apply(to: state, reason: "请核对得分", choosing: .drafting) == .drafting)
    #expect(throws: Refused([.wrongDestination(.done)])) {
      try Move.return.apply(to: state, reason: "请核对得分", choosing: .done)
    }
  }

  @Test func opensWhatIsDoneAgainByTheBureauAloneAndWithAReason() throws {
    var done = state(.done, [.finance])
    #expect(throws: Refused([.reasonMissing])) { try Move.reopen.apply(to: done, reason: " ") }
    #expect(try Move.reopen.apply(to: done, reason: "决算调整") == .drafting)
    #expect(try Move.reopen.apply(to: done, reason: "决算调整", choosing: .financeReview) == .financeReview)
    #expect(throws: Refused([.wrongDestination(.departmentReview)])) {
      try Move.reopen.apply(to: done, reason: "决算调整", choosing: .departmentReview)
    }
    done.closedUnit = "甲中心"
    #expect(Move.reopen.refusals(in: done, reason: "决算调整") == [.unitClosed("甲中心")])
    done.closedUnit = nil
    done.isClosed = true
    #expect(Move.reopen.refusals(in: done, reason: "决算调整") == [.reopeningClosed])
    #expect(
      Move.reopen.refusals(in: state(.done, [.department, .handler, .reviewer]), reason: "决算调整")
        == [.wrongRole([.finance])])
  }

  @Test func holdsTheLeadBackUntilItsSubordinatesAreDone() {
    var state = state(.notStarted, [.handler])
    state.unfinishedSubordinates = ["甲中心", "乙中心"]
    #expect(Move.start.refusals(in: state) == [.subordinatesUnfinished(["甲中心", "乙中心"])])
  }

  @Test func givesTheDepartmentRoleForSubordinatesAndNeverForTheOwnUnit() throws {
    let lead = try #require(UnitCode("201001"))
    let subordinate = try #require(UnitCode("201002"))
    let other = try #require(UnitCode("202002"))
    for kind in [Post.Kind.handler, .reviewer] {
      let posts = [Post(kind, at: "201001")]
      #expect(posts.roles(towards: subordinate) == [.department])
      #expect(!posts.roles(towards: lead).contains(.department))
      #expect(posts.roles(towards: other).isEmpty)
    }
    #expect([Post(.reviewer, at: "201002")].roles(towards: subordinate) == [.reviewer])
    #expect([Post(.administrator, at: nil)].roles(towards: lead).isEmpty)
  }

  @Test func documentIsFresh() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Documentation/Workflow.md").standardized
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try WorkflowDocument.markdown.write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == WorkflowDocument.markdown, "RECORD=1 rewrites it")
  }
}
