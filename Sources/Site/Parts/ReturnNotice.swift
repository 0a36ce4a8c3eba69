import Evaluation
import HTML
import Operations
import Store

/// Why a filing came back, above what is to be corrected.
struct ReturnNotice {
  let filing: Int64
  /// `.return` or `.reopen`.
  let move: Move
  let reason: String

  /// nil unless the last of these moves brought it back.
  init?(_ moves: [HistoryEntry], of loaded: LoadedFiling) {
    guard loaded.record.stage != .done, case .move(let move, _, _, let reason)? = moves.last?.detail,
      move == .return || move == .reopen
    else { return nil }
    filing = loaded.record.id
    self.move = move
    self.reason = reason
  }

  /// - Parameter remark: what is said behind the reason.
  func html(_ remark: String = "") -> HTML {
    .element("div", [Attribute("class", "notice warning")]) {
      HTML.element("strong") { move == .reopen ? "办结后重新打开：" : "被退回：" }
      reason + " "
      HTML.element("a", [Attribute("href", Route.changes(filing).path)]) {
        move == .reopen ? "查看重新打开后的变化" : "查看退回后的变化"
      }
      remark
    }
  }
}
