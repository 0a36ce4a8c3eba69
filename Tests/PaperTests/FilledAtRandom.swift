import Evaluation

/// A filing filled in at random, with odd texts and numbers: lines added, second levels left out, cells left blank.
struct FilledAtRandom {
  private(set) var filing: Filing
  private var numbers: SeededNumbers

  init(_ policies: PolicySet, year: Int, seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
    filing = Filing(
      blank: FilingUnit(code: "201001", name: "示例县商务局", kind: .lead), year: year, policies: policies)
    if policies.projectForm != nil {
      filing = filing.applying((0..<Int.random(in: 0...3, using: &numbers)).map { _ in .addProject }).filing
    }
    for sheet in filing.sheets { chooseTree(of: sheet) }
    addLines()
    fillCells()
    fillSections()
  }

  /// The same lines with nothing filled in.
  var emptied: Filing {
    var filing = filing
    for index in filing.sheets.indices { filing.sheets[index].entries = [:] }
    return filing
  }

  private mutating func isDue(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < percent }
  private mutating func pick(_ words: [String]) -> String { words.randomElement(using: &numbers) ?? "" }

  private mutating func chooseTree(of sheet: Sheet) {
    guard case .form(let policy, _)? = filing.policies.definition(of: sheet), isDue(30),
      let tree = policy.trees.randomElement(using: &numbers)
    else { return }
    filing = filing.applying([.chooseTree(sheet: sheet.id, tree: tree.id)]).filing
  }

  private mutating func addLines() {
    for layout in Calculation(filing).layouts {
      for place in layout.grid.rows.compactMap(\.adds?.under) {
        let count = isDue(25) ? 0 : Int.random(in: 1...7, using: &numbers)
        var edits = [Edit](repeating: .addLine(sheet: layout.sheet.id, under: place), count: count)
        if count == 0, isDue(50) { edits = [.removeNode(sheet: layout.sheet.id, node: place)] }
        filing = filing.applying(edits).filing
      }
    }
  }

  private mutating func fillCells() {
    for layout in Calculation(filing).layouts {
      let edits = layout.definitions.compactMap { cell -> Edit? in
        isDue(70) ? .set(cell.address, text: text(for: cell), was: nil) : nil
      }
      filing = filing.applying(edits).filing
    }
  }

  private mutating func text(for cell: CellDefinition) -> String {
    switch cell.kind {
    case .amount, .area: return (isDue(10) ? "-" : "") + number(decimals: 6)
    case .count: return String(Int.random(in: 0...5_000, using: &numbers))
    case .points: return number(decimals: 2)
    case .percent, .percentNumber: return number(decimals: 3) + (isDue(50) ? "%" : "")
    case .declaration: return isDue(50) ? "是" : ""
    case .date: return pick(["2025年3月20日", "2025-03-20", "三月二十日"])
    case .choice: return pick(cell.choices?.options ?? [""])
    case .text: return words()
    case .paragraph:
      return (0..<Int.random(in: 1...3, using: &numbers)).map { _ in words() }.joined(separator: "\n")
    }
  }

  /// Digits with closing zeros too; now and then more than a spreadsheet keeps.
  private mutating func number(decimals: Int) -> String {
    let most = isDue(5) ? 999_999_999_999 : 100_000
    let whole = String(Int.random(in: 0...most, using: &numbers))
    let count = Int.random(in: 0...decimals, using: &numbers)
    guard count > 0 else { return whole }
    return whole + "." + (0..<count).map { _ in String(Int.random(in: 0...9, using: &numbers)) }.joined()
  }

  private mutating func words() -> String {
    pick([
      "农贸市场改造", "=1+1", "+86 0739", "-5", "@名单", "≥80个", "84.50%", "2024年12月31日前", "001", "1e5", "家电补贴𠮷", "😀 完成",
      "\u{202B}右到左\u{202C}", "_x0041_", "base#3", "a & b < c > d \"e\" 'f'", "TRUE", "#N/A", "{{x}}", "1,234.50",
      "http://example.com", "全年任务按计划完成，未发生安全事故。", "支出先审后批；每季度公示一次。", "制表\t符",
    ])
  }

  private mutating func fillSections() {
    let bound = Calculation(filing).layouts.flatMap { $0.definitions.map(\.address) }
    var edits: [Edit] = []
    for sheet in filing.sheets {
      guard case .report(_, let outline)? = filing.policies.definition(of: sheet) else { continue }
      for section in outline.sections where isDue(75) {
        var lines = (0..<Int.random(in: 1...4, using: &numbers)).map { _ in words() }
        if isDue(50), let cell = bound.randomElement(using: &numbers) { lines.append("支出{{\(cell)}}万元。") }
        edits.append(.set(CellAddress(sheet.id, section.id, "text"), text: lines.joined(separator: "\n"), was: nil))
      }
    }
    filing = filing.applying(edits).filing
  }
}
