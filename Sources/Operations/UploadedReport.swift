public import Audit
import Evaluation
public import Intake
import Reading
public import Store

/// A report of a filing that was uploaded as a file, as far as it could be read.
public struct UploadedReport: Sendable, Identifiable {
  /// Without its bytes.
  public let file: AttachmentRecord
  /// The id of the outline whose report the file is.
  public let outline: String
  /// What was read, or why it cannot be.
  public let reading: Result<Text, IntakeDefect>
  /// The attachment's.
  public var id: Int64 { file.id }

  /// What was read of it.
  public struct Text: Sendable {
    /// The report with its places in the file.
    public let source: SourceFile
    /// What strangers must not read, what the file carries besides its text last.
    public let stretches: [PrivateStretch]
    /// Where its forms have what the forms of this system call personal.
    let personal: [Range<Int>]

    /// What strangers may read of it, without the stretches of its text that are cut.
    func content(without cuts: [Range<Int>]) -> ReportContent {
      PublicCopy.content(of: source.report, without: cuts + personal)
    }
  }

  /// On a shorter lead than our own files: the next report waits for it.
  private static let programs = Programs.installed.bounded(seconds: 60, megabytes: 3_000)

  /// nil where it cannot be read.
  public var text: Text? { try? reading.get() }

  /// Reads it and looks for what strangers must not read.
  init(_ content: [UInt8], of file: AttachmentRecord, _ outline: String, in filing: Filing) {
    self.file = file
    self.outline = outline
    reading = Result { () throws(IntakeDefect) in
      let source = try Intake(programs: Self.programs).read(content, named: file.name)
      let personal = RecognisedReport(source.report, under: [filing.policies], year: filing.year).personalPlaces
      let found = PrivateStretch.all(in: source.report, of: file.id, by: filing.unit, year: filing.year)
      return Text(
        source: source,
        stretches: found.filter { stretch in
          !stretch.isShown
            || !personal.contains {
              $0.lowerBound <= stretch.range.lowerBound && stretch.range.upperBound <= $0.upperBound
            }
        }, personal: personal)
    }
  }

  /// Why it cannot be published, and what to do; empty where it can be read.
  public var problem: String {
    guard case .failure(let defect) = reading else { return "" }
    let way =
      switch defect {
      case .missingProgram: "请系统管理员装好后再公开。"
      default: "已办结的不能再换文件，可以在本单位网站公开后，在本页登记网址；以后请上传能复制文字的 Word 或 PDF 文件，或在线填写报告。"
      }
    return "上传的报告“\(file.name)”读不出来（\(defect.message)），不能在这里公开。\(way)"
  }
}
