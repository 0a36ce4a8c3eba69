import Reading
import Text

/// A survey that prose tells of: how many sheets went out, came back and were of use.
struct Survey {
  let passage: PassageReading
  let issued: ProseQuantity?
  fileprivate(set) var returned: ProseQuantity?
  fileprivate(set) var valid: ProseQuantity?

  /// How many answers its result rests on, as far as it is told.
  var sample: ProseQuantity? { valid ?? returned ?? issued }

  /// Words for the sheets that are asked to be filled in.
  static let sheets = ["问卷", "调查表", "测评表", "评议表"]
  /// Words for asking people.
  private static let asking = sheets + ["调查", "抽样", "样本", "回访", "访谈", "测评", "评议"]
  private static let units = ["份", "张", "人", "人次", "人份", "名", "位", "户", "家", "个"]

  /// Tells in one sentence that so many were asked.
  static func isTold(in passage: PassageReading, about topic: String = "满意") -> Bool {
    guard passage.figures.contains(where: \.countsAnswers) else { return false }
    let isOnTopic = passage.passage.text.holds(topic)
    return passage.sentences.contains { sentence in
      let text = passage.text(sentence)
      return text.holds(anyOf: isOnTopic ? asking : sheets)
        && passage.figures(in: sentence).contains(where: \.countsAnswers)
    }
  }

  fileprivate static func counts(_ unit: String) -> Bool { units.contains(unit) }
}

extension WrittenFigure {
  fileprivate var countsAnswers: Bool {
    if case .count(_, let unit) = kind { Survey.counts(unit) } else { false }
  }
}

extension PassageReading {
  /// The surveys by sheets that a paragraph tells of, each from the sheets that went out.
  var surveys: [Survey] {
    guard passage.text.holds(anyOf: Survey.sheets) else { return [] }
    var found: [Survey] = []
    for figure in passage.figures where figure.countsAnswers {
      guard let role = role(of: figure) else { continue }
      // A round number of sheets still ends what was told of the ones before.
      // Of 各150份 there are more than 150.
      let before = text(words(before: figure)).withoutBlanks
      let isOfEach = before.ends(with: "各") || before.holds(anyOf: ["各发", "各投", "各下发", "各抽取", "分别发"])
      let quantity = isOfEach ? nil : ProseQuantity(figure)
      // 有效 is told last: what came back behind it is of another survey.
      let isNext = role == .returned && found.last.map { $0.valid != nil } ?? false
      if role == .issued || isNext || found.isEmpty {
        found.append(Survey(passage: self, issued: role == .issued ? quantity : nil))
      }
      switch role {
      case .issued: break
      case .returned: found[found.count - 1].returned = quantity
      case .valid: found[found.count - 1].valid = quantity
      }
    }
    return found
  }

  private enum Role { case issued, returned, valid }

  /// By the words right before it; nil where they say several things or nothing.
  private func role(of figure: WrittenFigure) -> Role? {
    let words = text(words(before: figure))
    let isReturned = words.holds(anyOf: ["收回", "回收", "收到", "返回"])
    let isIssued = words.holds(anyOf: ["发放", "发出", "发送", "下发", "印发", "派发", "分发", "投放"])
    if words.holds("有效") { return .valid }
    if words.holds("无效") || isReturned && isIssued { return nil }
    return isReturned ? .returned : isIssued ? .issued : nil
  }
}
