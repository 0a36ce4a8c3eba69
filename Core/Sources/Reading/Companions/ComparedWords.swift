import Text

/// A sentence without what does not tell one report from another.
struct ComparedWords {
  /// Ideographs and letters without names, titles of laws and what stands in braces.
  private var scalars: [Unicode.Scalar] = []

  init(_ text: ArraySlice<Unicode.Scalar>, besides names: [[Unicode.Scalar]]) {
    var index = text.startIndex
    // What closes nothing any more is not looked for again.
    var missing: Set<Unicode.Scalar> = []
    func end(of opening: Unicode.Scalar) -> Int? {
      guard let close = Self.closing(opening), !missing.contains(close) else { return nil }
      if let end = text[index...].firstIndex(of: close) { return end }
      missing.insert(close)
      return nil
    }
    while index < text.endIndex {
      let scalar = text[index]
      if let end = end(of: scalar) {
        index = end + 1
      } else if let name = names.first(where: { text[index...].starts(with: $0) }) {
        index += name.count
      } else {
        if scalar.isIdeograph || scalar.isLatinLetter { scalars.append(scalar) }
        index += 1
      }
    }
  }

  /// The digests of all stretches, in order; without those that words of the trade make up all but a little of, unless
  /// these are kept.
  func digests(keepsStockWords: Bool) -> [UInt64] {
    let length = ComparedText.stretch
    guard scalars.count >= length else { return [] }
    var isOwn = [Bool](repeating: true, count: scalars.count)
    if !keepsStockWords {
      for match in stockWords.matches(in: scalars) { for index in match.range { isOwn[index] = false } }
    }
    var found: [UInt64] = []
    var own = isOwn[..<length].count(where: \.self)
    for start in 0...scalars.count - length {
      if start > 0 { own += (isOwn[start + length - 1] ? 1 : 0) - (isOwn[start - 1] ? 1 : 0) }
      if own >= ComparedText.leastOwn { found.append(digest(at: start)) }
    }
    return found
  }

  private func digest(at start: Int) -> UInt64 {
    var digest = ScalarDigest()
    for scalar in scalars[start..<start + ComparedText.stretch] { digest.add(scalar) }
    return digest.value
  }

  private static func closing(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "《": "》"
    case "{": "}"
    case "〔": "〕"
    default: nil
    }
  }

  /// Figures of two digits or more that are no dates, without commas: 12.5, 1260, 97.
  static func figures(in text: ArraySlice<Unicode.Scalar>) -> Set<String> {
    var found: Set<String> = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index].isDigit else {
        index += 1
        continue
      }
      var end = index
      while end < text.endIndex, text[end].isDigit || text[end] == "." || text[end] == "," { end += 1 }
      var number = text[index..<end].filter { $0 != "," }
      while number.last == "." { number.removeLast() }
      let isDate = end < text.endIndex && ["年", "月", "日", "号"].contains(text[end])
      if number.count(where: \.isDigit) >= 2, !isDate { found.insert(String(String.UnicodeScalarView(number))) }
      index = end
    }
    return found
  }
}

/// Words that reports on budgets are made of whoever writes them, and those that join them.
private let stockWords: WordFinder = [
  "预算绩效管理", "绩效自评", "绩效评价", "绩效目标", "绩效管理", "绩效运行监控", "绩效指标", "绩效", "预算编制", "预算执行", "预算管理",
  "预算", "决算", "财务管理", "财务", "财政", "资金使用效益", "资金使用", "资金管理", "专项资金", "资金", "经费", "支出", "收入", "拨付",
  "管理制度", "规章制度", "内部控制", "内控", "制度", "管理办法", "管理", "监督", "监管", "检查", "审批", "审核", "核算", "会计", "采购",
  "政府采购", "资产", "三公", "厉行节约", "专款专用", "专款", "用途", "专账", "截留", "挤占", "挪用", "公务接待", "公务用车", "因公出国", "项目", "整体", "部门",
  "单位", "我局", "我单位", "本单位",
  "我办", "我委", "我院", "我校", "我中心", "工作人员", "工作", "业务", "人员", "领导", "干部", "职工", "群众", "进一步", "加强", "加大",
  "强化", "提高", "提升", "完善", "健全", "建立", "制定", "落实", "推进", "推动", "开展", "组织", "实施", "规范", "严格", "按照", "根据",
  "依据", "确保", "保障", "保证", "做好", "做到", "完成", "实现", "达到", "符合", "有效", "及时", "合理", "科学", "全面", "合规", "合法",
  "认真", "切实", "积极", "不断", "持续", "基本", "主要", "重点", "相关", "有关", "各项", "任务", "目标", "指标", "措施", "质量", "水平",
  "效率", "效益", "效果", "能力", "力度", "情况", "问题", "存在", "不足", "原因", "改进", "建议", "意见", "要求", "规定", "国家", "政策",
  "法律", "法规", "文件", "精神", "年度", "本年", "全年", "当年", "年初", "年末", "社会", "经济", "发展", "服务", "满意度", "使用", "安排",
  "用于", "进行", "通过", "以及", "和", "与", "的", "了", "及", "对", "在", "为", "等", "是", "并", "将", "从", "由", "按", "使",
]
