import Figures
import Reading
import Rules
import Text

/// Where the money of a total that a line of its own tells comes from: 总投资：4,800万元, 资金来源：中央2,400万元，省级1,440万元，….
extension Dossier {
  /// Totals that their sources, told in one of the next lines, do not make up.
  var wrongSources: [Finding] {
    let passages = statements.passages
    return passages.indices.dropFirst().compactMap { index -> Finding? in
      let passage = passages[index]
      let words = passage.passage.text.withoutBlanks
      guard passage.passage.role != .cell, ["资金来源", "其中：", "其中:", "资金构成"].contains(where: words.begins),
        words.holds(anyOf: ["：", ":"]), !words.holds(anyOf: ["其余", "等"])
      else { return nil }
      let parts = passage.labelledQuantities(in: 0..<passage.scalars.count)
      guard (2...10).contains(parts.count), parts.count == passage.figures.count(where: { $0.kind.extent != nil }),
        parts.allSatisfy({ $0.unit == "元" && $0.label.holds(anyOf: Self.sources) }),
        let total = passages[max(0, index - 2)..<index].reversed().lazy.compactMap({ onlyTotal($0) }).first,
        let sum = StatedAmount(sumOf: parts.map(\.value)), sum.relation(to: total.value.value) != .agree
      else { return nil }
      return Finding(
        at: [total.place] + parts.map { .text(passage.passage.place($0.figure.range)) },
        "各项来源之和 \(sum.spoken)，所写总额 \(total.quote)，相差 \(sum.gap(to: total.value.value).spoken)。",
        derivation: "\(parts.map { passage.quote($0.figure) }.joined(separator: " + ")) = \(sum.spoken)")
    }
  }

  private static let sources = ["中央", "省", "市", "县", "区", "州", "自筹", "配套", "贷款", "社会", "债券", "财政", "上级", "本级", "其他"]

  /// The one amount of a line that is nothing but its label: 总投资.
  private func onlyTotal(_ passage: PassageReading) -> (value: ProseQuantity, quote: String, place: Place)? {
    let told = LabelledLine.all(in: passage)
    guard told.count == 1, let line = told.first, let value = line.quantity, value.unit == "元",
      line.label.holds(anyOf: ["总投资", "资金总额", "资金规模", "项目资金", "投资总额", "预算总额", "总预算"])
    else { return nil }
    return (value, line.quote, line.place)
  }
}
