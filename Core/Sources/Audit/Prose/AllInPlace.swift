import Figures
import Reading
import Rules
import Text

/// 资金全部到位，到位率95%: the words leave nothing out, and the rate does.
struct AllInPlace {
  static let finder = PassageFinder(in: [.prose, .figure], holding: ["到位", "率"]) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap {
      finding(on: $0, in: passage) ?? finding(behind: $0, in: passage) ?? finding(besideAll: $0, in: passage)
    }
  }

  /// 95%足额到位: the rate itself says that some is missing.
  private static func finding(behind figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percent(.number(let percent)) = figure.kind, percent.value < Rational(100), figure.isUnbounded,
      !figure.isApproximate, !passage.isAboutPlans
    else { return nil }
    let end = min(passage.scalars.count, figure.range.upperBound + 4)
    let words = passage.text(figure.range.upperBound..<end)
    guard ["足额到位", "全额到位", "全部到位"].contains(words) else { return nil }
    let quoted = passage.quote(figure)
    return Finding(
      at: [.text(passage.passage.place(figure.range.lowerBound..<end))], "写“\(quoted)\(words)”，不是全部，请核对。",
      derivation: "\(quoted) < 100%")
  }

  /// What a rate may be of that all of them are said to have come to.
  private static let stems = ["安置", "办结", "整改", "完工", "竣工", "化解", "签约", "销号", "验收", "达标", "就业", "入住", "完成"]

  /// 安置率92.86%，全部安置到位: the clause behind leaves nothing out, and the rate does.
  private static func finding(besideAll figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percent(.number(let percent)) = figure.kind, percent.value < Rational(100), figure.isUnbounded,
      !figure.isApproximate, !passage.isAboutPlans
    else { return nil }
    var words = passage.text(passage.words(before: figure)).withoutBlanks
    for link in ["为", "是", "达到", "达"] where words.ends(with: link) { words.removeLast(link.count) }
    // 按时办结率98%，全部办结 is right: some came late.
    guard let stem = stems.first(where: { words == $0 + "率" }),
      figure.range.upperBound + 1 < passage.sentence(at: figure.range.lowerBound).upperBound,
      passage.scalars[figure.range.upperBound] == ","
    else { return nil }
    let clause = passage.clause(at: figure.range.upperBound + 1)
    let told = passage.text(clause).withoutBlanks
    guard ["全部", "均已"].contains(where: { told.begins(with: $0 + stem) }), told.unicodeScalars.count <= 8 else {
      return nil
    }
    let quoted = passage.quote(figure)
    return Finding(
      at: [figure.range, clause].map { .text(passage.passage.place($0)) },
      "写“\(passage.text(clause).droppingBlankEnds)”，\(stem)率却是 \(quoted)，请核对。", derivation: "\(quoted) < 100%")
  }

  /// What is said to be done wholly, and the rate of it.
  private static let pairs = [("到位", "到位率"), ("支付", "支付率"), ("发放", "发放率"), ("拨付", "拨付率"), ("兑付", "兑付率")]

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percent(.number(let percent)) = figure.kind, percent.value < Rational(100), figure.isUnbounded,
      !figure.isApproximate, !passage.isAboutPlans
    else { return nil }
    var words = passage.text(passage.words(before: figure)).withoutBlanks
    for link in ["为", "是", "达到", "达"] where words.ends(with: link) { words.removeLast(link.count) }
    guard let pair = pairs.first(where: { words == $0.1 || words == "资金" + $0.1 }) else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let start = passage.words(before: figure).lowerBound
    guard start >= sentence.lowerBound + 2 else { return nil }
    let clause = passage.clause(at: start - 2)
    let told = passage.text(clause).withoutBlanks
    guard clause.lowerBound >= sentence.lowerBound, told.ends(with: pair.0),
      let whole = ["全部", "全额", "足额", "均已"].first(where: told.holds), !told.holds(anyOf: ["未", "尚", "没有", "除"])
    else { return nil }
    let quoted = passage.quote(figure)
    return Finding(
      at: [figure.range, clause].map { .text(passage.passage.place($0)) },
      "写“\(whole)…\(pair.0)”，\(pair.1)却是 \(quoted)，请核对。", derivation: "\(quoted) < 100%")
  }
}
