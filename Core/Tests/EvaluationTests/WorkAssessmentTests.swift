import Figures
import Testing

@testable import Evaluation

/// Points of the 自评工作考核 follow from what is known, and what is not known is left to a person.
@Suite struct WorkAssessmentTests {
  private func row(
    _ points: Int, _ method: WorkAssessment.Method, files: [String] = [], elements: [WorkAssessment.Element] = []
  ) -> WorkAssessment.Row {
    WorkAssessment.Row(
      id: "row", first: "一级", second: "二级", label: "一项", points: points, criterion: "标准", method: method, files: files,
      elements: elements)
  }
  private func look(_ count: Int, faults: Int) -> WorkLook {
    WorkLook(count: count, faults: (0..<faults).map { WorkItem("第 \($0) 处") })
  }

  @Test(arguments: [(0, "8", "8"), (1, "6", "8 − 2 × 1 = 6"), (4, "0", "8 − 2 × 4 = 0"), (5, "0", "8 − 2 × 5 < 0，得 0")])
  func `each fault costs its points, never more than there are`(_ faults: Int, _ points: String, _ working: String) {
    var facts = WorkFacts()
    facts.reportSections = look(10, faults: faults)
    let proposal = row(8, .computed(.reportSections, .deduct(each: 2))).proposal(from: facts)
    #expect(proposal.points?.description == points && proposal.working == working)
    #expect(proposal.faults.count == faults)
  }

  @Test func `a share is exact and rounded once`() {
    var facts = WorkFacts()
    facts.measurable = look(7, faults: 2)
    // 5 × 5 ÷ 7 = 3.571428…
    #expect(row(5, .computed(.measurable, .share)).proposal(from: facts).points?.description == "3.57")
    facts.measurable = look(3, faults: 3)
    #expect(row(5, .computed(.measurable, .share)).proposal(from: facts).points == 0)
  }

  @Test func `files must all be there, and their text must speak of every element`() {
    var facts = WorkFacts()
    facts.fileTitles = ["notice": "自评通知"]
    let issued = row(2, .computed(.attached, .whole), files: ["notice"])
    #expect(issued.proposal(from: facts).points == 0)
    #expect(issued.proposal(from: facts).faults.first?.words == "没有上传“自评通知”")
    let elements = ["范围", "依据", "要求"].map { WorkAssessment.Element(label: $0, words: ["自评\($0)", $0]) }
    let content = row(6, .computed(.content, .deduct(each: 1)), files: ["notice"], elements: elements)
    #expect(content.proposal(from: facts).points == 3)
    facts.files = ["notice": [.init(id: 7, name: "通知.docx", text: "一、自评 范 围 二、有关要求")]]
    #expect(issued.proposal(from: facts).points == 2)
    let found = content.proposal(from: facts)
    #expect(found.points == 5 && found.faults == [WorkItem("没有读到“依据”", at: .file(7))])
    #expect(found.notes.map(\.place) == [.file(7), .file(7)])
  }

  @Test func `a scan is left to a person`() {
    var facts = WorkFacts()
    facts.files = ["notice": [.init(id: 7, name: "通知.pdf", text: nil)]]
    let elements = [WorkAssessment.Element(label: "范围", words: ["范围"])]
    let proposal = row(6, .computed(.content, .deduct(each: 1)), files: ["notice"], elements: elements)
      .proposal(from: facts)
    #expect(proposal.points == nil && proposal.working == "文件中没有可以读出的文字，由评分人按标准评定")
  }

  @Test func `units that are not done and working days late are counted`() throws {
    var facts = WorkFacts()
    facts.units = [
      .init(filing: 1, name: "甲局", isDone: true), .init(filing: 2, name: "甲中心", isDone: false),
      .init(filing: 3, name: "甲站", isDone: false),
    ]
    let done = row(10, .computed(.unitsDone, .deduct(each: 1))).proposal(from: facts)
    #expect(done.points == 8 && done.faults.map(\.place) == [.filing(2), .filing(3)])
    facts.lateness = .init(
      deadline: try #require(CivilDay("2025-03-31")), sent: try #require(CivilDay("2025-04-17")), workingDays: 13)
    let late = row(10, .computed(.daysLate, .deduct(each: 1)))
    #expect(late.proposal(from: facts).points == 0)
    facts.lateness = .init(
      deadline: try #require(CivilDay("2025-03-31")), sent: try #require(CivilDay("2025-03-28")), workingDays: 0)
    #expect(late.proposal(from: facts).points == 10)
  }

  @Test func `what is not known proposes nothing`() {
    for check in WorkCheck.allCases where check != .attached && check != .content {
      #expect(row(5, .computed(check, .whole)).proposal(from: WorkFacts()).points == nil, "\(check)")
    }
  }

  @Test func `only money proposes nothing at all, anything else leaves it to the person`() {
    var facts = WorkFacts()
    let problems = row(20, .prompted(.onlyLackOfFunds))
    facts.onlyLackOfFunds = look(2, faults: 1)
    #expect(problems.proposal(from: facts).points == 0)
    facts.onlyLackOfFunds = look(2, faults: 0)
    #expect(problems.proposal(from: facts).points == nil)
    #expect(row(3, .prompted(nil)).proposal(from: facts).points == nil)
  }

  // Marks

  private var table: WorkAssessment {
    WorkAssessment(
      title: "评分表",
      rows: [
        row(60, .prompted(nil)),
        WorkAssessment.Row(
          id: "other", first: "一级", second: "二级", label: "另一项", points: 40, criterion: "标准", method: .prompted(nil)),
      ], source: "form")
  }
  private func proposal(_ points: Figure?) -> WorkProposal {
    WorkProposal(id: "row", points: points, working: "", faults: [], notes: [])
  }

  @Test func `points that differ from the proposal need a reason`() throws {
    #expect(throws: FieldProblem.self) { try table.accepted("50", reason: " ", of: proposal(55)) }
    let mark = try table.accepted("50.50", reason: " 材料不全 ", of: proposal(55))
    #expect(mark == WorkMark(row: "row", points: "50.5", computed: "55", reason: "材料不全"))
    #expect(try table.accepted("55.0", reason: "", of: proposal(55)).points == "55")
    #expect(try table.accepted("12", reason: "", of: proposal(nil)).computed == "")
  }

  @Test(arguments: ["61", "-1", "5.123", "五", "1/2"])
  func `points are a number from nothing to all, two decimals at most`(_ text: String) {
    #expect(throws: FieldProblem.self) { try table.accepted(text, reason: "理由", of: proposal(nil)) }
  }

  @Test func `the total waits for every row`() throws {
    let first = WorkMark(row: "row", points: "55.25", computed: "", reason: "")
    let second = WorkMark(row: "other", points: "40", computed: "", reason: "")
    #expect(table.total(of: [first]) == nil)
    #expect(table.total(of: [second, first])?.description == "95.25")
  }
}
