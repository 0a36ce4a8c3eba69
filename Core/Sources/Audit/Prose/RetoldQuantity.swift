import Figures
import Reading
import Rules
import Text

/// A quantity with the words it is told in, to be found again where its digits were mistyped.
struct RetoldQuantity {
  let quantity: ProseQuantity
  let passage: PassageReading
  /// In 万元 where it is money.
  let digits: String
  /// The year that its sentence names last before it, or the report's.
  private let year: Int
  /// The words right before it, without what only tells that it was done.
  private let label: [Unicode.Scalar]
  /// Its clause, without figures.
  private let around: [Unicode.Scalar]
  private let verbs: Verbs
  fileprivate let senses: Senses

  /// Which words of `classes` tell of it, each by its place among all of them.
  private struct Verbs: OptionSet {
    let rawValue: UInt32

    /// Those of each class.
    static let ofClasses: [Verbs] = {
      var place: UInt32 = 0
      return RetoldQuantity.classes.map { words in
        defer { place += UInt32(words.count) }
        return Verbs(rawValue: (1 << UInt32(words.count) - 1) << place)
      }
    }()

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(in text: String) {
      self = []
      for (place, word) in RetoldQuantity.words.enumerated() where text.holds(word) {
        insert(Verbs(rawValue: 1 << UInt32(place)))
      }
    }
  }

  /// What the words say that it was; none where they say nothing of it.
  fileprivate struct Senses: OptionSet, Hashable {
    let rawValue: Int

    func fits(_ other: Senses) -> Bool { isEmpty || other.isEmpty || !isDisjoint(with: other) }
    static let all: [Senses] = (0..<1 << RetoldQuantity.classes.count).map(Senses.init)
  }

  /// Every exact quantity of three digits or more that is told of the whole year.
  static let finder = PassageFinder(in: [.prose, .noPlans, .figure]) { read -> [RetoldQuantity] in
    let passage = read.passage
    return passage.figures.compactMap { RetoldQuantity($0, in: read) }
  }

  private init?(_ figure: WrittenFigure, in read: PassageStatements) {
    let passage = read.passage
    guard let quantity = ProseQuantity(figure), !["", "年", "月", "天"].contains(quantity.unit) else { return nil }
    let digits = quantity.unit == "元" ? quantity.value.digits : quantity.value.exact.spoken(4)
    // Ground is told of in 亩, 公顷 and 平方米, and round.
    guard digits.significantDigits >= (quantity.unit == "㎡" ? 5 : 3) else { return nil }
    let words = passage.words(before: figure)
    let clause = passage.clause(at: figure.range.lowerBound)
    let before = passage.text(words).withoutBlanks
    guard !passage.marks(in: words).contains(where: { [.rise, .fall, .comparison, .target].contains($0.cue) }),
      !before.holds(anyOf: ["每", "单价", "人均", "户均", "均价", "标准", "平均", "其中", "上年", "去年", "抽检", "抽查", "抽取", "抽样"])
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let dates = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound)
    // 截至9月底 tells of another time.
    guard !dates.contains(where: \.kind.isPartOfYear) else { return nil }
    (self.quantity, self.passage, self.digits) = (quantity, passage, digits)
    year = dates.last { $0.year != nil }?.year?.number(in: read.year) ?? read.year
    label = Array(before.withoutLinks.unicodeScalars)
    let behind = figure.range.upperBound..<max(figure.range.upperBound, clause.upperBound)
    let told = before + passage.text(behind.lowerBound..<min(behind.upperBound, behind.lowerBound + 24)).withoutBlanks
    around = Array(told.unicodeScalars)
    var own = Verbs(in: told)
    // 拨付到位 tells of what came.
    if told.holds("到位") { own.subtract(Verbs.ofClasses[1]) }
    verbs = own
    senses = Self.classes.indices.reduce(into: []) { senses, index in
      if !own.isDisjoint(with: Verbs.ofClasses[index]) { senses.insert(Senses(rawValue: 1 << index)) }
    }
  }

  /// Words for what there was to spend, for what was paid, and for what is left.
  private static let classes = [
    SpendingWords.given + ["计划", "年初", "投资"], SpendingWords.paid, SpendingWords.left,
  ]
  private static let words = classes.flatMap { $0 }

  /// The same quantity with a slip of the typist; nil where the words may be about something else.
  ///
  /// `isFew` says that the report tells of few quantities of this kind, so that two are not alike by chance.
  func slip(_ other: RetoldQuantity, isFew: Bool) -> DigitSlip? {
    guard quantity.unit == other.quantity.unit, passage.passage.annex == other.passage.passage.annex,
      passage.passage.place != other.passage.passage.place, year == 0 || other.year == 0 || year == other.year,
      senses.fits(other.senses), let slip = DigitSlip(digits, other.digits), ![.replaced, .exchanged].contains(slip)
    else { return nil }
    let count = min(digits.significantDigits, other.digits.significantDigits)
    let sharesVerb = !verbs.isDisjoint(with: other.verbs)
    let sharesClass = !senses.isDisjoint(with: other.senses)
    let end = zip(label.reversed(), other.label.reversed()).prefix { $0 == $1 }.count
    if end >= 5 { return slip }
    guard count >= 4 else { return nil }
    if isFew { return slip }
    let run = around.longestRun(in: other.around)
    if count >= 5 { return sharesVerb || sharesClass || run >= 4 ? slip : nil }
    return run >= 6 || run >= 4 && sharesVerb ? slip : nil
  }
}

