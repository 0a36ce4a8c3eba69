import Evaluation
import HTML
import Operations
import Store

/// The inputs for what a task is.
struct TaskFields {
  let fields: Fields
  let policies: Set<String>

  private static let names = ["title", "year", "noticeTitle", "noticeNumber", "deadline", "units"]

  init(_ fields: Fields, policies: Set<String>) {
    self.fields = fields
    self.policies = policies
  }

  /// As they were typed, with what is wrong.
  init(_ form: FormFields, problems: [FieldProblem]) {
    let values = Dictionary(Self.names.map { ($0, form[$0]) }, uniquingKeysWith: { first, _ in first })
    self.init(Fields(values: values, problems: problems), policies: Set(form.all("policies")))
  }

  /// As the task stands.
  init(_ task: EvaluationTask) {
    let values = [
      "title": task.title, "year": "\(task.year)", "noticeTitle": task.noticeTitle, "noticeNumber": task.noticeNumber,
      "deadline": task.deadline, "units": task.scope.codes.joined(separator: " "),
    ]
    self.init(Fields(values: values), policies: Set(task.policies))
  }

  static func entry(_ form: FormFields) -> LaunchTask.Entry {
    LaunchTask.Entry(
      title: form["title"], year: form["year"], noticeTitle: form["noticeTitle"], noticeNumber: form["noticeNumber"],
      policies: form.all("policies").filter { !$0.isEmpty }, deadline: form["deadline"], units: codes(form["units"]))
  }

  /// Codes that are parted by blanks, commas or line ends.
  static func codes(_ text: String) -> [String] {
    text.split(whereSeparator: { $0.isWhitespace || "，,、；;".contains($0) }).map(String.init)
  }

  /// - Parameter offered: the policies to choose from.
  func inputs(offering offered: [Policy]) -> HTML {
    HTML {
      fields.text("title", "任务名称", hint: "如 2024年度部门整体支出绩效自评")
      fields.text("year", "年度", width: "w4")
      fields.text("noticeTitle", "通知标题（可不填）")
      fields.text("noticeNumber", "文号（可不填）")
      choices(offered)
      fields.text("deadline", "截止日期", type: "date")
      fields.text("units", "单位编码（不填为全部单位）", hint: "六位单位编码，或部门的前三位；多个用空格或逗号隔开")
    }
  }

  private func choices(_ offered: [Policy]) -> HTML {
    let message = fields.message(for: "policies")
    return .element(
      "fieldset", [Attribute("class", message == nil ? "field" : "field invalid"), Attribute("id", "policies")]
    ) {
      HTML.element("legend") { "制度" }
      if let message { HTML.element("p", [Attribute("class", "error")]) { message } }
      for policy in offered {
        HTML.element("div", [Attribute("class", "choice")]) {
          HTML.void(
            "input",
            [
              Attribute("type", "checkbox"), Attribute("id", "policy-\(policy.id)"), Attribute("name", "policies"),
              Attribute("value", policy.id), Attribute("checked", when: policies.contains(policy.id)),
            ])
          HTML.element("label", [Attribute("for", "policy-\(policy.id)")]) { policy.title }
        }
      }
    }
  }
}
