public import Conversion
public import Database
public import OOXML
public import Paper
import Store

/// 自评材料: everything of one filing in files, as it is handed in or kept.
public struct FilingPackage: Sendable {
  /// Under a folder with the unit's code and name, the list of the files last.
  public let files: [ZipArchive.Entry]
  /// What is missing and why; empty where nothing is.
  public let remark: String

  /// Throws where the filing cannot be written out, or `DatabaseFault`. Pages that cannot be made are only remarked.
  ///
  /// `layout` in place of the task's own.
  public init(
    _ loaded: LoadedFiling, as layout: PaperLayout? = nil, from reader: any Reader, press: PagePress
  ) async throws {
    let id = loaded.record.id
    let own = try await reader.read { try $0.paperLayout(of: loaded.task.id) }
    let word = try ExportFiling.word(loaded, as: layout ?? own)
    var made: [(name: String, bytes: [UInt8])] = [(ExportFiling.name(loaded, ending: "docx"), word)]
    var remark = ""
    do throws(PagesFault) {
      made.append((ExportFiling.name(loaded, ending: "pdf"), try await press.pages(of: word)))
    } catch { remark = "缺 PDF：\(error.message)" }
    made.append((ExportFiling.name(loaded, ending: "xlsx"), try ExportFiling.workbook(loaded)))
    made.append((ExportFiling.name(loaded, ending: "json"), ExportFiling.json(loaded)))
    let attached = try await reader.read { database in
      try database.ask(.attachments(of: id)).map { file in
        (file, try database.first(Query<[UInt8]>.content(ofAttachment: file.id)) ?? [])
      }
    }
    for (number, (file, content)) in attached.enumerated() {
      made.append(("附件/\(Self.position(number + 1)) \(file.name)", content))
    }
    let folder = ExportFiling.folder(loaded)
    var files: [ZipArchive.Entry] = made.map { ZipArchive.Entry("\(folder)/\($0.name)", $0.bytes) }
    files.append(ZipArchive.Entry("\(folder)/清单.txt", Array(Self.list(made, remark).utf8)))
    self.files = files
    self.remark = remark
  }

  /// One .zip file. Throws `ZipArchive.Defect` where the files cannot stand in one.
  public func bytes() throws -> [UInt8] { try ZipArchive(files).bytes() }

  /// "01": so that files stand in their order.
  private static func position(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Name, bytes and SHA-256 of every file, for whoever receives them.
  private static func list(_ files: [(name: String, bytes: [UInt8])], _ remark: String) -> String {
    let lines = files.map { "\(Digest.of($0.bytes))  \($0.bytes.count)  \($0.name)" }
    return (["SHA-256  字节数  文件"] + lines + (remark.isEmpty ? [] : [remark])).map { $0 + "\r\n" }.joined()
  }
}
