import Audit
import Evaluation
import Intake
import Reading
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

  /// Hands over every outcome in the order of the files. Several files are all read before the first is checked where
  /// a check compares them; `reading` is told how many have been.
  func audit(
    _ files: [String], reading: (Int) async -> Void = { _ in }, taking take: (Outcome) async -> Void
  ) async {
    guard files.count > 1, AuditRule.all.contains(where: { choice.holds($0.id) && $0.comparesFilings }) else {
      await InOrder.run(files.count, { outcome(of: read(files[$0]), files[$0], beside: .none) }, take: take)
      return
    }
    var (opened, peers) = ([ReadFile](), [PeerReport?]())
    await InOrder.run(
      files.count,
      { number -> (file: ReadFile, peer: PeerReport?) in
        let file = read(files[number])
        return (file, file.recognised.flatMap { PeerReport($0.dossier, file: files[number]) })
      },
      take: { result in
        opened.append(result.file)
        peers.append(result.peer)
        await reading(opened.count)
      })
    let all = opened
    let field = ReportField(files, all.map(\.recognised), peers)
    await InOrder.run(
      files.count, { outcome(of: all[$0], files[$0], beside: field.companions(of: $0)) }, take: take)
  }

  private func read(_ file: String) -> ReadFile {
    do throws(IntakeDefect) {
      let source = try Intake().read(file)
      return .read(source, RecognisedReport(source.report, under: candidates, year: year))
    } catch {
      return .unread(UnreadFile(file: file, reason: error.message))
    }
  }

  private func outcome(of read: ReadFile, _ file: String, beside companions: Companions) -> Outcome {
    switch read {
    case .unread(let unread): return .unread(unread)
    case .read(let source, let recognised):
      let report = AuditedReport(recognised.beside(companions), of: source, named: file, only: choice.holds)
      return .audited(report, word: source.word)
    }
  }
}
