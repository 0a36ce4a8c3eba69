import Evaluation
import Figures
import Reading

extension Companion {
  /// "上年填报", or "上年报告（2023.docx）".
  var spoken: String { file.map { "上年报告（\($0)）" } ?? "上年填报" }
  /// "2023 年" of a filing whose year is known.
  var year: Int { dossier.filing.year }
}

/// An amount of another year's 基础数据表 under the name that messages give it. Its cells are not this filing's.
struct CompanionSum {
  let sum: NamedSum
  let cells: [CellAddress]
  private let companion: Companion

  /// An amount on its word; nil where it is blank, or in another unit than on `sheet`.
  init?(statedIn companion: Companion, _ row: String, _ column: String, named name: String, like sheet: SheetReading) {
    guard let base = companion.dossier.base, base.policy.amounts.unit == sheet.policy.amounts.unit,
      let sum = companion.dossier.stated(name, base.address(row, column))
    else { return nil }
    self.init(sum, of: companion, named: name)
  }

  /// An amount, a blank one from its parts; nil where all are blank, or in another unit than on `sheet`.
  init?(in companion: Companion, _ row: String, _ column: String, named name: String, like sheet: SheetReading) {
    guard let base = companion.dossier.base, base.policy.amounts.unit == sheet.policy.amounts.unit,
      let sum = companion.dossier.sum(name, [base.address(row, column)])
    else { return nil }
    self.init(sum, of: companion, named: name)
  }

  private init(_ sum: NamedSum, of companion: Companion, named name: String) {
    self.sum = sum.elsewhere(name)
    cells = sum.cells
    self.companion = companion
  }

  /// Where it stands in the other report.
  var places: [Place] { companion.places(of: cells).map { .companion($0) } }
}

extension Look {
  /// With more places behind the finding's own, and another end of its message.
  func adding(_ places: [Place], asking end: String = "") -> Look {
    guard case .breaks(let finding) = self else { return self }
    let message = end.isEmpty ? finding.message : "\(finding.message.dropLast())\(end)"
    return .breaks(
      Finding(
        at: finding.places + places, message, derivation: finding.derivation, severity: finding.severity))
  }
}

extension Verdict {
  /// A rule of years without last year's filing, or without what it needs of it.
  static func withoutLastYear(_ missing: String...) -> Verdict {
    .notCheckable(missing: missing.isEmpty ? ["本单位上年填报"] : missing)
  }
}
