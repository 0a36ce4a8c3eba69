public import Database
import Evaluation
import Store

/// Recomputes every filing's chain and replays its history against what is stored.
public struct VerifyHistory: Sendable {
  let reader: any Reader
  /// How many filings are looked up at once.
  let pageSize: Int

  /// Looks up 200 filings at once.
  public init(reader: any Reader) { self.init(reader: reader, pageSize: 200) }
  init(reader: any Reader, pageSize: Int) {
    self.reader = reader
    self.pageSize = pageSize
  }

  /// What was looked at and what does not agree.
  public struct Outcome: Sendable {
    /// How many were looked at, here and below.
    public var filings = 0
    /// How many entries of their histories.
    public var entries = 0
    /// In words, each with its filing.
    public var findings: [String] = []
  }

  /// Throws `DatabaseFault`.
  public func callAsFunction() async throws -> Outcome {
    var outcome = Outcome()
    var last: Int64 = 0
    while true {
      // By ids, which stay where they are while filings come and go.
      let page = try await reader.read { [pageSize, last] database in
        try database.ask(.filings(anyOf: [FilingFilter()], after: last, limit: pageSize)).map(\.id)
      }
      guard let end = page.last else { return outcome }
      for id in page {
        // Of one moment: what is written meanwhile is either there on both sides, or on neither.
        guard let (entries, findings) = try await reader.read({ try $0.verified(id) }) else { continue }
        outcome.filings += 1
        outcome.entries += entries
        outcome.findings += findings
      }
      last = end
    }
  }
}

extension ReadTransaction {
  /// How many entries a filing's history has, and what does not agree with them; nil where it is gone.
  fileprivate func verified(_ filing: Int64) throws -> (entries: Int, findings: [String])? {
    guard let record = try first(.filing(filing)) else { return nil }
    let history = try ask(.history(of: filing))
    let files = try ask(.attachments(of: filing))
    let replay = HistoryReplay(history, of: record)
    var findings = replay.findings
    findings += replay.differences(
      from: try ask(.sheets(of: filing)), try ask(.explanations(of: filing)), files, try reviewed(filing),
      stage: record.stage)
    for file in files where try first(.content(ofAttachment: file.id)).map({ Digest.of($0) }) != file.digest {
      findings.append("\(record.unit.code) 文件“\(file.name)”的内容被改动")
    }
    return (history.count, findings)
  }
}

/// What the history says a filing holds.
struct HistoryReplay {
  private(set) var findings: [String] = []
  private var texts: [String: String] = [:]
  private var synced: [String: String] = [:]
  private var explanations: [String: String] = [:]
  private var files: [String: Int] = [:]
  private var reviewed = Reviewed()
  private var stage = Stage.notStarted
  private let unit: String

  init(_ history: [HistoryEntry], of record: FilingRecord) {
    unit = record.unit.code.description
    var (chain, reopened): (String, Int64?) = ("", nil)
    for (index, entry) in history.enumerated() {
      let expected = HistoryChain.next(
        after: chain, filing: record.id, version: entry.version, person: entry.person, for: entry.principal,
        at: entry.at, kind: entry.detail.kind.rawValue, detail: entry.storedDetail)
      if entry.version != Int64(index + 1) { findings.append("\(unit) 第 \(index + 1) 条历史记录缺失") }
      if entry.chain != expected { findings.append("\(unit) 第 \(entry.version) 条历史记录被改动") }
      chain = entry.chain
      replay(entry.detail)
      if case .move(.reopen, _, _, _) = entry.detail { reopened = entry.version }
    }
    if reopened != record.standing.reopenedVersion { findings.append("\(unit) 的重新打开与历史记录不一致") }
    if record.chain != chain || record.version != history.last?.version ?? 0 {
      findings.append("\(unit) 的版本与历史记录不一致")
    }
  }

