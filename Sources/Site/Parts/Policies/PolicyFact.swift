import Evaluation
import Figures
import Rules

/// One thing that a policy says, in words: what two policies are compared by.
struct PolicyFact: Hashable {
  /// The same in every policy that says something of the same thing.
  let key: String
  /// Where it stands: "自评表 › 行“公务接待”".
  let place: String
  let words: String
}

/// The facts of one policy, in the order of its file.
struct PolicyFacts {
  let policy: Policy
  private(set) var facts: [PolicyFact] = []

  init(_ policy: Policy) {
    self.policy = policy
    head()
    scoring()
    for band in policy.grades { add("grade/\(band.label)", "等级“\(band.label)”", band.range.words(unit: "分")) }
    for tree in policy.trees { self.tree(tree) }
    for form in policy.forms { facts += FormFacts(form, of: policy).facts }
    for outline in policy.outlines { self.outline(outline) }
    attachments()
    paths()
    if let table = policy.workAssessment { assessment(table) }
    for check in policy.localChecks { local(check) }
    for (code, reason) in policy.disabledChecks.sorted(by: { $0.key < $1.key }) {
      add("disabled/\(code)", "停用的检查 \(code)", reason)
    }
    sources()
  }

  private mutating func add(_ key: String, _ place: String, _ words: String) {
    facts.append(PolicyFact(key: key, place: place, words: words))
  }

  private mutating func head() {
    add("title", "名称", policy.title)
    add("region", "地区", policy.region)
    add("general", "适用", policy.isGeneral ? "没有自己制度的地区也用" : "只用于本地区")
    add("year", "年度", "\(policy.year)")
    add("object", "评价对象", PolicyWords.words(policy.object))
    add("version", "版本", "第 \(policy.version) 版")
    add("effectiveFrom", "施行日期", policy.effectiveFrom)
    add("amounts", "金额", "以\(policy.amounts.unit.rawValue)为单位，最多 \(policy.amounts.decimals) 位小数")
    let rounding = policy.rounding
    add(
      "rounding", "取整",
      "得分 \(rounding.scoreDecimals) 位小数，百分比 \(rounding.rateDecimals) 位小数，\(PolicyWords.words(rounding.mode))")
  }

  private mutating func scoring() {
    let scoring = policy.scoring
    add("scoring/execution", "评分 › 预算执行", "\(scoring.executionPoints) 分")
    add("scoring/indicators", "评分 › 指标合计", "\(scoring.indicatorPoints) 分")
    if let least = scoring.executionReasonBelow {
      add("scoring/reason", "评分 › 执行率须说明原因", "低于 \(least)% 时")
    }
    add("scoring/reverse", "评分 › 反向指标", PolicyWords.words(scoring.reverse))
    if let share = scoring.passingShare {
      add("scoring/passing", "评分 › 得分的起点", "完成值达到指标值的 \(share) 倍起得分")
    }
    for level in scoring.levels {
      let words = level.words.isEmpty ? "" : "；也写作\(level.words.map { "“\($0)”" }.joined(separator: "、"))"
      add("scoring/level/\(level.label)", "评分 › 定性指标“\(level.label)”", "\(level.share.words(unit: "%"))\(words)")
    }
    if scoring.mustNameLevel { add("scoring/mustName", "评分 › 定性指标的完成值", "只能写以上各档的用语") }
    if let over = scoring.overfulfilment {
      add("scoring/over", "评分 › 超额完成", "完成值达到指标值的 \(over.share) 倍起\(PolicyWords.words(over.effect))")
    }
    for cap in scoring.caps {
      add("scoring/cap/\(cap.rate)", "评分 › 执行率 \(cap.rate.words(unit: "%"))", "总分最多 \(cap.most) 分")
    }
    if let count = scoring.indicatorCount {
      add("scoring/count", "评分 › 三级指标的个数", "\(count.lowerBound) 至 \(count.upperBound) 个")
    }
  }

