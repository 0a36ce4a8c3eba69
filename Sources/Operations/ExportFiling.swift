public import Conversion
import Evaluation
public import Paper
import Store

/// A filing as a file to take away: the same data give the same bytes.
public enum ExportFiling {
  /// The official Word document. Throws where the policy's forms cannot be laid out.
  public static func word(_ loaded: LoadedFiling, personal: PersonalFields = .shown) throws -> [UInt8] {
    try FilingDocument(loaded.calculation, personal: personal).bytes()
  }

  /// The Word document as PDF, with its fonts. Throws `PagesFault`, or where the forms cannot be laid out.
  public static func pages(
    _ loaded: LoadedFiling, personal: PersonalFields = .shown, press: PagePress
  ) async throws -> [UInt8] {
    try await press.pages(of: word(loaded, personal: personal))
  }

  /// For other programs: see `Documentation/Schemas/filing.schema.json`.
  public static func json(_ loaded: LoadedFiling, personal: PersonalFields = .shown) -> [UInt8] {
    FilingJSON(
      loaded.calculation, stage: loaded.record.stage, version: loaded.record.version, personal: personal
    ).bytes()
  }

  /// The cells of the forms as CSV, UTF-8 with its mark.
  public static func cells(_ loaded: LoadedFiling, personal: PersonalFields = .shown) -> String {
    let cells = FilingCells(loaded.calculation, personal: personal)
    return CSVText.mark + ([FilingCells.columns] + cells.rows).map(CSVText.line).joined()
  }

  /// A workbook to fill in and to import again. Throws `WorkbookDefect`.
  public static func workbook(_ loaded: LoadedFiling) throws -> [UInt8] {
    try FilingWorkbook(loaded.calculation, version: loaded.record.version, chain: loaded.record.chain).bytes()
  }

  /// "201001 示例县商务局 2024年度自评报告.docx"
  public static func name(_ loaded: LoadedFiling, ending: String) -> String {
    "\(folder(loaded)) \(loaded.filing.year)年度自评报告.\(ending)"
  }

  /// What the files of one unit stand under: "201001 示例县商务局"
  static func folder(_ loaded: LoadedFiling) -> String {
    FileKind.harmless("\(loaded.record.unit.code) \(loaded.record.unit.name)".replacing("/", with: "_"))
  }
}
