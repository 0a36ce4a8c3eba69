import Evaluation
import Foundation
import Intake
import Report

/// Audits files, as many at a time as there are cores.
struct AuditRun: Sendable {
  let candidates: [PolicySet]
  let year: Int?
  let choice: CheckChoice

  /// One file's outcome.
  enum Outcome: Sendable {
    /// With the Word file that its places lead back to, where there is one.
    case audited(AuditedReport, word: [UInt8]?)
    case unread(UnreadFile)
  }

  /// Hands over every outcome in the order of the files.
  func audit(_ files: [String], _ take: (Outcome) async -> Void) async {
    let width = max(1, ProcessInfo.processInfo.activeProcessorCount)
    // Outcomes that wait for an earlier one are bounded, so that memory is.
    let lead = 4 * width
    var waiting: [Int: Outcome] = [:]
    var (started, running, taken) = (0, 0, 0)
    await withTaskGroup(of: (Int, Outcome).self) { group in
      while taken < files.count {
        while started < files.count, running < width, started < taken + lead {
          let (number, file) = (started, files[started])
          group.addTask { (number, outcome(of: file)) }
          started += 1
          running += 1
        }
        guard let (number, outcome) = await group.next() else { return }
        running -= 1
        waiting[number] = outcome
        while let next = waiting.removeValue(forKey: taken) {
          await take(next)
          taken += 1
        }
      }
    }
  }

  func outcome(of file: String) -> Outcome {
    do throws(IntakeDefect) {
      let source = try Intake().read(file)
      let report = AuditedReport(of: source, named: file, under: candidates, year: year, only: choice.holds)
      return .audited(report, word: source.word)
    } catch {
      return .unread(UnreadFile(file: file, reason: error.message))
    }
  }
}
