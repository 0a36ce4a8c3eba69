import Evaluation
import Testing

/// What can be done with a task, and for whom it is.
@Suite struct TaskPhaseTests {
  @Test func `a task goes from draft over a trial run to the archive`() {
    var phase = TaskPhase.draft
    for move in [TaskMove.startTrial, .endTrial, .launch, .close, .reopen, .close, .archive] {
      #expect(move.refusals(in: phase, reason: "理由") == [], "\(move)")
      phase = move.to
    }
    #expect(phase == .archived)
    // Nothing leads out of the archive, nor back from what was called off.
    for end in [TaskPhase.archived, .cancelled] {
      for move in TaskMove.allCases { #expect(move.refusals(in: end, reason: "理由") == [.wrongPhase(end)]) }
    }
  }

  @Test func `a task is called off with a reason, and not once a unit has sent`() {
    #expect(TaskMove.cancel.refusals(in: .launched, reason: " ") == [.taskReasonMissing])
    #expect(TaskMove.cancel.refusals(in: .launched, sent: ["甲局"], reason: "重发") == [.alreadySent(["甲局"])])
    #expect(TaskMove.cancel.refusals(in: .launched, reason: "重发") == [])
    #expect(Refusal.alreadySent(["甲局", "乙局"]).message == "已有 2 家单位送审，不能取消下达：甲局、乙局。")
  }

  @Test func `filings move only while a task is tried or under way`() {
    #expect(TaskPhase.allCases.filter(\.takesFilings) == [.trial, .launched])
    #expect(TaskPhase.allCases.filter(\.isShownToUnits) == [.trial, .launched, .closed, .archived])
  }

  @Test func `a scope names units and departments`() throws {
    let scope = try #require(TaskScope(["101", "201002", "101"]))
    #expect(scope.codes == ["101", "201002"])
    let (inside, other) = (try #require(UnitCode("101009")), try #require(UnitCode("201001")))
    #expect(scope.contains(inside) && !scope.contains(other) && TaskScope.all.contains(other))
    #expect(TaskScope(["10"]) == nil && TaskScope(["1010011"]) == nil && TaskScope(["１０１"]) == nil)
    #expect(scope.adding(try #require(TaskScope(["301"]))).codes == ["101", "201002", "301"])
    #expect(TaskScope.all.adding(scope) == .all)
  }

  @Test func `what need not be filed cannot be moved`() {
    let state = WorkflowState(
      stage: .drafting, path: [.unit, .finance], person: 1, roles: [.handler], isWaived: true)
    #expect(Move.submit.refusals(in: state) == [.notApplicable])
  }
}
