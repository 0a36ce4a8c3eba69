import Evaluation
import Store

/// What many typed entries ask for.
extension FieldProblem {
  /// What is wrong about the reason of a decision; nil where it can be taken.
  static func ofReason(_ reason: String, field: String, asking words: String = "请填原因") -> FieldProblem? {
    (1...500).contains(reason.count) ? nil : FieldProblem(field, "\(words)，最多 500 字。")
  }

  /// What is wrong about an account that was typed, by the person it belongs to; nil where nothing is.
  static func ofAccount(_ found: Person?, field: String) -> FieldProblem? {
    // The budget system signs nothing and nobody signs in as it.
    if let found, !found.isClosed, found.account != Accounts.systemAccount { return nil }
    return FieldProblem(field, "没有这个账号，或已停用。")
  }
}
