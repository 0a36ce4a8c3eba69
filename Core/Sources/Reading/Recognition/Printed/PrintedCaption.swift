import Text

/// What a column of a scored table holds, known by its caption, whatever the region calls it.
enum PrintedCaption: Hashable {
  case group, node, name
  case sign, target, unit, actual, points, score, reason
  case initial, budget, executed, rate

  /// nil for a caption that says something else.
  init?(_ key: LabelKey) {
    guard let caption = key.caption else { return nil }
    self = caption
  }

  /// By a caption's words without what stands in brackets.
  init?(naming word: LabelWord) {
    guard !word.text.isEmpty else { return nil }
    if let known = Self.words[word] {
      self = known
    } else if word.text.holds(anyOf: ["原因", "改进措施", "整改措施", "偏差说明"]) {
      self = .reason
    } else {
      return nil
    }
  }

  /// Of the first two levels or of the indicator itself.
  var isLevel: Bool { [.group, .node, .name].contains(self) }
  /// Of what an indicator is worth or comes to.
  var isIndicatorValue: Bool { [.target, .actual, .points, .score].contains(self) }

  private static let words: [LabelWord: PrintedCaption] = {
    let spellings: [(PrintedCaption, [String])] = [
      (.group, ["一级指标", "一级", "一级指标名称", "一级绩效指标"]), (.node, ["二级指标", "二级", "二级指标名称", "二级绩效指标", "指标类型", "指标类别"]),
      (.name, ["三级指标", "三级", "三级指标名称", "指标名称", "绩效指标名称", "指标内容", "三级指标内容", "三级绩效指标", "具体指标", "四级指标"]),
      (.sign, ["指标性质", "性质", "比较符号", "计算符号", "运算符号", "指标符号", "指标方向", "符号"]),
      (.unit, ["度量单位", "计量单位", "指标单位", "单位"]),
      (
        .target,
        [
          "指标值", "年度指标值", "目标值", "年度目标值", "年初目标值", "年初指标值", "预期指标值", "预期目标值", "绩效目标值", "计划指标值", "指标目标值", "设定目标值",
          "年初设定目标值", "计划值", "预期值", "调整指标值", "全年指标值", "调整后指标值", "指标标准值", "绩效指标值",
        ]
      ),
      (
        .actual,
        [
          "实际完成值", "完成值", "全年完成值", "年度完成值", "全年实际完成值", "全年实际值", "实际值", "实现值", "完成指标值", "实际完成指标值", "指标完成值", "自评完成值",
          "实际完成情况", "年度实际完成值", "完成情况", "全年完成情况",
        ]
      ),
      (.points, ["分值", "权重", "指标权重", "分值权重", "权重分值", "指标分值", "标准分", "标准分值", "满分", "执行率权重", "权重分"]),
      (.score, ["得分", "自评得分", "指标得分", "评价得分", "实际得分", "自评分", "单位自评得分", "执行率得分", "评分", "自评分数"]),
      (.reason, ["说明", "备注", "评分依据", "评分说明", "原因"]),
      (.initial, ["年初预算数", "年初预算", "年初预算金额", "年初批复数", "年初批复预算", "年初批复预算数", "年初预算安排数", "年初安排数", "年初数"]),
      (
        .budget,
        [
          "全年预算数", "全年预算", "调整预算数", "调整后预算数", "调整预算", "调整后预算", "年度预算数", "预算数", "预算金额", "预算安排数", "预算资金", "全年预算金额",
          "全年调整预算数", "调整后全年预算数",
        ]
      ),
      (
        .executed,
        [
          "全年执行数", "本年执行数", "执行数", "预算执行数", "决算数", "实际支出数", "实际支出", "支出数", "全年支出数", "实际支出金额", "执行金额", "全年实际支出数",
          "实际执行数",
          "资金执行数",
          "支出金额",
        ]
      ),
      (.rate, ["执行率", "预算执行率", "资金执行率"]),
    ]
    return Dictionary(
      spellings.flatMap { caption, words in words.map { (LabelWord($0), caption) } },
      uniquingKeysWith: { first, _ in first })
  }()
}

extension [LabelKey] {
  /// Which caption stands where, each once; of several targets or budgets the adjusted one counts, of points beside each
  /// level those behind the indicator's name.
  var printedCaptions: [Int: PrintedCaption] {
    var found: [Int: PrintedCaption] = [:]
    for (place, key) in enumerated() {
      guard let caption = PrintedCaption(key) else { continue }
      if let earlier = found.first(where: { $0.value == caption })?.key {
        let isAdjusted = (caption == .target || caption == .budget) && key.plain.holds(anyOf: ["调整", "全年"])
        let name = found.first { $0.value == .name }?.key ?? 0
        guard isAdjusted || caption == .points && (earlier..<place).contains(name) else { continue }
        found[earlier] = nil
      }
      found[place] = caption
    }
    return found
  }
}
