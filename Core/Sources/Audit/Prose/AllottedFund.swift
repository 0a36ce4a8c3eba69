import Figures
import Reading
import Text

/// What makes two allotments of a fund the same sum: who gave it, for what, in which year.
struct AllottedFund: Hashable {
  let name: String
  let level: String
  let isReceived: Bool
  let year: Int
  let stage: BudgetStage
  let annex: Int

  /// nil for everything that is no allotment of a whole year by one level of government.
  init?(_ statement: AmountStatement, in statements: Statements, year: Int) {
    let passage = statements.passage(of: statement)
    guard let name = statement.item.name, name.unicodeScalars.count >= 4, statement.role == .level,
      !statement.isApproximate
    else { return nil }
    let words = statement.words
    let levels = AllottedFund.levels.filter { words.holds($0) }
    let (isGiven, isReceived) = (words.holds(anyOf: ["下达", "安排"]), words.holds(anyOf: ["收到", "到位"]))
    // 南坡镇：中央下达… is told of one place of many.
    let sentence = passage.sentence(at: statement.range.lowerBound)
    let isLabelled = passage.scalars[sentence.lowerBound..<statement.range.lowerBound].contains(":")
    guard levels.count == 1, isGiven != isReceived, !isLabelled,
      passage.tellsOfOneAllotment(at: statement.range.lowerBound)
    else {
      return nil
    }
    (self.name, level, self.isReceived) = (name, levels[0], isReceived)
    (self.year, stage, annex) = (statement.year ?? year, statement.stage, passage.passage.annex)
  }

  static let levels = ["中央", "省级", "市级", "县级", "区级"]
}

extension PassageReading {
  /// No month, no batch and no change: the sum that was allotted, once.
  func tellsOfOneAllotment(at offset: Int) -> Bool {
    let sentence = sentence(at: offset)
    let words = text(sentence)
    guard
      !words.holds(anyOf: [
        "批资金", "批次", "第一批", "第二批", "第三批", "首批", "提前", "追加", "调减", "调增", "调整", "收回", "结转", "累计", "再次", "另", "剩余", "结余",
        "分别",
        "其中",
      ])
    else { return false }
    return !figures(in: sentence).contains { figure in
      switch figure.kind {
      case .date(let date): date.month != nil
      case .period: true
      default: false
      }
    }
  }
}
