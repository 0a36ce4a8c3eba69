import Database
public import Evaluation
import Foundation

/// A sheet's content as the database keeps it: JSON that other programs can read, one fixed spelling per content.
struct StoredSheet: Codable {
  var tree: String?
  /// id and what it stands under.
  var rows: [[String]]
  var removed: [String]
  /// "row/column": the text, and the budget system's value where there is one.
  var cells: [String: [String]]

  init(_ sheet: Sheet) {
    tree = sheet.tree
    rows = sheet.rows.map { [$0.id, $0.under] }
    removed = sheet.removedNodes.sorted()
    cells = Dictionary(
      uniqueKeysWithValues: sheet.entries.map { key, entry in
        ("\(key.row)/\(key.column)", entry.synced.map { [entry.text, $0] } ?? [entry.text])
      })
  }

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
  /// The sheet's content as JSON with sorted keys.
  public var storedContent: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(StoredSheet(self)) else { preconditionFailure("strings always encode") }
    return String(decoding: data, as: UTF8.self)
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
