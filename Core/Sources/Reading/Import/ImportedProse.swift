import Evaluation
import Text

/// The paragraphs of a file: each in a section of a report, printed by a form, telling whose report it is, or unplaced.
struct ImportedProse {
  private(set) var sections: [ImportedSection] = []
  private(set) var unplaced: [UnplacedPart] = []
  private(set) var headingCount = 0
  /// A policy with an outline of the file's own headings, where the policies have none.
  private(set) var printed: Policy?
  var unitCode: String? { cover.code }
  private let cover: CoverFields
  private let furniture: FormFurniture
  private let title: String

  init(_ recognised: RecognisedReport) {
    let passages = recognised.dossier.narrative.passages.filter { $0.role != .cell }
    cover = CoverFields(passages)
    furniture = FormFurniture(recognised)
    title = recognised.title ?? ""
    headingCount = passages.count { $0.role == .heading || $0.role == .headed }
    let regions = ProseRegion.all(passages, recognised.dossier.narrative, unit: recognised.unit)
    var outlines = recognised.policies.policies.flatMap(\.outlines)
    if outlines.isEmpty, let main = regions.first, let own = ReportOutline(asPrintedIn: main.passages) {
      let policy = Policy(asPrinted: own, year: recognised.year ?? 0)
      outlines = policy.outlines
      printed = policy
    }
    let matches = regions.map { region in outlines.map { OutlineMatch(region.passages, $0) } }
    // In an annex one passage alone that bears the words of a heading makes no report.
    let weights = zip(regions, matches).map { region, row in
      zip(row, outlines).map { match, outline in
        match.found.count >= (region.number == 0 ? 1 : min(2, outline.sections.count)) ? match.weight : 0
      }
    }
    let pairs = Dictionary(
      BestPairs(weights).pairs.map { ($0.row, $0.column) }, uniquingKeysWith: { first, _ in first })
    for (number, region) in regions.enumerated() {
      if let outline = pairs[number] {
        read(region, outlines[outline], matches[number][outline])
      } else {
        for passage in region.passages + region.behind {
          leave(passage, region.number > 0 ? .otherAnnex : .noOutline)
        }
      }
    }
  }

  private mutating func read(_ region: ProseRegion, _ outline: ReportOutline, _ match: OutlineMatch) {
    var reader = SectionReader(outline)
    for (index, passage) in region.passages.enumerated() {
      if let (section, confidence) = match.found[index] {
        reader.begin(section, passage, confidence)
      } else if let reason = reader.take(passage) {
        leave(passage, reason, ofAnnex: region.number)
      }
    }
    sections += reader.sections
    for passage in region.behind { leave(passage, .behindSections) }
  }

  /// What is no field is listed, unless the form prints it or it tells whose report it is.
  private mutating func leave(_ passage: Passage, _ reason: UnplacedPart.Reason, ofAnnex region: Int = 0) {
    guard passage.role != .annexMark, !passage.text.isBlank, !cover.holds(passage), !furniture.holds(passage) else {
      return
    }
    if passage.role == .title, region > 0, passage.text.bare.ends(with: "报告") { return }
    if passage.role == .title, title.holds(passage.text) || title.bare.holds(passage.text.bare) { return }
    let isHeading = passage.role == .heading || passage.role == .headed
    unplaced.append(
      UnplacedPart(
        kind: isHeading ? .heading : .paragraph, text: passage.text, place: passage.place.range, reason: reason))
  }
}

/// Collects what stands under the headings of an outline.
private struct SectionReader {
  private let outline: ReportOutline
  private(set) var sections: [ImportedSection] = []
  /// The section that paragraphs go to; nil where they stand under none.
  private var current: Int?
  /// The number of the section that was begun last, on each level, and of the last item of a list in it.
  private var numbers: [Int: Int] = [:]
  private var item: (level: Int, number: Int)?

  init(_ outline: ReportOutline) { self.outline = outline }

  mutating func begin(_ number: Int, _ passage: Passage, _ confidence: FieldConfidence) {
    let section = outline.sections[number]
    current = sections.count
    item = nil
    numbers = numbers.filter { $0.key < section.level }
    numbers[section.level] = passage.headings.last?.number?.value ?? HeadingNumber(of: section.heading)?.value ?? 0
    sections.append(
      ImportedSection(
        address: CellAddress(outline.id, section.id, "text"), heading: section.heading,
        printedHeading: passage.text, text: passage.textBehindHeading, confidence: confidence,
        place: passage.place.range))
  }

  /// Why a passage belongs to no section; nil where it was taken.
  mutating func take(_ passage: Passage) -> UnplacedPart.Reason? {
    guard !sections.isEmpty else { return .beforeSections }
    if let (level, number) = passage.outlineNumber, !isItem(number, of: level),
      passage.role == .heading || passage.role == .headed
    {
      // One more section than the outline has: it belongs to the section around it.
      current = sections.lastIndex { self.level(of: $0) < level }
      numbers[level] = number
    }
    guard let current else { return .unknownHeading }
    sections[current].add(passage.text)
    return nil
  }

  /// A heading that does not go on where the section's own number left off is an item of a list in it.
  private mutating func isItem(_ number: Int, of level: Int) -> Bool {
    if let item, item.level == level, number == item.number + 1 {
      self.item = (level, number)
      return true
    }
    guard let own = numbers[level] else { return false }
    if number == own + 1 { return false }
    item = (level, number)
    return true
  }

  private func level(of section: ImportedSection) -> Int {
    outline.sections.first { $0.id == section.address.row }?.level ?? 0
  }
}

extension Passage {
  /// What it is numbered with: level 1 for 一、 2 for （一）; nil for what stands within a section.
  fileprivate var outlineNumber: (level: Int, number: Int)? {
    guard let number = HeadingNumber(of: text) else { return nil }
    switch number.style {
    case .chinese: return (1, number.value)
    case .chineseInBrackets: return (2, number.value)
    case .arabic, .decimal, .deepDecimal, .arabicInBrackets, .circled: return nil
    }
  }

  /// What follows a heading in its own paragraph.
  fileprivate var textBehindHeading: String {
    guard role == .headed, let heading = headings.last else { return "" }
    let marks: Set<Unicode.Scalar> = ["：", ":", "。", "，", ",", "；", ";"]
    let rest = text.unicodeScalars.dropFirst(heading.length).drop { $0.isBlank || marks.contains($0) }
    return String(String.UnicodeScalarView(rest))
  }
}
