import Reading
import Rules
import Text

/// Something that is said to be not yet done, and elsewhere to be: 平台二期尚未组织验收 and 平台二期建设已全部完成并通过验收.
struct OpenThing {
  fileprivate let passage: PassageReading
  fileprivate let range: Range<Int>
  /// What is not done: 平台二期.
  fileprivate let name: String
  /// What of it: 验收.
  fileprivate let work: String

  private static let works = ["验收", "开工", "完工", "竣工", "投入使用", "建成", "启动", "通水", "通车", "运营", "办结", "结算", "支付"]
  private static let denials = ["尚未", "仍未", "还未", "暂未"]
  private static let vague = ["部分", "个别", "少数", "一些", "有的", "其他", "其余", "大部分", "项目", "工程", "资金"]

  static let open = PassageFinder(in: .prose, holding: ["未"]) { read -> [OpenThing] in
    let passage = read.passage
    guard passage.passage.text.holds(anyOf: denials) else { return [] }
    return passage.clauses.compactMap { OpenThing(clause: $0, in: passage) }
  }

  private init?(clause: Range<Int>, in passage: PassageReading) {
    let words = passage.text(clause)
    let told = Self.denials.compactMap { denial in words.offset(of: denial).map { (denial, $0) } }
    guard passage.figures(in: clause).isEmpty, let (denial, place) = told.first else { return nil }
    let scalars = Array(words.unicodeScalars)
    // （一） in front is the number of the item.
    var start = scalars[..<place].lastIndex(where: { [")", "."].contains($0) || $0.isDigit }).map { $0 + 1 } ?? 0
    // 二是 in front as well.
    if place > start + 2, scalars[start + 1] == "是", "一二三四五六七八九".unicodeScalars.contains(scalars[start]) { start += 2 }
    let name = String(scalars: scalars[start..<place].filter { $0.isIdeograph })
    let rest = String(scalars: Array(scalars[(place + denial.unicodeScalars.count)...])).withoutBlanks
    guard let work = Self.works.first(where: rest.holds), rest.unicodeScalars.count <= work.unicodeScalars.count + 4,
      (4...14).contains(name.unicodeScalars.count),
      !name.holds(anyOf: ["部分", "个别", "少数", "一些", "有的", "截至", "其他", "其余", "由于", "因"]), !Self.vague.contains(name)
    else { return nil }
    (self.passage, range, self.name, self.work) = (passage, clause, name, work)
  }
}

extension Dossier {
  /// What is open in one paragraph and done in another one of the same part.
  var openThings: [Finding] {
    let open = found(in: OpenThing.open)
    guard !open.isEmpty else { return [] }
    // No report leaves more than these undone; each is looked for in all of it.
    return open.prefix(20).compactMap { one in
      for passage in statements.passages
      where passage.passage.annex == one.passage.passage.annex && passage !== one.passage
        && passage.passage.role != .cell
        && !passage.isAboutPlans && passage.passage.text.holds(one.name) && passage.passage.text.holds(one.work)
      {
        guard let clause = passage.clauses.first(where: { passage.says($0, that: one.name, isDone: one.work) }) else {
          continue
        }
        let quotes = [passage.text(clause), one.passage.text(one.range)].map(\.droppingBlankEnds)
        return Finding(
          at: [.text(one.passage.passage.place(one.range)), .text(passage.passage.place(clause))],
          "前面写“\(quotes[0])”，这里写“\(quotes[1])”，请核对。", derivation: quotes.joined(separator: " ↔ "))
      }
      return nil
    }
  }
}

extension PassageReading {
  fileprivate func says(_ clause: Range<Int>, that name: String, isDone work: String) -> Bool {
    let words = text(clause).withoutBlanks
    guard words.holds(name), let place = words.offset(of: name) else { return false }
    let rest = String(scalars: Array(words.unicodeScalars.dropFirst(place + name.unicodeScalars.count)))
    guard let end = rest.offset(of: work) else { return false }
    let before = String(scalars: Array(rest.unicodeScalars.prefix(end)))
    return before.holds(anyOf: ["已", "通过", "完成", "全部", "顺利", "正式"])
      && !rest.holds(anyOf: ["未", "将", "计划", "预计", "拟", "力争", "确保", "待", "不", "准备", "正在"])
  }
}
