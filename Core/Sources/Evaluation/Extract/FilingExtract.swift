import Figures

/// What of a filing can be found and summed: its texts and its figures, place by place.
public struct FilingExtract: Sendable {
  /// Sections of reports and rows of forms, in the filing's order.
  public let texts: [ExtractedText]
  /// Of prescribed cells and of second-level indicators; each item once a sheet.
  public let figures: [ExtractedFigure]
  /// The total shown in lists, in millionths of a point; nil where there is none yet.
  public let score: Int64?
  /// The grade that the total earns; empty where there is none.
  public let grade: String

  /// Total and grade are those of 部门整体支出绩效自评表, without one those of the last form.
  public init(_ calculation: Calculation) {
    texts = calculation.filing.sheets.flatMap { sheet in
      calculation.sheet(sheet.id).map { ExtractedText.rows(of: $0) }
        ?? ExtractedText.sections(of: sheet, in: calculation)
    }
    figures = calculation.sheets.flatMap { ExtractedFigure.all(on: $0) }
    let main = calculation.sheets.first { $0.layout.form.kind == .selfEvaluation } ?? calculation.sheets.last
    score = main?.figure("sum", "score").flatMap(\.millionths)
    grade = main?.value("sum", "score").flatMap { main?.layout.policy.grades.grade(for: $0)?.label } ?? ""
  }
}

/// A text that can be found: a section of a report or the words of one row of a form.
public struct ExtractedText: Hashable, Sendable {
  public let kind: Kind
  /// The cells that the lines of the text come from; one for all lines of a section.
  public let cells: [CellAddress]
  /// What it is called: "自评报告 · （一）基本支出情况".
  public let title: String
  /// As it reads, figures of bound cells in their places.
  public let text: String

  /// What kinds of texts a search tells apart.
  public enum Kind: String, Sendable, CaseIterable {
    case report, indicator, project, other

    /// What people call it: 绩效指标和偏差原因.
    public var title: String {
      switch self {
      case .report: "自评报告"
      case .indicator: "绩效指标和偏差原因"
      case .project: "项目名称"
      case .other: "表中其他文字"
      }
    }
  }

  public init(kind: Kind, cells: [CellAddress], title: String, text: String) {
    self.kind = kind
    self.cells = cells
    self.title = title
    self.text = text
  }

  /// The cell of a line, from 0.
  public func cell(ofLine line: Int) -> CellAddress? { cells.count == 1 ? cells[0] : cells.dropFirst(line).first }

  static func sections(of sheet: Sheet, in calculation: Calculation) -> [ExtractedText] {
    guard case .report(_, let outline)? = calculation.filing.policies.definition(of: sheet) else { return [] }
    return outline.sections.compactMap { section in
      guard let written = sheet.entries[CellKey(section.id, "text")]?.text, !written.isEmpty else { return nil }
      return ExtractedText(
        kind: .report, cells: [CellAddress(sheet.id, section.id, "text")], title: "自评报告 · \(section.heading)",
        text: BoundText(written).rendered(in: calculation))
    }
  }

  /// The words of every row; figures and what a form calls personal are left out.
  static func rows(of sheet: CalculatedSheet) -> [ExtractedText] {
    let layout = sheet.layout
    let footer = Set(layout.footer.map(\.address.row))
    var rows: [(id: String, cells: [CellDefinition])] = []
    for definition in layout.definitions where definition.kind.isWords && !footer.contains(definition.address.row) {
      guard !sheet.text(definition.address.row, definition.address.column).isEmpty else { continue }
      if rows.last?.id == definition.address.row {
        rows[rows.count - 1].cells.append(definition)
      } else {
        rows.append((definition.address.row, [definition]))
      }
    }
    let tree = layout.policy.tree(layout.sheet.tree)
    let parents = Dictionary(layout.sheet.rows.map { ($0.id, $0.under) }, uniquingKeysWith: { first, _ in first })
    let project = layout.form.kind == .projectEvaluation ? sheet.text("project", "name") : ""
    let title = project.isEmpty ? layout.form.shortTitle : "\(layout.form.shortTitle) · \(project)"
    return rows.compactMap { row in
      guard let first = row.cells.first else { return nil }
      let node = parents[row.id].flatMap { tree?.node($0) }
      let isProject = row.id == "project" && layout.form.kind == .projectEvaluation
      return ExtractedText(
        kind: node != nil ? .indicator : isProject ? .project : .other, cells: row.cells.map(\.address),
        title: isProject || node == nil && parents[row.id] != nil
          ? title : "\(title) · \(node?.label ?? first.caption)",
        text: row.cells.map { sheet.text(row.id, $0.address.column).replacing("\n", with: " ") }
          .joined(separator: "\n"))
    }
  }
}

extension CellKind {
  /// Holds words that somebody may look for.
  fileprivate var isWords: Bool {
    switch self {
    case .text, .paragraph, .date, .choice: true
    case .amount, .count, .area, .percent, .percentNumber, .points, .declaration: false
    }
  }
}
