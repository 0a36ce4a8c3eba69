import Evaluation
import Figures
import Reading
import Text

/// A total score that a text states: 自评得分96分.
struct StatedScore {
  let figure: WrittenFigure
  let number: WrittenNumber
  let passage: PassageReading
  /// Its sentence speaks of a project.
  let isOfProject: Bool
  /// Its sentence speaks of 部门整体支出.
  let speaksOfDepartment: Bool

  /// nil for a figure that is no total score.
  init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard case .score(.number(let number)) = figure.kind, passage.isTotalScore(figure) else { return nil }
    let sentence = passage.text(passage.sentence(at: figure.range.lowerBound))
    self.figure = figure
    self.number = number
    self.passage = passage
    speaksOfDepartment = sentence.holds("整体")
    isOfProject = sentence.holds("项目") && !speaksOfDepartment
  }

  /// "96 分"
  var spoken: String { "\(number.value.spoken(2)) 分" }
  var place: TextPlace { passage.passage.place(figure.range) }
}

extension PassageReading {
  /// The total scores that the passage states.
  var totalScores: [StatedScore] { passage.figures.compactMap { StatedScore($0, in: self) } }

  /// The words right before it, or before a colon there: 自评得分：96分.
  func labelOfScore(_ figure: WrittenFigure) -> String {
    let words = words(before: figure)
    let own = text(words).withoutBlanks
    guard own.isEmpty, words.lowerBound > 0, scalars[words.lowerBound - 1] == ":" else { return own }
    let clause = clause(at: words.lowerBound - 1)
    return text(clause.lowerBound..<min(clause.upperBound, words.lowerBound - 1)).withoutBlanks
  }

  /// 自评得分 and the like right before it, and nothing that makes it the score of a part.
  fileprivate func isTotalScore(_ figure: WrittenFigure) -> Bool {
    let words = words(before: figure)
    var name = labelOfScore(figure)
    for link in ["为", "是", "达到", "达", "共", "计", "了"] { while name.ends(with: link) { name.removeLast(link.count) } }
    // 项目自评得93.5分 is its total too; 过程自评得18分 is that of a part.
    let isOfWhole = name == "自评得" || ["项目自评得", "整体自评得", "单位自评得", "部门自评得"].contains(where: name.ends)
    guard isOfWhole || ["得分", "评分", "自评分", "总分", "分数"].contains(where: { name.ends(with: $0) }), figure.isUnbounded
    else {
      return false
    }
    // 指标共24个，总分100分 is what can be had.
    if name.ends(with: "总分"), !name.holds(anyOf: ["自评", "评价", "得"]), figure.isHundred { return false }
    // 产出指标（50分）。得分48分。 goes on about what the sentence before names.
    let sentence = sentence(at: figure.range.lowerBound)
    if words.lowerBound == sentence.lowerBound, name.unicodeScalars.count <= 4, sentence.lowerBound > 0 {
      let before = text(self.sentence(at: sentence.lowerBound - 1))
      if before.holds(anyOf: ["指标", "分)", "分）", "分值", "权重"]) { return false }
    }
    // 在安全感调查中，莲塘区得分98分，排名第3位 is what others measured.
    let told = text(sentence.lowerBound..<figure.range.lowerBound)
    if told.holds(anyOf: ["调查中", "测评中", "考核中", "评估中", "考评中", "竞赛", "比赛"]), !told.holds("自评") { return false }
    let clause = text(clause(at: figure.range.lowerBound))
    return !clause.holds(anyOf: [
      "指标", "满分", "分值", "权重", "扣", "产出", "效益", "满意度", "执行率", "投入", "过程", "平均", "考核", "排名", "加分", "上年", "去年",
      "目标",
    ])
  }
}

extension WrittenFigure {
  fileprivate var isHundred: Bool {
    if case .score(.number(let number)) = kind { number.value == Rational(100) } else { false }
  }
}

extension [GradeBand] {
  /// How grades are written, the longer first: 优秀 says 优.
  private var spellings: [String] {
    flatMap { band in
      switch band.label {
      case "优": ["优", "优秀"]
      case "良": ["良", "良好"]
      case "中": ["中", "中等"]
      case "优秀": ["优秀", "优"]
      case "良好": ["良好", "良"]
      default: [band.label]
      }
    }.sorted { $0.scalarCount > $1.scalarCount }
  }

  /// Every grade in a stretch, in quotes or behind 等级为 and the like, by the policy's label.
  func stated(in stretch: Range<Int>, of passage: PassageReading) -> [(label: String, range: Range<Int>)] {
    let spellings = spellings
    let beginnings = spellings.compactMap { $0.unicodeScalars.first }
    var found: [(label: String, range: Range<Int>)] = []
    for start in stretch
    where beginnings.contains(passage.scalars[start]) && start >= found.last?.range.upperBound ?? 0 {
      for spelling in spellings where passage.isGrade(spelling, at: start, before: stretch.upperBound) {
        let label = first { spelling.begins(with: $0.label) || $0.label.begins(with: spelling) }?.label ?? spelling
        found.append((label, start..<start + spelling.unicodeScalars.count))
        break
      }
    }
    return found
  }
}

extension PassageReading {
  fileprivate func isGrade(_ spelling: String, at start: Int, before limit: Int) -> Bool {
    let end = start + spelling.unicodeScalars.count
    guard end <= limit, scalars[start..<end].elementsEqual(spelling.unicodeScalars) else { return false }
    let isQuoted = start > 0 && scalars[start - 1].isQuote && end < limit && scalars[end].isQuote
    let before = text(max(0, start - 3)..<start)
    let isEnd = end == scalars.count || scalars[end].isMark
    // 为优秀等次.
    let behind = text(end..<min(limit, end + 2))
    let isNamed =
      ["等次", "等级", "档次"].contains(behind) && ["为", "于", "获", "得", "属", "是"].contains(text(max(0, start - 1)..<start))
    return isQuoted || isNamed
      || isEnd
        && (["等级为", "等级", "评为", "评定为", "认定为", "评价为", "结果为", "绩效为", "级:", "等次为", "档次为", "结论为", "评级为", "等次"].contains {
          before.ends(with: $0)
        })
  }
}

extension Unicode.Scalar {
  fileprivate var isQuote: Bool { ["“", "”", "\"", "‘", "’", "「", "」", "'"].contains(self) }
  fileprivate var isMark: Bool { ["。", ",", ";", "、", "等", "级", "(", ")", "\n"].contains(self) }
}

extension Dossier {
  /// The grades of the department's policy, or of the first that has any.
  var departmentGrades: [GradeBand] {
    let policies = filing.policies.policies.filter { !$0.grades.isEmpty }
    return (policies.first { $0.object == .department } ?? policies.first)?.grades ?? []
  }
}
