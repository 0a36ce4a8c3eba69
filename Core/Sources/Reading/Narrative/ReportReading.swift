public import Evaluation
import Text

/// A report written in the sections of its outline.
public struct ReportReading: Sendable, Equatable {
  public let sheet: String
  public let outline: ReportOutline
  /// As it reads, by section.
  private let texts: [String: String]
  /// Something of its own is written; the texts that an outline begins with do not count.
  public let isStarted: Bool

  init(_ sheet: Sheet, _ outline: ReportOutline, in calculation: Calculation) {
    let filing = calculation.filing
    let places = filing.placeholders
    var texts: [String: String] = [:]
    var isStarted = false
    for section in outline.sections {
      let written = sheet.entries[CellKey(section.id, "text")]?.text ?? ""
      texts[section.id] = BoundText(written).rendered(in: calculation)
      if !written.isBlank, written != places.filled(into: section.starter) { isStarted = true }
    }
    self.sheet = sheet.id
    self.outline = outline
    self.texts = texts
    self.isStarted = isStarted
  }

  /// Every report of a filing, in its order.
  static func all(in calculation: Calculation) -> [ReportReading] {
    calculation.filing.sheets.compactMap { sheet in
      guard case .report(_, let outline)? = calculation.filing.policies.definition(of: sheet) else { return nil }
      return ReportReading(sheet, outline, in: calculation)
    }
  }

  public func address(_ section: ReportOutline.Section) -> CellAddress { CellAddress(sheet, section.id, "text") }
  public func text(_ section: ReportOutline.Section) -> String { texts[section.id] ?? "" }

  /// The sections whose heading holds one of these words, each with what stands under it down to its last subsection.
  public func passages(headed words: String...) -> [(section: ReportOutline.Section, text: String)] {
    outline.sections.enumerated().compactMap { number, section in
      guard section.heading.holds(anyOf: words) else { return nil }
      let parts = outline.sections[(number + 1)...].prefix { $0.level > section.level }
      return (section, ([section] + parts).map(text).filter { !$0.isBlank }.joined(separator: "\n"))
    }
  }
}

extension ReportReading {
  /// Reads the same, in the same outline.
  public static func == (a: ReportReading, b: ReportReading) -> Bool {
    a.sheet == b.sheet && a.outline.id == b.outline.id && a.isStarted == b.isStarted && a.texts == b.texts
  }
}
