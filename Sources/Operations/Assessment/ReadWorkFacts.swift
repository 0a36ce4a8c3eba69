import Audit
public import Database
public import Evaluation
import Intake
import Reading
import Store

/// Gathers what is known of a department's self-evaluation for its 自评工作考核.
public struct ReadWorkFacts: Sendable {
  private let reader: any Reader
  public init(reader: any Reader) { self.reader = reader }

  /// Of one requirement, so many files are read.
  private static let mostFiles = 5

  /// Throws `DatabaseFault`.
  public func callAsFunction(of loaded: LoadedFiling, at seconds: Int64) async throws -> WorkFacts {
    guard let table = loaded.filing.policies.workAssessment?.table else { return WorkFacts() }
    let wanted = Set(table.rows.flatMap(\.files))
    let read = Set(table.rows.filter { $0.method.check == .content }.flatMap(\.files))
    let stored = try await reader.read { database in
      try database.storedFacts(of: loaded.record, in: loaded.task, wanted, reading: read, most: Self.mostFiles)
    }
    return await SlowWork.files.run {
      var facts = WorkFacts()
      facts.fileTitles = Dictionary(
        loaded.filing.policies.attachments.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
      for (record, content) in stored.files {
        facts.files[record.requirement, default: []].append(
          .init(id: record.id, name: record.name, text: content.flatMap { Self.text(in: $0, named: record.name) }))
      }
      facts.units = stored.units.map {
        .init(filing: $0.id, name: $0.unit.name, isDone: $0.stage == .done || $0.id == loaded.record.id)
      }
      facts.lateness = loaded.lateness(calendar: stored.calendar)
      facts.look(at: Dossier(loaded.calculation))
      return facts
    }
  }

  /// nil where the file cannot be read; scans have no text.
  private static func text(in content: [UInt8], named name: String) -> String? {
    (try? Intake().read(content, named: name)).map { $0.report.text.string }
  }
}

/// What the database holds of it.
private struct StoredFacts: Sendable {
  /// With their bytes where they are to be read.
  var files: [(record: AttachmentRecord, content: [UInt8]?)] = []
  let units: [FilingRecord]
  let calendar: WorkingCalendar
}

extension ReadTransaction {
  fileprivate func storedFacts(
    of record: FilingRecord, in task: EvaluationTask, _ wanted: Set<String>, reading: Set<String>, most: Int
  ) throws -> StoredFacts {
    let department = FilingFilter(task: task.id, department: record.unit.code.department, mark: .expected)
    var stored = StoredFacts(
      units: try ask(Query<FilingRecord>.filings(department, limit: 1_000)), calendar: try workingCalendar())
    var count: [String: Int] = [:]
    for file in try ask(.attachments(of: record.id)) where wanted.contains(file.requirement) {
      count[file.requirement, default: 0] += 1
      let isRead = reading.contains(file.requirement) && count[file.requirement, default: 0] <= most
      stored.files.append((file, isRead ? try first(.content(ofAttachment: file.id)) : nil))
    }
    return stored
  }
}

extension LoadedFiling {
  /// nil where it was not sent, or its deadline is no day.
  fileprivate func lateness(calendar: WorkingCalendar) -> WorkFacts.Lateness? {
    guard let deadline = CivilDay(record.deadline(in: task)), let sent = record.standing.sentDay else { return nil }
    return .init(deadline: deadline, sent: sent, workingDays: calendar.lateness(on: sent, deadline: deadline))
  }
}
