public import Evaluation
import Figures

/// The cells of a filing's forms as one flat table, for programs that read rows.
public struct FilingCells: Sendable {
  /// The captions, in the order in which rows keep their texts.
  public static let columns = ["表", "位置", "名称", "内容", "数值", "计量单位"]

  /// In the order of the forms and of their cells; each row as long as `columns`.
  public let rows: [[String]]

  /// Cells that `personal` leaves out have no row.
  public init(_ calculation: Calculation, personal: PersonalFields = .shown) {
    let shown = ShownText(calculation, personal)
    rows = calculation.layouts.flatMap { layout in
      (layout.grid.definitions + layout.footer).filter { !shown.isLeftOut($0.address) }.map { definition in
        let address = definition.address
        let value = calculation.figure(at: address)?.trimmed.description ?? ""
        return [
          layout.title, address.description, definition.caption, shown.text(at: address), value,
          definition.kind == .amount ? layout.policy.amounts.unit.rawValue : "",
        ]
      }
    }
  }
}
