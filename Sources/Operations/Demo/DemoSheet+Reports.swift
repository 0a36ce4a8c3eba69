import Evaluation

/// The reports of a demo unit: what they say follows from the unit's story and from what its forms hold.
extension DemoSheet {
  static let nothing = "本年度无此项支出。"

  /// Fills every required section. The texts that the outline begins with are kept and continued.
  mutating func writeReports(_ story: DemoStory, seed: UInt64) {
    var random = DemoRandom(seed: seed &+ 1_000)
    for sheet in filing.sheets {
      guard case .report(let policy, let outline)? = filing.policies.definition(of: sheet) else { continue }
      let isForProjects = outline.id != "report"
      if isForProjects, projects.isEmpty { continue }
      for section in outline.sections where section.isRequired {
        let begun = filing.entry(at: CellAddress(sheet.id, section.id, "text"))?.text ?? ""
        let text =
          isForProjects
          ? projectWords(section.id, begun, &random) : words(section.id, begun, story, policy, &random)
        set("\(sheet.id)/\(section.id)/text", text)
      }
    }
  }

  private func words(
    _ section: String, _ begun: String, _ story: DemoStory, _ policy: Policy, _ random: inout DemoRandom
  ) -> String {
    switch section {
    case "functions": return story.functions
    case "organisation": return story.organisation(filing.year)
    case "staffing": return begun + ["没有聘用临时人员。", "另有劳务派遣人员1人，从事后勤工作。", "离退休人员由本单位统一服务管理。"].pick(by: &random)
    case "basic": return begun + "主要用于人员工资和社会保障缴费，以及办公、水电、差旅等日常运转。"
    case "projects": return begun + ["资金按批复用途使用，没有挤占挪用。", "各项支出均在批复范围内，经单位会议审定后支付。"].pick(by: &random)
    case "governmentFund": return isBlank("self/income/governmentFund") ? Self.nothing : begun + "按批复用途专款专用。"
    case "stateCapital", "socialInsurance": return Self.nothing
    case "performance":
      let total = Calculation(filing).value(at: CellAddress("self", "sum", "score"))
      let grade = total.flatMap { policy.grades.grade(for: $0)?.label } ?? ""
      return begun.replacing("主要绩效如下：", with: "自评等级为“\(grade)”。主要绩效如下：") + "\n" + achievements(of: "self")
    case "problems": return Self.numbered(weaknesses(of: "self", random).map(\.problem))
    case "measures": return Self.numbered(weaknesses(of: "self", random).map(\.measure))
    default: return begun
    }
  }

  private func projectWords(_ section: String, _ begun: String, _ random: inout DemoRandom) -> String {
    let names = projects.map { text("\($0)/project/name") }
    let count = projects.reduce(0) { $0 + lines(of: $1).count }
    switch section {
    case "allocatedFunds": return begun
    case "targets":
      return "\(names.count)个项目各填一张自评表，绩效目标分解为产出、效益、满意度三类，共设三级指标\(count)个，指标值随资金文件一并下达。"
    case "evaluation":
      return "2025年2月，本单位成立自评小组，对\(names.count)个项目逐一核对资金文件、支付凭证和验收资料，并实地查看、电话回访受益对象，3月上旬汇总形成本报告。"
    case "funds":
      let amounts = zip(names, projects).map { "\($0)\(text("\($1)/total/executed"))万元" }
      return "\(amounts.joined(separator: "，"))，均于年内到位并按进度支付。资金实行专账核算，拨付前由业务股室和财务共同审核，没有截留挪用。"
    case "indicators": return Self.numbered(zip(names, projects).map { "\($0)。\(achievements(of: $1, separator: ""))" })
    case "problems":
      return Self.numbered(
        shortfalls.map { "\($0.project)：\($0.weakness.problem)" }
          + ["申报和实施管理方面，个别项目申报资料补正次数多，原因是受益对象不熟悉要求。", "资金管理方面，拨付集中在下半年，原因是验收安排偏晚。"])
    case "measures":
      return Self.numbered(
        shortfalls.map { "\($0.project)：\($0.weakness.measure)" } + ["申报前集中讲解要求，印发资料清单，由专人预审。", "验收按季组织，合格一批、拨付一批。"])
    case "disclosure": return "自评结果作为安排下年项目资金的依据，随部门决算在云溪县人民政府网站公开。"
    default: return begun
    }
  }

  /// What the indicators came to, one sentence for each part of the tree.
  private func achievements(of sheet: String, separator: String = "\n") -> String {
    let parts = [
      ("产出", ["quantity", "quality", "timeliness", "cost"]), ("效益", ["economic", "social", "ecological", "sustained"]),
      ("满意度", ["satisfaction"]),
    ]
    let lines = lines(of: sheet)
    let sentences = parts.compactMap { title, nodes -> String? in
      let met = lines.filter { nodes.contains($0.node) }.map { "\($0.name)\(Self.said($0.actual))" }
      return met.isEmpty ? nil : "\(title)方面，\(met.joined(separator: "，"))。"
    }
    return separator.isEmpty ? sentences.joined() : Self.numbered(sentences)
  }

  /// Words stand behind a colon, figures do not.
  private static func said(_ actual: String) -> String {
    actual.first?.isNumber == true ? "为\(actual)" : "：\(actual)"
  }

  /// Where points were lost, then two of the usual ones; the same each time for the same random numbers.
  private func weaknesses(of sheet: String, _ random: DemoRandom) -> [DemoWeakness] {
    var random = random
    return lines(of: sheet).compactMap { DemoWeakness($0) } + DemoWeakness.usual.shuffled(using: &random).prefix(2)
  }

  /// Where projects lost points, with what will be done about it.
  private var shortfalls: [(project: String, weakness: DemoWeakness)] {
    projects.flatMap { project in
      lines(of: project).compactMap { DemoWeakness($0) }.map { (text("\(project)/project/name"), $0) }
    }
  }

  private static func numbered(_ texts: [String]) -> String {
    let marks = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    return zip(marks, texts).map { "（\($0)）\($1)" }.joined(separator: "\n")
  }

  private var projects: [String] { filing.sheets.map(\.id).filter { $0.hasPrefix("project-") } }

  private func text(_ address: String) -> String {
    CellAddress(address).map { Calculation(filing).text(at: $0) } ?? ""
  }
  /// Nothing, or nothing but zero.
  private func isBlank(_ address: String) -> Bool { text(address).allSatisfy { "0.".contains($0) } }

  private func lines(of sheet: String) -> [DemoLine] {
    guard let sheet = filing.sheet(sheet) else { return [] }
    return sheet.rows.compactMap { row in
      func text(_ column: IndicatorColumn) -> String {
        sheet.entries[CellKey(row.id, column.rawValue)]?.text ?? ""
      }
      guard !text(.target).isEmpty else { return nil }
      return DemoLine(
        node: row.under, name: text(.name), target: text(.target), actual: text(.actual), points: text(.points),
        score: text(.score), reason: text(.reason))
    }
  }
}

extension [String] {
  fileprivate func pick(by random: inout DemoRandom) -> String { randomElement(using: &random) ?? "" }
}
