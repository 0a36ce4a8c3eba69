import Audit
import Evaluation
import HTML
import Operations
import Reading
import Rules
import Store

/// Findings beside the sheet they concern.
struct FindingsView {
  let loaded: LoadedFiling
  /// The sheet's id; empty for all sheets.
  let sheet: String
  let visitor: Visitor
  let canExplain: Bool
  /// What was typed at a finding and not taken.
  var refused: RefusedExplanation?

  struct RefusedExplanation {
    let finding: String
    let text: String
    let message: String
  }

  var panel: HTML {
    let findings = Self.findings(of: loaded, on: sheet)
    return .element(
      "aside",
      [
        Attribute("class", "findings"), Attribute("data-findings", sheet),
        Attribute("data-explain", canExplain ? Route.explanations(loaded.record.id).path : nil),
        Attribute("aria-labelledby", "findings-title"),
      ]
    ) {
      HTML.element("h2", [Attribute("id", "findings-title")]) {
        "检查 "
        Self.count(of: findings, in: loaded, sheet: sheet)
      }
      list(findings)
      HTML.element("p", [Attribute("class", "findings-none"), Attribute("hidden", when: !findings.isEmpty)]) {
        "没有发现问题。"
      }
      elsewhere
    }
  }

  /// What is open in the other sheets, folded, as scripts show it after a save.
  private var elsewhere: HTML {
    let findings = Self.findings(of: loaded, on: "").filter {
      Self.sheet(of: $0.finding) != sheet && $0.severity > .info && loaded.explanations[$0.id] == nil
    }
    guard !sheet.isEmpty, !findings.isEmpty else { return HTML() }
    return .element("details", [Attribute("class", "findings-elsewhere")]) {
      HTML.element("summary") { "其他表还有 \(findings.count) 处" }
      HTML.element("ol", [Attribute("class", "finding-list")]) {
        for finding in findings {
          HTML.element("li", [Attribute("class", "finding")]) {
            title(of: finding, severity: finding.severity.rawValue, words: finding.severity.words)
            HTML.element("p", [Attribute("class", "finding-message")]) { finding.finding.message }
          }
        }
      }
    }
  }

  private func title(of reported: Audit.Reported, severity: String, words: String) -> HTML {
    .element("p", [Attribute("class", "finding-title")]) {
      HTML.element("span", [Attribute("class", "severity \(severity)")]) { words }
      " "
      HTML.element("a", [Attribute("href", Self.link(to: reported.finding, in: loaded, from: sheet))]) {
        reported.card.title
      }
    }
  }

  /// `name` tells the lists of a page apart.
  func list(_ findings: [Audit.Reported], named name: String = "explain") -> HTML {
    .element("ol", [Attribute("class", "finding-list")]) {
      for (number, finding) in findings.enumerated() { item(finding, "\(name)-\(number)") }
    }
  }

  private func item(_ reported: Audit.Reported, _ id: String) -> HTML {
    let explanation = loaded.explanations[reported.id]
    let isExplained = explanation != nil
    let cells = Self.cells(of: reported.finding)
    return .element(
      "li",
      [
        Attribute("class", "finding \(isExplained ? "explained" : reported.severity.rawValue)"),
        Attribute("data-key", reported.id), Attribute("data-cells", cells.map(\.description).joined(separator: " ")),
      ]
    ) {
      title(
        of: reported, severity: isExplained ? "explained" : reported.severity.rawValue,
        words: isExplained ? Self.explained : reported.severity.words)
      HTML.element("p", [Attribute("class", "finding-message")]) { reported.finding.message }
      HTML.element("details") {
        HTML.element("summary") { "为什么、怎么改" }
        HTML.element("p") { reported.card.why }
        HTML.element("p", [Attribute("class", "suggestion")]) { reported.card.remedy }
        HTML.element("p") {
          HTML.element("a", [Attribute("href", Route.rule(reported.card.id).path)]) { "规则 \(reported.card.id)" }
        }
      }
      if reported.severity == .warning { explain(reported, explanation?.text ?? "", id) }
    }
  }

