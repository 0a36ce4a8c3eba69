import Evaluation
import Rules

/// What an example fills in and what the rule says of it, with the captions of the cells.
struct ExampleTable {
  private let given: ExampleFiling
  private let expected: AuditRule.Example.Expectation
  private let year: Int
  private let calculation: Calculation

  init(_ example: AuditRule.Example) { self.init(example.given, example.expected, year: 2024) }

  private init(_ given: ExampleFiling, _ expected: AuditRule.Example.Expectation, year: Int) {
    self.given = given
    self.expected = expected
    self.year = year
    calculation = Calculation(given.filing(year: year), mode: .asWritten)
  }

  /// Markdown: a table of what is filled in, here and elsewhere, and the findings.
  var lines: [String] {
    let filled = filled + elsewhere
    guard case .fail(let findings) = expected else { return filled }
    return filled + [""] + findings.map { "- \(name(of: $0.place))：**\($0.message)**" }
  }

  private var filled: [String] {
    let rows = calculation.layouts.flatMap(rows) + synced + attachments + missing
    let cells = rows.map { "| \($0.name.inTableCell) | \($0.text.inTableCell) |" }
    let table = cells.isEmpty ? ["没有填写任何内容。"] : ["| 单元格 | 填写 |", "| --- | --- |"] + cells
    let prose = given.prose.map { "> \($0.text)" }
    return (prose.isEmpty || !cells.isEmpty ? table : []) + prose
  }

  /// The unit's earlier filings and those of other units.
  private var elsewhere: [String] {
    let earlier = given.earlier.flatMap { filing -> [String] in
      let table = ExampleTable(filing, .pass, year: year - 1)
      return ["", "\(year - 1) 年填报：", ""] + table.lines
    }
    let peers = zip(ExampleFiling.peerNames, given.peers).flatMap { name, filing in
      ["", "\(name)：", ""] + ExampleTable(filing, .pass, year: year).lines
    }
    return earlier + peers
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

  private func shown(_ cell: CellDefinition) -> String {
    let text = calculation.text(at: cell.address)
    guard cell.kind == .percent, let figure = cell.kind.figure(reading: text) else { return text }
    return cell.kind.text(of: figure)
  }

  private var synced: [Row] {
    given.synced.map { ("\(name(of: $0.address))（预算系统）", $0.text) }
  }

  private var attachments: [Row] {
    let filing = calculation.filing
    return filing.policies.attachments.filter { filing.attached.contains($0.id) }.map { ("文件：\($0.title)", "已上传") }
  }

  private var missing: [Row] {
    let forms = calculation.filing.policies.policies.flatMap(\.forms)
    return given.missing.sorted().map { id in (forms.first { $0.id == id }?.shortTitle ?? id, "没有这张表") }
  }

  /// "自评表：政策知晓率，得分" for a place as a finding writes it.
  private func name(of place: String) -> String {
    if place.hasPrefix("⟦") { return "报告正文“\(place.dropFirst().dropLast())”" }
    if let address = CellAddress(place) { return name(of: address) }
    let words = place.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2 else { return place }
    if words[0] == "attachment" {
      return "文件：\(calculation.filing.policies.attachments.first { $0.id == words[1] }?.title ?? words[1])"
    }
    return calculation.layout(of: words[1]).map(name) ?? words[1]
  }

  private func name(of address: CellAddress) -> String {
    guard let layout = calculation.layout(of: address.sheet),
      let definition = calculation.definition(at: address)
    else { return address.description }
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
