import Intake

/// What was read of the last uploaded reports. A file never changes, so what was read stays good. What could not be read
/// is tried again after an hour: the machine may have been busy, or a program may be there by now.
struct KeptUploads: Sendable {
  private struct Kept {
    let report: UploadedReport
    let since: ContinuousClock.Instant
  }
  private var reports: [Int64: Kept] = [:]

  private static let capacity = 16
  private static let patience = Duration.seconds(3_600)

  func report(of file: Int64, at now: ContinuousClock.Instant) -> UploadedReport? {
    guard let kept = reports[file] else { return nil }
    return kept.report.text == nil && now - kept.since > Self.patience ? nil : kept.report
  }

  mutating func keep(_ report: UploadedReport, of file: Int64, at now: ContinuousClock.Instant) {
    // What a program that is missing, or a disk that is full, cannot do now, it may do in a moment.
    if case .failure(let defect) = report.reading {
      switch defect {
      case .missingProgram, .unreadable: return
      default: break
      }
    }
    if reports.count >= Self.capacity, let oldest = reports.min(by: { $0.value.since < $1.value.since })?.key {
      reports[oldest] = nil
    }
    reports[file] = Kept(report: report, since: now)
  }
}
