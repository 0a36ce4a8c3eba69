import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let b15GradeBands = AuditRule(
    RuleCard(
      "B15", "等级的分数段与制度不同", severity: .warning,
      why: "等级按制度的分数段确定；报告或表下自写一套分数段，同样的得分就会评成别的等级。",
      remedy: "按制度的分数段改写；本地另有规定的，注明文件名称和文号。",
      sources: [.departmentSheet("说明：综合评价等级的分数段"), .evaluationMeasures("绩效评价结果的等级")]
    ),
    method: """
      一段里逐个写出了制度规定的全部等级及其分数段（写在等级后的括号里，或“几分以上为优”）的，各等级的起点与制度比较。\
      等级名称与制度不同的是别的制度，不比；“优”与“优秀”、“良”与“良好”、“中”与“中等”算同名；端点是否包含、整数写法（80—89分）不算不同。本地区没有制度文件、按通用制度看的，只作提示。
      """,
    examples: [
      .passes(.prose("综合评价等级分为优（90分以上）、良（80-90分）、中（60-80分）、差（小于60分）。")),
      .passes(
        .prose(
          "90（含）-100分为优秀，80（含）-90分为良好，60（含）-80分为中等，60分以下为差。", "评价等级分为优秀（95分以上）、良好（85-95分）、合格（60-85分）、不合格（60分以下）。")),
      .fails(
        .prose("综合评价等级分为优（90分以上）、⟦良（75-90分）⟧、中（60-75分）、差（小于60分）。"),
        .at("⟦良（75-90分）⟧", "“良”的分数段从 75 分起，制度为 80 分起。")),
      .fails(
        .prose("⟦95分以上为优⟧，80-94分为良，⟦70-79分为中⟧，低于70分为差。"),
        .at("⟦95分以上为优⟧", "“优”的分数段从 95 分起，制度为 90 分起。"),
        .at("⟦70-79分为中⟧", "“中”的分数段从 70 分起，制度为 60 分起。")),
      .cannotLook(.prose("部门整体支出绩效自评结果为“优”，得分96分。")),
    ]
  ) { dossier in
    let grades = dossier.departmentGrades
    // A policy for every region only says what is usual: the region may have its own.
    let isGeneral = dossier.filing.policies.policies.allSatisfy { $0.isGeneral || $0.grades.isEmpty }
    let lists = dossier.writtenBands
    return Verdict(over: lists, each: "报告正文或表下的等级分数段") { passage, bands in
      bands.compactMap { written in
        guard written.low != written.band.range.low.rational else { return nil }
        let low = written.low.spoken(2)
        return Finding(
          at: passage.passage.place(written.range),
          message: "“\(written.label)”的分数段从 \(low) 分起，制度为 \(written.band.range.low) 分起。",
          derivation: "\(low) ≠ \(written.band.range.low)", severity: isGeneral ? .info : nil)
      }
    }
  }
}

/// A grade with the points that a text says it begins at.
struct WrittenBand {
  let band: GradeBand
  let label: String
  let low: Rational
  let range: Range<Int>

  /// Every grade of a policy; nil where the passage leaves one out.
  static func all(of grades: [GradeBand], in passage: PassageReading) -> [WrittenBand]? {
    guard grades.count >= 3, passage.figures.count >= grades.count,
      grades.allSatisfy({ band in passage.passage.text.holds(anyOf: band.names) })
    else { return nil }
    let names = grades.flatMap { band in band.names.map { (name: $0, band: band) } }
      .sorted { $0.name.unicodeScalars.count > $1.name.unicodeScalars.count }
    var found: [WrittenBand] = []
    var index = 0
    while index < passage.scalars.count {
      let rest = passage.text(index..<min(passage.scalars.count, index + 4))
      guard let (name, band) = names.first(where: { rest.begins(with: $0.name) }) else {
        index += 1
        continue
      }
      let label = index..<index + name.unicodeScalars.count
      if let (low, range) = passage.low(of: label), !found.contains(where: { $0.band == band }) {
        found.append(WrittenBand(band: band, label: name, low: low, range: range))
      }
      index = label.upperBound
    }
    return Set(found.map(\.band)) == Set(grades) ? found : nil
  }
}

extension Dossier {
  /// Every passage that tells where all the grades begin.
  var writtenBands: [(PassageReading, [WrittenBand])] {
    let grades = departmentGrades
    return statements.passages.compactMap { passage in
      WrittenBand.all(of: grades, in: passage).map { (passage, $0) }
    }
  }
}

extension GradeBand {
  var names: [String] {
    switch label {
    case "优", "优秀": ["优秀", "优"]
    case "良", "良好": ["良好", "良"]
    case "中", "中等": ["中等", "中"]
    default: [label]
    }
  }
}

extension PassageReading {
  /// The least points of a grade: in the bracket behind it, or in the words of its clause before it.
  fileprivate func low(of label: Range<Int>) -> (Rational, Range<Int>)? {
    var end = label.upperBound
    while end < scalars.count, scalars[end].isIgnored { end += 1 }
    if end < scalars.count, scalars[end] == "(" || scalars[end] == ":" {
      let close = scalars[end...].firstIndex { $0 == ")" || $0 == ";" || $0 == "。" } ?? scalars.count
      let stop = close < scalars.count && scalars[close] == ")" ? close + 1 : close
      return least(in: end..<stop).map { ($0, label.lowerBound..<stop) }
    }
    let clause = clause(at: label.lowerBound)
    let lead = clause.lowerBound..<label.lowerBound
    let words = text(lead).bareWords
    guard words.ends(with: "为") || words.ends(with: "属于") else { return nil }
    return least(in: lead).map { ($0, clause.lowerBound..<label.upperBound) }
  }

  private func least(in range: Range<Int>) -> Rational? {
    let numbers = figures(in: range).flatMap { figure -> [Rational] in
      switch figure.kind {
      case .score(let extent), .plain(let extent):
        switch extent {
        case .number(let number): [number.value.magnitude]
        case .between(let first, let second): [first.value.magnitude, second.value.magnitude]
        }
      default: []
      }
    }
    guard let least = numbers.min() else { return nil }
    if numbers.count > 1 { return least }
    let words = text(range)
    if words.holds(anyOf: ["以下", "小于", "不足", "<"])
      || words.holds("低于") && !words.holds("不低于")
    {
      return .zero
    }
    return words.holds(anyOf: ["以上", "大于", "高于", "不低于", ">", "≥", "≧"]) ? least : nil
  }
}

extension Unicode.Scalar {
  fileprivate var isIgnored: Bool { isBlank || ["“", "”", "\"", "'", "‘", "’"].contains(self) }
}

extension String {
  /// Without blanks and quotes.
  fileprivate var bareWords: String {
    String(scalars: unicodeScalars.lazy.filter { !$0.isIgnored })
  }
}
