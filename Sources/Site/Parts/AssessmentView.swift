import Evaluation
import Figures
import HTML
import Operations
import Rules
import Store

/// The 自评工作考核 of one filing as its page shows it.
struct AssessmentView {
  let loaded: LoadedFiling
  let visitor: Visitor
  let policy: Policy
  let table: WorkAssessment
  let proposals: [String: WorkProposal]
  let stored: [String: StoredWorkMark]
  let record: WorkAssessmentRecord?
  let names: [Int64: String]
  let canMark: Bool
  let fields: Fields

  private var id: Int64 { loaded.record.id }

  var html: HTML {
    HTML {
      FilingTabs(loaded: loaded, visitor: visitor, current: "assessment").html
      fields.summary
      HTML.element("div", [Attribute("class", "head")]) {
        HTML.element("div") {
          HTML.element("h2") { table.title }
          HTML.element("p", [Attribute("class", "sub")]) { HTML.element("span") { standing } }
        }
        HTML.element("div", [Attribute("class", "actions")]) {
          HTML.element("a", [Attribute("class", "button"), Attribute("href", Route.assessmentDocument(id).path)]) {
            "导出评分表"
          }
          if canMark { release }
        }
      }
      if canMark {
        HTML.element("form", [Attribute("method", "post"), Attribute("action", Route.assessment(id).path)]) {
          Fields.token(visitor)
          Fields.hidden("version", "\(loaded.record.version)")
          HTML.element("p") { "能够计算的项目已填入系统计算的得分，核对后保存；改动的请写明理由。" }
          criteria
          HTML.element("div", [Attribute("class", "form-actions sticky-actions")]) {
            HTML.element("button", [Attribute("class", "primary")]) { "保存评分" }
          }
        }
      } else {
        criteria
      }
      source
    }
  }

  /// How far it is, and whether the department may read it.
  private var standing: String {
    let marked = table.rows.count { stored[$0.id] != nil }
    let total = record?.total.map { "得分 \(Hundredths.words($0)) / 100" }
    let released = record?.isReleased == true ? "，已反馈给单位" : canMark ? "，还没有反馈给单位" : ""
    return (total ?? "已评 \(marked) / \(table.rows.count) 项") + released
  }

  private var release: HTML {
    let isReleased = record?.isReleased == true
    return .element(
      "form",
      [Attribute("method", "post"), Attribute("action", Route.assessmentRelease(id).path)]
    ) {
      Fields.token(visitor)
      Fields.hidden("released", isReleased ? "no" : "yes")
      HTML.element("button", [Attribute("id", "release")]) { isReleased ? "收回结果" : "反馈给单位" }
    }
  }

  /// By the first level, in the order of the printed table.
  private var criteria: HTML {
    var firsts: [String] = []
    for row in table.rows where !firsts.contains(row.first) { firsts.append(row.first) }
    return HTML {
      for first in firsts {
        let rows = table.rows.filter { $0.first == first }
        HTML.element("section", [Attribute("class", "panel")]) {
          HTML.element("h3") { "\(first)（\(rows.reduce(0) { $0 + $1.points }) 分）" }
          HTML.element("ol", [Attribute("class", "criteria")]) { for row in rows { criterion(row) } }
        }
      }
    }
  }

  private func criterion(_ row: WorkAssessment.Row) -> HTML {
    let proposal = proposals[row.id]
    return .element("li", [Attribute("class", "criterion"), Attribute("data-criterion", row.id)]) {
      HTML.element("div", [Attribute("class", "criterion-text")]) {
        HTML.element("h4") {
          (row.second == row.label ? row.label : "\(row.second)：\(row.label)") + " "
          HTML.element("span", [Attribute("class", "tag")]) { "\(row.points) 分" }
        }
        HTML.element("p") { row.criterion }
        if !row.evidence.isEmpty { HTML.element("p", [Attribute("class", "muted")]) { "佐证材料：\(row.evidence)" } }
        if !row.tiers.isEmpty { tiers(row) }
        if let proposal { seen(proposal) }
      }
      HTML.element("div", [Attribute("class", "criterion-mark")]) {
        if canMark { inputs(row, proposal) } else { mark(row) }
      }
    }
  }

  private func tiers(_ row: WorkAssessment.Row) -> HTML {
    .element("ul", [Attribute("class", "tiers")]) {
      for tier in row.tiers {
        HTML.element("li") { "\(Self.words(tier.range))：\(tier.criterion)" }
      }
    }
  }

