import Reading
import Rules
import Text

/// An office of the same name in another place, told of as if it were the report's own: 邻县教育局成立了自评领导小组.
enum OtherPlace {
  private static let offices = ["委员会", "办公室", "人民政府", "局", "中心"]
  /// Words before it, or behind it, that make it a guest or a partner.
  private static let partners = [
    "赴", "到", "与", "和", "同", "向", "由", "对", "及", "、", "邀请", "学习", "考察", "来我", "来局", "调研", "划转", "援",
  ]
  /// What stands before a name and is no part of it: 与邻水县.
  private static let joins: Set<Unicode.Scalar> = ["与", "和", "同", "向", "到", "赴", "由", "对", "及", "在", "从", "请", "经"]
  private static let own = ["自评", "绩效", "领导小组", "评价", "我局", "我县", "我区", "本单位", "我单位", "我办", "我委"]

  /// An office with the place that it is of.
  struct Named {
    let place: String
    let office: String
    let range: Range<Int>
    let writing: Writing

    var name: String { place + office }
  }

  /// 澜溪县: a place and no office.
  static func isPlace(_ name: String) -> Bool { name.unicodeScalars.last?.isLevel ?? true }

  /// Offices with the place that they are of, wherever a clause begins with one.
  static let named = WritingFinder { writing -> [Named] in
    guard writing.passage != nil else { return [] }
    let scalars = writing.scalars
    return scalars.indices.compactMap { index -> Named? in
      guard scalars[index].isLevel, index >= 2 else { return nil }
      let starts = [index - 2, index - 3].filter { start in
        start >= 0 && scalars[start..<index].allSatisfy(\.isIdeograph) && isBeginning(start, of: scalars)
          && !joins.contains(scalars[start])
      }
      guard let start = starts.first else { return nil }
      let behind = String(scalars: Array(scalars[(index + 1)...].prefix { $0.isIdeograph }.prefix(14)))
      guard let office = office(named: behind) else { return nil }
      return Named(
        place: writing.quote(start..<index + 1), office: office, range: start..<index + 1 + office.unicodeScalars.count,
        writing: writing)
    }
  }

  /// A name begins where a clause does, or behind a year, 2024年度示例县, which is no part of it.
  private static func isBeginning(_ start: Int, of scalars: [Unicode.Scalar]) -> Bool {
    func endsYear(_ index: Int) -> Bool {
      guard index > 0 else { return false }
      return scalars[index] == "年" && scalars[index - 1].isDigit || scalars[index] == "度" && endsYear(index - 1)
    }
    return start == 0 || !endsYear(start) && (endsYear(start - 1) || !scalars[start - 1].isIdeograph)
  }

  /// 民族宗教事务局 of 民族宗教事务局成立了.
  private static func office(named words: String) -> String? {
    let ends = offices.compactMap { office in words.first(of: office).map { $0 + office.unicodeScalars.count } }
    guard let end = ends.min(), end >= 3 else { return nil }
    return String(scalars: Array(words.unicodeScalars.prefix(end)))
  }

  static func findings(in dossier: Dossier, unit: String) -> [Finding] {
    let others = dossier.found(in: named)
    return places(of: unit).flatMap { place -> [Finding] in
      // The report tells of its own office of that name, or is that office's.
      var isOurs: [ExactText: Bool] = [:]
      return others.compactMap { other in
        guard isOf(other, unlike: place, unit: unit) else { return nil }
        let office = ExactText(other.office)
        let known =
          isOurs[office]
          ?? (unit.ends(with: other.office) || dossier.writings.contains { $0.text.holds(place + other.office) })
        isOurs[office] = known
        return known ? finding(other, of: place) : nil
      }
        // Each is counted in all of the report, which leaves few names over.
        + dossier.found(in: OtherPlaceInOwnRole.finder).prefix(20).compactMap { $0.finding(in: dossier, of: place) }
    }
  }

  /// 汝北县 and 槐店镇 of 汝北县槐店镇人民政府.
  static func places(of unit: String) -> [String] {
    let scalars = Array(unit.unicodeScalars)
    guard
      let end = scalars.indices.first(where: {
        // 杭州市 is no 州 of its own.
        $0 >= 2 && (scalars[$0].isLevel && !scalars[$0].isTown || scalars[$0] == "州")
      })
    else {
      return []
    }
    let first = end <= 4 ? [String(scalars: Array(scalars[...end]))] : []
    let rest = scalars[(end + 1)...]
    // 赫水区 of 益水市赫水区商务局.
    let inCity = scalars[end] == "市" ? rest.firstIndex { $0 == "区" || $0 == "县" || $0 == "旗" } : nil
    let county =
      first
      + (inCity.map { (2...4).contains($0 - end - 1) ? [String(scalars: Array(scalars[(end + 1)...$0]))] : [] } ?? [])
    guard let town = rest.first(where: \.isTown).flatMap({ rest.firstIndex(of: $0) }), (2...4).contains(town - end - 1)
    else { return county }
    return county + [String(scalars: Array(scalars[(end + 1)...town]))]
  }

