import Evaluation
import Figures
import Text

/// What a form prints around its table: its title, its unit, its notes, and the line for whoever fills it in.
struct FormFurniture {
  private let notes: Set<String>
  private let captions: [String]
  private let units: Set<String>
  /// Titles above the tables that were recognised.
  private let titles: Set<Int>
  /// Where what was read into fields stands.
  private let read: [Range<Int>]

  init(_ recognised: RecognisedReport) {
    let policies = recognised.calculation.filing.policies.policies
    let forms = policies.flatMap(\.forms)
    notes = Set(forms.flatMap(\.notes).map(\.withoutNoteMark))
    captions = forms.flatMap(\.footer).flatMap { FootWords.spellings(of: $0) }.map(\.bare)
    units = Set(policies.map { "单位:\($0.amounts.unit.rawValue)" })
    titles = Self.titles(recognised)
    read = recognised.forms.fields.values.map(\.place)
  }

  func holds(_ passage: Passage) -> Bool {
    if titles.contains(passage.place.range.lowerBound) { return true }
    let bare = passage.text.bare
    if units.contains(bare) || units.contains(where: { bare == "(\($0))" || bare == "金额\($0)" }) { return true }
    return notes.contains(passage.text.withoutNoteMark) || isFooter(bare) && isRead(passage)
  }

  /// As many fields were read from a foot as it has names, dates and numbers behind its captions.
  private func isRead(_ passage: Passage) -> Bool {
    let values = passage.text.bare.split(separator: ":").dropFirst().count { piece in
      let next = captions.filter { piece.hasSuffix($0) }.map(\.utf8.count).max() ?? 0
      return piece.utf8.count > next
    }
    return read.count { passage.place.range.overlaps($0) } >= values
  }

  /// 填表人：张三　联系电话：…: begins with a caption of the form, and holds another one or ends there.
  private func isFooter(_ bare: String) -> Bool {
    let held = captions.filter { bare.holds($0 + ":") || bare == $0 }
    return !held.isEmpty && held.contains { bare.begins(with: $0) }
  }

  /// Of the lines above a form those that name a table.
  private static func titles(_ recognised: RecognisedReport) -> Set<Int> {
    var titles: Set<Int> = []
    var above: [TextPart] = []
    var number = -1
    for block in recognised.report.blocks {
      switch block {
      case .paragraph(let part): above.append(part)
      case .table:
        number += 1
        if recognised.forms.tables.contains(number) {
          titles.formUnion(above.suffix(3).filter(\.text.isTitleOfForm).map(\.start))
        }
        above = []
      }
    }
    return titles
  }
}

extension String {
  /// …表, with or without what stands in brackets behind it; or what only says that the table goes on.
  fileprivate var isTitleOfForm: Bool {
    let key = LabelKey(self)
    return key.plain.ends(with: "表") && unicodeScalars.count <= 60 || saysThatTableGoesOn
      || bare.begins(with: "(") && bare.holds("年度")
  }
}
