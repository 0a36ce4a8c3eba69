public import Evaluation
import Figures
public import Reading
import Text

extension WorkFacts {
  /// Adds what the forms and the report say.
  public mutating func look(at dossier: Dossier) {
    reportSections = dossier.sectionsLook
    reportAnnexes = dossier.annexesLook
    weights = dossier.weightsLook
    thirdLevel = dossier.thirdLevelLook
    measurable = dossier.measurableLook
    onlyLackOfFunds = dossier.look(at: ReportSection.problems(in: dossier), for: \.lacksOnlyMoney, "问题", "资金不足")
    onlyMoreMoney = dossier.look(at: ReportSection.measures(in: dossier), for: \.wantsOnlyMoney, "措施", "增加资金")
  }
}

extension Dossier {
  /// Parts of the department's report: sections of the first level with all below them. nil where nothing was written
  /// here, as where the report is a file.
  fileprivate var sectionsLook: WorkLook? {
    let outlines = Set(filing.policies.policies.filter { $0.object == .department }.flatMap { $0.outlines.map(\.id) })
    guard let report = reports.first(where: { outlines.contains($0.outline.id) && $0.isStarted }) else { return nil }
    let sections = report.outline.sections
    let parts = sections.indices.filter { sections[$0].level == 1 }.compactMap {
      number -> (section: ReportOutline.Section, blank: [ReportOutline.Section])? in
      let whole = [sections[number]] + sections[(number + 1)...].prefix { $0.level > 1 }
      let required = whole.filter(\.isRequired)
      return required.isEmpty ? nil : (sections[number], required.filter { report.text($0).isBlank })
    }
    return WorkLook(
      count: parts.count,
      faults: parts.filter { !$0.blank.isEmpty }.map { part in
        let missing = part.blank.map(\.heading).joined(separator: "、")
        return WorkItem("“\(part.section.heading)”空白：\(missing)", at: .cell(report.address(part.blank[0])))
      }, notes: [WorkItem("正文应有 \(parts.count) 个部分", at: .sheet(report.sheet))])
  }

  /// The forms that go with a report, and the files that always must.
  fileprivate var annexesLook: WorkLook? {
    var items: [(name: String, isThere: Bool, place: WorkPlace)] = sheets.map {
      ($0.spokenName, $0.hasEntries, .sheet($0.id))
    }
    if projectSheets.isEmpty, filing.policies.projectForm != nil, hasSpecialFunds == true {
      items.append(("项目支出绩效自评表", false, .files))
    }
    for requirement in filing.policies.attachments where requirement.need == .always && requirement.outline == nil {
      items.append((requirement.title, filing.attached.contains(requirement.id), .files))
    }
    guard !items.isEmpty else { return nil }
    return WorkLook(
      count: items.count,
      faults: items.filter { !$0.isThere }.map { WorkItem("没有\($0.name)", at: $0.place) },
      notes: [WorkItem("应有 \(items.count) 个附件：\(items.map(\.name).joined(separator: "、"))")])
  }

  /// Points of each first level and of the budget's execution against those that the policy sets.
  fileprivate var weightsLook: WorkLook? {
    var count = 0
    var faults: [WorkItem] = []
    for sheet in scoredSheets {
      for group in sheet.tree?.groups ?? [] {
        guard let wanted = group.points else { continue }
        count += 1
        let lines = sheet.indicators.filter { $0.group.id == group.id }
        let sum = WrittenSum(exactly: lines.compactMap(\.points))?.figure ?? 0
        guard sum.rational != Rational(Int64(wanted)) else { continue }
        let place = lines.first.map { WorkPlace.cell($0.address(.points)) } ?? .sheet(sheet.id)
        faults.append(WorkItem("\(sheet.spokenName)\(group.label.plainLabel)分值 \(sum)，规定 \(wanted)", at: place))
      }
      guard let points = sheet.value("total", "points") else { continue }
      count += 1
      let wanted = sheet.policy.scoring.executionPoints
      if points != Rational(Int64(wanted)) {
        faults.append(
          WorkItem(
            "\(sheet.spokenName)预算执行分值 \(sheet.text("total", "points"))，规定 \(wanted)",
            at: .cell(sheet.address("total", "points"))))
      }
    }
    return count == 0 ? nil : WorkLook(count: count, faults: faults)
  }

  /// Second levels that stand on the sheets: each must have an indicator with a name, or say that it does not concern
  /// the unit.
  fileprivate var thirdLevelLook: WorkLook? {
    let nodes = scoredSheets.flatMap { sheet in sheet.nodes.map { (sheet: sheet, node: $0) } }
    guard !nodes.isEmpty else { return nil }
    let lacking = nodes.filter { sheet, node in
      let lines = sheet.indicators.filter { $0.node.id == node.id }
      return !lines.contains { $0.isNotConcerned || !$0.name.isBlank }
    }
    return WorkLook(
      count: nodes.count,
      faults: lacking.map { sheet, node in
        WorkItem("\(sheet.spokenName)“\(node.label.plainLabel)”没有三级指标", at: .sheet(sheet.id))
      }, notes: [WorkItem("\(nodes.count) 个二级指标，细化到三级的 \(nodes.count - lacking.count) 个")])
  }

  /// Indicators whose target says how much, by when or by what standard.
  fileprivate var measurableLook: WorkLook? {
    let lines = countedLines
    guard !lines.isEmpty else { return nil }
    let vague = lines.filter { $0.target == .void || $0.target.isUnclear || $0.isVague }
    return WorkLook(
      count: lines.count,
      faults: vague.map { line in
        let target = line.targetText.bare
        return WorkItem(
          "\(line.title)：\(target.isEmpty ? "没有指标值" : "“\(target)”说不清程度")", at: .cell(line.address(.target)))
      }, notes: [WorkItem("\(lines.count) 条三级指标，指标值可衡量的 \(lines.count - vague.count) 条")])
  }

  /// A fault where every item of the sections is of money alone; nil where there is none.
  fileprivate func look(
    at sections: [ReportSection], for isOfMoney: (String) -> Bool, _ what: String, _ money: String
  ) -> WorkLook? {
    let items = sections.flatMap { section in section.items.map { (text: $0, section: section) } }
    guard let first = items.first else { return nil }
    let place = first.section.passages.first?.passage.place.section.map { WorkPlace.cell($0) }
    let isOnlyMoney = items.allSatisfy { isOfMoney($0.text) }
    return WorkLook(
      count: items.count, faults: isOnlyMoney ? [WorkItem("\(what)只说\(money)", at: place)] : [],
      notes: [WorkItem("列出\(what) \(items.count) 条", at: place)])
  }
}

extension SheetReading {
  /// Somebody filled in something besides its foot.
  fileprivate var hasEntries: Bool {
    layout.sheet.entries.contains { $0.key.row != "footer" && !$0.value.text.isBlank }
  }
}
