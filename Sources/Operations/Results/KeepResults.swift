import Audit
public import Database
import Evaluation
import Figures
import Reading
import Store

/// Works out what the results of a task show of a filing, and keeps it: totals, grades and flags.
///
/// What was sent does not change any more, so this is done when a filing is sent and when it is marked, and lists are
/// read from what was kept. `is_current` tells what is still to be done, for instance after the program ended in
/// between.
public struct KeepResults: Sendable {
  private let engine: any Engine
  private let shelf: FilingShelf
  public init(engine: any Engine, shelf: FilingShelf) {
    self.engine = engine
    self.shelf = shelf
  }

  /// Works out at most so many of a task's filings that wait for it; answers how many are left. One that cannot be read
  /// goes on waiting, and the others do not wait for it. Throws `.unavailable`.
  public func callAsFunction(pendingOf task: Int64, limit: Int = 200) async throws -> Int {
    var (last, left) = (Int64(0), limit)
    while left > 0 {
      let (after, most) = (last, left)
      let pending = try await engine.read { try $0.ask(.pendingResults(of: task, after: after, limit: most)) }
      guard let end = pending.last else { break }
      for filing in pending where try await isKept(filing) { left -= 1 }
      last = end
    }
    return try await engine.read { Int(try $0.first(.pendingResultCount(of: task)) ?? 0) }
  }

  /// False where the filing cannot be read.
  private func isKept(_ filing: Int64) async throws -> Bool {
    do {
      try await keep(try await shelf.filing(filing))
      return true
    } catch DatabaseFault.unavailable(let reason) {
      throw DatabaseFault.unavailable(reason)
    } catch {
      return false
    }
  }

  /// Of one filing as it was read. Nothing is kept where somebody changed it since: that is worked out by itself.
  func keep(_ loaded: LoadedFiling) async throws {
    let id = loaded.record.id
    let marks = try await engine.read { try $0.ask(.marks(of: id)) }.map(\.mark)
    let sheets = loaded.calculation.reviewed(with: marks)
    let dossier = loaded.dossier
    let flags = RedFlag.all(in: dossier) + (sheets.lazy.compactMap { RedFlag.gap(of: $0) }.first.map { [$0] } ?? [])
    let result = loaded.result(of: sheets)
    let text = ComparedText(dossier)
    let stretches = KeptStretches(of: text)
    let isKept = try await engine.write { database in
      guard try database.ask(.filingVersion(id)).first == loaded.record.version else { return false }
      let others = try database.ask(Query<Int64>.flagged(about: id))
      try database.tell(.deleteFlags(about: id))
      for other in others { try database.tell(.countFlags(of: other)) }
      try database.tell(.deleteFlags(of: id))
      for flag in flags { try database.tell(.putFlag(flag, of: id)) }
      try database.tell(.putResult(result, of: id))
      try database.tell(.countFlags(of: id))
      try database.tell(.deleteStretches(of: id))
      for chunk in stretches.chunks {
        try database.tell(.insertStretches(chunk, of: id, in: loaded.task.id))
      }
      return true
    }
    if isKept { try await compare(loaded, text, stretches) }
  }

  /// Sets the flag where another filing of the task says the same, on both of them.
  private func compare(_ loaded: LoadedFiling, _ text: ComparedText, _ stretches: KeptStretches) async throws {
    guard stretches.digests.count >= KeptStretches.least else { return }
    let (id, task) = (loaded.record.id, loaded.task.id)
    let likely = try await engine.read { database -> SharedText? in
      let units = try database.first(Query<Int64>.filingCount(FilingFilter(task: task))) ?? 0
      return try database.first(
        .sharers(of: id, in: task, commonFrom: max(4, Int(units) / 5 + 1), limit: 1))
    }
    // The kept stretches only find the pair; what is said of it is compared word for word.
    guard let likely, likely.count * 3 >= stretches.digests.count else { return }
    let other = try await shelf.filing(likely.filing)
    let theirs = ComparedText(other.dossier)
    let flags = [
      (id, other, text.copied(from: theirs)), (other.record.id, loaded, theirs.copied(from: text)),
    ].compactMap { filing, from, copied -> (Int64, Int64, RedFlag)? in
      guard copied.percent >= RedFlag.leastCopied else { return nil }
      return (filing, from.record.id, RedFlag(copied, from: from.record.unit))
    }
    guard !flags.isEmpty else { return }
    try await engine.write { database in
      // Where either is another by now, it is compared again.
      for compared in [loaded, other] {
        guard try database.first(.filingVersion(compared.record.id)) == compared.record.version else {
          try database.tell(.outdateResult(of: id))
          return
        }
      }
      for (filing, from, flag) in flags {
        try database.tell(.putFlag(flag, of: filing, other: from))
        try database.tell(.countFlags(of: filing))
      }
    }
  }
}

/// The stretches of a text that are kept in the database: about one of eight, the same ones for everybody.
struct KeptStretches: Sendable {
  let digests: [Int64]
  /// A text with fewer says too little to be told from another.
  static let least = 20

  init(of text: ComparedText) {
    digests = Set(text.digests).map(Self.mixed).filter { $0 & 7 == 0 }.map { Int64(bitPattern: $0) }.sorted()
  }

  var chunks: [[Int64]] {
    stride(from: 0, to: digests.count, by: 300).map { Array(digests[$0..<min($0 + 300, digests.count)]) }
  }

  /// Every bit depends on every other, so that the choice is a fair one: the last step of SplitMix64.
  private static func mixed(_ digest: UInt64) -> UInt64 {
    var value = (digest ^ (digest >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

extension RedFlag {
  fileprivate init(_ copied: CopiedText, from unit: BudgetUnit) {
    var cells: [CellAddress] = []
    for passage in copied.longest(6) {
      if let section = passage.place.section, !cells.contains(section) { cells.append(section) }
    }
    self.init(.copiedText, "报告正文有 \(copied.percent)% 与\(unit.name)的相同", at: cells)
  }
}

extension LoadedFiling {
  /// Totals and grades of the sheet that lists show: the department's, or the first project's.
  fileprivate func result(of sheets: [ReviewedSheet]) -> FilingResult {
    var result = FilingResult()
    guard let sheet = sheets.first(where: { $0.layout.form.kind == .selfEvaluation }) ?? sheets.first else {
      return result
    }
    let total = calculation.value(at: CellAddress(sheet.layout.sheet.id, "sum", "score"))
    result.own = total?.millionths
    result.ownGrade = total.flatMap { sheet.layout.policy.grades.grade(for: $0) }?.label ?? ""
    if sheet.isReviewed {
      result.reviewed = sheet.reviewedTotal?.millionths
      result.reviewedGrade = sheet.reviewedGrade?.label ?? ""
    }
    return result
  }
}

extension Rational {
  /// Rounded to a millionth; nil where that is too long.
  fileprivate var millionths: Int64? { rounded(decimals: 6).map(\.unscaled) }
}
