import Evaluation

/// A filing filled in at random as people could have: some cells left blank, lines added, second levels left out.
struct RandomFiling {
  private(set) var filing: Filing
  private var generator: SeededGenerator

  init(_ policies: PolicySet, year: Int, seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    let name = ["示例县商务局", "青禾县水利局", "云岭区文化馆"].randomElement(using: &generator) ?? ""
    let code = ["201001", "305002", "118001"].randomElement(using: &generator) ?? ""
    filing = Filing(
      blank: FilingUnit(code: code, name: name, kind: code.hasSuffix("001") ? .lead : .subordinate), year: year,
      policies: policies)
    if policies.projectForm != nil {
      filing = filing.applying((0..<Int.random(in: 0...3, using: &generator)).map { _ in .addProject }).filing
    }
    chooseTrees()
    addLines()
    fillCells()
    fillSections()
  }

  private mutating func isDue(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

  private mutating func chooseTrees() {
    for sheet in filing.sheets {
      guard case .form(let policy, let form)? = filing.policies.definition(of: sheet), form.hasIndicators, isDue(30),
        let tree = policy.trees.randomElement(using: &generator)
      else { continue }
      filing = filing.applying([.chooseTree(sheet: sheet.id, tree: tree.id)]).filing
    }
  }

  /// At every place that takes lines some, and of second levels without any some left out.
  private mutating func addLines() {
    for layout in Calculation(filing).layouts {
      for place in layout.grid.rows.compactMap(\.adds?.under) {
        let count = isDue(25) ? 0 : Int.random(in: 1...3, using: &generator)
        var edits = [Edit](repeating: .addLine(sheet: layout.sheet.id, under: place), count: count)
        if count == 0, isDue(50) { edits = [.removeNode(sheet: layout.sheet.id, node: place)] }
        filing = filing.applying(edits).filing
      }
    }
  }

  private mutating func fillCells() {
    for layout in Calculation(filing).layouts {
      var lines: Set<String> = []
      let edits = layout.definitions.compactMap { cell -> Edit? in
        // A line has a name and a figure: without one paper does not tell which row it belongs to.
        let isFirst = cell.kind.isNumber && lines.insert(cell.address.row).inserted
        guard cell.address.column == "name" || isFirst || isDue(75) else { return nil }
        return .set(cell.address, text: text(for: cell), was: nil)
      }
      filing = filing.applying(edits).filing
    }
  }

  private mutating func text(for cell: CellDefinition) -> String {
    switch cell.kind {
    case .amount, .area: return number(upTo: 100_000, decimals: 2)
    case .count: return number(upTo: 500, decimals: 0)
    case .points: return number(upTo: 30, decimals: 1)
    case .percent, .percentNumber: return number(upTo: 120, decimals: 2) + (isDue(50) ? "%" : "")
    case .declaration: return isDue(50) ? "是" : ""
    case .date: return "2025年3月20日"
    case .paragraph:
      return (0..<Int.random(in: 1...3, using: &generator)).map { _ in sentence() }.joined(separator: "\n")
    case .choice: return pick(cell.choices?.options ?? [""])
    case .text: return words(for: cell.address)
    }
  }

  private mutating func number(upTo limit: Int, decimals: Int) -> String {
    let whole = String(Int.random(in: 0...limit, using: &generator))
    guard decimals > 0, isDue(60) else { return whole }
    return whole + "." + String(Int.random(in: 1...9, using: &generator))
  }

  private mutating func words(for cell: CellAddress) -> String {
    let count = Int.random(in: 1...99, using: &generator)
    switch cell.column {
    case "target":
      return pick(["≥\(count)个", "\(count)%", "≤\(count).5万元", "2024年12月31日前", "有效提升", ">\(count)户", "100 %"])
    case "actual": return pick(["\(count)个", "\(count).25%", "\(count)万元", "2024年11月2日", "达标", "\(count)户"])
    case "name": return pick(["农贸市场改造", "河道清淤", "文化惠民演出", "培训班次", "家电补贴𠮷", "A类站点维护"]) + "\(count)期"
    case "phone": return "0739-\(count)00000"
    default: return pick(["张三", "市场建设股", "李四、王五", "业务股 二组"])
    }
  }

  private mutating func pick(_ words: [String]) -> String { words.randomElement(using: &generator) ?? "" }

  private mutating func sentence() -> String {
    pick([
      "全年任务按计划完成，未发生安全事故。", "支出先审后批；每季度公示一次。", "1.参训人数少于预期，今后分批组织。", "（1）雨季施工受阻，下年提前开工。",
      "一是完善制度，二是加强培训。", "经费 12.5 万元，全部用于演出。", "“三公”经费控制在预算以内。",
    ])
  }

  private mutating func fillSections() {
    var edits: [Edit] = []
    for sheet in filing.sheets {
      guard case .report(_, let outline)? = filing.policies.definition(of: sheet), isDue(85) else { continue }
      for section in outline.sections where isDue(75) {
        var lines = (0..<Int.random(in: 1...3, using: &generator)).map { _ in sentence() }
        if isDue(20) { lines += ["（一）预算编制不够细化。", "（二）资产盘点不够及时。"] }
        edits.append(.set(CellAddress(sheet.id, section.id, "text"), text: lines.joined(separator: "\n"), was: nil))
      }
    }
    filing = filing.applying(edits).filing
  }
}

extension Form {
  fileprivate var hasIndicators: Bool { blocks.contains { if case .indicators = $0 { true } else { false } } }
}
