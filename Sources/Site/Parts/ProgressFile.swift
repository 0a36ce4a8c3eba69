import Evaluation
import Operations
import Store

/// The progress list as CSV: UTF-8 with its mark, so that spreadsheets show Chinese, one line a unit.
struct ProgressFile {
  let task: EvaluationTask
  let deadlines: DeadlineView
  private(set) var bytes: [UInt8]

  static let columns = [
    "单位编码", "单位", "状态", "由谁办理", "自", "截止日期", "期限", "须改正", "须说明", "首次送审日期", "最后修改", "得分",
  ]

  init(task: EvaluationTask, deadlines: DeadlineView) {
    self.task = task
    self.deadlines = deadlines
    bytes = Array(CSVText.mark.utf8)
    append(Self.columns)
  }

  mutating func append(_ record: FilingRecord) {
    let standing = record.standing
    let isStarted = record.stage != .notStarted
    append([
      record.unit.code.description, record.unit.name, record.stateTitle, ProgressView.actor(record),
      standing.since > 0 ? Moment(standing.since).full : "", record.deadline(in: task),
      deadlines.plainWords(record, in: task), isStarted ? "\(record.errors)" : "",
      isStarted ? "\(record.unexplained)" : "", standing.sentDay?.description ?? "",
      isStarted ? Moment(record.updatedAt).full : "", record.score,
    ])
  }

  private mutating func append(_ fields: [String]) { bytes += Array(CSVText.line(fields).utf8) }
}
