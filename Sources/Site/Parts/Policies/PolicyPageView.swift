import Evaluation
import HTML
import Operations
import Store

/// One text of a policy as its page shows it.
struct PolicyPageView {
  let content: PolicyPages.Content
  let visitor: Visitor

  private var version: PolicyVersion { content.version }
  private var newest: PolicyVersion? { content.versions.last }

  var html: HTML {
    HTML {
      HTML.element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
        HTML.element("a", [Attribute("href", Route.policies.path)]) { "制度" }
        " "
        HTML.element("span", [Attribute("aria-current", "page")]) { version.title }
      }
      head
      if let newest, newest.hash != version.hash {
        HTML.element("div", [Attribute("class", "notice warning")]) {
          HTML.element("p") {
            "这是第 \(version.version) 版，不是最新的版本。"
            HTML.element("a", [Attribute("href", Route.policy(newest.hash).path)]) { "看第 \(newest.version) 版" }
            "，或"
            HTML.element("a", [Attribute("href", Self.comparison(version, newest))]) { "看两版的差异" }
            "。"
          }
        }
      }
      facts
      versions
      if let policy = content.policy {
        HTML.element("nav", [Attribute("class", "subtabs"), Attribute("aria-label", "制度的内容")]) {
          for part in PolicyView.contents(of: policy) {
            HTML.element("a", [Attribute("href", "#\(part.anchor)")]) { part.title }
          }
          HTML.element("a", [Attribute("href", "#text")]) { "原文" }
        }
        PolicyView(policy: policy).html
      } else {
        HTML.element("div", [Attribute("class", "notice error")]) { "现在的程序读不懂这份文本，请看下面的原文。" }
      }
      HTML.element("section", [Attribute("class", "policy-part"), Attribute("id", "text")]) {
        HTML.element("h2") { "原文" }
        PolicyTextView(text: content.text).html
      }
    }
  }

  private var head: HTML {
    .element("div", [Attribute("class", "head")]) {
      HTML.element("div") {
        HTML.element("h1") { version.title }
        HTML.element("p", [Attribute("class", "sub")]) {
          HTML.element("span", [Attribute("class", "tag")]) { "第 \(version.version) 版" }
          HTML.element("span", [Attribute("class", "muted")]) { version.policy }
        }
      }
      HTML.element("div", [Attribute("class", "actions")]) {
        if visitor.person.administers(.system) {
          HTML.element(
            "a", [Attribute("class", "button primary"), Attribute("href", Route.policyEditor(version.hash).path)]
          ) { "修改（发布新版本）" }
          HTML.element(
            "a", [Attribute("class", "button"), Attribute("href", Route.policyEditor(version.hash).path + "?as=new")]
          ) { "以此另立新制度" }
        }
        HTML.element("a", [Attribute("class", "button"), Attribute("href", Route.policyText(version.hash).path)]) {
          "下载 YAML"
        }
      }
    }
  }

  private var facts: HTML {
    .element("section", [Attribute("class", "panel")]) {
      HTML.element("dl", [Attribute("class", "facts")]) {
        if let policy = content.policy {
          fact("地区") { policy.region }
          fact("年度") { "\(policy.year)" }
          fact("评价对象") { PolicyWords.words(policy.object) }
          fact("施行日期") { Moment.day(policy.effectiveFrom) }
        }
        fact("来自") {
          PolicyWords.words(version.origin)
            + (version.person.map { "，\($0) \(Moment(version.at).full)" } ?? "，\(Moment(version.at).full) 收入")
        }
        if !version.note.isEmpty { fact("勘误说明") { version.note } }
        fact("所用的任务") {
          PolicyUse.list(
            PolicyUse.all(of: version.policy, by: content.tasks, among: content.versions).filter {
              $0.version == nil ? version.hash == newest?.hash : $0.version?.hash == version.hash
            })
        }
      }
      HTML.element("details", [Attribute("class", "policy-hash")]) {
        HTML.element("summary") { "SHA-256 \(version.hash.prefix(12))…" }
        HTML.element("code") { version.hash }
      }
    }
  }

  private func fact(_ name: String, @HTMLBuilder _ value: () -> HTML) -> HTML {
    .element("div") {
      HTML.element("dt") { name }
      HTML.element("dd") { value() }
    }
  }

  static func comparison(_ from: PolicyVersion, _ to: PolicyVersion) -> String {
    "\(Route.policyComparison.path)?from=\(from.hash)&to=\(to.hash)"
  }

  /// The newest first, each with what differs from the one before.
  private var versions: HTML {
    guard content.versions.count > 1 else { return HTML() }
    let columns: [ListTable.Column] = ["版本", "说明", "来自", "校验值", "差异"]
    return HTML {
      HTML.element("h2", [Attribute("id", "versions")]) { "各版本" }
      ListTable(caption: "各版本", columns: columns).html {
        for (index, item) in content.versions.enumerated().reversed() {
          HTML.element("tr") {
            HTML.element("th", [Attribute("scope", "row")]) {
              HTML.element(
                "a",
                [
                  Attribute("href", Route.policy(item.hash).path), Attribute("class", "whole"),
                  Attribute("aria-current", item.hash == version.hash ? "page" : nil),
                ]
              ) { "第 \(item.version) 版" }
            }
            ListTable.cell("说明") { item.note }
            ListTable.cell("来自") {
              PolicyWords.words(item.origin) + (item.person.map { "，\($0)" } ?? "") + " \(Moment(item.at).full)"
            }
            ListTable.cell("校验值") { HTML.element("code") { String(item.hash.prefix(12)) } }
            ListTable.cell("差异") {
              if index > 0 {
                HTML.element("a", [Attribute("href", Self.comparison(content.versions[index - 1], item))]) { "与前一版对照" }
              } else {
                HTML.element("span", [Attribute("class", "muted")]) { "最早的版本" }
              }
            }
          }
        }
      }
      HTML.element("p", [Attribute("class", "muted")]) {
        "已下达的任务一直用下达时的版本，不能改用以后的版本；需要改用时，请取消下达后重新建立任务。"
      }
    }
  }
}