/// How many different quantities a report tells of, by what they are counted in and what they were.
private struct QuantityKinds {
  struct Kind: Hashable {
    let unit: String
    let annex: Int
    let senses: RetoldQuantity.Senses
  }

  private static let few = 6
  /// The digits of each kind, not more than are needed to see that they are not few.
  private var digits: [Kind: Set<String>] = [:]

  init(of told: [RetoldQuantity]) {
    for one in told where digits[one.kind(one.senses), default: []].count <= Self.few {
      digits[one.kind(one.senses), default: []].insert(one.digits)
    }
  }

  func areFew(like one: RetoldQuantity) -> Bool {
    var alike: Set<String> = []
    for senses in RetoldQuantity.Senses.all where senses.fits(one.senses) {
      alike.formUnion(digits[one.kind(senses)] ?? [])
      if alike.count > Self.few { return false }
    }
    return true
  }
}

extension Dossier {
  /// Quantities that are told in two paragraphs and were mistyped in one.
  var mistypedRepeats: [Finding] {
    let told = found(in: RetoldQuantity.finder)
    guard told.count >= 2 else { return [] }
    var byDigits: [String: [Int]] = [:]
    for (index, one) in told.enumerated() { byDigits[one.key, default: []].append(index) }
    let times = Dictionary(grouping: told) { "\($0.quantity.unit) \($0.digits)" }.mapValues(\.count)
    func count(_ index: Int) -> Int { times["\(told[index].quantity.unit) \(told[index].digits)"] ?? 1 }
    let kinds = QuantityKinds(of: told)
    var pairs: [(Int, Int)] = []
    for group in byDigits.values where group.count >= 2 && group.count <= 40 {
      for (place, first) in group.enumerated() {
        let isFew = kinds.areFew(like: told[first])
        guard let other = group[(place + 1)...].first(where: { told[first].slip(told[$0], isFew: isFew) != nil }),
          // Both told again and again are two quantities.
          min(count(first), count(other)) == 1
        else { continue }
        pairs.append((first, other))
      }
    }
    var seen: Set<String> = []
    return pairs.sorted { $0 < $1 }.compactMap { first, other in
      // The one told once stands first: it is the likelier slip.
      let (wrong, right) = count(first) > count(other) ? (told[other], told[first]) : (told[first], told[other])
      guard seen.insert("\(wrong.digits) \(right.digits)").inserted else { return nil }
      let quotes = (wrong.passage.quote(wrong.quantity.figure), right.passage.quote(right.quantity.figure))
      return Finding(
        at: [wrong, right].map { .text($0.passage.passage.place($0.quantity.figure.range)) },
        "前后写有 \(quotes.0)、\(quotes.1)，数字相近，像是同一个数，请核对。", derivation: "\(quotes.0) ≠ \(quotes.1)")
    }
  }
}

extension RetoldQuantity {
  fileprivate func kind(_ senses: Senses) -> QuantityKinds.Kind {
    QuantityKinds.Kind(unit: quantity.unit, annex: passage.passage.annex, senses: senses)
  }
  /// The digits in their order of size, without zeros, and the unit: what slips of one another share.
  fileprivate var key: String {
    let plain = digits.unicodeScalars.filter { $0 != "." && $0 != "0" }.sorted { $0.value < $1.value }
    return quantity.unit + String(scalars: plain)
  }
}

extension WrittenFigure.Kind {
  fileprivate var isPartOfYear: Bool {
    switch self {
    case .period(_, let end): (end.month ?? 12) < 12
    case .date(let date): (date.month ?? 12) < 12
    default: false
    }
  }
}

extension String {
  /// Without words at its end that tell of no thing.
  fileprivate var withoutLinks: String {
    var words = self
    while let link = Self.links.first(where: words.ends), link.scalarCount < words.scalarCount {
      words.unicodeScalars.removeLast(link.scalarCount)
    }
    return words
  }
  private static let links = [
    "共计", "合计", "总计", "总额", "共", "为", "达到", "达", "约", "资金", "项目", "面积", "人数", "户数", "数", "金额", "任务", "的", "了", "计",
  ]
}

extension [Unicode.Scalar] {
  /// How many characters in turn stand in both.
  fileprivate func longestRun(in other: [Unicode.Scalar]) -> Int {
    var longest = 0
    // How long the run is that ends with each of the other's characters and the one at hand.
    var runs = [Int](repeating: 0, count: other.count)
    for scalar in self {
      var before = 0
      for (index, theirs) in other.enumerated() {
        let run = scalar == theirs && !scalar.isFigureOrMark ? before + 1 : 0
        before = runs[index]
        runs[index] = run
        longest = Swift.max(longest, run)
      }
    }
    return longest
  }
}

extension Unicode.Scalar {
  fileprivate var isFigureOrMark: Bool { value < 0x4E00 || value > 0x9FFF }
}
