import Reading
import Rules
import Text

extension AuditRule {
  static let a30KindsOfPosts = AuditRule(
    RuleCard(
      "A30", "编制总数与各类编制之和不符", severity: .warning,
      why: "编制按行政、事业、工勤等分类核定，各类之和就是总数；不符说明有一类写错或漏写，控制率也随之不准。",
      remedy: "按机构编制文件核对总数和各类编制，改正写错的数或补上漏写的一类。",
      sources: [.reportOutline("部门基本情况：人员编制"), .baseSheet("财政供养人员情况：编制数")]
    ),
    method: """
      “编制若干名”后面紧接着列出行政、事业、工勤、参公等各类编制（写在“其中”后、括号里或直接列出）的，各类之和与总数比较。\
      实有、在职、空编等人数不是编制数，不看；括号里对某一类再作细分的不重复计算。只列了一两类而小于总数，又没有列到工勤的，作为提示。
      """,
    examples: [
      .passes(.prose("2024年末，我单位共有编制20人，其中行政编制7人，事业编制12人，工勤编1人。年末实有在职人员17人。")),
      .passes(
        .prose(
          "核定编制数合计42名，行政编制数10名，事业编制数32名（其中全额事业编制20名、参公事业编制12名）,工勤编制0名。",
          "核定编制35名，实有在职41人，其中行政人员10人，事业人员31人。行政编制12人、全额事业编制44人。",
          "在职人员编制30人，其中：行政编制20人（含行政工勤编制2人），参公管理事业编制10人。在职在编实有28人。")),
      .fails(
        .prose("共有编制⟦20人⟧，其中行政编制⟦7人⟧，事业编制⟦12人⟧，工勤编⟦2人⟧。"),
        .at("⟦20人⟧", "编制总数 20人，所列各类之和 21，相差 1。")),
      .fails(
        .prose("核定编制⟦50个⟧（行政编制⟦15名⟧、参照公务员法管理事业编制⟦20名⟧、机关工勤编制⟦5名⟧）。"),
        .at("⟦50个⟧", "编制总数 50个，所列各类之和 40，相差 10。")),
      .fails(
        .prose("人员编制共⟦23名⟧。其中行政编制⟦8名⟧，事业编制⟦12名⟧。"),
        .at("⟦23名⟧", "编制总数 23名，所列各类之和 20，相差 3。")),
      .cannotLook(.prose("核定事业编制7名，编制为4名。")),
      .fails(
        .prose("共有编制⟦20人⟧，其中行政编制⟦8人⟧，事业编制⟦12人⟧，工勤编⟦1人⟧。"),
        .at("⟦20人⟧", "编制总数 20人，所列各类之和 21，相差 1。")),
    ]
  ) { dossier in
    let lists = dossier.statements.passages.flatMap { passage in passage.postLists.map { (passage, $0) } }
    return Verdict(over: lists, missing: "报告正文", "编制总数及各类编制") { passage, list in
      switch list.relation {
      case .agree, nil: .agrees
      case .above: .breaks(list.finding("编制总数", in: passage))
      case .below:
        list.isOpen && list.parts.allSatisfy({ !$0.words.holds(anyOf: ["工勤", "后勤"]) })
          ? .breaks(list.finding("编制总数", in: passage, severity: .info)) : .breaks(list.finding("编制总数", in: passage))
      }
    }
  }
}

extension PassageReading {
  /// Totals of posts with the kinds behind them.
  var postLists: [PeopleList] {
    guard passage.text.holds("编") else { return [] }
    return peopleLists(of: PostWords.isTotal) { words in
      words.holds(anyOf: PostWords.kinds) && !words.holds(anyOf: PostWords.people)
    }
  }
}

/// How posts are called.
enum PostWords {
  /// All posts together, not one kind of them.
  static func isTotal(_ words: String) -> Bool {
    (words.holds("编制") || words.ends(with: "编")) && (!words.holds(anyOf: people) || isNamedByPosts(words))
      && (!words.holds(anyOf: kinds) || words.holds(anyOf: ["总数", "合计", "共计", "总计"]))
  }

  /// 在职人员编制 counts posts, 在职在编 heads.
  private static func isNamedByPosts(_ words: String) -> Bool {
    ["编制", "编制数", "编制人数", "编制共", "编制为"].contains { words.ends(with: $0) }
      && !words.holds(anyOf: ["空编", "超编", "缺编", "空缺", "编外", "退休", "临聘"])
  }

  fileprivate static let kinds = [
    "行政", "事业", "工勤", "参公", "参照", "后勤", "全额", "差额", "全供", "自收自支", "经费自理", "财政补助", "公益", "员额", "政法专项",
  ]
  /// What counts heads, not posts.
  fileprivate static let people = [
    "实有", "在编", "在职", "在岗", "实际", "现有", "空编", "超编", "满编", "缺编", "空缺", "职数", "退休", "临聘", "编外",
  ]
}
