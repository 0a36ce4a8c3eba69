import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let t03OtherLevel = AuditRule(
    RuleCard(
      "T03", "层级用词与本单位不符", severity: .warning,
      why: "县的单位说“我区”“区委”，市的单位说“我县”，多半是套用了别处的报告，里面的数和事也可能是别处的。",
      remedy: "改成本级的说法，并核对这一段写的是不是本单位的情况。",
      sources: [.reportOutline("各节的主语"), .customary("不套用其他单位的文本")]
    ),
    method: """
      由单位名称认出本级（省、市、县、区），查自称的“我县”“我区”“我市”“我省”，以及县与区之间的“全县、县委、县政府、县财政局”和“全区、区委、区政府、区财政局”。\
      对上级的称呼、前面连着地名的（某某县委）、“县级以上”“园区”“自治区”等不算；从名称看不出本级的不看。同一个词合报一处。
      """,
    examples: [
      .passes(.prose("我县农贸市场改造由县财政局安排，省级资金和市级资金各半，我市其他县区来我县考察。")),
      .passes(.prose("县级以上媒体报道12次；开发区、工业园区全区覆盖，赴临江区委、区政府学习。")),
      .fails(
        .prose("⟦我区⟧积极培育商贸主体，按照⟦区委⟧、⟦区政府⟧部署，⟦我区⟧完成了任务。"),
        .at("⟦我区⟧", "写有“我区”，而本单位是县级单位“示例县商务局”，可能是套用了别处的文本。"),
        .at("⟦区委⟧", "写有“区委”，而本单位是县级单位“示例县商务局”，可能是套用了别处的文本。"),
        .at("⟦区政府⟧", "写有“区政府”，而本单位是县级单位“示例县商务局”，可能是套用了别处的文本。")),
      .fails(
        .prose("根据⟦区财政局⟧通知，我单位开展了自评。"),
        .at("⟦区财政局⟧", "写有“区财政局”，而本单位是县级单位“示例县商务局”，可能是套用了别处的文本。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard dossier.hasProse else { return .noText }
    guard let own = UnitLevel(ofUnit: dossier.filing.unit.name) else { return .notCheckable(missing: ["单位名称"]) }
    let words = own.foreignWords
    let isRegion = dossier.writings.contains { $0.text.holds("自治区") }
    var found: [(words: String, places: [Place])] = []
    for writing in dossier.writings {
      for match in words.matches(in: writing.scalars) where own.isForeign(match.range, in: writing) {
        let quoted = writing.quote(match.range)
        if quoted == "全区", isRegion { continue }
        if let index = found.firstIndex(where: { $0.words == quoted }) {
          found[index].places.append(writing.place(match.range))
        } else {
          found.append((quoted, [writing.place(match.range)]))
        }
      }
    }
    return Verdict(
      found.map { word in
        Finding(
          at: Array(word.places.prefix(20)),
          "写有“\(word.words)”，而本单位是\(own.rawValue)级单位“\(dossier.filing.unit.name)”，可能是套用了别处的文本。",
          derivation: "\(word.words) \(word.places.count)")
      })
  }
}

/// The level of government that a unit belongs to, by its name.
private enum UnitLevel: String {
  case province = "省"
  case city = "市"
  case county = "县"
  case district = "区"

  /// nil where the name tells no level, or one that says itself otherwise.
  init?(ofUnit name: String) {
    let scalars = Array(name.bare.unicodeScalars)
    var level: UnitLevel?
    for (index, scalar) in scalars.enumerated() where index >= 1 {
      guard let found = UnitLevel(rawValue: String(scalar)), !Self.isPartOfWord(index, in: scalars) else { continue }
      level = found
    }
    guard let level else { return nil }
    self = level
  }

  private static let endings: WordFinder = [
    "园区", "社区", "景区", "发区", "新区", "城区", "林区", "库区", "灌区", "港区", "山区", "矿区", "示范区", "管理区", "自治区", "保税区", "片区", "特区",
    "地区",
    "专区", "护区",
  ]
  private static let beginnings: WordFinder = ["市场", "市政", "市容", "市民", "区域", "区划", "县域", "城市", "省道"]

  /// 区 of 园区, 市 of 市场.
  private static func isPartOfWord(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let near = max(0, index - 2)..<min(scalars.count, index + 2)
    return (max(0, index - 2)...index).contains { start in
      Self.endings.match(at: start, in: scalars).map {
        $0.range.upperBound == index + 1 && !Self.isName($0.range, in: scalars)
      }
        ?? false
    }
      || near.contains { start in
        Self.beginnings.match(at: start, in: scalars).map { $0.range.contains(index) } ?? false
      }
  }

  /// 君山区 is a district, 山区 none: a name of one more letter stands before it, behind another level.
  private static func isName(_ word: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    word.lowerBound >= 1 && UnitLevel(rawValue: String(scalars[word.lowerBound - 1])) == nil
      && ["山区", "城区", "港区", "林区"].contains(String(String.UnicodeScalarView(scalars[word])))
  }

  /// What units of this level do not call themselves.
  var foreignWords: WordFinder {
    switch self {
    case .county: Self.ofDistricts
    case .district: Self.ofCounties
    case .city: Self.ofCountiesAndDistricts
    case .province: Self.ofLowerLevels
    }
  }
  private static let ofDistricts: WordFinder = [
    "我区", "全区", "区委", "区政府", "区人民政府", "区财政局", "区本级", "区人大", "区纪委",
  ]
  private static let ofCounties: WordFinder = [
    "我县", "全县", "县委", "县政府", "县人民政府", "县财政局", "县本级", "县人大", "县纪委",
  ]
  private static let ofCountiesAndDistricts: WordFinder = ["我县", "我区"]
  private static let ofLowerLevels: WordFinder = ["我市", "我县", "我区"]

  /// No part of a name or of another word.
  func isForeign(_ range: Range<Int>, in writing: Writing) -> Bool {
    let isSelf = writing.scalars[range.lowerBound] == "我" || writing.scalars[range.lowerBound] == "全"
    if let next = writing.scalar(at: range.upperBound), ["域", "级", "划", "间", "书"].contains(next), isSelf {
      return false
    }
    guard let before = writing.scalar(at: range.lowerBound - 1) else { return true }
    // 安全区域, 园区全区: words that run into it.
    if isSelf { return !["安", "园", "健", "完", "自", "市", "县", "省", "区"].contains(before) }
    if before == "、", let earlier = word(endingAt: range.lowerBound - 1, in: writing) {
      return isForeign(earlier, in: writing)
    }
    return !before.isIdeograph || Self.leadingWords.contains(before)
  }
  /// 临江区委、区政府 are of one place.
  private func word(endingAt end: Int, in writing: Writing) -> Range<Int>? {
    (max(0, end - 6)..<end).lazy.compactMap { foreignWords.match(at: $0, in: writing.scalars)?.range }
      .first { $0.upperBound == end }
  }
  /// Short words that may stand right before an office.
  private static let leadingWords: Set<Unicode.Scalar> = Set("由向在和及与经报按对据为了的被受将请是给从于因照并或".unicodeScalars)
}
