public import Evaluation
import Figures
import OOXML
import Text

/// A workbook of a filing that came back: what was filled into it since it was written out.
public struct FilledWorkbook: Sendable {
  /// Which state of which filing it was written out from.
  public let origin: WorkbookOrigin
  /// Cells that hold something else than was written out, in the order of the workbook.
  public private(set) var cells: [Cell] = []
  /// What could not be placed.
  public private(set) var remarks: [Remark] = []

  /// A cell that somebody changed.
  public struct Cell: Sendable {
    /// "基础表!B7"
    public let place: String
    /// Where it belongs in the filing.
    public let target: WorkbookTarget
    /// What was written out, and what stands there now.
    public let exported: String
    public let text: String
    /// The cells that a report's text named when it was written out.
    public let names: [String: CellAddress]
  }

  /// Something that could not be placed.
  public struct Remark: Hashable, Sendable {
    /// Where in the workbook, in words: "基础表 第 7 行".
    public let place: String
    /// Why, and what to do.
    public let message: String
  }

  /// Most bytes of a file.
  public static let largestFile = 20 << 20

  /// Reads a file that someone handed in. Throws `WorkbookRefusal`.
  public init(_ file: [UInt8]) throws(WorkbookRefusal) {
    guard !file.isEmpty else { throw WorkbookRefusal("文件是空的，请重新选择。") }
    guard file.count <= Self.largestFile else { throw WorkbookRefusal("文件不能超过 \(Self.largestFile >> 20) MB。") }
    let source = try Self.source(file)
    guard let hidden = source.sheets.first(where: { $0.cells.first?.text == WorkbookMap.format }) else {
      throw WorkbookRefusal("这不是从本系统导出的工作簿，请先在自评中导出工作簿，填好后再导入。")
    }
    guard let map = WorkbookMap(hidden) else {
      throw WorkbookRefusal("工作簿中的隐藏数据已被改动或由其他版本导出，请重新导出后再填写。")
    }
    origin = map.origin
    var reading = WorkbookReadout(map)
    for sheet in source.sheets where sheet.part != hidden.part { reading.read(sheet) }
    reading.finish()
    (cells, remarks) = (reading.cells, reading.remarks)
  }

  /// Whether a file is a workbook of this system, be its cells readable or not.
  public static func isOne(_ file: [UInt8]) -> Bool {
    file.count <= largestFile
      && (try? source(file))?.sheets.contains { $0.cells.first?.text == WorkbookMap.format } ?? false
  }

  private static func source(_ file: [UInt8]) throws(WorkbookRefusal) -> SourceWorkbook {
    let package: OfficePackage
    do throws(OfficeDefect) { package = try OfficePackage(file) } catch { throw WorkbookRefusal(error) }
    guard !package.hasMacros, package.kind != .spreadsheetTemplateOrMacros else {
      throw WorkbookRefusal("工作簿含有宏或是模板，为安全起见不能导入，请另存为普通的 .xlsx 工作簿。")
    }
    do throws(OfficeDefect) { return try WorkbookReader.read(package) } catch { throw WorkbookRefusal(error) }
  }
}

/// Why a workbook cannot be taken at all.
public struct WorkbookRefusal: Error, Hashable, Sendable {
  /// To be told to the person who handed it in.
  public let message: String
  /// In Chinese, with what to do.
  public init(_ message: String) { self.message = message }
}

extension WorkbookRefusal {
  init(_ defect: OfficeDefect) {
    switch defect {
    case .compoundFile: self.init("文件是旧版 .xls 格式或设有打开密码，请取消密码并另存为 .xlsx 后再导入。")
    case .xml(let part, _): self.init("工作簿内容已损坏（\(part)），请用 Excel 或 WPS 打开并另存后再导入。")
    case .notAnOfficeFile, .notAWordDocument, .notASpreadsheet: self.init("文件不是 .xlsx 工作簿。")
    case .zip, .tooManyCells: self.init(defect.message + "。")
    }
  }
}
