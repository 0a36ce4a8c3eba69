import Evaluation
import Reading
import Text

/// Two stretches of one report that say the opposite.
struct Contradiction {
  let praise: Saying
  let blame: Saying

  struct Saying {
    let writing: Writing
    let range: Range<Int>
    var quote: String { writing.quote(range) }
    var place: Place { writing.place(range) }
  }

  /// What is praised and what is blamed about one thing.
  private struct Subject {
    let praise: WordFinder
    let blame: WordFinder
  }

  private static let subjects = [
    Subject(
      praise: ["设定规范", "设定合理", "目标合理", "立项规范", "立项依据充分", "与批复下达相符", "与批复相符", "立项程序规范"],
      blame: ["没有立项", "未立项", "没立项", "都没立项", "未经立项"]),
    Subject(
      praise: ["专款专用"],
      blame: ["时有占用", "有时占用", "存在占用", "存在挪用", "有挪用", "被挪用", "被占用", "存在挤占", "时有挪用", "有占用", "时有挤占"]),
    Subject(
      praise: ["拨付及时", "及时拨付到位", "到位及时", "拨款及时", "全部及时拨付"],
      blame: ["拨付不及时", "拨款不及时", "到位不及时", "拨付滞后", "未及时拨付", "有时拨款不及时"]),
    Subject(
      praise: ["制度健全", "制度完善", "制度较为健全", "制度较为完善", "机制健全"],
      blame: ["制度不健全", "制度还不完善", "制度不完善", "制度尚不健全", "制度尚不完善", "制度缺失", "制度还不健全", "机制不健全"]),
    Subject(praise: ["全程监管", "全过程监管", "全程跟踪"], blame: ["没有全程", "未全程", "没有全过程", "未全过程"]),
    Subject(praise: ["账实相符", "帐实相符", "账账相符"], blame: ["账实不符", "帐实不符", "账账不符"]),
  ]
  /// Every blame holds one of these.
  private static let doubts: WordFinder = ["没", "未", "不", "时有", "有时", "存在", "有挪", "被挪", "被占", "有占", "低", "滞后", "缺失"]
  private static let denials: WordFinder = ["无", "未", "没有", "不存在", "杜绝", "防止", "避免", "严禁", "不得", "若", "如"]
  /// Before these nothing is praised.
  private static let wishesAndDenials: WordFinder = [
    "无", "未", "没有", "不", "若", "如", "建立健全", "进一步", "确保", "做到", "努力", "力争", "要", "加快", "推动", "实现", "完善", "保证", "健全和",
  ]

  static func found(in writings: [Writing]) -> [Contradiction] {
    let parts = Dictionary(grouping: writings.indices.filter { writings[$0].passage != nil }) { index in
      writings[index].passage.map { "\($0.place.section?.sheet ?? "") \($0.annex)" } ?? ""
    }
    return parts.keys.sorted().flatMap { key in
      let part = (parts[key] ?? []).map { writings[$0] }
      // Most of a report blames nothing: only what may is looked at again.
      let blaming = part.filter { doubts.occurs(in: $0.scalars) }
      return subjects.compactMap { pair($0, blaming: blaming, in: part) } + rates(blaming: blaming, in: part)
    }
  }

  /// The first praise and the first blame.
  private static func pair(_ subject: Subject, blaming: [Writing], in writings: [Writing]) -> Contradiction? {
    guard let blame = first(subject.blame, without: denials, in: blaming),
      let praise = first(subject.praise, without: wishesAndDenials, in: writings)
    else { return nil }
    return Contradiction(praise: praise, blame: blame)
  }

  private static func first(_ words: WordFinder, without others: WordFinder, in writings: [Writing]) -> Saying? {
    for writing in writings {
      for match in words.matches(in: writing.scalars)
      where !writing.hasBefore(match.range.lowerBound, within: 6, others) {
        return Saying(writing: writing, range: match.range)
      }
    }
    return nil
  }

  // MARK: Rates

  private static let wants: WordFinder = ["不高", "较低", "偏低", "不足", "低下", "过低", "不到位", "还不高", "不理想"]
  private static let whole: WordFinder = ["100%", "达100%", "为100%", "达到100%", "均为100%", "均达100%"]

  private static let commonRates: WordFinder = [
    "执行率", "完成率", "到位率", "合格率", "达标率", "覆盖率", "使用率", "支付率", "控制率", "及时率", "保障率", "利用率", "反馈率", "公开率",
  ]

  /// 开工率100% and 开工率不高.
  private static func rates(blaming: [Writing], in writings: [Writing]) -> [Contradiction] {
    let low = sayings(wants, in: blaming)
    guard !low.isEmpty else { return [] }
    let full = sayings(whole, in: writings)
    return low.compactMap { blame in
      full.first { $0.name == blame.name }.map { Contradiction(praise: $0.saying, blame: blame.saying) }
    }
  }

  /// The rates that one of these words follows, by their names.
  private static func sayings(_ words: WordFinder, in writings: [Writing]) -> [(name: [Unicode.Scalar], saying: Saying)]
  {
    writings.flatMap { writing in
      writing.scalars.indices.compactMap { index -> (name: [Unicode.Scalar], saying: Saying)? in
        guard writing.scalars[index] == "率", index + 1 < writing.scalars.count,
          let match = words.match(at: index + 1, in: writing.scalars),
          !(writing.scalar(at: match.range.upperBound)?.isDigit ?? false)
        else { return nil }
        // What stands before may be anything: two ideographs tell which rate, four where many things have one.
        let isCommon = index >= 2 && commonRates.match(at: index - 2, in: writing.scalars) != nil
        let start = index - (isCommon ? 4 : 2)
        guard start >= 0, writing.scalars[start..<index].allSatisfy(\.isIdeograph) else { return nil }
        return (Array(writing.scalars[start...index]), Saying(writing: writing, range: start..<match.range.upperBound))
      }
    }
  }
}
