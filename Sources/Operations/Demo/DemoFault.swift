import Evaluation

/// Something wrong that a demo filing says on purpose: what people get wrong in earnest, each with what must be found.
enum DemoFault: String, Sendable, CaseIterable {
  case spendingApart, incomeApart, basicApart, reasonMissing, unmetButFull, executedAboveBudget
  case otherAmountInText, otherRateInText, otherScoreInText, wrongGrade, unitSlip, lastYearLeft
  case phoneInText, secretInText, addressInText, projectApart

  /// The codes of the rules of which one must find it.
  var rules: [String] {
    switch self {
    case .spendingApart: ["A11"]
    case .incomeApart: ["A10"]
    case .basicApart: ["C01"]
    case .reasonMissing: ["B16"]
    case .unmetButFull: ["B10"]
    case .executedAboveBudget: ["A14", "C02"]
    case .otherAmountInText: ["D01"]
    case .otherRateInText: ["D08", "D23"]
    case .otherScoreInText: ["D14"]
    case .wrongGrade: ["B13"]
    case .unitSlip: ["D01"]
    case .lastYearLeft: ["F02"]
    case .phoneInText: ["P01"]
    case .secretInText: ["P09"]
    case .addressInText: ["P08"]
    case .projectApart: ["C06"]
    }
  }

  /// Whether a filing can hold it: some faults need a project.
  func fits(_ content: DemoContent) -> Bool {
    guard self == .projectApart else { return true }
    if case .plain(_, let funds, _) = content { return !funds.isEmpty }
    return false
  }

  /// Makes the filing say it.
  func plant(in sheet: inout DemoSheet) {
    switch self {
    case .spendingApart: sheet.add(1_300, to: "self/spending/basic")
    case .incomeApart: sheet.add(2_100, to: "self/income/other")
    case .basicApart: sheet.add(700, to: "base/basicExpenditure/final")
    case .reasonMissing: sheet.changeLine(of: "social") { $0.reason = "" }
    case .unmetButFull:
      sheet.changeLine(of: "social") {
        $0.score = $0.points
        $0.reason = ""
      }
    case .executedAboveBudget:
      sheet.add(5_000, to: "self/total/executed")
      sheet.add(5_000, to: "self/spending/project")
    case .otherAmountInText: sheet.writeOut("base/basicExpenditure/final", in: "basic", adding: 1_234)
    case .otherRateInText: sheet.replace("{{self/total/rate}}", with: "93.2%", in: "performance")
    case .otherScoreInText: sheet.replace("{{self/sum/score}}", with: "91.5", in: "performance")
    case .wrongGrade: sheet.replace("“优秀”", with: "“较差”", in: "performance")
    case .unitSlip: sheet.writeOut("base/basicExpenditure/final", in: "basic", adding: 0, unit: "亿元")
    case .lastYearLeft: sheet.say("本次2023年度绩效自评的范围是全部财政资金。", in: "performance")
    case .phoneInText: sheet.say("联系人王敏，联系电话13907391234。", in: "measures")
    case .secretInText: sheet.say("登录系统的初始密码为Yunxi@2024。", in: "measures")
    case .addressInText: sheet.say("填报地址为http://172.16.8.21:7001/bas/，请各股室及时登录。", in: "measures")
    case .projectApart: sheet.addToFirstProject(900)
    }
  }
}

extension DemoSheet {
  fileprivate func text(_ address: String) -> String {
    CellAddress(address).flatMap { filing.entry(at: $0)?.text } ?? ""
  }

  /// In hundredths, to an amount that was typed.
  fileprivate mutating func add(_ hundredths: Int, to address: String) {
    set(address, demoAmount(DemoFund.hundredths(of: text(address)) + hundredths))
  }

  fileprivate mutating func replace(_ old: String, with new: String, in section: String) {
    let address = "report/\(section)/text"
    set(address, text(address).replacing(old, with: new))
  }

  /// A sentence at the end of a section.
  fileprivate mutating func say(_ sentence: String, in section: String) {
    let address = "report/\(section)/text"
    set(address, text(address) + "\n" + sentence)
  }

  /// In place of what refers to a cell stands a figure, with so much added to it or under another unit.
  fileprivate mutating func writeOut(
    _ cell: String, in section: String, adding hundredths: Int, unit: String = "万元"
  ) {
    let figure = demoAmount(DemoFund.hundredths(of: text(cell)) + hundredths)
    replace("{{\(cell)}}万元", with: figure + unit, in: section)
  }

  fileprivate mutating func addToFirstProject(_ hundredths: Int) {
    guard let project = filing.sheets.first(where: { $0.id.hasPrefix("project-") })?.id else { return }
    for column in ["budget", "executed"] { add(hundredths, to: "\(project)/fiscal/\(column)") }
  }

  /// What the first line under a part of the tree holds.
  fileprivate struct Line {
    let points: String
    var score: String
    var reason: String
  }

  fileprivate mutating func changeLine(of node: String, _ change: (inout Line) -> Void) {
    guard let row = filing.sheet("self")?.rows.first(where: { $0.under == node })?.id else { return }
    func address(_ column: IndicatorColumn) -> String { "self/\(row)/\(column.rawValue)" }
    var line = Line(
      points: text(address(.points)), score: text(address(.score)), reason: text(address(.reason)))
    change(&line)
    set(address(.score), line.score)
    clear(address(.reason), unless: line.reason)
  }

  private mutating func clear(_ address: String, unless text: String) {
    if text.isEmpty { empty(address) } else { set(address, text) }
  }
}
