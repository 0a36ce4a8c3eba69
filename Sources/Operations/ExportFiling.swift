public import Conversion
import Evaluation
import OOXML
public import Paper
public import Reading
import Store

/// A filing as a file to take away: the same data give the same bytes.
public enum ExportFiling {
  /// The official Word document, dated by the day of its first 送审. `uploads` are reports that were read from files, by
  /// their outlines. Throws where the policy's forms cannot be laid out, or `TemplateUnfit`.
  public static func word(
    _ loaded: LoadedFiling, as layout: PaperLayout, personal: PersonalFields = .shown,
    uploads: [String: [ReportContent]] = [:]
  ) throws -> [UInt8] {
    // What is still being filled in has no date yet.
    let sentOn = loaded.record.standing.sentDay.map { "\($0.year)年\($0.month)月\($0.day)日" }
    do {
      return try layout.document(
        of: loaded.calculation, personal: personal, filledOn: sentOn, uploads: uploads)
    } catch let fault as TemplateFault {
      throw TemplateUnfit(message: "本任务的 Word 模板与现行制度不符：\(fault.message)请管理员在任务的“Word 模板”页更换模板。")
    }
  }

  /// The Word document as PDF, with its fonts. Throws `PagesFault`, or what `word` throws.
  public static func pages(
    _ loaded: LoadedFiling, as layout: PaperLayout, personal: PersonalFields = .shown, press: PagePress
  ) async throws -> [UInt8] {
    try await press.pages(of: word(loaded, as: layout, personal: personal))
  }

  /// For other programs: see `Documentation/Schemas/filing.schema.json`.
  public static func json(
    _ loaded: LoadedFiling, personal: PersonalFields = .shown, uploads: [String: [ReportContent]] = [:]
  ) -> [UInt8] {
    FilingJSON(
      loaded.calculation, stage: loaded.record.stage, version: loaded.record.version, personal: personal,
      uploads: uploads
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
