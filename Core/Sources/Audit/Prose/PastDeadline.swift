import Reading
import Rules
import Text

/// A day until which something is still to be done that lay behind when the report was written.
struct PastDeadline {
  let passage: PassageReading
  let range: Range<Int>
  let year: Int

  static let finder = PassageFinder(in: [.prose, .figure]) { read -> [PastDeadline] in
    let passage = read.passage
    guard passage.passage.isHeaded("措施", "建议", "下一步", "打算", "改进", "整改", "工作安排", "工作计划"),
      !passage.passage.isHeaded("完成情况", "落实情况", "整改情况", "上年", "上一年", "结果应用")
    else { return [] }
    return passage.figures.compactMap { PastDeadline($0, in: passage) }
  }

  private init?(_ figure: WrittenFigure, in passage: PassageReading) {
    let year: Int?
    switch figure.kind {
    case .date(let date): year = date.year?.number
    case .year(let written): year = written.number
    default: year = nil
    }
    guard let year else { return nil }
    let clause = passage.clause(at: figure.range.lowerBound)
    let behind = passage.text(clause.rest(behind: figure.range)).withoutBlanks
    let before = passage.text(clause.lowerBound..<figure.range.lowerBound).withoutBlanks
    // The word may belong to the date already.
    let until = before.ends(with: "到") || before.ends(with: "至") ? ["年底", "底", "末"].first(where: behind.begins) : nil
    // 2024年将继续推进: what is to come in a year that is over.
    let isWill = ["将", "拟", ",将", ",拟"].contains(where: behind.begins)
    let end =
      passage.text(figure.range).ends(with: "前") || isWill ? "" : Self.ends.first(where: behind.begins) ?? until
    guard let end else { return nil }
    let rest = String(behind.dropFirst(end.count))
    // 2024年底前已整改的 and 2024年以前的项目 are told of what lies behind.
    let isPast = (before + rest).holds(anyOf: ["已", "未", "原", "曾", "结转", "形成", "立项", "建成的", "的项目", "的资金", "历年", "遗留"])
    let isToDo =
      isWill || Self.verbs.contains(where: rest.begins) || until != nil && rest.holds(anyOf: ["达到", "实现", "完成", "提高到"])
      || Self.wills.contains { before.holds($0) || rest.begins(with: $0) }
    // 2024年11月底前完成2025年项目评审 may have been written in the year itself.
    let isOfNext = passage.figures(in: clause.rest(behind: figure.range)).contains {
      $0.year?.number.map { $0 > year } ?? false
    }
    guard !isPast, isToDo, !isOfNext else { return nil }
    self.passage = passage
    self.year = year
    range = figure.range.lowerBound..<figure.range.upperBound + end.unicodeScalars.count
  }

  private static let ends = ["底之前", "底以前", "底前", "末前", "之前", "以前", "前"]
  private static let wills = ["应", "力争", "争取", "确保", "务必", "督促", "计划", "拟", "将", "须", "要求", "要"]
  private static let verbs = [
    "完成", "补足", "补齐", "建立", "出台", "制定", "落实", "支付", "启动", "建成", "投入", "全部", "全面", "收回", "清理", "修订", "达到", "实现",
    "提高到", "降到",
  ]

  /// The report is written once its year is over: until then nothing can be still to do by the end of it.
  func finding(in reportYear: Int) -> Finding? {
    guard year <= reportYear, reportYear - year <= 3 else { return nil }
    let quote = passage.text(range)
    return Finding(
      at: [.text(passage.passage.place(range))], "改进措施写“\(quote)”，报告年度 \(reportYear) 年已经结束，请核对。",
      derivation: "\(year) ≤ \(reportYear)")
  }
}
