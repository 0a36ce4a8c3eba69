import Evaluation
public import Paper
import Store

/// A filing as a file to take away: the same data give the same bytes.
public enum ExportFiling {
  /// The official Word document. Throws where the policy's forms cannot be laid out.
  public static func word(_ loaded: LoadedFiling, personal: PersonalFields = .shown) throws -> [UInt8] {
    try FilingDocument(loaded.calculation, personal: personal).bytes()
  }

  /// For other programs: see `Documentation/Schemas/filing.schema.json`.
  public static func json(_ loaded: LoadedFiling, personal: PersonalFields = .shown) -> [UInt8] {
    FilingJSON(
      loaded.calculation, stage: loaded.record.stage, version: loaded.record.version, personal: personal
    ).bytes()
  }

  /// A workbook to fill in and to import again. Throws `WorkbookDefect`.
  public static func workbook(_ loaded: LoadedFiling) throws -> [UInt8] {
    try FilingWorkbook(loaded.calculation, version: loaded.record.version, chain: loaded.record.chain).bytes()
  }

  /// "201001 示例县商务局 2024年度自评报告.docx"
  public static func name(_ loaded: LoadedFiling, ending: String) -> String {
    "\(loaded.record.unit.code) \(loaded.record.unit.name) \(loaded.filing.year)年度自评报告.\(ending)"
  }
}
