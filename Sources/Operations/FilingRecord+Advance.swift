import Evaluation
import Store

extension FilingRecord {
  /// The record one entry further, in the same stage unless another is given.
  func advanced(by entry: PreparedEntry, score: String? = nil, stage: Stage? = nil) -> FilingRecord {
    FilingRecord(
      id: id, task: task, unit: unit, stage: stage ?? self.stage, version: entry.version, chain: entry.chain,
      sender: stage == nil ? sender : entry.person, isOpened: stage == nil ? isOpened : false, errors: errors,
      unexplained: unexplained, score: score ?? self.score, updatedAt: entry.seconds, standing: standing,
      lastProjectGone: lastProjectGone)
  }
}
