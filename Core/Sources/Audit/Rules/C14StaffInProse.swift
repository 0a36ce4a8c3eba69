import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let c14StaffInProse = AuditRule(
    RuleCard(
      "C14", "正文人数与基础表不一致", severity: .warning,
      why: "编制数和在职人数是控制率、人均经费的依据，正文、基础表和决算应是同一个数。",
      remedy: "以机构编制文件和年末人员名册为准，改正正文或基础数据表；口径不同的（如含所属单位），在正文写明。",
      sources: [.reportOutline("部门基本情况：人员编制"), .baseSheet("财政供养人员情况：编制数、实际在职人数")]
    ),
    method: """
      正文的编制总数与基础表编制数、在职（在编、在岗）人数与实际在职人数比较，正文有一处相同即可；正文的财政供养人员控制率按基础表的人数复算，\
      没有基础表的按正文的人数复算，自评表的在职人员控制率也是。所属单位、各类编制、离退休和临聘人数、往年人数不看。
      """,
    examples: [
      .passes(
        .prose(
          "年末共有编制20人，其中行政编制8人，事业编制12人。实有在职人员17人，退休人员26人。", and: ["base/staff/posts": "20", "base/staff/actual": "17"])),
      .passes(
        .prose(
          "机关编制20名，下设投资促进事务中心编制4名、在职人员4人。", "2023年末在职人员19人。现有在职在编职工17人，财政供养人员控制率为85%。",
          and: ["base/staff/posts": "20", "base/staff/actual": "17"])),
      .fails(
        .prose("年末共有编制⟦21人⟧，实有在职人员⟦16人⟧。", and: ["base/staff/posts": "20", "base/staff/actual": "17"]),
        .at("⟦21人⟧", "正文编制 21人，基础表编制数 20 人。"), .at("⟦16人⟧", "正文在职 16人，基础表实际在职人数 17 人。")),
      .fails(
        .prose("财政供养人员控制率⟦87.5%⟧。", and: ["base/staff/posts": "20", "base/staff/actual": "17"]),
        .at("⟦87.5%⟧", "正文控制率 87.5%，17 ÷ 20 应为 85%。")),
      .fails(
        .prose("编制数合计⟦42名⟧，在职在岗在编职工⟦41人⟧。", "财政供养人员控制率为⟦95.2%⟧。"),
        .at("⟦95.2%⟧", "正文控制率 95.2%，41 ÷ 42 应为 97.62%。")),
      .fails(
        .prose("单位编制⟦28名⟧，年末在编人员⟦26名⟧，编制控制率⟦107.69%⟧。"),
        .at("⟦107.69%⟧", "正文控制率 107.69%，26 ÷ 28 应为 92.86%。")),
      .passes(
        .prose(
          "核定编制118名，年末实有在职人员112人。", and: .indicators("quantity | 在职人员控制率 | ≤100% | 94.92% | 3 | 3 |").without("base"))),
      .fails(
        .prose(
          "核定编制⟦118名⟧，年末实有在职人员⟦121人⟧。",
          and: .indicators("quantity | 在职人员控制率 | ≤100% | 94.92% | 3 | 3 |").without("base")),
        .at("⟦121人⟧", "自评表在职人员控制率 94.92%，正文 121 ÷ 118 应为 102.54%。")),
      .cannotLook(.prose("核定事业编制7名，离退休50人。", and: ["base/staff/posts": "20", "base/staff/actual": "17"])),
    ]
  ) { dossier in
    let posts = dossier.toldHeads(PostWords.isTotal)
    let staff = dossier.toldHeads { words in
      words.holds(anyOf: ["在职", "在编", "在岗", "实有"]) && !words.holds(anyOf: HeadWords.others) && !PostWords.isTotal(words)
    }
    let counts = [
      dossier.look("编制", posts, beside: "posts", named: "编制数"),
      dossier.look("在职", staff, beside: "actual", named: "实际在职人数"),
    ].compactMap { $0 }
    let rates = dossier.lookAtControlRates(posts: posts, staff: staff)
    let rows = dossier.base == nil ? dossier.lookAtRateRows(posts: posts, staff: staff) : []
    return Verdict(over: counts + rates + rows, missing: "报告正文和基础表的人数") { $0 }
  }
}

/// A number of posts or people that prose gives of this year and the unit itself.
private struct ToldHeads {
  let group: PeopleList.Group
  let passage: PassageReading
  var place: Place { .text(passage.passage.place(group.figure.range)) }

