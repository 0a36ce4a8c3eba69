import Evaluation
import Figures
import Reading
import Rules

/// A prescribed row of 基础数据表 with last year's and this year's final amounts.
struct YearChange {
  let row: TableBlock.Row
  let last: NamedSum
  let final: NamedSum
  /// How far this year's lies from last year's; in excess where it rose.
  let gap: WrittenGap

  /// nil where one of the two is blank.
  init?(_ row: TableBlock.Row, of base: SheetReading, in dossier: Dossier) {
    guard let last = dossier.stated("上年决算数", base.address(row.id, "last")),
      let final = dossier.stated("\(row.spokenName)本年决算数", base.address(row.id, "final")),
      let gap = final.sum.gap(to: last.sum)
    else { return nil }
    self.row = row
    self.last = last
    self.final = final
    self.gap = gap
  }

  var isRise: Bool { gap.isExcess && !gap.isRounding }
  var isFromNothing: Bool { last.sum.exact == .zero && final.sum.exact > .zero }
  var isToNothing: Bool { final.sum.exact == .zero && last.sum.exact > .zero }

  /// The change in percent of last year's amount; nil where that is nothing.
  var percent: Rational? {
    gap.figure.rational.divided(by: last.sum.exact)?.multiplied(by: Rational(100))?.magnitude
  }

  /// The change is larger than so many 万元.
  func isLarger(than tenThousands: Int64) -> Bool {
    guard let fen = gap.figure.rational.multiplied(by: Rational(final.unit.fen)) else { return true }
    return fen > Rational(tenThousands * AmountUnit.tenThousandYuan.fen)
  }

  /// "项目支出本年决算数 245 万元，比上年 8562.37 万元减少 8317.37 万元（97.1%）"
  var spoken: String {
    let share = percent.map { "（\($0.spoken(1))%）" } ?? ""
    return "\(final.spoken)，比上年 \(last.amount)\(gap.isExcess ? "增加" : "减少") \(final.unit.spoken(gap.figure))\(share)"
  }

  func finding(_ message: String, _ severity: Severity? = nil) -> Finding {
    Finding(
      at: (final.cells + last.cells).map { .cell($0) }, message,
      derivation: "\(final.sum.figure) − \(last.sum.figure)", severity: severity)
  }
}

extension Dossier {
  /// The rows whose last year's and this year's final amounts are both written, in order.
  var yearChanges: [YearChange] {
    guard let base else { return [] }
    return base.form.tableRows.compactMap { YearChange($0, of: base, in: self) }
  }
}

extension [YearChange] {
  /// Those that are not part of another one: what happened to a part is told with the whole.
  func outermost(in form: Form) -> [YearChange] {
    let parents = Dictionary(form.tableRows.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
    return filter { change in
      var parent = change.row.parent
      while let id = parent {
        if contains(where: { $0.row.id == id && $0.isRise == change.isRise }) { return false }
        parent = parents[id] ?? nil
      }
      return true
    }
  }
}
