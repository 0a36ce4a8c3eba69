import Database
import Evaluation
import Intake
import Store
import Synchronization

extension FilingShelf {
  /// The reports of a filing that were uploaded as files, in the order in which they were. A file never changes, so what
  /// was read of the last ones is kept.
  ///
  /// Throws `DatabaseFault`.
  public func uploadedReports(of loaded: LoadedFiling) async throws -> [UploadedReport] {
    let outlines = Dictionary(
      loaded.filing.policies.attachments.compactMap { wanted in wanted.outline.map { (wanted.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    let files = try await reader.read { try $0.ask(.attachments(of: loaded.record.id)) }
    var reports: [UploadedReport] = []
    for file in files {
      guard let outline = outlines[file.requirement] else { continue }
      reports.append(try await uploadedReport(file, outline, in: loaded.filing))
    }
    return reports
  }

  private func uploadedReport(
    _ file: AttachmentRecord, _ outline: String, in filing: Filing
  ) async throws -> UploadedReport {
    if let known = uploads.withLock({ $0[file.id] }) { return known }
    let content = try await reader.read { try $0.first(.content(ofAttachment: file.id)) } ?? []
    let report = await SlowWork.files.run { UploadedReport(content, of: file, outline, in: filing) }
    // What a program that is missing cannot read today, it may read tomorrow. What takes too long once is not tried by
    // every page that shows it.
    if case .failure(let defect) = report.reading, case .missingProgram = defect { return report }
    uploads.withLock { kept in
      if kept.count >= Self.uploadCapacity { kept.removeAll(keepingCapacity: true) }
      kept[file.id] = report
    }
    return report
  }

  private static let uploadCapacity = 16
}
