import Figures
import Reading
import Rules
import Text

/// Words that everything was done in time, beside others of the same paragraph that some was not:
/// 任务均按期完成。甲县延至次年1月才完成.
struct LateThoughInTime {
  static let finder = PassageFinder(in: .prose, holding: lateWords) { read -> [Finding] in
    let passage = read.passage
    let clauses = passage.clauses
    guard let claim = clauses.first(where: { isClaim($0, in: passage) }),
      let late = clauses.first(where: { isLate($0, in: passage, besides: claim) })
    else { return [] }
    let quotes = [claim, late].map { passage.text($0).droppingBlankEnds }
    return [
      Finding(
        at: [.text(passage.passage.place(late)), .text(passage.passage.place(claim))],
        "写“\(quotes[0])”，又写“\(quotes[1])”，请核对。", derivation: quotes[1])
    ]
  }

  /// The clause of a paragraph that says that everything was in time.
  static let claims = PassageFinder(in: [.prose, .noPlans]) { read -> [Told] in
    return read.passage.clauses.filter { isClaim($0, in: read.passage) }.map { Told(passage: read.passage, clause: $0) }
  }

  /// The clause of a paragraph that says that something was put off.
  static let delays = PassageFinder(in: .prose, holding: lateWords) { read -> [Told] in
    let passage = read.passage
    return passage.clauses.filter { isLate($0, in: passage, besides: 0..<0) }.map { Told(passage: passage, clause: $0) }
  }

  struct Told {
    let passage: PassageReading
    let clause: Range<Int>

    var words: String { passage.text(clause).droppingBlankEnds }
    var place: Place { .text(passage.passage.place(clause)) }

    /// Of the same work in another paragraph of the same part of the report.
    func contradicts(_ other: Told) -> Bool {
      passage !== other.passage && passage.passage.annex == other.passage.passage.annex
        && ["发放", "拨付", "兑付", "完工", "交付", "办结"].contains { words.holds($0) && other.words.holds($0) }
    }
  }

  private static func isClaim(_ clause: Range<Int>, in passage: PassageReading) -> Bool {
    let words = passage.text(clause).withoutBlanks
    let isWhole =
      words.holds(anyOf: ["按期", "按时", "如期", "及时"]) && words.holds("率100%")
      || words.holds(anyOf: ["均", "全部", "都"])
        && words.holds(anyOf: ["按时发放", "按期发放", "及时发放", "按时拨付", "按期拨付", "及时拨付", "按时兑付", "按期兑付", "及时兑付"])
      || words.holds(anyOf: ["均", "全部", "都"]) && words.holds(anyOf: ["按期完成", "按时完成", "如期完成", "按期完工", "按时完工", "如期完工"])
      // 于12月30日前全部完工
      || words.holds(anyOf: ["前全部完工", "前全部完成", "前全部竣工", "前均已完工", "前全部交付", "前全部验收"])
    return isWhole && !words.holds(anyOf: ["目标", "除", "未", "不", "要", "应", "确保"])
      && !passage.text(passage.sentence(at: clause.lowerBound)).holds("除")
  }

  private static let lateWords = [
    "延至", "延迟至", "延迟到", "推迟至", "推迟到", "延期至", "延期到", "顺延至", "顺延到", "延后至", "延后到", "未按期", "未能按期", "未按时", "逾期",
  ]

  private static func isLate(_ clause: Range<Int>, in passage: PassageReading, besides claim: Range<Int>) -> Bool {
    let words = passage.text(clause).withoutBlanks
    return clause != claim && words.holds(anyOf: lateWords)
      && words.holds(anyOf: ["完成", "完工", "竣工", "验收", "投产", "交付", "办结", "发放", "拨付", "兑付"])
      && !passage.figures(in: clause).contains { $0.kind.extent?.number?.isZero == true }
      // 经批准延期 is in time again, and 逾期未办结0件 is none.
      && !passage.text(passage.sentence(at: clause.lowerBound)).holds(anyOf: [
        "批准", "同意", "批复", "上年", "去年", "无逾期", "未发生", "没有", "合同延", "有效期",
      ])
  }
}

extension Dossier {
  /// What was put off, beside words elsewhere that all of it was in time; worth a look, as both may be of other things.
  var delaysElsewhere: [Finding] {
    let delays = found(in: LateThoughInTime.delays)
    guard !delays.isEmpty else { return [] }
    let claims = found(in: LateThoughInTime.claims)
    var told: Set<Place> = []
    return claims.compactMap { claim in
      guard let late = delays.first(where: claim.contradicts), told.insert(late.place).inserted else { return nil }
      return Finding(
        at: [claim.place, late.place], "写“\(claim.words)”，又写“\(late.words)”，请核对。", derivation: late.words,
        severity: .info)
    }
  }
}
