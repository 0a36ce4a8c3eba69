import Evaluation
import HTML
import Rules

/// A policy as people read it: forms as empty forms, trees, scoring, outlines, each with its source.
struct PolicyView {
  let policy: Policy
  /// Headings of the parts: 2 on a page of its own, 3 within another.
  var isPart = false

  var html: HTML {
    HTML {
      part("表格", "forms") { for form in policy.forms { self.form(form) } }
      part("指标体系", "trees") { for tree in policy.trees { self.tree(tree) } }
      part("评分", "scoring") {
        facts { $0.hasPrefix("scoring/") || $0 == "amounts" || $0 == "rounding" }
        origins { $0.hasPrefix("scoring") || $0 == "amounts" || $0 == "rounding" }
      }
      part("等级和结果应用", "grades") {
        grades
        origins { $0 == "grades" || $0.hasPrefix("resultUse") }
      }
      if !policy.outlines.isEmpty {
        part("报告提纲", "outlines") { for outline in policy.outlines { self.outline(outline) } }
      }
      if !policy.attachments.isEmpty { part("附件", "attachments") { attachments } }
      if policy.paths != nil || policy.sampling != nil {
        part("审核流程和抽评", "paths") {
          facts { $0.hasPrefix("path/") || $0 == "sampling" }
          origins { $0.hasPrefix("paths") || $0.hasPrefix("sampling") }
        }
      }
      if let table = policy.workAssessment { part("自评工作考核", "work") { assessment(table) } }
      if !policy.localChecks.isEmpty || !policy.disabledChecks.isEmpty { part("本地检查", "checks") { checks } }
      part("来源", "sources") { sources }
    }
  }

  /// The parts that there are, with their anchors.
  static func contents(of policy: Policy) -> [(title: String, anchor: String)] {
    var parts = [("表格", "forms"), ("指标体系", "trees"), ("评分", "scoring"), ("等级和结果应用", "grades")]
    if !policy.outlines.isEmpty { parts.append(("报告提纲", "outlines")) }
    if !policy.attachments.isEmpty { parts.append(("附件", "attachments")) }
    if policy.paths != nil || policy.sampling != nil { parts.append(("审核流程和抽评", "paths")) }
    if policy.workAssessment != nil { parts.append(("自评工作考核", "work")) }
    if !policy.localChecks.isEmpty || !policy.disabledChecks.isEmpty { parts.append(("本地检查", "checks")) }
    return parts + [("来源", "sources")]
  }

  private func part(_ title: String, _ anchor: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
    .element("section", [Attribute("class", "policy-part"), Attribute("id", anchor)]) {
      HTML.element(isPart ? "h3" : "h2") { title }
      content()
    }
  }

  private func title(_ text: String) -> HTML { .element(isPart ? "h4" : "h3") { text } }

  // MARK: Sources

  /// Where groups of values come from, chosen by their place in the file.
  private func origins(_ isMeant: (String) -> Bool) -> HTML {
    var seen: Set<ValueOrigin> = []
    let found = policy.origins.filter { isMeant($0.key) }.sorted { $0.key < $1.key }.map(\.value)
      .filter { seen.insert($0).inserted }
    guard !found.isEmpty else { return HTML() }
    return .element("ul", [Attribute("class", "origins")]) {
      for origin in found {
        HTML.element("li") {
          "依据：\(policy.sources[origin.source]?.citation ?? origin.source)"
          if !origin.note.isEmpty { HTML.element("span", [Attribute("class", "muted")]) { " \(origin.note)" } }
        }
      }
    }
  }

  private func facts(_ isMeant: (String) -> Bool) -> HTML {
    .element("dl", [Attribute("class", "facts policy-facts")]) {
      for fact in PolicyFacts(policy).facts where isMeant(fact.key) {
        HTML.element("div") {
          HTML.element("dt") { fact.place.split(separator: "›").last.map { $0.filter { $0 != " " } } ?? fact.place }
          HTML.element("dd") { fact.words }
        }
      }
    }
  }

  private var sources: HTML {
    .element("ul", [Attribute("class", "origins")]) {
      for (_, source) in policy.sources.sorted(by: { $0.key < $1.key }) { HTML.element("li") { source.citation } }
    }
  }

  // MARK: Parts

  private func form(_ form: Form) -> HTML {
    HTML {
      title("\(form.shortTitle)（\(PolicyWords.words(form.kind))）")
      EmptyForm(form, of: policy)?.html ?? HTML()
      origins { $0 == "forms.\(form.id)" || $0.hasPrefix("forms.\(form.id).") }
    }
  }

  private func tree(_ tree: IndicatorTree) -> HTML {
    HTML {
      title(tree.title)
      ListTable(
        caption: tree.title, columns: ["一级指标", "二级指标", "分值", "可以删去"], style: "tree", isTall: false
      ).html(parts: HTML { for group in tree.groups { self.group(group) } })
      origins { $0 == "trees.\(tree.id)" || $0.hasPrefix("trees.\(tree.id).") }
    }
  }

