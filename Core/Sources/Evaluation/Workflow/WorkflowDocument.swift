/// The workflow as a page of the documentation, made from the one table of moves.
public enum WorkflowDocument {
  /// Markdown in Chinese, with a line end at its close.
  public static var markdown: String {
    var lines = [
      "# 流程", "", "本页由程序按流程表生成，不要手工修改。", "", "## 环节", "", "| 环节 | 含义 |", "|---|---|",
    ]
    lines += Stage.allCases.map { "| `\($0.rawValue)` | \($0.title) |" }
    lines += ["", "## 操作", "", "| 操作 | 从 | 由谁 | 到（主管部门） | 到（所属单位） |", "|---|---|---|---|---|"]
    for move in Move.allCases {
      for (stage, role) in move.openings {
        let ends = paths.map { path in
          let ends = move.destinations(from: stage, on: path.steps).map(\.title)
          return ends.isEmpty ? "—" : ends.joined(separator: "，或")
        }
        lines.append("| \(move.title) | \(stage.title) | \(role.title) | \(ends[0]) | \(ends[1]) |")
      }
    }
    lines += [
      "", "有几个去处的，由操作的人选择，不选就是第一个。重新打开以后，已经公开的文本不变，台账上注明由较早的版本公开，直到重新公开。", "", "## 图", "",
    ]
    for path in paths {
      lines += ["### \(path.name)", "", "```mermaid", "stateDiagram-v2"] + diagram(path.steps) + ["```", ""]
    }
    lines += [
      "## 不能操作的原因", "", "同一个函数既决定页面上的按钮能否点，也决定操作能否进行；全部原因一次说明。", "",
      "- 环节不对，或任务已结束；", "- 岗位不对：由谁操作见上表；", "- 修改过本次送审内容的人，不能审核或退回这份内容；",
      "- 取消送审只能由送审人本人，在下一环节打开之前；", "- 主管部门须等全部所属单位办结；",
      "- 送审前，须改正的要改正，须说明的要写明原因；", "- 退回和重新打开须写明原因，只能到更早的环节；",
      "- 任务结束或归档后，或单位撤销后，已办结的不能重新打开。",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static let paths: [(name: String, steps: [ReviewStep])] = [
    ("主管部门", [.unit, .finance]), ("所属单位", [.unit, .department]),
  ]

  private static func diagram(_ path: [ReviewStep]) -> [String] {
    var lines = ["  [*] --> \(Stage.notStarted.rawValue)"]
    lines += ([.notStarted, .drafting] + path.map { Stage($0) } + [.done]).map { "  \($0.rawValue): \($0.title)" }
    for move in Move.allCases {
      for (stage, role) in move.openings {
        for end in move.destinations(from: stage, on: path) {
          lines.append("  \(stage.rawValue) --> \(end.rawValue): \(move.title)（\(role.title)）")
        }
      }
    }
    return lines + ["  \(Stage.done.rawValue) --> [*]"]
  }
}
