import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let p06BeneficiaryName = AuditRule.inAllWritings(
    RuleCard(
      "P06", "受助人姓名", severity: .error,
      why: "低保、救助、残疾等情况属于敏感信息，连同姓名公开会伤害当事人。",
      remedy: "删去姓名，写户数、人数和金额即可。",
      sources: [.personalInformation("敏感个人信息"), .disclosure("涉及个人隐私的信息不得公开")]
    ),
    method: """
      “低保户”“困难党员”“残疾人”等之后紧接着的姓名，以及用顿号接续的各个姓名，即报告。只写人数的不报；“某”字代替的名字不算。\
      Word 文件里批注、修订、隐藏文字、页眉页脚、脚注和文件属性的文字同样检查。
      """,
    examples: [
      .passes(.prose("救助方式、标准按规定公示，走访慰问困难党员12人、低保户30户。")),
      .passes(.prose("为残疾人张某、困难群众李某某办理了补贴。")),
      .fails(
        .prose("春节前走访慰问困难党员⟦孙二⟧、⟦周三⟧和⟦冯小六⟧。"),
        .at("⟦孙二⟧", "写有受助人姓名“孙二”“周三”“冯小六”，请删去。")),
      .fails(
        .prose("低保户：⟦赵丁⟧，每月补助500元；特困人员⟦陈七⟧（肢体残疾）已安置。"),
        .at("⟦赵丁⟧", "写有受助人姓名“赵丁”“陈七”，请删去。")),
      .fails(
        .prose("向低保户申请执行人⟦孙建国⟧等12人发放救助金。"), .at("⟦孙建国⟧", "写有受助人姓名“孙建国”，请删去。")),
      .fails(
        .prose("库湾镇⟦谢长贵⟧、⟦龚腊梅⟧、⟦汪喜生⟧等5户脱贫移民户稳定就业。"),
        .at("⟦谢长贵⟧", "写有受助人姓名“谢长贵”“龚腊梅”“汪喜生”，请删去。")),
      .fails(.prose("对收入超标的⟦赵建民⟧等3户低保对象按规定退出。"), .at("⟦赵建民⟧", "写有受助人姓名“赵建民”，请删去。")),
      .cannotLook([:]),
    ]
  ) { writing in
    let names = PersonName.kinds.matches(in: writing.scalars).flatMap {
      PersonName.listed(from: $0.range.upperBound, in: writing)
        + PersonName.leading(before: $0.range.lowerBound, in: writing)
    }
    guard !names.isEmpty else { return [] }
    let quoted = names.prefix(5).map { "“\(writing.quote($0))”" }.joined() + (names.count > 5 ? "等" : "")
    let places = writing.passage == nil ? [writing.place(names[0])] : names.map(writing.place)
    return [Finding(at: places, "写有受助人姓名\(quoted)，请删去。", derivation: "\(names.count)")]
  }
}

extension PersonName {
  fileprivate static let kinds: WordFinder = [
    "低保户", "低保对象", "低保人员", "贫困户", "脱贫户", "监测户", "五保户", "残疾人", "残疾人员", "残疾学生", "特困人员", "特困户", "困难党员", "困难群众",
    "困难职工", "困难学生", "困难家庭", "孤儿", "受助人", "受助学生", "救助对象", "帮扶对象", "补助对象", "慰问对象", "受益人", "优抚对象", "留守儿童",
    "脱贫移民户", "移民户", "低收入户", "低收入家庭", "易致贫户", "监测对象", "受灾户", "困难户", "失独家庭",
  ]

  private static let roles: WordFinder = [
    "申请执行人", "申请人", "被执行人", "户主", "家属", "家庭成员", "患者", "老人", "儿童", "村民", "居民", "学生", "代表",
  ]

  /// The name in front of 等3户低保对象.
  fileprivate static func leading(before end: Int, in writing: Writing) -> [Range<Int>] {
    var index = end - 1
    guard let unit = writing.scalar(at: index), ["户", "人", "名", "位"].contains(unit) else { return [] }
    index -= 1
    let digits = index
    while let scalar = writing.scalar(at: index), scalar.isDigit || ["一", "两", "三", "四", "五"].contains(scalar) {
      index -= 1
    }
    guard index < digits, writing.scalar(at: index) == "等" else { return [] }
    return [3, 2].lazy.compactMap { length -> Range<Int>? in
      let start = index - length
      guard start >= 0, beginsName(at: start, in: writing) else { return nil }
      // Other words may end in what reads as a name.
      let before = start == 0 ? nil : writing.scalar(at: start - 1)
      let isAlone = before.map { !$0.isIdeograph || ["的", "对", "为", "是", "和"].contains($0) } ?? true
      return isAlone && !isMasked(start..<index, in: writing) ? start..<index : nil
    }.prefix(1).flatMap { before($0, in: writing) + [$0] }
  }

  /// Those that 、 parts from a name behind them: 谢甲、龚乙、 of 谢甲、龚乙、汪丙等5户.
  private static func before(_ name: Range<Int>, in writing: Writing) -> [Range<Int>] {
    guard writing.scalar(at: name.lowerBound - 1) == "、" else { return [] }
    let end = name.lowerBound - 1
    let other = [3, 2].lazy.map { end - $0..<end }.first { other in
      other.lowerBound >= 0 && beginsName(at: other.lowerBound, in: writing)
        && other.allSatisfy { writing.scalar(at: $0).map(\.isIdeograph) ?? false }
    }
    return other.map { before($0, in: writing) + (isMasked($0, in: writing) ? [] : [$0]) } ?? []
  }

  /// Names one after another, parted by 、 or 和.
  fileprivate static func listed(from start: Int, in writing: Writing) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var index = start
    while let scalar = writing.scalar(at: index), [":", "(", " ", "\u{3000}"].contains(scalar) { index += 1 }
    // 低保户申请执行人张三: who of them it is.
    if let role = roles.match(at: index, in: writing.scalars) { index = role.range.upperBound }
    while let name = candidates(at: index, in: writing).first(where: { endsName($0.upperBound, in: writing) })
      ?? counted(at: index, in: writing)
    {
      if !isMasked(name, in: writing) { names.append(name) }
      guard let mark = writing.scalar(at: name.upperBound), ["、", "和", "及", "与"].contains(mark) else { break }
      index = name.upperBound + 1
    }
    return names
  }

  /// 张建强 in front of 等12人, where the number shows that a name stands there whatever else its characters mean.
  private static func counted(at index: Int, in writing: Writing) -> Range<Int>? {
    guard beginsName(at: index, in: writing) else { return nil }
    return [3, 2].lazy.map { index..<index + $0 }.first { name in
      writing.scalar(at: name.upperBound) == "等" && writing.scalar(at: name.upperBound + 1).map(\.isDigit) ?? false
        && name.allSatisfy { writing.scalar(at: $0).map(\.isIdeograph) ?? false }
    }
  }

  private static func endsName(_ index: Int, in writing: Writing) -> Bool {
    guard let scalar = writing.scalar(at: index) else { return true }
    return !scalar.isIdeograph || ["等", "和", "及", "与"].contains(scalar)
  }
}
