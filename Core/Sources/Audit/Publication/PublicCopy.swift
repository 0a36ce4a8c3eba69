public import Evaluation
public import Reading
import Text

/// A filing as strangers may read it.
public struct PublicCopy: Sendable {
  /// Its reports have their figures written out, those that hold only what their outlines begin with are blank, and the
  /// budget system's values are gone. Fields that a form calls
  /// personal are as they were: whoever shows the copy masks or leaves them out.
  public let filing: Filing

  /// `cuts` are stretches of this very state of the filing: they are taken out.
  public init(of calculation: Calculation, without cuts: [PrivateStretch]) {
    var filing = calculation.filing
    let bySource = Dictionary(grouping: cuts, by: \.source).mapValues { $0.map(\.range) }
    for (index, sheet) in filing.sheets.enumerated() {
      let isReport = filing.isReport(sheet.id)
      // With its figures written out, a first text would pass for somebody's own.
      if isReport, !filing.isStarted(sheet) {
        filing.sheets[index].entries = [:]
        continue
      }
      for (key, entry) in sheet.entries {
        let address = CellAddress(sheet.id, key.row, key.column)
        let cut = bySource[.cell(address)] ?? []
        let shown = isReport || !cut.isEmpty ? Self.shown(at: address, in: calculation) : entry.text
        filing.sheets[index].entries[key] = Entry(Self.text(shown, without: cut))
      }
    }
    self.filing = filing
  }

  /// A report that was uploaded as strangers may read it: what it says without the stretches of its running text that
  /// are cut.
  public static func content(of report: Report, without cuts: [Range<Int>]) -> ReportContent {
    ReportContent(report) { part in
      let own = cuts.filter { $0.overlaps(part.place) }
      return own.isEmpty ? part.text : text(part.text, without: own.map(part.range(of:)))
    }
  }

  /// A cell or a section as it reads.
  static func shown(at address: CellAddress, in calculation: Calculation) -> String {
    if calculation.sheet(address.sheet) != nil { return calculation.text(at: address) }
    return BoundText(calculation.filing.entry(at: address)?.text ?? "").rendered(in: calculation)
  }

  /// Stretches that overlap go as one.
  static func text(_ text: String, without cuts: [Range<Int>]) -> String {
    let scalars = Array(text.unicodeScalars)
    var result: [Unicode.Scalar] = []
    var (start, open) = (0, 0..<0)
    func close() {
      guard !open.isEmpty else { return }
      result += scalars[start..<open.lowerBound]
      result += Self.sign(for: Array(scalars[open])).unicodeScalars
      start = open.upperBound
    }
    for cut in cuts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let range = cut.clamped(to: 0..<scalars.count)
      if range.lowerBound < open.upperBound {
        open = open.lowerBound..<max(open.upperBound, range.upperBound)
      } else {
        close()
        open = range
      }
    }
    close()
    result += scalars[start...]
    return String(scalars: result)
  }

  /// What stands in the place of a stretch: a telephone number stays recognisable to whom it belongs, a name keeps its
  /// surname, all else goes.
  static func sign(for stretch: [Unicode.Scalar]) -> String {
    let digits = stretch.filter { ("0"..."9").contains($0.halfWidth) }
    if digits.count == 11, stretch.count <= 15 {
      return String(scalars: digits.prefix(3)) + "****" + String(scalars: digits.suffix(4))
    }
    if (2...4).contains(stretch.count), stretch.allSatisfy(\.isIdeograph) {
      return String(scalars: stretch.prefix(1)) + String(repeating: "×", count: stretch.count - 1)
    }
    return "（已隐去）"
  }
}
