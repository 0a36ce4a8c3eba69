import Audit
import Dispatch
import Evaluation
import Foundation
import Intake
import Paper
import Reading
import Report
import Synchronization

/// Where reports are checked: a few at a time, off the threads that answer requests. Nothing of them is kept.
final class CheckupDesk: Sendable {
  let settings: CheckupSettings
  let line: WaitingLine
  private let addresses: Mutex<RateLimit>
  private let people: Mutex<RateLimit>
  private let queue = DispatchQueue(label: "jiheng.checkup", qos: .utility, attributes: .concurrent)

  init(_ settings: CheckupSettings) {
    self.settings = settings
    let bounds = settings.bounds
    // One core is left to those who fill in.
    let width = max(1, min(2, ProcessInfo.processInfo.activeProcessorCount - 1))
    line = WaitingLine(width: width, room: bounds.waiting)
    addresses = Mutex(RateLimit(count: bounds.perAddress, span: 600))
    people = Mutex(RateLimit(count: bounds.perPerson, span: 600))
  }

  /// Counts one more by a person, or from an address without one. Throws `CheckupRefusal`.
  func admit(person: Int64?, address: String, at now: Int64) throws(CheckupRefusal) {
    let wait =
      if let person {
        people.withLock { $0.take("\(person)", at: now) }
      } else {
        addresses.withLock { $0.take(address, at: now) }
      }
    if let wait { throw .tooOften(seconds: wait, isSignedIn: person != nil) }
  }

  /// A report to look at, and what was chosen for it.
  struct Request: Sendable {
    let name: String
    let content: [UInt8]
    /// nil to be read from the report.
    let year: Int?
    /// What it may be held against.
    let candidates: [PolicySet]
  }

  struct Outcome: Sendable {
    let report: AuditedReport
    /// The Word file that the places lead back to, where there is one.
    let word: [UInt8]?
  }

  /// Throws `CheckupRefusal`.
  func check(_ request: Request) async throws(CheckupRefusal) -> Outcome {
    let bounds = settings.bounds
    let result: Result<Outcome, CheckupRefusal> = await withCheckedContinuation { continuation in
      queue.async {
        let result = Result { () throws(CheckupRefusal) in try Self.outcome(of: request, bounds) }
        continuation.resume(returning: result)
      }
    }
    return try result.get()
  }

  private static func outcome(of request: Request, _ bounds: CheckupBounds) throws(CheckupRefusal) -> Outcome {
    let deadline = ContinuousClock.now + .seconds(bounds.secondsToCheck)
    let ending = FileFormat.ending(of: request.name)
    if ending == "xlsx", FilledWorkbook.isOne(request.content) { throw .ownWorkbook }
    let source: SourceFile
    do throws(IntakeDefect) {
      let intake = Intake(programs: bounds.programs, limits: CheckupBounds.zip)
      source = try intake.read(request.content, named: request.name)
    } catch { throw .unread(error, ending: ending) }
    let length = source.report.text.scalars.count
    guard length <= bounds.longestText else { throw .tooLong(characters: length, most: bounds.longestText) }
    do {
      let report = try AuditedReport(
        of: source, named: request.name, under: request.candidates, year: request.year,
        before: { _ in
          if ContinuousClock.now > deadline { throw CheckupRefusal.tooSlow(seconds: bounds.secondsToCheck) }
        })
      return Outcome(report: report, word: source.word)
    } catch let refusal as CheckupRefusal { throw refusal } catch {
      throw CheckupRefusal.tooSlow(seconds: bounds.secondsToCheck)
    }
  }
}
