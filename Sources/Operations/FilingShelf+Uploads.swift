import Database
import Evaluation
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
    if let known = kept(file.id) { return known }
    let content = try await reader.read { try $0.first(.content(ofAttachment: file.id)) } ?? []
    return await SlowWork.files.run { [self] in
      // Whoever asked before may have had it read meanwhile.
      if let known = kept(file.id) { return known }
      let report = UploadedReport(content, of: file, outline, in: filing)
      uploads.withLock { $0.keep(report, of: file.id, at: .now) }
      return report
    }
  }

  private func kept(_ file: Int64) -> UploadedReport? { uploads.withLock { $0.report(of: file, at: .now) } }
}
