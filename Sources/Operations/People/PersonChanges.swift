import Evaluation
import Store

extension HeldPost {
  /// "201001 经办岗（至 2025-03-31）", for the log.
  var words: String {
    let days = [term.from.map { "自 \($0)" }, term.until.map { "至 \($0)" }].compactMap(\.self)
    return [post.unit, post.kind.title].compactMap(\.self).joined(separator: " ")
      + (days.isEmpty ? "" : "（\(days.joined(separator: " "))）")
  }
}

extension [HeldPost] {
  var words: String { isEmpty ? "无岗位" : map(\.words).joined(separator: "、") }
}

extension Person {
  /// What an entry makes of a person, in words; empty where nothing changes. Numbers of telephones are not told.
  func changes(to entry: Accounts.Entry, isClosed: Bool) -> String {
    var parts: [String] = []
    if entry.name != name { parts.append("姓名“\(name)”改为“\(entry.name)”") }
    if entry.mobile != mobile ?? "" { parts.append("修改手机号码") }
    let added = entry.held.filter { !held.contains($0) }
    let removed = held.filter { !entry.held.contains($0) }
    if !removed.isEmpty { parts.append("原岗位：\(removed.words)") }
    if !added.isEmpty { parts.append("新岗位：\(added.words)") }
    if self.isClosed, !isClosed { parts.append("重新启用") }
    return parts.joined(separator: "；")
  }
}
