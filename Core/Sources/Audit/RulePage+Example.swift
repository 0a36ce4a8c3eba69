import Evaluation
import Reading
import Rules

/// What an example fills in and what the rule says of it, with the captions of the cells.
struct ExampleTable {
  private let example: AuditRule.Example
  private let calculation: Calculation

  init(_ example: AuditRule.Example) {
    self.example = example
    calculation = Calculation(example.given.filing(), mode: .asWritten)
  }

  /// Markdown: a table of what is filled in, and the findings.
  var lines: [String] {
    var rows: [Row] = []
    for layout in calculation.layouts { rows += self.rows(layout) + sums(layout) }
    rows += synced + attachments + missing + traces
    let cells = rows.map { "| \($0.name.inTableCell) | \($0.text.inTableCell) |" }
    let table = cells.isEmpty ? ["没有填写任何内容。"] : ["| 单元格 | 填写 |", "| --- | --- |"] + cells
    let prose = example.given.prose.map { "> \($0.text)" }
    let given = prose.isEmpty || !cells.isEmpty ? table : []
    guard case .fail(let findings) = example.expected else { return given + prose }
    return given + prose + [""] + findings.map { "- \(name(of: $0.place))：**\($0.message)**" }
  }

  private typealias Row = (name: String, text: String)

  /// The cells of a sheet that are filled in, in reading order; an indicator in one row.
  private func rows(_ layout: Calculation.SheetLayout) -> [Row] {
    let indicators = Set(
      (layout.policy.tree(layout.sheet.tree)?.nodes ?? []).flatMap { layout.sheet.lines(under: $0.id).map(\.id) })
    var rows: [Row] = []
    var last: String?
    for cell in layout.grid.definitions + layout.footer {
      let text = shown(cell)
      guard !text.isEmpty else { continue }
      let row = cell.address.row
      guard indicators.contains(row) else {
        rows.append((name(of: cell.address), text))
        continue
      }
      let column = cell.caption.split(separator: "，").last.map(String.init) ?? ""
      if last == row {
        rows[rows.count - 1].text += "；\(column)：\(text)"
      } else {
        rows.append(("\(name(of: layout))：指标", "\(column)：\(text)"))
        last = row
      }
    }
    return rows
  }

  /// The sums of indicators that a document shows, which are no cells of the form.
  private func sums(_ layout: Calculation.SheetLayout) -> [Row] {
    let groups = layout.policy.tree(layout.sheet.tree)?.groups ?? []
    let levels = groups.flatMap { [$0.id] + $0.nodes.map(\.id) }
    return levels.flatMap { level in
      ["prescribed", "points", "score"].compactMap { column -> Row? in
        let address = CellAddress(layout.sheet.id, level, column)
        guard let text = layout.sheet.entries[address.key]?.text else { return nil }
        return (name(of: address), text)
      }
    }
  }

  private func shown(_ cell: CellDefinition) -> String {
    let text = calculation.text(at: cell.address)
    guard cell.kind == .percent, let figure = cell.kind.figure(reading: text) else { return text }
    return cell.kind.text(of: figure)
  }

  private var synced: [Row] {
    example.given.synced.map { ("\(name(of: $0.address))（预算系统）", $0.text) }
  }

  private var attachments: [Row] {
    let filing = calculation.filing
    return filing.policies.attachments.filter { filing.attached.contains($0.id) }.map { ("文件：\($0.title)", "已上传") }
  }

  private var missing: [Row] {
    let forms = calculation.filing.policies.policies.flatMap(\.forms)
    return example.given.missing.sorted().map { id in (forms.first { $0.id == id }?.shortTitle ?? id, "没有这张表") }
  }

  private var traces: [Row] {
    guard let traces = example.given.traces else { return [] }
    return traces.list.isEmpty
      ? [("文件", "Word 文件，没有批注、修订和文件属性等")] : traces.list.map { ("文件：\($0.placeInWords)", $0.text) }
  }

  /// "自评表：政策知晓率，得分" for a place as a finding writes it.
  private func name(of place: String) -> String {
    if place.hasPrefix("⟦") { return "报告正文“\(place.dropFirst().dropLast())”" }
    if let address = CellAddress(place) { return name(of: address) }
    if let trace = example.given.traces?.list.first(where: { Place.trace(TracePlace($0)).description == place }) {
      return trace.placeInWords
    }
    let words = place.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2 else { return place }
    if words[0] == "attachment" {
      return "文件：\(calculation.filing.policies.attachments.first { $0.id == words[1] }?.title ?? words[1])"
    }
    return calculation.layout(of: words[1]).map(name) ?? words[1]
  }

  private func name(of address: CellAddress) -> String {
    guard let layout = calculation.layout(of: address.sheet) else { return address.description }
    guard let definition = calculation.definition(at: address) else {
      let tree = layout.policy.tree(layout.sheet.tree)
      let label = tree?.groups.first { $0.id == address.row }?.label ?? tree?.node(address.row)?.label ?? address.row
      let columns = ["prescribed": "二级指标栏", "points": "分值小计", "score": "得分小计"]
      return "\(name(of: layout))：\(label.plainLabel)，\(columns[address.column] ?? address.column)"
    }
    return "\(name(of: layout))：\(definition.caption)"
  }

  /// The sheets of projects are told apart by the number in their id.
  private func name(of layout: Calculation.SheetLayout) -> String {
    guard layout.form.kind == .projectEvaluation else { return layout.form.shortTitle }
    return "\(layout.form.shortTitle) \(layout.sheet.id.drop { $0 != "-" }.dropFirst())"
  }
}

extension String {
  /// On one line and without the sign that parts columns.
  fileprivate var inTableCell: String {
    split(whereSeparator: \.isNewline).joined(separator: " ").split(separator: "|", omittingEmptySubsequences: false)
      .joined(separator: "\\|")
  }
}
