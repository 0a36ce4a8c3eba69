import Evaluation
import Store

extension FilingRecord {
  /// The record one entry further, in the same stage unless another is given.
  func advanced(
    by entry: PreparedEntry, errors: Int, unexplained: Int, score: String, stage: Stage? = nil
  ) -> FilingRecord {
    FilingRecord(
      id: id, task: task, unit: unit, stage: stage ?? self.stage, version: entry.version, chain: entry.chain,
      sender: stage == nil ? sender : entry.person, isOpened: stage == nil ? isOpened : false, errors: errors,
      unexplained: unexplained, score: score, updatedAt: entry.seconds, standing: standing)
  }
}
