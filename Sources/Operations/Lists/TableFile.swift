import Evaluation
import Intake
import OOXML
import SwiftCSV

/// A table that somebody handed in, .xlsx or CSV (UTF-8 or GB18030): captions in the first row that holds anything.
public struct TableFile: Sendable {
  /// The captions, from the first column on; empty where a column has none.
  public let header: [String]
  public private(set) var rows: [Row] = []

  /// A row below the captions, none of them blank throughout.
  public struct Row: Sendable {
    /// As the spreadsheet counts them, from 1.
    public let number: Int
    /// Without blanks at the ends, from the first column on; there may be fewer than captions.
    public let cells: [String]
  }

  /// Most bytes and rows of a file.
  public static let largestFile = 5 << 20
  /// Rows below the captions.
  public static let mostRows = 2_000

  /// Throws `Invalid` where the file as a whole cannot be read.
  public init(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { throw Self.invalid("文件是空的，请重新选择。") }
    guard bytes.count <= Self.largestFile else { throw Self.invalid("文件不能超过 \(Self.largestFile >> 20) MB。") }
    let isArchive = bytes.starts(with: Array("PK".utf8)) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    var all = isArchive ? try Self.workbook(bytes) : try Self.text(bytes)
    all.removeAll { $0.cells.allSatisfy(\.isEmpty) }
    guard let first = all.first else { throw Self.invalid("文件中没有内容。") }
    guard all.count - 1 <= Self.mostRows else {
      throw Self.invalid("文件有 \(all.count - 1) 行，一次最多导入 \(Self.mostRows) 行。")
    }
    header = first.cells
    rows = Array(all.dropFirst())
  }

  /// The cells of a row under some captions, in their order; empty where there is no such column.
  func texts(of row: Row, under captions: [String]) -> [String] {
    captions.map { caption in
      header.firstIndex(of: caption).flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil } ?? ""
    }
  }

  /// Throws `Invalid` where a column is missing.
  func demand(_ captions: [String]) throws {
    let missing = captions.filter { !header.contains($0) }
    guard !missing.isEmpty else { return }
    throw Self.invalid("第一行缺少列：\(missing.joined(separator: "、"))。请用模板填写。")
  }

  private static func workbook(_ bytes: [UInt8]) throws -> [Row] {
    let book: SourceWorkbook
    do throws(OfficeDefect) {
      book = try WorkbookReader.read(bytes)
    } catch {
      switch error {
      case .compoundFile: throw invalid("文件是旧版 .xls 格式或设有打开密码，请取消密码并另存为 .xlsx。")
      default: throw invalid("\(error.message)。")
      }
    }
    guard let sheet = book.sheets.first(where: { !$0.isHidden }) else { throw invalid("工作簿中没有工作表。") }
    var rows: [Row] = []
    var (number, cells) = (-1, [String]())
    for cell in sheet.cells where cell.place.column < 100 {
      if cell.place.row != number {
        if number >= 0 { rows.append(Row(number: number + 1, cells: cells)) }
        (number, cells) = (cell.place.row, [])
      }
      while cells.count < cell.place.column { cells.append("") }
      cells.append(cell.text.trimming)
    }
    if number >= 0 { rows.append(Row(number: number + 1, cells: cells)) }
    return rows
  }

  private static func text(_ bytes: [UInt8]) throws -> [Row] {
    guard let text = TextDecoding.text(bytes) else { throw invalid("文件的编码无法识别，请用 UTF-8 或 GB18030（GBK）。") }
    guard !text.unicodeScalars.contains("\u{0}") else { throw invalid("文件不是 CSV 或 .xlsx。") }
    let bare = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    guard let table = try? EnumeratedCSV(string: bare, delimiter: .comma, loadColumns: false) else {
      throw invalid("CSV 文件无法读取，请检查引号和逗号。")
    }
    return ([table.header] + table.rows).enumerated().map { Row(number: $0 + 1, cells: $1.map(\.trimming)) }
  }

  private static func invalid(_ message: String) -> Invalid { Invalid([FieldProblem("file", message)]) }
}