  /// All of them, the annexes, other units and other years left out.
  static let finder = PassageFinder(in: [.noPlans, .figure], holding: ["编", "在"]) { read -> [ToldHeads] in
    let passage = read.passage
    guard passage.passage.annex == 0 else { return [] }
    return passage.figures.compactMap { figure in
      guard let group = passage.group(figure) else { return nil }
      let sentence = passage.sentence(at: figure.range.lowerBound)
      let before = sentence.lowerBound..<figure.range.lowerBound
      let year = passage.figures(in: before).last { $0.year != nil }?.year?.number(in: read.year)
      guard year ?? read.year == read.year, !passage.text(before).holds(anyOf: HeadWords.otherUnits) else {
        return nil
      }
      return ToldHeads(group: group, passage: passage)
    }
  }
}

private enum HeadWords {
  static let others = ["离", "退", "临聘", "其他", "编外", "空编", "超编", "新增", "调入", "调出", "培训", "平均"]
  static let otherUnits = ["下设", "下属", "所属", "二级", "直属"]
}

extension Dossier {
  /// Counts with these words.
  fileprivate func toldHeads(_ isMeant: (String) -> Bool) -> [ToldHeads] {
    found(in: ToldHeads.finder).filter { isMeant($0.group.words) }
  }

  fileprivate func look(_ name: String, _ told: [ToldHeads], beside column: String, named caption: String) -> Look? {
    guard let base, let figure = base.figure("staff", column), let first = told.first else { return nil }
    guard !told.contains(where: { Rational(Int64($0.group.count)) == figure.rational }) else { return .agrees }
    return .breaks(
      Finding(
        at: [first.place, .cell(base.address("staff", column))],
        "正文\(name) \(first.passage.quote(first.group.figure))，基础表\(caption) \(figure) 人。",
        derivation: "\(first.group.count) ≠ \(figure)"))
  }

  /// 在职人员控制率 of an indicator beside the people of prose, where each is told once.
  fileprivate func lookAtRateRows(posts: [ToldHeads], staff: [ToldHeads]) -> [Look] {
    guard posts.count == 1, staff.count == 1, posts[0].group.count > 0 else { return [] }
    return countedLines.filter { $0.name.folded.holds("人员控制率") }.compactMap { line -> Look? in
      let reading = PassageReading(cell: line.actualText)
      guard let figure = reading.passage.figures.first, reading.passage.figures.count == 1,
        case .percent(.number(let percent)) = figure.kind
      else { return nil }
      let (actual, whole) = (staff[0].group.count, posts[0].group.count)
      let ratio = WrittenRatio(
        percent: percent, part: StatedAmount(Rational(Int64(actual)), slack: .zero),
        whole: StatedAmount(Rational(Int64(whole)), slack: .zero))
      guard !ratio.isRight else { return .agrees }
      return .breaks(
        Finding(
          at: [staff[0].place, posts[0].place, .cell(line.address(.actual))],
          "自评表\(line.title) \(reading.quote(figure))，正文 \(actual) ÷ \(whole) 应为 \(ratio.right)%。",
          derivation: "\(actual) ÷ \(whole) = \(ratio.right)% ≠ \(reading.quote(figure))"))
    }
  }

  fileprivate func lookAtControlRates(posts: [ToldHeads], staff: [ToldHeads]) -> [Look] {
    let cells = base.flatMap { base -> (Int, Int, [Place])? in
      guard let posts = base.value("staff", "posts")?.whole, let actual = base.value("staff", "actual")?.whole else {
        return nil
      }
      return (actual, posts, [.cell(base.address("staff", "actual")), .cell(base.address("staff", "posts"))])
    }
    let told =
      posts.count == 1 && staff.count == 1
      ? (staff[0].group.count, posts[0].group.count, [staff[0].place, posts[0].place]) : nil
    guard let (actual, posts, places) = cells ?? told, posts > 0 else { return [] }
    return statements.passages.flatMap { passage in
      passage.figures.compactMap { figure -> Look? in
        guard case .percent(.number(let percent)) = figure.kind, !figure.isApproximate, figure.isUnbounded else {
          return nil
        }
        let words = passage.text(passage.words(before: figure)).withoutBlanks
        guard
          words.holds("控制") && words.holds(anyOf: ["人员控制", "供养", "在职人员", "编内"])
            || words.holds(anyOf: ["编制使用率", "编制控制率"]),
          !words.holds("以内")
        else {
          return nil
        }
        let ratio = WrittenRatio(
          percent: percent, part: StatedAmount(Rational(Int64(actual)), slack: .zero),
          whole: StatedAmount(Rational(Int64(posts)), slack: .zero))
        guard !ratio.isRight else { return .agrees }
        return .breaks(
          Finding(
            at: [.text(passage.passage.place(figure.range))] + places,
            "正文控制率 \(passage.quote(figure))，\(actual) ÷ \(posts) 应为 \(ratio.right)%。",
            derivation: "\(actual) ÷ \(posts) = \(ratio.right)% ≠ \(passage.quote(figure))"))
      }
    }
  }
}

extension Rational {
  fileprivate var whole: Int? { denominator == 1 ? Int(exactly: numerator) : nil }
}