  /// "16–18 分", "20 分".
  private static func words(_ range: PointRange) -> String {
    range.low == range.high ? "\(range.low) 分" : "\(range.low)–\(range.high) 分"
  }

  /// What the program saw and how it came to its points.
  private func seen(_ proposal: WorkProposal) -> HTML {
    let words = proposal.points.map { points in
      proposal.working == points.description ? "系统计算 \(points) 分" : "系统计算 \(points) 分：\(proposal.working)"
    }
    guard !proposal.faults.isEmpty || !proposal.notes.isEmpty else {
      return .element("p", [Attribute("class", "muted")]) { words ?? proposal.working }
    }
    return .element("details", [Attribute("open", when: !proposal.faults.isEmpty)]) {
      HTML.element("summary") { words ?? proposal.working }
      if !proposal.faults.isEmpty { items("扣分", proposal.faults) }
      if !proposal.notes.isEmpty { items("看到的", proposal.notes) }
    }
  }

  private static let mostShown = 30

  private func items(_ title: String, _ items: [WorkItem]) -> HTML {
    HTML {
      HTML.element("p", [Attribute("class", "muted")]) { title }
      HTML.element("ul") {
        for item in items.prefix(Self.mostShown) {
          HTML.element("li") {
            if let place = item.place {
              HTML.element("a", [Attribute("href", address(place))]) { item.words }
            } else {
              item.words
            }
          }
        }
        if items.count > Self.mostShown { HTML.element("li") { "等 \(items.count) 处" } }
      }
    }
  }

  private func address(_ place: WorkPlace) -> String {
    switch place {
    case .cell(let cell): Route.sheet(id, cell.sheet).path + "#" + cell.description.replacing("/", with: "_")
    case .sheet(let sheet): Route.sheet(id, sheet).path
    case .file(let file): Route.file(id, file).path
    case .files: Route.files(id).path
    case .filing(let other): Route.filing(other).path
    }
  }

  private func inputs(_ row: WorkAssessment.Row, _ proposal: WorkProposal?) -> HTML {
    let mark = stored[row.id]?.mark
    var fields = self.fields
    let (points, reason) = ("points-\(row.id)", "reason-\(row.id)")
    if fields.values[points] == nil { fields.values[points] = mark?.points ?? proposal?.points?.description ?? "" }
    if fields.values[reason] == nil { fields.values[reason] = mark?.reason ?? "" }
    return HTML {
      fields.text(points, "得分", width: "w4", spoken: "“\(row.label)”得分")
      fields.area(reason, "理由", limit: WorkMark.reasonLimit, rows: 2, spoken: "“\(row.label)”理由")
      if let stored = stored[row.id] { by(stored) }
    }
  }

  private func mark(_ row: WorkAssessment.Row) -> HTML {
    guard let stored = stored[row.id] else { return HTML.element("p") { "未评" } }
    return HTML {
      HTML.element("p", [Attribute("class", "criterion-points")]) { "\(stored.mark.points) / \(row.points)" }
      if !stored.mark.computed.isEmpty, stored.mark.computed != stored.mark.points {
        HTML.element("p", [Attribute("class", "muted")]) { "系统计算 \(stored.mark.computed) 分" }
      }
      if !stored.mark.reason.isEmpty { HTML.element("p", [Attribute("class", "prewrap")]) { stored.mark.reason } }
    }
  }

  private func by(_ stored: StoredWorkMark) -> HTML {
    .element("p", [Attribute("class", "muted")]) {
      "\(names[stored.person] ?? "") \(Moment(stored.at).short)"
        + (stored.mark.computed.isEmpty || stored.mark.computed == stored.mark.points
          ? "" : "，当时系统计算 \(stored.mark.computed) 分")
    }
  }

  private var source: HTML {
    .element("p", [Attribute("class", "score-source")]) {
      let citation = policy.sources[table.source]?.citation ?? ""
      let note = policy.origins["workAssessment"]?.note ?? ""
      "依据：\(citation)；制度《\(policy.title)》第 \(policy.version) 版。\(note)"
    }
  }
}

/// Hundredths of a point as people write them: 9850 is "98.5".
enum Hundredths {
  static func words(_ hundredths: Int64) -> String {
    Figure(unscaled: hundredths, decimals: 2)?.trimmed.description ?? "\(hundredths)"
  }
}
