public import Evaluation
import Text

/// A report written in the sections of its outline.
public struct ReportReading: Sendable, Equatable {
  /// The id of the sheet that it is written on.
  public let sheet: String
  /// What it is written to.
  public let outline: ReportOutline
  /// As it is written, by section.
  private let written: [String: WrittenSection]
  /// As it reads, by section.
  private let texts: [String: String]
  /// Something of its own is written; the texts that an outline begins with do not count.
  public let isStarted: Bool

  private struct WrittenSection {
    let text: String
    let bound: BoundText
    let isOwn: Bool
  }

  /// What was read of the sections of `earlier`, a state before of the same report, is kept where they are the same.
  private init(
    _ sheet: Sheet, _ outline: ReportOutline, in calculation: Calculation, after earlier: ReportReading?
  ) {
    let filing = calculation.filing
    var written: [String: WrittenSection] = [:]
    var texts: [String: String] = [:]
    for section in outline.sections {
      let text = sheet.entries[CellKey(section.id, "text")]?.text ?? ""
      let kept = earlier?.written[section.id].flatMap { $0.text == text ? $0 : nil }
      let part =
        kept
        ?? WrittenSection(text: text, bound: BoundText(text), isOwn: filing.isOwn(text, in: section))
      written[section.id] = part
      texts[section.id] = part.bound.rendered(in: calculation)
    }
    self.sheet = sheet.id
    self.outline = outline
    self.written = written
    self.texts = texts
    isStarted = written.values.contains(where: \.isOwn)
  }

  /// Every report of a filing, in its order. `earlier` are those of a state before, of the same unit, year and policies.
  static func all(in calculation: Calculation, after earlier: [ReportReading] = []) -> [ReportReading] {
    calculation.filing.sheets.compactMap { sheet in
      guard case .report(_, let outline)? = calculation.filing.policies.definition(of: sheet) else { return nil }
      let before = earlier.first { $0.sheet == sheet.id && $0.outline.id == outline.id }
      return ReportReading(sheet, outline, in: calculation, after: before)
    }
  }

  /// Whether or not something is written there.
  public func address(_ section: ReportOutline.Section) -> CellAddress { CellAddress(sheet, section.id, "text") }
  /// As it reads, figures of bound cells in their places; empty where nothing is written.
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
