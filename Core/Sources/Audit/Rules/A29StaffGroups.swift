import Reading
import Rules
import Text

extension AuditRule {
  static let a29StaffGroups = AuditRule(
    RuleCard(
      "A29", "人数与所列各类之和不符", severity: .warning,
      why: "人数是测算人员经费和公用经费的基础；各类人数加起来不是总数，说明漏列一类或写错一个数。",
      remedy: "按年末人员名册核对，补上漏列的一类或改正写错的数；没有列全的写“其中主要有”。",
      sources: [.reportOutline("部门基本情况：人员情况"), .baseSheet("财政供养人员情况")]
    ),
    method: """
      “人员若干人”后在“其中”或括号里列出的各类，之和大于总数即报告。小于总数的，只在应当列全时报告：其他人员、编外人员在括号里逐类列出，\
      离退休分为离休和退休，在职分为行政和事业，供养人员分为在职和离退休。党员、女职工、学历等会重叠的分类和本年变动不看；编制数由 A30 核对。\
      同一段先写编制数和在编人数，再写“缺编（空编、超编）若干人”的，须是两数之差。
      """,
    examples: [
      .passes(.prose("离退休人员87人、其他人员17人（原企业改制法人6人、军转干1人、长期聘任人员8人、临聘人员2人）。")),
      .passes(
        .prose(
          "在职人员41人，其中党员20人，女职工25人，本科以上学历30人。编外人员12人（含劳务派遣5人、公益性岗位2人）。",
          "在职人员30人（局长1人、副局长3人），临聘人员9人。离退休50人，其中离休2人，退休48人，当年去世1人。")),
      .fails(
        .prose("其他人员⟦17人⟧（企业改制法人⟦6人⟧、军转干⟦1人⟧、长期聘任人员⟦8人⟧）。"),
        .at("⟦17人⟧", "所写人数 17人，所列各类之和 15，相差 2。")),
      .fails(
        .prose("年末在职人员⟦43人⟧，其中行政人员⟦12人⟧，事业人员⟦33人⟧。"),
        .at("⟦43人⟧", "所写人数 43人，所列各类之和 45，相差 2。")),
      .fails(
        .prose("编制86名，实有⟦79人⟧，其中行政⟦31人⟧、事业⟦46人⟧。"),
        .at("⟦79人⟧", "所写人数 79人，所列各类之和 77，相差 2。")),
      .fails(
        .prose("离退休人员⟦52名⟧，其中：离休⟦2名⟧，退休⟦48名⟧。"),
        .at("⟦52名⟧", "所写人数 52名，所列各类之和 50，相差 2。")),
      .fails(
        .prose("核定编制⟦58名⟧，实有在职⟦51人⟧，缺编⟦9人⟧。"),
        .at("⟦9人⟧", "编制 58名，在编 51人，相差 7，所写缺编或超编 9人。")),
      .cannotLook(.prose("年末在岗教职工172人，其中专任教师148人；在校学生3126人，其中住校生2780人。")),
      .cannotLook(.prose("特困人员供养1052人，其中集中供养386人、分散供养666人；全自理742人、半护理198人、全护理112人。")),
      .cannotLook(.prose("现有在职在编职工41人，离退休50人，临聘人员9人。")),
    ]
  ) { dossier in
    let lists = dossier.statements.passages.flatMap { passage in passage.staffLists.map { (passage, $0) } }
    let gaps = dossier.found(in: StaffGap.finder)
    let groups = Verdict(over: lists, missing: "报告正文", "人数及所列各类") { passage, list in
      switch list.relation {
      case .agree, nil: .agrees
      case .above: .breaks(list.finding("所写人数", in: passage))
      case .below: list.leavesNobodyOut ? .breaks(list.finding("所写人数", in: passage)) : .agrees
      }
    }
    guard !gaps.isEmpty else { return groups }
    if case .fail(let findings) = groups { return Verdict(findings + gaps) }
    return Verdict(gaps)
  }
}

extension PassageReading {
  /// Totals of people with groups of them behind 其中 or in brackets.
  var staffLists: [PeopleList] {
    guard passage.text.holds("人") else { return [] }
    return peopleLists { words in
      words.holds(anyOf: StaffWords.people) && !words.holds(anyOf: StaffWords.others)
    } parts: { words in
      !words.isEmpty && !words.holds(anyOf: StaffWords.overlapping) && !words.holds("编制")
        && !words.holds(anyOf: StaffWords.served)
    }.filter { $0.isBracket || $0.isAnnounced }
  }
}

extension PeopleList {
  /// Its kinds are all there are.
  fileprivate var leavesNobodyOut: Bool {
    func hasAll(_ kinds: String...) -> Bool { kinds.allSatisfy { kind in parts.contains { $0.words.holds(kind) } } }
    let words = total.words
    if isBracket, !isOpen, words.holds(anyOf: ["其他人员", "其它人员", "编外"]) { return true }
    if words.holds("退休") { return parts.count == 2 && hasAll("离休", "退休") }
    if words.holds(anyOf: ["在职", "在编", "在岗", "实有"]), hasAll("行政", "事业") { return true }
    if words.holds(anyOf: ["在职", "在编", "在岗"]) { return false }
    return words.holds(anyOf: ["供养", "实有人", "总人数"]) && hasAll("在职", "退休")
  }
}

private enum StaffWords {
  /// Who is taught or looked after is no kind of staff.
  static let served = ["学生", "在校", "住校", "寄宿", "患者", "人口", "居民", "村民", "游客", "观众", "学员"]
  static let people = ["人员", "职工", "干部", "退休", "编外", "供养", "实有", "在职", "在编", "在岗", "总人数", "年末人数"]
  static let others = [
    "编制", "培训", "参加", "参与", "受益", "服务", "就业", "安置", "走访", "慰问", "接待", "贫困", "困难", "特困",
    "救助", "低保", "保障", "学生", "患者", "老人", "儿童", "残疾", "优抚", "供养对象",
  ]
  /// Groups that one and the same may belong to, and what changed over the year.
  static let overlapping = [
    "党员", "女", "男", "民族", "学历", "职称", "本科", "大专", "研究生", "以上", "以下", "新增", "调入", "调出", "去世", "死亡", "较", "比", "增加",
    "减少", "兼", "年龄", "岁",
  ]
}