  private mutating func tree(_ tree: IndicatorTree) {
    let name = policy.trees.count > 1 ? "指标体系“\(tree.title)”" : "指标体系"
    add("tree/\(tree.id)", name, tree.title)
    for group in tree.groups {
      add("tree/\(tree.id)/\(group.id)", "\(name) › 一级指标", Self.words(group.label, group.points))
      for node in group.nodes {
        let words = Self.words(node.label, node.points) + (node.isRemovable ? "" : "，不能删去")
        add("tree/\(tree.id)/\(group.id)/\(node.id)", "\(name) › \(group.label.filter { !$0.isWhitespace })", words)
      }
    }
  }

  /// "产出指标，50 分"; the label alone where the points stand in it or are left to the unit.
  static func words(_ label: String, _ points: Int?) -> String {
    let label = label.filter { !$0.isWhitespace }
    guard let points, IndicatorTree.points(printedIn: label) == nil else { return label }
    return "\(label)，\(points) 分"
  }

  private mutating func outline(_ outline: ReportOutline) {
    add("outline/\(outline.id)", "报告提纲", outline.title)
    for section in outline.sections {
      let limit = section.limit.map { "，最多 \($0) 字" } ?? ""
      let (key, place) = ("outline/\(outline.id)/\(section.id)", "报告提纲 › \(section.heading)")
      add(key, place, "第 \(section.level) 级，\(section.isRequired ? "必写" : "选写")\(limit)")
      add("\(key)/heading", "\(place) › 标题", section.heading)
      if !section.hint.isEmpty { add("\(key)/hint", "\(place) › 提示", section.hint) }
      if !section.starter.isEmpty { add("\(key)/starter", "\(place) › 起始文字", section.starter) }
    }
  }

  private mutating func attachments() {
    for item in policy.attachments {
      add(
        "attachment/\(item.id)", "附件“\(item.title)”",
        "\(PolicyWords.words(item.need))；\(item.endings.joined(separator: "、"))"
          + (item.outline == nil ? "" : "；也可以在系统中写报告"))
    }
  }

  private mutating func paths() {
    if let paths = policy.paths {
      for kind in UnitKind.allCases {
        add(
          "path/\(kind.rawValue)", "审核流程 › \(kind.title)",
          paths.steps(for: kind).map(PolicyWords.words).joined(separator: " → "))
      }
      add(
        "path/waits", "审核流程 › 主管部门的自评", paths.leadWaitsForSubordinates ? "在所属单位都办结后开始" : "不等所属单位")
    }
    if let sampling = policy.sampling { add("sampling", "抽评比例", "\(sampling.ratio)%") }
    for band in policy.grades {
      if let use = policy.resultUse?.uses[band.label] { add("use/\(band.label)", "结果应用 › \(band.label)", use) }
    }
  }

  private mutating func assessment(_ table: WorkAssessment) {
    add("work", "自评工作考核", table.title)
    for row in table.rows {
      let (key, place) = ("work/\(row.id)", "自评工作考核 › \(row.label)")
      add(key, place, "\(row.points) 分；\(row.criterion)")
      add("\(key)/method", "\(place) › 评分办法", PolicyWords.words(row.method))
      if !row.evidence.isEmpty { add("\(key)/evidence", "\(place) › 佐证材料", row.evidence) }
      for tier in row.tiers { add("\(key)/\(tier.range)", "\(place) › \(tier.range.words(unit: "分"))", tier.criterion) }
      for element in row.elements {
        add("\(key)/element/\(element.label)", "\(place) › 要素“\(element.label)”", element.words.joined(separator: "、"))
      }
    }
  }

  private mutating func local(_ check: LocalCheck) {
    let place = "本地检查 \(check.id)"
    add("check/\(check.id)", place, "\(check.title)（\(check.severity.words)）")
    add("check/\(check.id)/condition", "\(place) › 公式", check.condition.text)
    add("check/\(check.id)/message", "\(place) › 提示", check.message)
  }

  private mutating func sources() {
    for (name, source) in policy.sources.sorted(by: { $0.key < $1.key }) {
      add("source/\(name)", "来源 \(name)", source.citation)
    }
    for (place, origin) in policy.origins.sorted(by: { $0.key < $1.key }) {
      let note = origin.note.isEmpty ? "" : "；\(origin.note)"
      add("origin/\(place)", "依据 \(place)", "\(origin.source)\(note)")
    }
  }
}
