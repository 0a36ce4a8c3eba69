import Figures
import Reading
import Rules

extension AuditRule {
  static let q10StaffOverPosts = AuditRule(
    RuleCard(
      "Q10", "在职人数超过编制", severity: .warning,
      why: "财政供养人员以编制为限；超编的人员经费和公用经费都没有预算依据，复核时必问。",
      remedy: "核对编制数和实际在职人数；确实超编的，说明原因（如军转安置、机构划转）和消化办法。",
      sources: [.baseSheet("财政供养人员情况的编制数、实际在职人数栏"), .customary("在职人员控制率不超过 100%")]
    ),
    method: "只比两个人数，实际在职人数大于编制数即报告；控制率写错的由 A01 处理，正文说没有超编的另由 D16 处理。编外聘用人员不在这一栏。",
    examples: [
      .passes(["base/staff/posts": "24", "base/staff/actual": "24", "base/staff/rate": "100"]),
      .passes(["base/staff/posts": "24", "base/staff/actual": "23", "base/staff/rate": "104.35"]),
      .fails(
        ["base/staff/posts": "24", "base/staff/actual": "26", "base/staff/rate": "108.33"],
        .at("base/staff/actual", "实际在职 26 人，编制 24 人，超编 2 人，请说明原因。")),
      .fails(
        ["base/staff/posts": "0", "base/staff/actual": "3"],
        .at("base/staff/actual", "实际在职 3 人，编制 0 人，超编 3 人，请说明原因。")),
      .cannotLook(["base/staff/actual": "26"]),
    ]
  ) { dossier in
    guard let base = dossier.base, let posts = base.figure("staff", "posts"),
      let actual = base.figure("staff", "actual"),
      let surplus = actual.rational.subtracting(posts.rational)
    else { return .notCheckable(missing: ["编制数和实际在职人数"]) }
    guard surplus > .zero else { return .pass }
    return .fail([
      Finding(
        at: base.address("staff", "actual"), base.address("staff", "posts"),
        message: "实际在职 \(actual) 人，编制 \(posts) 人，超编 \(surplus.spoken(0)) 人，请说明原因。",
        derivation: "\(actual) > \(posts)")
    ])
  }
}
