public import Database
public import Evaluation
import JSON

extension Sheet {
  /// The sheet's content as JSON that other programs can read, one fixed spelling per content: cells in the order of
  /// their keys.
  public var storedContent: String {
    // Names of rows and columns are ASCII, so the order of texts is that of their bytes.
    let cells = entries.map { key, entry in
      JSONValue.Member(
        key.row + "/" + key.column,
        .array(entry.synced.map { [.string(entry.text), .string($0)] } ?? [.string(entry.text)]))
    }.sorted { $0.name < $1.name }
    var members: [JSONValue.Member] = [.init("cells", .object(cells))]
    if let number = lastLineGone { members.append(.init("lastLine", .number(Int64(number)))) }
    members += [
      .init("removed", .array(removedNodes.sorted().map { .string($0) })),
      .init("rows", .array(rows.map { [.string($0.id), .string($0.under)] })),
    ]
    if let tree { members.append(.init("tree", .string(tree))) }
    return String(decoding: JSONValue.object(members).compact(), as: UTF8.self)
  }

  /// Throws `DatabaseFault` where the content is none that this program wrote.
  public init(id: String, form: String, storedContent: String) throws(DatabaseFault) {
    guard let content = try? JSONValue(reading: Array(storedContent.utf8)), let sheet = Self(id, form, content) else {
      throw .refused("表 \(id) 的内容无法读取", sql: "")
    }
    self = sheet
  }

  /// nil unless it is an object of `storedContent`: the chosen tree, the added rows with what they stand under, the number
  /// of the last one where it is gone, the nodes that were removed, and by "row/column" a cell's text, with the budget system's value where there is one.
  private init?(_ id: String, _ form: String, _ content: JSONValue) {
    guard let rows = content["rows"]?.elements, let removed = content["removed"]?.texts,
      case .object(let cells)? = content["cells"]
    else { return nil }
    var added: [AddedRow] = []
    for row in rows {
      guard let row = row.texts, row.count == 2 else { return nil }
      added.append(AddedRow(id: row[0], under: row[1]))
    }
    var lastLine: Int?
    if case .number(let number)? = content["lastLine"] { lastLine = Int(number) }
    self.init(
      id: id, form: form, tree: content["tree"]?.text, rows: added, lastLineGone: lastLine,
      removedNodes: Set(removed))
    entries.reserveCapacity(cells.count)
    for cell in cells {
      guard let slash = cell.name.firstIndex(of: "/"), let texts = cell.value.texts, let text = texts.first else {
        return nil
      }
      let key = CellKey(String(cell.name[..<slash]), String(cell.name[cell.name.index(after: slash)...]))
      entries[key] = Entry(text, synced: texts.count > 1 ? texts[1] : nil)
    }
  }
}
