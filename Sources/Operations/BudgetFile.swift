public import Evaluation
import Foundation
import Intake
import SwiftCSV

/// What the budget system hands over: CSV (UTF-8 or GB18030) or JSON.
///
/// CSV columns: 单位编码, 年度, 位置, 数值 (or unit, year, place, value). JSON: a list of objects with the English names.
/// Unit and year may be left out where they are known from elsewhere. Places: see `BudgetPath`.
public struct BudgetFile: Sendable {
  public private(set) var rows: [BudgetImport.Row] = []
  /// With the line of the CSV, or the item of the list, that they concern.
  public private(set) var problems: [FieldProblem] = []

  /// Throws `Invalid` where the file as a whole cannot be read.
  public init(_ bytes: [UInt8], defaultUnit: UnitCode? = nil, defaultYear: Int? = nil) throws {
    guard let text = TextDecoding.text(bytes) else {
      throw Invalid([FieldProblem("file", "文件的编码无法识别，请用 UTF-8 或 GB18030（GBK）。")])
    }
    let first = text.first { !$0.isWhitespace && $0 != "\u{FEFF}" }
    if first == "[" || first == "{" {
      for (number, record) in try Self.json(bytes).enumerated() {
        take(record, "第 \(number + 1) 项", defaultUnit, defaultYear)
      }
    } else {
      // The first line holds the captions.
      for (number, record) in try Self.csv(text).enumerated() {
        take(record, "第 \(number + 2) 行", defaultUnit, defaultYear)
      }
    }
  }

  private typealias Record = (unit: String, year: String, place: String, value: String)

  private mutating func take(_ record: Record, _ entry: String, _ defaultUnit: UnitCode?, _ defaultYear: Int?) {
    guard let unit = record.unit.isEmpty ? defaultUnit : UnitCode(record.unit) else {
      return problems.append(FieldProblem(entry, "\(entry)：单位编码“\(record.unit)”不是六位数字。"))
    }
    guard let year = record.year.isEmpty ? defaultYear : Int(record.year), (2000...2099).contains(year) else {
      return problems.append(FieldProblem(entry, "\(entry)：年度“\(record.year)”不是四位年度。"))
    }
    guard BudgetPath(record.place) != nil else {
      return problems.append(FieldProblem(entry, "\(entry)：位置“\(record.place)”无法识别，应如 base/reception/budget。"))
    }
    rows.append(BudgetImport.Row(unit: unit, year: year, place: record.place, text: record.value))
  }

  private static func csv(_ text: String) throws -> [Record] {
    let names = [
      "unit": ["单位编码", "unit"], "year": ["年度", "year"], "place": ["位置", "place"], "value": ["数值", "value"],
    ]
    let bare = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    guard let table = try? NamedCSV(string: bare, delimiter: .comma, loadColumns: false) else {
      throw Invalid([FieldProblem("file", "CSV 文件无法读取，请检查引号和逗号。")])
    }
    let header = table.header.map(\.trimming)
    func key(_ name: String) -> String? {
      names[name]?.compactMap { wanted in header.firstIndex(of: wanted).map { table.header[$0] } }.first
    }
    guard let place = key("place"), let value = key("value") else {
      throw Invalid([FieldProblem("file", "CSV 第一行应有：单位编码、年度、位置、数值。")])
    }
    let (unit, year) = (key("unit"), key("year"))
    return table.rows.map { row in
      (
        (unit.flatMap { row[$0] } ?? "").trimming, (year.flatMap { row[$0] } ?? "").trimming,
        (row[place] ?? "").trimming, (row[value] ?? "").trimming
      )
    }
  }

  private struct Item: Decodable {
    let unit: Text?
    let year: Text?
    let place: Text
    let value: Text
  }
  private struct Wrapped: Decodable {
    let values: [Item]
  }
  /// A string, or a number taken digit by digit: money is exact.
  private struct Text: Decodable {
    let text: String
    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let string = try? container.decode(String.self) {
        text = string.trimming
      } else {
        text = "\(try container.decode(Decimal.self))"
      }
    }
  }

  private static func json(_ bytes: [UInt8]) throws -> [Record] {
    let decoder = JSONDecoder()
    let list =
      (try? decoder.decode([Item].self, from: Data(bytes)))
      ?? (try? decoder.decode(Wrapped.self, from: Data(bytes)))?.values
    guard let list else {
      throw Invalid([FieldProblem("file", "JSON 应为对象的列表，每个对象有 place、value，可有 unit、year。")])
    }
    return list.map { ($0.unit?.text ?? "", $0.year?.text ?? "", $0.place.text, $0.value.text) }
  }
}
