import Evaluation

/// Rows of a form that become one table.
struct FormTablePart {
  var rows: [FormGrid.Row]
  let repeatsHeader: Bool

  /// A new part begins at the captions of a long one, and at the next captions after it.
  static func parts(of rows: [FormGrid.Row], longPart: Int, longSide: Int) -> [FormTablePart] {
    var parts: [FormTablePart] = []
    for (number, row) in rows.enumerated() {
      let isLong = row.isHeader && isLong(rows[number...], longPart, longSide)
      if isLong || parts.isEmpty || (row.isHeader && parts[parts.count - 1].repeatsHeader) {
        parts.append(FormTablePart(rows: [row], repeatsHeader: isLong))
      } else {
        parts[parts.count - 1].rows.append(row)
      }
    }
    return parts
  }

  private static func isLong(_ rows: ArraySlice<FormGrid.Row>, _ longPart: Int, _ longSide: Int) -> Bool {
    let length = (rows.dropFirst().firstIndex(where: \.isHeader) ?? rows.endIndex) - rows.startIndex
    let side = rows.first?.cells.map(\.rowSpan).max() ?? 1
    return length >= longPart || side >= longSide
  }
}