  private func explain(_ reported: Audit.Reported, _ text: String, _ id: String) -> HTML {
    guard canExplain else {
      return text.isEmpty ? HTML() : .element("p", [Attribute("class", "explanation")]) { "说明：\(text)" }
    }
    let refused = refused.flatMap { $0.finding == reported.id ? $0 : nil }
    return .element(
      "form",
      [
        Attribute("class", "explain"), Attribute("method", "post"),
        Attribute("action", Route.explanations(loaded.record.id).path),
      ]
    ) {
      Fields.token(visitor)
      Fields.hidden("key", reported.id)
      Fields.hidden("sheet", sheet)
      HTML.element("label", [Attribute("for", id)]) { "说明" }
      HTML.element(
        "textarea",
        [
          Attribute("id", id), Attribute("name", "text"), Attribute("rows", "2"), Attribute("data-limit", "500"),
          Attribute("aria-describedby", refused == nil ? nil : "\(id)-problem"),
          Attribute("aria-invalid", refused == nil ? nil : "true"), Attribute("autofocus", when: refused != nil),
        ]
      ) { refused?.text ?? text }
      if let refused {
        HTML.element("p", [Attribute("class", "problem"), Attribute("id", "\(id)-problem")]) { refused.message }
      }
      HTML.element("button", [Attribute("class", "small")]) { "记下说明" }
    }
  }

  /// Stands in the place of 须说明 once that is done.
  static let explained = "已说明"

  // MARK: Where and how many

  static func findings(of loaded: LoadedFiling, on sheet: String) -> [Audit.Reported] {
    let mine =
      sheet.isEmpty ? loaded.audit.findings : loaded.audit.findings.filter { self.sheet(of: $0.finding) == sheet }
    return mine.enumerated().sorted {
      ($0.element.severity, $1.offset) > ($1.element.severity, $0.offset)
    }.map(\.element)
  }

  static func sheet(of finding: Finding) -> String {
    switch finding.places.first {
    case .cell(let address): address.sheet
    case .sheet(let id): id
    case .attachment: "files"
    case .text(let place): place.section?.sheet ?? ""
    case .trace, .companion, nil: ""
    }
  }

  static func cells(of finding: Finding) -> [CellAddress] {
    finding.places.compactMap { place in
      switch place {
      case .cell(let address): address
      case .text(let text): text.section
      case .sheet, .attachment, .trace, .companion: nil
      }
    }
  }

  /// The gravest open finding of each cell.
  static func flags(of loaded: LoadedFiling) -> [CellAddress: Severity] {
    var flags: [CellAddress: Severity] = [:]
    for reported in loaded.audit.findings where loaded.explanations[reported.id] == nil {
      guard let cell = cells(of: reported.finding).first else { continue }
      flags[cell] = max(flags[cell] ?? .info, reported.severity)
    }
    return flags
  }

  /// What is open at each cell that a finding names first, the gravest first.
  static func openFindings(of loaded: LoadedFiling) -> [CellAddress: [Audit.Reported]] {
    let open = loaded.audit.findings.filter { $0.severity > .info && loaded.explanations[$0.id] == nil }
    let placed = open.sorted { $0.severity > $1.severity }.compactMap { reported in
      cells(of: reported.finding).first.map { ($0, reported) }
    }
    return Dictionary(grouping: placed, by: \.0).mapValues { $0.map(\.1) }
  }

  static func link(to finding: Finding, in loaded: LoadedFiling, from current: String) -> String {
    let sheet = sheet(of: finding)
    guard sheet != "files" else { return Route.files(loaded.record.id).path }
    let cell = cells(of: finding).first.map { "#\($0.description.replacing("/", with: "_"))" } ?? ""
    return sheet == current ? (cell.isEmpty ? "#main" : cell) : Route.sheet(loaded.record.id, sheet).path + cell
  }

  /// Errors and unexplained warnings of one sheet.
  static func counts(of loaded: LoadedFiling) -> [String: (errors: Int, warnings: Int)] {
    var counts: [String: (errors: Int, warnings: Int)] = [:]
    for reported in loaded.audit.findings {
      let sheet = sheet(of: reported.finding)
      if reported.severity == .error { counts[sheet, default: (0, 0)].errors += 1 }
      if reported.severity == .warning, loaded.explanations[reported.id] == nil {
        counts[sheet, default: (0, 0)].warnings += 1
      }
    }
    return counts
  }

  static func count(of findings: [Audit.Reported], in loaded: LoadedFiling, sheet: String) -> HTML {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning && loaded.explanations[$0.id] == nil }
    return count(errors: errors, warnings: warnings, sheets: sheet)
  }

  /// A number that scripts keep true.
  static func count(errors: Int, warnings: Int, sheets: String) -> HTML {
    let total = errors + warnings
    return .element(
      "span",
      [
        Attribute("class", errors > 0 ? "count error" : warnings > 0 ? "count warning" : "count"),
        Attribute("data-count", sheets), Attribute("hidden", when: total == 0),
      ]
    ) { "\(total)" }
  }
}
