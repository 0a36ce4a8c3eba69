import Evaluation
import HTML
import Operations
import Policies
import Rules
import Store

/// The editor of a policy as its page shows it, with what was found in the text.
struct PolicyEditorView {
  /// What it was begun from.
  let base: PolicyVersion
  /// A policy of its own rather than a version of the same.
  let isNew: Bool
  var entry: PublishPolicy.Entry
  let visitor: Visitor
  var outcome: Outcome?

  enum Outcome {
    case checked([PolicyFault])
    /// - Parameter base: what it was begun from; nil where this program cannot read it.
    case previewed(Policy, [PolicyFault], base: Policy?)
    case refused([FieldProblem], [PolicyFault])
  }

  var isRefused: Bool {
    switch outcome {
    case .refused: true
    case .checked(let faults): faults.contains { $0.severity == .error }
    case .previewed, nil: false
    }
  }

  private var faults: [PolicyFault] {
    switch outcome {
    case .checked(let faults), .previewed(_, let faults, _), .refused(_, let faults): faults
    case nil: []
    }
  }

  private var fields: Fields {
    var fields = Fields(values: ["policy": entry.policy, "note": entry.note])
    if case .refused(let problems, _) = outcome { fields.problems = problems }
    return fields
  }

  var html: HTML {
    HTML {
      HTML.element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
        HTML.element("a", [Attribute("href", Route.policies.path)]) { "制度" }
        " "
        HTML.element("a", [Attribute("href", Route.policy(base.hash).path)]) { base.title }
        " "
        HTML.element("span", [Attribute("aria-current", "page")]) { isNew ? "另立新制度" : "修改" }
      }
      HTML.element("h1") { isNew ? "另立新制度" : "修改制度" }
      HTML.element("p", [Attribute("class", "muted")]) {
        isNew
          ? "从《\(base.title)》第 \(base.version) 版改起，成为另一地区、年度或对象的制度。发布前不影响任何任务。"
          : "从《\(base.title)》第 \(base.version) 版改起，发布为新的版本。已下达的任务仍用原来的版本，草稿在下达时用最新的版本。"
      }
      fields.summary
      found
      form
      if case .previewed(let policy, _, let base) = outcome { preview(policy, base) }
    }
  }

  // MARK: What was found

  private var found: HTML {
    let errors = faults.filter { $0.severity == .error }
    let others = faults.filter { $0.severity != .error }
    return HTML {
      if !errors.isEmpty {
        HTML.element(
          "section",
          [
            Attribute("class", "notice error"), Attribute("role", "alert"),
            Attribute("aria-labelledby", "faults-title"),
          ]
        ) {
          HTML.element("h2", [Attribute("id", "faults-title")]) { "文本有 \(errors.count) 处错误" }
          HTML.element("ol", [Attribute("class", "fault-list")]) { for fault in errors { item(fault) } }
        }
      } else if case .checked = outcome {
        HTML.element("div", [Attribute("class", "notice success"), Attribute("role", "status")]) { "检查完毕，没有错误。" }
      }
      if !others.isEmpty {
        HTML.element("details", [Attribute("class", "fault-notes")]) {
          HTML.element("summary") { "不影响发布的提醒和说明 \(others.count) 处" }
          HTML.element("ol", [Attribute("class", "fault-list")]) { for fault in others { item(fault) } }
        }
      }
    }
  }

  private func item(_ fault: PolicyFault) -> HTML {
    let lines = LineDifference.lines(entry.text)
    return .element(
      "li",
      [
        Attribute("data-line", "\(fault.line)"),
        Attribute("data-fault", fault.severity == .error ? fault.message : nil),
      ]
    ) {
      HTML.element("a", [Attribute("href", "#line-\(fault.line)")]) { "第 \(fault.line) 行第 \(fault.column) 列" }
      "：\(fault.message)"
      if lines.indices.contains(fault.line - 1), !lines[fault.line - 1].allSatisfy(\.isWhitespace) {
        HTML.element("code", [Attribute("class", "fault-line")]) { lines[fault.line - 1] }
      }
    }
  }

  // MARK: The form

  private var form: HTML {
    .element(
      "form",
      [
        Attribute("class", "policy-form"), Attribute("method", "post"), Attribute("enctype", "multipart/form-data"),
        Attribute("action", Route.policyEditor(base.hash).path),
        Attribute("data-policy-editor", "\(base.hash)\(isNew ? "-new" : "")"),
      ]
    ) {
      Fields.token(visitor)
      Fields.hidden("as", isNew ? "new" : "version")
      // What Enter in a field does.
      HTML.element(
        "button",
        [
          Attribute("class", "visually-hidden"), Attribute("name", "action"), Attribute("value", "check"),
          Attribute("tabindex", "-1"), Attribute("aria-hidden", "true"),
        ]
      ) { "检查" }
      if isNew {
        fields.text("policy", "制度代号", hint: "字母、数字和连字符，如 hunan-2025-department；发布后不能改")
      }
      text
      HTML.element("div", [Attribute("class", "form-actions")]) {
        button("check", "检查")
        button("preview", "预览")
      }
      numbered
      HTML.element("fieldset", [Attribute("class", "panel")]) {
        HTML.element("legend") { "发布" }
        fields.area("note", isNew ? "说明" : "勘误说明", hint: "改了什么、依据什么文件，发布后各人都能看到", limit: 500)
        button("publish", "发布", style: "primary")
        HTML.element("p", [Attribute("class", "hint")]) { "发布后的文本不能改动或删除，并记入管理日志。" }
      }
      HTML.element("fieldset", [Attribute("class", "panel")]) {
        HTML.element("legend") { "用文件代替上面的文本" }
        fields.file("file", "YAML 文件", hint: "载入后先检查，不会直接发布", accept: ".yaml,.yml")
        button("load", "载入并检查")
      }
    }
  }

  private func button(_ action: String, _ words: String, style: String? = nil) -> HTML {
    .element(
      "button", [Attribute("name", "action"), Attribute("value", action), Attribute("class", style)]
    ) { words }
  }

  private var text: HTML {
    let message = fields.message(for: "text")
    return .element("div", [Attribute("class", message == nil ? "field" : "field invalid")]) {
      HTML.element("label", [Attribute("for", "text")]) { "文本（YAML）" }
      HTML.element("p", [Attribute("class", "hint"), Attribute("id", "text-hint")]) {
        "写法见程序文档“怎样写一份制度”。version 写版本号，每组数值写明来源（source）。"
      }
      if let message { HTML.element("p", [Attribute("class", "error"), Attribute("id", "text-error")]) { message } }
      HTML.element("p", [Attribute("class", "policy-kept"), Attribute("role", "status")]) { HTML() }
      HTML.element("div", [Attribute("class", "policy-text")]) {
        HTML.element(
          "textarea",
          [
            Attribute("id", "text"), Attribute("name", "text"), Attribute("rows", "28"), Attribute("wrap", "off"),
            Attribute("spellcheck", "false"), Attribute("autocapitalize", "off"),
            Attribute("aria-describedby", message == nil ? "text-hint" : "text-hint text-error"),
            Attribute("aria-invalid", message == nil && !isRefused ? nil : "true"),
          ]
        ) {
          // The first line end is not part of what is in the field.
          "\n" + entry.text
        }
      }
    }
  }

  /// The lines by their numbers, with what is wrong beside them.
  private var numbered: HTML {
    let errors = faults.filter { $0.severity == .error }
    guard !errors.isEmpty else { return HTML() }
    return .element("details", [Attribute("class", "numbered-text"), Attribute("open", "")]) {
      HTML.element("summary") { "带行号的文本和问题" }
      PolicyTextView(text: entry.text, faults: errors).html
    }
  }

  // MARK: The preview

  private func preview(_ policy: Policy, _ base: Policy?) -> HTML {
    .element("section", [Attribute("class", "policy-preview"), Attribute("aria-labelledby", "preview-title")]) {
      HTML.element("h2", [Attribute("id", "preview-title"), Attribute("tabindex", "-1")]) { "预览" }
      HTML.element("p") {
        "《\(policy.title)》，\(policy.region)，\(policy.year) 年度，\(PolicyWords.words(policy.object))，第 \(policy.version) 版。还没有发布。"
      }
      if let base {
        let changes = PolicyDifference(from: base, to: policy).changes
        HTML.element("details", [Attribute("open", when: !changes.isEmpty && changes.count <= 40)]) {
          HTML.element("summary") { "与第 \(base.version) 版的差异 \(changes.count) 处" }
          PolicyDifferenceView.table(changes)
        }
      }
      PolicyView(policy: policy, isPart: true).html
    }
  }
}
