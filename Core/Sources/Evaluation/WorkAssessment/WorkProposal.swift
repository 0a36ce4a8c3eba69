public import Figures
import Text

/// What the program says of one criterion, with all that led there.
public struct WorkProposal: Sendable, Identifiable {
  /// The criterion's.
  public let id: String
  /// nil where a person has to judge.
  public let points: Figure?
  /// How they come about, or why there are none.
  public let working: String
  /// What costs points.
  public let faults: [WorkItem]
  /// What is worth reading though it costs none.
  public let notes: [WorkItem]
}

extension WorkAssessment {
  /// One for each row, in their order.
  public func proposals(from facts: WorkFacts) -> [WorkProposal] { rows.map { $0.proposal(from: facts) } }
}

extension WorkAssessment.Row {
  func proposal(from facts: WorkFacts) -> WorkProposal {
    guard let check = method.check else { return judged("由评分人按标准评定", nil) }
    let look: WorkLook
    switch facts.look(check, for: self) {
    case .failure(let missing): return judged("\(missing.reason)，由评分人按标准评定", nil)
    case .success(let found): look = found
    }
    switch method {
    case .prompted:
      guard look.faults.isEmpty else {
        return WorkProposal(id: id, points: 0, working: "0", faults: look.faults, notes: look.notes)
      }
      return judged("由评分人按标准评定", look)
    case .computed(_, let rule):
      let (earned, working) = rule.points(of: most, look)
      return WorkProposal(id: id, points: earned, working: working, faults: look.faults, notes: look.notes)
    }
  }

  private func judged(_ working: String, _ look: WorkLook?) -> WorkProposal {
    WorkProposal(id: id, points: nil, working: working, faults: look?.faults ?? [], notes: look?.notes ?? [])
  }
}

extension WorkRule {
  /// The points and their working, such as "6 − 1 × 2 = 4".
  fileprivate func points(of most: Figure, _ look: WorkLook) -> (Figure?, String) {
    let faults = look.faults.count
    guard faults > 0 else { return (most, "\(most)") }
    switch self {
    case .whole: return (0, "0")
    case .deduct(let each):
      let less = each.rational.multiplied(by: Rational(Int64(faults)))
      guard let left = less.flatMap({ most.rational.subtracting($0) })?.rounded(decimals: 2)?.trimmed else {
        return (nil, "")
      }
      let working = "\(most) − \(each.trimmed) × \(faults)"
      return left.isNegative ? (0, "\(working) < 0，得 0") : (left, "\(working) = \(left)")
    case .share:
      let good = max(0, look.count - faults)
      let exact = most.rational.multiplied(by: Rational(Int64(good)))?.divided(by: Rational(Int64(look.count)))
      guard let earned = exact?.rounded(decimals: 2)?.trimmed else { return (nil, "") }
      return (earned, "\(most) × \(good) ÷ \(look.count) = \(earned)")
    }
  }
}

/// What a check would need to look.
struct MissingFact: Error {
  let reason: String
}

extension WorkFacts {
  fileprivate func look(_ check: WorkCheck, for row: WorkAssessment.Row) -> Result<WorkLook, MissingFact> {
    switch check {
    case .attached: .success(attached(row.files))
    case .content: content(of: row.files, row.elements)
    case .unitsDone: Self.found(units.map(Self.done), or: "不知道所属单位的完成情况")
    case .daysLate: Self.found(lateness.map(Self.late), or: "没有送审日期或截止日期")
    case .reportSections: Self.found(reportSections, or: "报告没有在线填写")
    case .reportAnnexes: Self.found(reportAnnexes, or: "没有可以核对的附件")
    case .weights: Self.found(weights, or: "没有规定的分值")
    case .thirdLevel: Self.found(thirdLevel, or: "没有绩效指标")
    case .measurable: Self.found(measurable, or: "没有绩效指标")
    case .onlyLackOfFunds: Self.found(onlyLackOfFunds, or: "没有在线填写的问题部分")
    case .onlyMoreMoney: Self.found(onlyMoreMoney, or: "没有在线填写的措施、建议部分")
    }
  }

  private static func found(_ look: WorkLook?, or missing: String) -> Result<WorkLook, MissingFact> {
    guard let look else { return .failure(MissingFact(reason: missing)) }
    return .success(look)
  }

  private func attached(_ wanted: [String]) -> WorkLook {
    let found = wanted.flatMap { files[$0] ?? [] }
    let missing = wanted.filter { (files[$0] ?? []).isEmpty }
    return WorkLook(
      count: wanted.count, faults: missing.map { WorkItem("没有上传“\(fileTitles[$0] ?? $0)”", at: .files) },
      notes: found.map { WorkItem($0.name, at: .file($0.id)) })
  }

  /// Every element must stand in one of the files. A scan has no text to look at.
  private func content(
    of wanted: [String], _ elements: [WorkAssessment.Element]
  ) -> Result<WorkLook, MissingFact> {
    let found = wanted.flatMap { files[$0] ?? [] }
    guard !found.isEmpty else {
      return .success(
        WorkLook(count: elements.count, faults: elements.map { WorkItem("没有“\($0.label)”：没有上传文件", at: .files) }))
    }
    let texts = found.compactMap { file in file.text.map { (file: file, text: $0.withoutBlanks) } }
    guard texts.contains(where: { !$0.text.isEmpty }) else { return .failure(MissingFact(reason: "文件中没有可以读出的文字")) }
    let looked = elements.map { element in
      (element: element, file: texts.first { $0.text.holds(anyOf: element.words) }?.file)
    }
    return .success(
      WorkLook(
        count: elements.count,
        faults: looked.filter { $0.file == nil }.map { WorkItem("没有读到“\($0.element.label)”", at: .file(found[0].id)) },
        notes: looked.compactMap { item in
          item.file.map { WorkItem("“\(item.element.label)”见 \($0.name)", at: .file($0.id)) }
        }))
  }

  private static func done(_ units: [Unit]) -> WorkLook {
    WorkLook(
      count: units.count,
      faults: units.filter { !$0.isDone }.map { WorkItem("\($0.name) 没有完成自评", at: .filing($0.filing)) },
      notes: [WorkItem("本部门 \(units.count) 家单位，完成 \(units.count(where: \.isDone)) 家")])
  }

  private static func late(_ lateness: Lateness) -> WorkLook {
    let days = max(0, lateness.workingDays)
    return WorkLook(
      count: days, faults: (0..<days).map { WorkItem("迟送第 \($0 + 1) 个工作日") },
      notes: [WorkItem("截止 \(lateness.deadline)，首次送审 \(lateness.sent)，迟 \(days) 个工作日")])
  }
}
