import Database
import Evaluation
import Operations
import Store

/// A sheet sent as a whole, without scripts: what the person changed on it, and the button pressed.
struct PostedSheet {
  let edits: [Edit]

  /// Compares what was sent with what stood there when the page was made. Throws `DatabaseFault`.
  init(_ form: FormFields, sheet: String, loaded: LoadedFiling, reader: any Reader) async throws {
    let version = Int64(form["version"]) ?? loaded.record.version
    let later = try await reader.read { try $0.ask(.history(of: loaded.record.id, after: version)) }
    var baseline: [String: String] = [:]
    for entry in later.reversed() {
      guard case .edit(let changes) = entry.detail else { continue }
      for change in changes.reversed() where change.kind == .text { baseline[change.place] = change.before }
    }
    var posted: [String: String] = [:]
    var order: [CellAddress] = []
    for field in form.fields {
      guard let cell = CellAddress(field.name), cell.sheet == sheet, !loaded.calculation.isComputed(at: cell) else {
        continue
      }
      if posted[field.name] == nil { order.append(cell) }
      posted[field.name] = field.value
    }
    let names = loaded.filing.isReport(sheet) ? CellNames(loaded.calculation) : nil
    var edits: [Edit] = order.compactMap { cell in
      let known = baseline[cell.description] ?? loaded.filing.entry(at: cell)?.text ?? ""
      let text = (posted[cell.description] ?? "").replacing("\r\n", with: "\n")
      guard let names else { return text == known ? nil : .set(cell, text: text, was: known) }
      let cells = PostedNames.names(form[PostedNames.field(of: cell.description)])
      let shown = names.named(BoundText(known), known: cells).text
      return text == shown ? nil : .write(cell, text: NamedText(text, cells: cells), was: shown)
    }
    if let action = Self.edit(form["action"], on: sheet) { edits.append(action) }
    self.edits = edits
  }

  /// "add:specialFunds", "remove:r7", "removeNode:ecological", "restoreNode:…", "tree:…", "removeProject".
  private static func edit(_ action: String, on sheet: String) -> Edit? {
    let parts = action.split(separator: ":", maxSplits: 1).map(String.init)
    let name = parts.count > 1 ? parts[1] : ""
    return switch parts.first {
    case "add": .addLine(sheet: sheet, under: name)
    case "remove": .removeLine(sheet: sheet, line: name)
    case "removeNode": .removeNode(sheet: sheet, node: name)
    case "restoreNode": .restoreNode(sheet: sheet, node: name)
    case "tree": .chooseTree(sheet: sheet, tree: name)
    case "removeProject": .removeProject(sheet: sheet)
    default: nil
    }
  }
}