  private func group(_ group: IndicatorTree.Group) -> HTML {
    .element("tbody") {
      for (index, node) in group.nodes.enumerated() {
        HTML.element("tr") {
          if index == 0 {
            HTML.element("th", [Attribute("scope", "rowgroup"), Attribute("rowspan", "\(group.nodes.count)")]) {
              PolicyFacts.words(group.label, group.points)
            }
          }
          ListTable.cell("二级指标") { node.label.filter { !$0.isWhitespace } }
          ListTable.cell("分值") { node.points.map { "\($0)" } ?? "由单位分配" }
          ListTable.cell("可以删去") { node.isRemovable ? "可以" : "不可以" }
        }
      }
    }
  }

  private var grades: HTML {
    let columns: [ListTable.Column] = ["等级", "得分", "结果应用"]
    return ListTable(caption: "等级", columns: columns).html {
      for band in policy.grades {
        HTML.element("tr") {
          HTML.element("th", [Attribute("scope", "row")]) { band.label }
          ListTable.cell("得分") { band.range.words(unit: "分") }
          ListTable.cell("结果应用") { policy.resultUse?.uses[band.label] ?? "—" }
        }
      }
    }
  }

  private func outline(_ outline: ReportOutline) -> HTML {
    HTML {
      title(
        Placeholders(["year": "\(policy.year)", "lastYear": "\(policy.year - 1)", "unit": "本单位"]).filled(
          into: outline.title))
      HTML.element("ul", [Attribute("class", "outline")]) {
        for section in outline.sections {
          HTML.element("li", [Attribute("class", section.level > 1 ? "level2" : nil)]) {
            section.heading
            HTML.element("span", [Attribute("class", "muted")]) {
              section.isRequired ? "" : "　选写" + (section.limit.map { "，最多 \($0) 字" } ?? "")
            }
            if !section.hint.isEmpty { HTML.element("p", [Attribute("class", "hint")]) { section.hint } }
            if !section.starter.isEmpty {
              HTML.element("details") {
                HTML.element("summary") { "起始文字" }
                HTML.element("p", [Attribute("class", "prewrap")]) { section.starter }
              }
            }
          }
        }
      }
      origins { $0 == "outlines.\(outline.id)" || $0.hasPrefix("outlines.\(outline.id).") }
    }
  }

  private var attachments: HTML {
    let columns: [ListTable.Column] = ["附件", "要求", "文件", "依据"]
    return ListTable(caption: "附件", columns: columns).html {
      for item in policy.attachments {
        HTML.element("tr") {
          HTML.element("th", [Attribute("scope", "row")]) { item.title }
          ListTable.cell("要求") { PolicyWords.words(item.need) }
          ListTable.cell("文件") {
            item.endings.joined(separator: "、") + (item.outline == nil ? "" : "，或在系统中写")
          }
          ListTable.cell("依据") { policy.sources[item.source]?.citation ?? "" }
        }
      }
    }
  }

  private func assessment(_ table: WorkAssessment) -> HTML {
    let columns: [ListTable.Column] = ["指标", "分值", "评分标准", "评分办法", "佐证材料"]
    return HTML {
      title(table.title)
      ListTable(caption: table.title, columns: columns).html {
        for row in table.rows {
          HTML.element("tr") {
            HTML.element("th", [Attribute("scope", "row")]) {
              [row.first, row.second, row.label].reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
                .joined(separator: " › ")
            }
            ListTable.cell("分值", isNumber: true) { "\(row.points)" }
            ListTable.cell("评分标准") {
              row.criterion
              if !row.tiers.isEmpty {
                HTML.element("ul", [Attribute("class", "tiers")]) {
                  for tier in row.tiers { HTML.element("li") { "\(tier.range.words(unit: "分"))：\(tier.criterion)" } }
                }
              }
            }
            ListTable.cell("评分办法") { PolicyWords.words(row.method) }
            ListTable.cell("佐证材料") { row.evidence.isEmpty ? "—" : row.evidence }
          }
        }
      }
      origins { $0.hasPrefix("workAssessment") }
    }
  }

  private var checks: HTML {
    HTML {
      HTML.element("ul", [Attribute("class", "origins")]) {
        for check in policy.localChecks {
          HTML.element("li") {
            HTML.element("strong") { "\(check.id) \(check.title)" }
            " "
            HTML.element("span", [Attribute("class", "severity \(check.severity.rawValue)")]) { check.severity.words }
            HTML.element("p") { RulePages.words(check.condition, on: check.form, of: policy) }
            HTML.element("p", [Attribute("class", "muted")]) {
              "\(check.message)　依据：\(policy.sources[check.source]?.citation ?? check.source)"
            }
          }
        }
        for (code, reason) in policy.disabledChecks.sorted(by: { $0.key < $1.key }) {
          HTML.element("li") { "停用检查 \(code)：\(reason)" }
        }
      }
    }
  }
}
