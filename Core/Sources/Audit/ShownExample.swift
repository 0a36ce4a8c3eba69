import Evaluation
import Reading
public import Rules

/// A rule's example as people read it: what is filled in and what the rule says of it, with the captions of the cells.
public struct ShownExample: Sendable {
  /// A cell, a file or a sheet that is missing, or the text of another filing; an indicator is one.
  public struct Row: Hashable, Sendable {
    /// What people call it: 自评表：政策知晓率，得分; of another filing behind its year or its unit.
    public let name: String
    /// What stands there; of an indicator every cell with the caption of its column, parted by ；.
    public let text: String
    /// Whether a finding stands here.
    public let isFound: Bool
  }

  /// 通过, 不通过 or 无法核对.
  public let label: String
  /// In the order of the forms, then what is beside them, then other filings.
  public let rows: [Row]
  /// Paragraphs with the places of findings.
  public let prose: [MarkedText]
  /// What people call the first place, and what they are told.
  public let findings: [(place: String, message: String)]

  init(_ example: AuditRule.Example) {
    let reading = ExampleReading(example)
    label = example.expected.label
    rows = reading.shownRows + reading.elsewhere
    prose = example.given.prose
    findings = reading.findings.map { (reading.name(of: $0.place), $0.message) }
  }
}

/// Finds the words for the cells and places of an example.
private struct ExampleReading {
  private let given: ExampleFiling
  private let year: Int
  private let calculation: Calculation
  private let places: Set<String>
  let findings: [AuditRule.ExpectedFinding]

  init(_ example: AuditRule.Example) {
    if case .fail(let findings) = example.expected {
      self.init(example.given, findings)
    } else {
      self.init(example.given)
    }
  }

  private init(_ given: ExampleFiling, _ findings: [AuditRule.ExpectedFinding] = [], year: Int = 2024) {
    self.given = given
    self.year = year
    self.findings = findings
    calculation = Calculation(given.filing(year: year), mode: .asWritten)
    places = Set(findings.map(\.place))
  }

  var shownRows: [ShownExample.Row] {
    var rows: [Row] = []
    for layout in calculation.layouts { rows += self.rows(layout) + sums(layout) }
    rows += synced + attachments + missing + traces
    return rows.map { row in
      ShownExample.Row(name: row.name, text: row.text, isFound: row.places.contains { places.contains($0) })
    }
  }

  /// What the unit filed before, and what other units filed.
  var elsewhere: [ShownExample.Row] {
    let earlier = given.earlier.flatMap { filing -> [ShownExample.Row] in
      let reading = ExampleReading(filing, year: year - 1)
      return reading.shown(under: "\(year - 1) 年填报") + reading.elsewhere
    }
    let peers = zip(ExampleFiling.peerNames, given.peers).flatMap { ExampleReading($1).shown(under: $0) }
    return earlier + peers
  }

  private func shown(under title: String) -> [ShownExample.Row] {
    let prose = given.prose.map { ShownExample.Row(name: "报告正文", text: $0.text, isFound: false) }
    return (shownRows + prose).map {
      ShownExample.Row(name: "\(title)：\($0.name)", text: $0.text, isFound: false)
    }
  }

  private typealias Row = (name: String, text: String, places: [String])

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
        rows.append((name(of: cell.address), text, [cell.address.description]))
        continue
      }
      let column = cell.caption.split(separator: "，").last.map(String.init) ?? ""
      if last == row {
        rows[rows.count - 1].text += "；\(column)：\(text)"
        rows[rows.count - 1].places.append(cell.address.description)
      } else {
        rows.append(("\(name(of: layout))：指标", "\(column)：\(text)", [cell.address.description]))
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
        return (name(of: address), text, [address.description])
      }
    }
  }

  private func shown(_ cell: CellDefinition) -> String {
    let text = calculation.text(at: cell.address)
    guard cell.kind == .percent, let figure = cell.kind.figure(reading: text) else { return text }
    return cell.kind.text(of: figure)
  }

  private var synced: [Row] {
    given.synced.map { ("\(name(of: $0.address))（预算系统）", $0.text, []) }
  }

  private var attachments: [Row] {
    let filing = calculation.filing
    return filing.policies.attachments.filter { filing.attached.contains($0.id) }.map {
      ("文件：\($0.title)", "已上传", ["attachment \($0.id)"])
    }
  }

  private var missing: [Row] {
    let forms = calculation.filing.policies.policies.flatMap(\.forms)
    return given.missing.sorted().map { id in
      (forms.first { $0.id == id }?.shortTitle ?? id, "没有这张表", [])
    }
  }

  private var traces: [Row] {
    guard let traces = given.traces else { return [] }
    return traces.list.isEmpty
      ? [("文件", "Word 文件，没有批注、修订和文件属性等", [])]
      : traces.list.map { ("文件：\($0.placeInWords)", $0.text, [Place.trace(TracePlace($0)).description]) }
  }

  /// "自评表：政策知晓率，得分" for a place as a finding writes it.
  func name(of place: String) -> String {
    if place.hasPrefix("⟦") { return "报告正文“\(place.dropFirst().dropLast())”" }
    if let address = CellAddress(place) { return name(of: address) }
    if let trace = given.traces?.list.first(where: { Place.trace(TracePlace($0)).description == place }) {
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

extension AuditRule.Example.Expectation {
  fileprivate var label: String {
    switch self {
    case .pass: "通过"
    case .fail: "不通过"
    case .notCheckable: "无法核对"
    }
  }
}
