import Audit
import Evaluation
import HTML
import Intake
import Operations
import Reading
import Report
import Store
import Text

/// 不宜公开的内容: each stretch with its place, and whether it is cut or kept.
struct StretchTable {
  let loaded: LoadedFiling
  let draft: PublicDraft
  let fields: Fields

  /// Names of the fields of a stretch.
  static func choice(_ stretch: PrivateStretch) -> String { "choice-\(identifier(stretch))" }
  static func reason(_ stretch: PrivateStretch) -> String { "reason-\(identifier(stretch))" }
  private static func identifier(_ stretch: PrivateStretch) -> String {
    stretch.id.replacing("/", with: "_").replacing(" ", with: "-")
  }

  var html: HTML {
    ListTable(caption: "不宜公开的内容", columns: ["位置", "原文", "为什么", "处理", "公开的理由"], isTall: false).html {
      for stretch in draft.stretches where stretch.isShown { row(stretch) }
    }
  }

  private func row(_ stretch: PrivateStretch) -> HTML {
    .element("tr") {
      HTML.element("th", [Attribute("scope", "row")]) { place(stretch) }
      HTML.element("td", [Attribute("data-label", "原文")]) { stretch.text }
      HTML.element("td", [Attribute("data-label", "为什么")]) { why(stretch) }
      if stretch.forbidsPublication {
        HTML.element("td", [Attribute("data-label", "处理")]) { "不能公开" }
        HTML.element("td", []) { "" }
      } else {
        HTML.element("td", [Attribute("data-label", "处理")]) { choice(stretch) }
        HTML.element("td", [Attribute("data-label", "公开的理由")]) { reason(stretch) }
      }
    }
  }

  private func why(_ stretch: PrivateStretch) -> HTML {
    HTML {
      stretch.reason + " "
      HTML.element("a", [Attribute("href", Route.rule(stretch.check).path)]) { stretch.check }
    }
  }

  private func choice(_ stretch: PrivateStretch) -> HTML {
    let name = Self.choice(stretch)
    return .element("select", [Attribute("name", name), Attribute("aria-label", "处理 \(stretch.check)")]) {
      for (value, words) in [("cut", "隐去"), ("keep", "公开")] {
        HTML.element(
          "option", [Attribute("value", value), Attribute("selected", when: fields.values[name] == value)]
        ) { words }
      }
    }
  }

  private func reason(_ stretch: PrivateStretch) -> HTML {
    let name = Self.reason(stretch)
    let message = fields.message(for: name)
    return HTML {
      HTML.void(
        "input",
        [
          Attribute("id", name), Attribute("name", name), Attribute("value", fields.values[name] ?? ""),
          Attribute("aria-label", "公开的理由 \(stretch.check)"), Attribute("autocomplete", "off"),
          Attribute("aria-invalid", message == nil ? nil : "true"),
        ])
      if let message { HTML.element("p", [Attribute("class", "error")]) { message } }
    }
  }

  // MARK: Places

  private func place(_ stretch: PrivateStretch) -> HTML {
    switch stretch.source {
    case .cell(let address):
      let anchor = address.description.replacing("/", with: "_")
      return .element("a", [Attribute("href", "\(Route.sheet(loaded.record.id, address.sheet).path)#\(anchor)")]) {
        name(address)
      }
    case .file(let id), .trace(_, let id):
      guard let upload = draft.uploads.first(where: { $0.id == id }) else { return HTML() }
      return HTML {
        HTML.element("a", [Attribute("href", Route.file(loaded.record.id, id).path)]) { upload.file.name }
        if let origin = upload.text?.source.origins(of: stretch.range).first?.words { " \(origin)" }
        if let text = upload.text?.source.report.text {
          let words = Self.surroundings(of: stretch.range, in: text)
          if !words.isEmpty { HTML.element("span", [Attribute("class", "sub")]) { words } }
        }
      }
    }
  }

  /// A section by its heading, a cell by its caption.
  private func name(_ address: CellAddress) -> String {
    if let definition = loaded.calculation.definition(at: address) {
      let sheet = loaded.calculation.layout(of: address.sheet)?.form.shortTitle ?? ""
      return "\(sheet) \(definition.caption)"
    }
    let heading = loaded.filing.section(at: address)?.heading ?? address.description
    return loaded.filing.placeholders.filled(into: heading)
  }

  /// The words before and behind a stretch, as far as they stand on its line.
  private static func surroundings(of range: Range<Int>, in text: RunningText) -> String {
    let line = text.line(around: range.lowerBound)
    // Nothing stands around what is all of its line, such as a cell.
    guard text[line].droppingBlankEnds != text[range] else { return "" }
    let around = max(line.lowerBound, range.lowerBound - 12)..<min(line.upperBound, range.upperBound + 12)
    let words = text[around].replacing("\t", with: "")
    return (around.lowerBound > line.lowerBound ? "…" : "") + words + (around.upperBound < line.upperBound ? "…" : "")
  }
}
