/// What the words around a quantity add to it.
struct ProseSurroundings {
  var isApproximate = false
  var bound: WrittenFigure.Bound?
}

/// What stands before a number and belongs to it.
struct ProseLead {
  var start: ProsePlace
  var isNegative = false
  /// ¥ or 人民币 stands before.
  var isMoney = false
  var surroundings = ProseSurroundings()
}

extension ProseText {
  /// Reads backwards from a number to `limit`: sign, ¥, comparison, 约.
  func lead(
    of number: ProsePlace, notBefore limit: ProsePlace, isCounted: Bool, isDuration: Bool = false,
    isUncounted: Bool = false
  ) -> ProseLead {
    var lead = ProseLead(start: number)
    takeSign(&lead, limit, isCounted: isCounted)
    if isUncounted, let up = up(before: number), limit <= up {
      lead.start = up
      lead.surroundings.isApproximate = true
    }
    takeCurrency(&lead, limit)
    for _ in 0..<2 {
      let end = droppingBlanks(before: lead.start)
      if let (start, bound) = bound(endingAt: end), limit <= start, lead.surroundings.bound == nil {
        lead.surroundings.bound = bound
        lead.start = start
      } else if let start = vagueness(endingAt: end, isDuration: isDuration), limit <= start,
        !lead.surroundings.isApproximate
      {
        lead.surroundings.isApproximate = true
        lead.start = start
      } else {
        break
      }
    }
    return lead
  }

  /// The 上 of 上百, which is about a hundred; 成千上万 is no number.
  func up(before number: ProsePlace) -> ProsePlace? {
    let up = before(number)
    return self[up] == .of("上") && !scalarBefore(up).isOne(of: "千百以") ? up : nil
  }

  private func takeSign(_ lead: inout ProseLead, _ limit: ProsePlace, isCounted: Bool) {
    let sign = before(lead.start)
    guard limit <= sign, sign < lead.start else { return }
    if self[sign] == .of("负"), isCounted, !scalarBefore(sign).isOne(of: "担减自胜欠") {
      (lead.isNegative, lead.start) = (true, sign)
      return
    }
    let isMinus = self[sign].isOne(of: Self.minus)
    guard isMinus || self[sign] == .of("+") else { return }
    let previous = scalarBefore(sign)
    guard !Self.isDigit(previous), !Self.isLatin(previous), !Self.isClosing(previous), !Self.isDash(previous),
      previous != .of("%"), isMinus && isCounted || !Self.isHan(previous)
    else { return }
    lead.isNegative = isMinus
    lead.start = sign
  }

  static let minus: StaticString = "-\u{2212}\u{2013}"

  private func takeCurrency(_ lead: inout ProseLead, _ limit: ProsePlace) {
    let end = droppingBlanks(before: lead.start)
    let symbol = before(end)
    if limit <= symbol, symbol < end, self[symbol] == 0xA5 || self[symbol] == 0xFFE5 {
      lead.isMoney = true
      lead.start = symbol
    } else if let start = retaking("人民币", before: end), limit <= start {
      lead.isMoney = true
      lead.start = start
    }
  }

  private func bound(endingAt end: ProsePlace) -> (ProsePlace, WrittenFigure.Bound)? {
    let last = before(end)
    let previous = scalarBefore(last)
    switch self[last] {
    case 0x2265, 0x2267, 0x2A7E: return (last, .atLeast)
    case 0x2264, 0x2266, 0x2A7D: return (last, .atMost)
    case .of("="):
      if previous == .of(">") { return (before(last), .atLeast) }
      if previous == .of("<") { return (before(last), .atMost) }
      return (last, .exactly)
    case .of(">"): return (last, .above)
    case .of("<"): return (last, .below)
    case .of("逾"): return (last, .above)
    case .of("超"): return (last, .above)
    case .of("于"), .of("过"), .of("少"), .of("多"), .of("足"): return wordyBound(endingAt: end)
    default: return nil
    }
  }

  private func wordyBound(endingAt end: ProsePlace) -> (ProsePlace, WrittenFigure.Bound)? {
    for (word, bound) in Self.boundWords {
      if let start = retaking(word, before: end) { return (start, bound) }
    }
    return nil
  }

  /// Longer words before those that they end with.
  private static let boundWords: [(StaticString, WrittenFigure.Bound)] = [
    ("不低于", .atLeast), ("不少于", .atLeast), ("不小于", .atLeast), ("不高于", .atMost), ("不多于", .atMost),
    ("不大于", .atMost), ("不超过", .atMost), ("大于", .above), ("高于", .above), ("多于", .above), ("小于", .below),
    ("低于", .below), ("少于", .below), ("超过", .above), ("至少", .atLeast), ("最少", .atLeast), ("至多", .atMost),
    ("最多", .atMost), ("不足", .below),
  ]

  /// 约, 近 and their longer forms, unless they end another word as in 节约 or 附近.
  private func vagueness(endingAt end: ProsePlace, isDuration: Bool) -> ProsePlace? {
    if self[before(end)].isOne(of: "为有达"), scalarBefore(before(end)) == .of("约") {
      return vagueness(endingAt: before(end), isDuration: isDuration)
    }
    let last = before(end)
    guard last < end else { return nil }
    let previous = scalarBefore(last)
    switch self[last] {
    case .of("约"):
      guard !previous.isOne(of: "节预合签履违条邀集公契特制缔毁解续婚爽践守失订邀简隐相俭") else { return nil }
      return previous == .of("大") ? before(last) : last
    case .of("近"):
      // 近三年 are the last three years.
      guard !isDuration, !previous.isOne(of: "附最邻靠临亲远相") else { return nil }
      return previous.isOne(of: "将接") ? before(last) : last
    default: return nil
    }
  }

  /// What stands behind a quantity: 以上, 左右. Answers where it ends.
  func trail(behind end: ProsePlace, _ surroundings: inout ProseSurroundings) -> ProsePlace {
    let start = skippingBlanks(end)
    guard self[start].isOne(of: "以及之左上") else { return end }
    for (word, bound) in Self.trailWords {
      guard let behind = taking(word, at: start) else { continue }
      if let bound {
        guard surroundings.bound == nil else { return end }
        surroundings.bound = bound
      } else {
        surroundings.isApproximate = true
      }
      return behind
    }
    return end
  }

  private static let trailWords: [(StaticString, WrittenFigure.Bound?)] = [
    ("以上", .atLeast), ("及以上", .atLeast), ("以下", .atMost), ("及以下", .atMost), ("以内", .atMost), ("之内", .atMost),
    ("左右", nil), ("上下", nil),
  ]
}
