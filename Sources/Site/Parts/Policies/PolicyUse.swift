import Evaluation
import HTML
import Store

/// A task that is held under a policy, and under which text of it.
struct PolicyUse {
  let task: EvaluationTask
  /// nil for a draft, which takes the newest.
  let version: PolicyVersion?

  /// - Parameter versions: the texts of the policy.
  static func all(
    of policy: String, by tasks: [EvaluationTask], among versions: [PolicyVersion]
  ) -> [PolicyUse] {
    tasks.compactMap { task in
      guard let place = task.policies.firstIndex(of: policy) else { return nil }
      let hash = task.policyHashes.indices.contains(place) ? task.policyHashes[place] : ""
      return PolicyUse(task: task, version: versions.first { $0.hash == hash })
    }
  }

  static func list(_ uses: [PolicyUse]) -> HTML {
    guard !uses.isEmpty else { return .element("span", [Attribute("class", "muted")]) { "还没有" } }
    return .element("ul", [Attribute("class", "plain-list")]) {
      for use in uses {
        HTML.element("li") {
          HTML.element("a", [Attribute("href", Route.task(use.task.id).path)]) { use.task.title }
          HTML.element("span", [Attribute("class", "muted")]) {
            use.version.map { " 第 \($0.version) 版" } ?? "（草稿，下达时用最新版本）"
          }
        }
      }
    }
  }
}
