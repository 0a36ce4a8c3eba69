import Figures
import Reading
import Rules
import Text

/// Words that everything was done, in a paragraph that tells before how many were not:
/// 完成21个、未完成1个……。各项指标全面完成.
struct AllDoneThoughOneOpen {
  /// Nobody looks further back, in characters.
  private static let reach = 1_200

  static let finder = PassageFinder(in: [.prose, .noPlans, .figure], holding: ["未"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.text.holds(anyOf: claims) else { return [] }
    return passage.clauses.compactMap { finding(on: $0, in: passage) }
  }

  private static let things = ["指标", "目标", "任务", "工程", "项目", "工作", "建设内容"]
  private static let claims = ["完成", "实现", "达到", "完工"]
  private static let open = ["未完成", "未完工", "尚未完成", "未达标", "未达到", "未实现", "未实施"]
  private static let limits = [
    "除", "其余", "其他", "未", "不", "基本", "大部分", "确保", "力争", "将", "应", "要", "未来", "后", "已整改", "上年", "情况", "后期",
  ]

  private static func finding(on clause: Range<Int>, in passage: PassageReading) -> Finding? {
    let claim = passage.text(clause).withoutBlanks
    guard claim.unicodeScalars.count <= 24, claim.holds(anyOf: claims), claim.holds(anyOf: things),
      ["各项", "各类"].contains(where: claim.begins) && claim.holds(anyOf: ["均", "全面", "全部", "都", "圆满", "如期", "按期"])
        || ["全部", "所有"].contains(where: claim.begins),
      !claim.holds(anyOf: limits), passage.figures(in: clause).allSatisfy({ $0.kind.extent == nil })
    else { return nil }
    let sentence = passage.sentence(at: clause.lowerBound)
    // 除入会率外，各项指标均已完成 leaves something out.
    guard !passage.text(sentence.lowerBound..<clause.lowerBound).holds("除") else { return nil }
    let before = passage.figures(in: max(0, sentence.lowerBound - Self.reach)..<sentence.lowerBound)
    let missed = before.last { figure in
      guard case .count(.number(let number), _) = figure.kind, number.value > .zero else { return false }
      let words = passage.text(passage.words(before: figure)).withoutBlanks
      return open.contains { words == $0 || words.ends(with: $0) || words.ends(with: $0 + "的") }
        && !words.holds(anyOf: ["上年", "去年", "以前"])
    }
    guard let missed else { return nil }
    // What was open when that was told may have been done since.
    let between = passage.text(missed.range.upperBound..<clause.lowerBound)
    guard !between.holds(anyOf: ["现已", "目前已", "后完成", "已于", "已完成"]) else { return nil }
    let start = passage.words(before: missed).lowerBound
    let told = start..<missed.range.upperBound
    return Finding(
      at: [clause, told].map { .text(passage.passage.place($0)) },
      "写“\(passage.text(clause).droppingBlankEnds)”，前面又写“\(passage.text(told).droppingBlankEnds)”，请核对。",
      derivation: passage.text(told).droppingBlankEnds)
  }
}
