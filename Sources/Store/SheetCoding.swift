import Database
public import Evaluation
import Foundation
import JSON

/// A sheet's content as the database keeps it: JSON that other programs can read, one fixed spelling per content.
struct StoredSheet: Decodable {
  var tree: String?
  /// id and what it stands under.
  var rows: [[String]]
  var removed: [String]
  /// "row/column": the text, and the budget system's value where there is one.
  var cells: [String: [String]]

  func sheet(id: String, form: String) throws -> Sheet {
    var sheet = Sheet(id: id, form: form, tree: tree, removedNodes: Set(removed))
    sheet.rows = try rows.map { row in
      guard row.count == 2 else { throw DatabaseFault.refused("表 \(id) 的行无法读取", sql: "") }
      return AddedRow(id: row[0], under: row[1])
    }
    for (key, texts) in cells {
      guard let slash = key.firstIndex(of: "/"), let text = texts.first else {
        throw DatabaseFault.refused("表 \(id) 的单元格 \(key) 无法读取", sql: "")
      }
      let cell = CellKey(String(key[..<slash]), String(key[key.index(after: slash)...]))
      sheet.entries[cell] = Entry(text, synced: texts.count > 1 ? texts[1] : nil)
    }
    return sheet
  }
}

extension Sheet {
  /// The sheet's content as JSON, cells in the order of their keys.
  public var storedContent: String {
    let cells = entries.map { key, entry in
      JSONValue.Member(
        "\(key.row)/\(key.column)", .array([.string(entry.text)] + (entry.synced.map { [.string($0)] } ?? [])))
    }
    var members: [JSONValue.Member] = [
      .init("cells", JSONValue.object(cells).sorted()),
      .init("removed", .array(removedNodes.sorted().map { .string($0) })),
      .init("rows", .array(rows.map { [.string($0.id), .string($0.under)] })),
    ]
    if let tree { members.append(.init("tree", .string(tree))) }
    return String(decoding: JSONValue.object(members).compact(), as: UTF8.self)
  }

  /// Throws `DatabaseFault` where the content is none that this program wrote.
  public init(id: String, form: String, storedContent: String) throws {
    do {
      self = try JSONDecoder().decode(StoredSheet.self, from: Data(storedContent.utf8)).sheet(id: id, form: form)
    } catch let fault as DatabaseFault { throw fault } catch {
      throw DatabaseFault.refused("表 \(id) 的内容无法读取", sql: "")
    }
  }
}