  /// The county, district or town that a name begins with, where it is of the same level as another: 青岗镇 of 青岗镇水利站.
  static func leading(_ name: String, besides own: String) -> String? {
    let scalars = Array(name.unicodeScalars)
    guard let level = own.unicodeScalars.last,
      let end = scalars.indices.first(where: { $0 >= 2 && scalars[$0].isLevel && (scalars[$0] == level || $0 > 3) }),
      end <= 3, scalars[end] == level, scalars.count >= end + 3, scalars[...end].allSatisfy(\.isIdeograph),
      // 各乡镇 and 有关县区 are no names.
      !["各", "有", "相", "全", "本", "该"].contains(scalars[0]), !["县", "区", "镇", "乡"].contains(scalars[end + 1])
    else { return nil }
    let place = String(scalars: Array(scalars[...end]))
    return place.isExactly(anyOf: ["示范区", "项目区", "开发区", "园区", "保护区", "风景区", "高新区", "经开区"]) ? nil : place
  }

  /// Another place of the same level, told of as if it were the report's own.
  private static func isOf(_ other: Named, unlike place: String, unit: String) -> Bool {
    other.place != place && !place.ends(with: other.place)
      && other.place.unicodeScalars.last == place.unicodeScalars.last
      && (speaksOfItself(other) || unit.ends(with: place + other.office) && actsAlone(other))
  }

  /// The same office of another place does something in a clause of its own, and nothing tells that it is a guest.
  private static func actsAlone(_ name: Named) -> Bool {
    let sentence = name.writing.sentence(around: name.range)
    let before = name.writing.quote(sentence.lowerBound..<max(sentence.lowerBound, name.range.lowerBound))
    let behind = name.writing.quote(sentence.rest(behind: name.range))
    return behind.holds(anyOf: leading) && !(before + behind).holds(anyOf: guests)
      && !String(before.suffix(3)).holds(anyOf: partners)
      && !String(behind.prefix(2)).holds(anyOf: partners)
  }
  /// What an office does at home alone.
  private static let leading = [
    "负责同志", "负责人", "领导班子", "班子成员", "党组", "党委会", "局长", "主任", "分管", "牵头", "制定", "印发", "出台", "成立", "督导", "实行", "严格执行",
    "按季度",
    "每季度", "每月", "全年", "下设", "内设",
  ]
  private static let guests = [
    "合作", "协作", "共建", "联合", "对口", "帮扶", "移交", "协助", "来函", "考察", "学习", "交流", "借鉴", "经验", "先进", "对标", "相比", "邻", "跨",
    "异地",
    "毗邻", "联动", "互", "委托", "来我", "案例", "原", "来访", "一行", "参观", "调研", "座谈", "参照", "共同", "签订",
  ]

  private static func finding(_ other: Named, of place: String) -> Finding {
    let quoted = other.writing.quote(other.range)
    return Finding(
      at: [other.writing.place(other.range)], "写的是“\(quoted)”，本报告是\(place)的，可能是套用了其他单位的文本。",
      derivation: "\(other.place) ≠ \(place)")
  }

  private static func speaksOfItself(_ name: Named) -> Bool {
    let sentence = name.writing.sentence(around: name.range)
    let before = name.writing.quote(max(sentence.lowerBound, name.range.lowerBound - 3)..<name.range.lowerBound)
    let behind = name.writing.quote(sentence.rest(behind: name.range))
    return !before.holds(anyOf: partners) && !String(behind.prefix(8)).holds(anyOf: partners)
      && behind.holds(anyOf: own)
  }
}

extension Unicode.Scalar {
  /// The last character of a place's name.
  fileprivate var isLevel: Bool {
    switch self {
    case "县", "区", "旗", "市": true
    default: isTown
    }
  }

  fileprivate var isTown: Bool { self == "镇" || self == "乡" }
}

extension String {
  /// Where words begin in it for the first time, in scalars.
  fileprivate func first(of words: String) -> Int? {
    let (mine, wanted) = (Array(unicodeScalars), Array(words.unicodeScalars))
    guard mine.count >= wanted.count else { return nil }
    return (0...mine.count - wanted.count).first { mine[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}