  private mutating func replay(_ detail: HistoryDetail) {
    switch detail {
    case .edit(let changes):
      for change in changes {
        switch change.kind {
        case .text: texts[change.place] = change.after.isEmpty ? nil : change.after
        case .synced: synced[change.place] = change.after
        case .lineRemoved:
          let prefix = "\(change.place)/\(change.after)/"
          synced = synced.filter { !$0.key.hasPrefix(prefix) }
        case .projectRemoved: synced = synced.filter { !$0.key.hasPrefix("\(change.place)/") }
        default: break
        }
      }
    case .move(_, _, let to, _): stage = to
    case .explanation(let finding, let text): explanations[finding] = text.isEmpty ? nil : text
    case .attachment(_, _, let digest, let isRemoved): files[digest, default: 0] += isRemoved ? -1 : 1
    case .review(let changed):
      for mark in changed { reviewed.marks[mark.cell] = mark.points.isEmpty && mark.opinion.isEmpty ? nil : mark }
    case .sample(let draw, let work): reviewed.samples[draw] = work
    case .assessment(let changed):
      for mark in changed { reviewed.assessment[mark.row] = mark.points.isEmpty ? nil : mark }
    case .release(let isReleased): reviewed.isReleased = isReleased
    case .note, .settled: break
    }
  }

  func differences(
    from sheets: [Sheet], _ explained: [Explanation], _ attached: [AttachmentRecord], _ kept: Reviewed,
    stage stored: Stage
  ) -> [String] {
    var found: [String] = []
    var storedTexts: [String: String] = [:]
    var storedSynced: [String: String] = [:]
    for sheet in sheets {
      for (key, entry) in sheet.entries {
        let place = "\(sheet.id)/\(key.row)/\(key.column)"
        if !entry.text.isEmpty { storedTexts[place] = entry.text }
        if let value = entry.synced { storedSynced[place] = value }
      }
    }
    for place in Set(texts.keys).union(storedTexts.keys).sorted() where texts[place] != storedTexts[place] {
      found.append("\(unit) \(place)：历史记录为“\(texts[place] ?? "")”，现存“\(storedTexts[place] ?? "")”")
    }
    if synced != storedSynced { found.append("\(unit) 的预算系统数据与历史记录不一致") }
    let explainedNow = Dictionary(explained.map { ($0.finding, $0.text) }, uniquingKeysWith: { first, _ in first })
    if explanations != explainedNow { found.append("\(unit) 的说明与历史记录不一致") }
    var digests: [String: Int] = [:]
    for file in attached { digests[file.digest, default: 0] += 1 }
    if files.filter({ $0.value != 0 }) != digests { found.append("\(unit) 的文件与历史记录不一致") }
    found += reviewed.differences(from: kept).map { "\(unit) 的\($0)与历史记录不一致" }
    if stage != stored { found.append("\(unit) 的阶段“\(stored.title)”与历史记录“\(stage.title)”不一致") }
    return found
  }
}

/// What others hold of a filing, beside what its unit hands in.
struct Reviewed: Sendable {
  var marks: [CellAddress: ReviewMark] = [:]
  var samples: [Int64: SampleWork] = [:]
  var assessment: [String: WorkMark] = [:]
  var isReleased = false

  /// What is not the same, in words.
  func differences(from kept: Reviewed) -> [String] {
    var found: [String] = []
    if marks != kept.marks { found.append("核查分") }
    if samples != kept.samples { found.append("抽评") }
    if assessment != kept.assessment || isReleased != kept.isReleased { found.append("工作考核") }
    return found
  }
}

extension ReadTransaction {
  /// As it is stored.
  fileprivate func reviewed(_ filing: Int64) throws -> Reviewed {
    var kept = Reviewed()
    for stored in try ask(.marks(of: filing)) { kept.marks[stored.mark.cell] = stored.mark }
    for item in try ask(.samples(of: filing)) { kept.samples[item.draw] = item.work }
    for stored in try ask(.workMarks(of: filing)) { kept.assessment[stored.mark.row] = stored.mark }
    kept.isReleased = try first(.workAssessment(of: filing))?.isReleased ?? false
    return kept
  }
}
