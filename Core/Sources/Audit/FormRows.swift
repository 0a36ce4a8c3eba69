import Evaluation
import Reading
import Text

extension Form {
  /// The prescribed rows of its tables, in order.
  var tableRows: [TableBlock.Row] {
    blocks.flatMap { block -> [TableBlock.Row] in if case .table(let table) = block { table.rows } else { [] } }
  }
}

extension SheetReading {
  /// The rows with the goals and what came of them: the only one, or the lines of a form with several.
  var goalRows: [String] { ["goal"] + (form.goalTable.map { lines(under: $0.id) } ?? []) }
}

extension TableBlock.Row {
  /// Without its number and 其中: 公车购置.
  var spokenName: String { spokenNames(label) }
}

private let spokenNames = Memo<String, String> { label in
  let plain = label.filter { !$0.isWhitespace }
  let rest = plain.drop { ("0"..."9").contains($0) || "、.．（）()：:".contains($0) }
  let name = String(rest.hasPrefix("其中：") ? rest.dropFirst(3) : rest)
  return String(name.bare.reversed().drop { ":：".contains($0) }.reversed())
}
