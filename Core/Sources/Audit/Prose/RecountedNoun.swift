import Figures
import Reading
import Rules
import Text

/// How many there are of what is named behind the number, told otherwise where the name stands before it:
/// 信息化监测站点15处 and 建成的18处信息化监测站点.
struct RecountedNoun {
  let noun: String
  let text: String
  let quantity: ProseQuantity
  let passage: PassageReading

  static let finder = PassageFinder(in: [.prose, .figure]) { read -> [RecountedNoun] in
    let passage = read.passage
    guard !passage.passage.isHeaded("目标", "计划") else { return [] }
    return passage.figures.compactMap { RecountedNoun($0, in: passage) }
  }

  /// The words around the figure up to marks.
  var clause: String { passage.text(passage.clause(at: quantity.figure.range.lowerBound)).withoutBlanks }

  private init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard let quantity = ProseQuantity(figure), case .count = figure.kind, quantity.value.exact > .one else {
      return nil
    }
    let clause = passage.clause(at: figure.range.lowerBound)
    let rest = passage.scalars[clause.rest(behind: figure.range)]
    let end = rest.firstIndex { Self.ends.contains($0) || !$0.isIdeograph } ?? rest.endIndex
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    var noun = passage.text(rest.startIndex..<end).withoutBlanks
    if let all = noun.offset(of: "全部") { noun = String(scalars: Array(noun.unicodeScalars.prefix(all))) }
    guard (3...10).contains(noun.unicodeScalars.count), !noun.holds(anyOf: Self.verbs),
      !words.holds(anyOf: Self.parts), !passage.has(.comparison, in: clause), !passage.has(.target, in: clause)
    else { return nil }
    (self.noun, text, self.quantity, self.passage) = (noun, passage.quote(figure), quantity, passage)
  }

  private static let ends = Set("有的中内均已未共各按和及与并,，、".unicodeScalars)
  private static let verbs = ["完成", "达到", "参加", "实现", "通过", "开展", "发放", "建成", "超过", "不足", "没有", "低于", "以上", "以下", "进行"]
  private static let parts = [
    "其中", "其余", "剩余", "新增", "仍有", "尚有", "另", "计划", "拟", "上年", "去年", "每", "平均", "第", "前", "部分", "超", "减", "增", "对", "有",
    "为",
    "不", "抽", "选", "检", "培", "组织", "约谈",
  ]

  /// The same thing of as many others.
  func finding(among told: [NamedQuantity]) -> Finding? {
    guard passage.isWholeCount(of: self) else { return nil }
    let same = told.filter {
      $0.annex == passage.passage.annex && $0.quantity.isCountedAlike(quantity) && $0.name.names(noun)
    }
    let mine = quantity.value.exact.spoken(2)
    let slip = same.first {
      let theirs = $0.quantity.value.exact.spoken(2)
      return theirs != mine && mine.unicodeScalars.count >= 2 && theirs.sorted() == mine.sorted()
    }
    guard let other = slip ?? same.first, let place = other.place,
      // A short name may be of several things, and digits that changed places are no chance then either.
      noun.unicodeScalars.count >= (slip == nil ? 7 : 4) || slip != nil && mine.unicodeScalars.count >= 3,
      // 18家卫生院中的16家 is another number of them.
      !same.contains(where: { $0.passage?.text.holds(noun + "中的") ?? true }),
      !passage.passage.text.holds(noun + "中的"),
      !same.contains(where: { $0.quantity.value.relation(to: quantity.value) == .agree }),
      slip != nil || same.allSatisfy({ $0.quantity.value.relation(to: other.quantity.value) == .agree })
    else { return nil }
    let isSlip = slip != nil
    return Finding(
      at: [.text(passage.passage.place(quantity.figure.range)), place],
      "\(noun)前后写有 \(text)、\(other.text)\(isSlip ? "，数字相近" : "")，请核对。", derivation: "\(text) ≠ \(other.text)",
      severity: isSlip && (noun.unicodeScalars.count >= 5 || mine.unicodeScalars.count >= 3) ? nil : .info)
  }
}

extension PassageReading {
  /// Nothing in its sentence says that it is of a part or of another year.
  fileprivate func isWholeCount(of one: RecountedNoun) -> Bool {
    let sentence = sentence(at: one.quantity.figure.range.lowerBound)
    return !figures(in: sentence.lowerBound..<one.quantity.figure.range.lowerBound).contains { figure in
      switch figure.kind {
      case .date, .period, .year: true
      default: false
      }
    }
  }
}

extension String {
  /// The same, but for a short verb in front or words behind the noun: 布设监测站点 and 监测站点全部联网 of 监测站点.
  fileprivate func names(_ noun: String) -> Bool {
    let (mine, other) = (unicodeScalars.count, noun.unicodeScalars.count)
    return self == noun
      || mine > other && mine <= other + 2 && ends(with: noun) && !["新增", "未", "其他"].contains(where: begins)
      || mine >= 5 && noun.begins(with: self)
        && !String(noun.dropFirst(count)).holds(anyOf: ["长", "员", "负责", "工作", "改造", "建设"])
  }
}

extension ProseQuantity {
  fileprivate func isCountedAlike(_ other: ProseQuantity) -> Bool {
    unit == other.unit || Self.people.isSuperset(of: [unit, other.unit])
  }
  private static let people: Set<String> = ["人", "名", "位"]
}

extension Dossier {
  /// Numbers of things that are told otherwise elsewhere.
  var recountedNouns: [Finding] {
    let counted = found(in: RecountedNoun.finder)
    guard !counted.isEmpty else { return [] }
    let told = found(in: NamedQuantity.told)
    return counted.prefix(200).compactMap { $0.finding(among: told) }
  }
}
