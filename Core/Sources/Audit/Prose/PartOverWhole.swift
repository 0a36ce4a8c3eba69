import Figures
import Reading
import Rules
import Text

/// One part alone, told right behind the whole it is of, that is more than the whole: 批复x，其中y为中央资金, x（含y）,
/// 84个项目中，有132个项目已开工.
struct PartOverWhole {
  static let finder = PassageFinder(in: [.prose, .twoFigures]) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.indices.dropLast().compactMap {
      finding(at: $0, in: passage) ?? finding(ofShareAt: $0, in: passage)
    }
  }

  /// 覆盖15个乡镇，占全县12个乡镇的…: the whole stands behind, named alike.
  private static func finding(ofShareAt index: Int, in passage: PassageReading) -> Finding? {
    let (first, second) = (passage.figures[index], passage.figures[index + 1])
    guard let part = ProseQuantity(first), let whole = ProseQuantity(second), part.unit == whole.unit,
      !["", "元", "㎡"].contains(part.unit), part.value.relation(to: whole.value) == .above
    else { return nil }
    let between = passage.text(first.range.upperBound..<max(first.range.upperBound, second.range.lowerBound))
      .withoutBlanks
    let behind = passage.text(passage.clause(at: second.range.lowerBound).rest(behind: second.range)).withoutBlanks
    guard let lead = ["占全县", "占全市", "占全区", "占全镇", "占全乡", "占全省", "占全县总数", "占总数"].first(where: between.ends),
      between.unicodeScalars.count <= 16, behind.begins(with: between.noun(before: lead))
    else { return nil }
    let quotes = (passage.quote(whole.figure), passage.quote(part.figure))
    return Finding(
      at: [part.figure, whole.figure].map { .text(passage.passage.place($0.range)) },
      "写 \(quotes.1)，\(lead.dropFirst())只有 \(quotes.0)，请核对。", derivation: "\(quotes.1) > \(quotes.0)")
  }

  private static func finding(at index: Int, in passage: PassageReading) -> Finding? {
    let figures = passage.figures
    guard let whole = ProseQuantity(figures[index]), !whole.unit.isEmpty, whole.value.exact > .zero else { return nil }
    let sentence = passage.sentence(at: whole.figure.range.lowerBound)
    guard let next = passage.figure(behind: index), let part = ProseQuantity(next),
      part.unit == whole.unit, next.range.upperBound <= sentence.upperBound,
      part.value.relation(to: whole.value) == .above, passage.isWhole(whole.figure), passage.isPlain(part.figure),
      passage.names(whole.figure, asWholeOf: part.figure),
      // 执行数x，结余y，其中z parts the x.
      !passage.figures(in: sentence.lowerBound..<whole.figure.range.lowerBound).compactMap(ProseQuantity.init)
        .contains(where: { $0.unit == part.unit && $0.value.exact >= part.value.exact })
    else { return nil }
    let quotes = (passage.quote(whole.figure), passage.quote(part.figure))
    return Finding(
      at: [part.figure, whole.figure].map { .text(passage.passage.place($0.range)) },
      "其中一项 \(quotes.1)，大于总数 \(quotes.0)。", derivation: "\(quotes.1) > \(quotes.0)")
  }
}

extension PassageReading {
  /// The next figure that has an extent; 146人11.17万元 tells of the amount.
  fileprivate func figure(behind index: Int) -> WrittenFigure? {
    let next = Array(passage.figures[(index + 1)...].lazy.filter { $0.kind.extent != nil }.prefix(2))
    guard let first = next.first, let second = next.last, first.range.upperBound == second.range.lowerBound else {
      return next.first
    }
    return second
  }

  /// No change, no price, and nothing left over.
  fileprivate func isWhole(_ figure: WrittenFigure) -> Bool {
    let words = text(words(before: figure)).withoutBlanks
    return isPlain(figure)
      && !words.holds(anyOf: ["结余", "结转", "剩余", "超编", "超额", "缺编", "节约", "未", "差", "累计", "不足", "标准"])
  }

  fileprivate func isPlain(_ figure: WrittenFigure) -> Bool {
    let words = words(before: figure)
    return !marks(in: words).contains { [.rise, .fall, .comparison, .target].contains($0.cue) }
      && !text(words).holds(anyOf: ["每", "平均", "人均", "户均", "均价", "累计"])
  }

  /// 其中 or （含 leads from one to the other, or 中，有 behind the same name.
  fileprivate func names(_ whole: WrittenFigure, asWholeOf part: WrittenFigure) -> Bool {
    let between = whole.range.upperBound..<part.range.lowerBound
    let words = text(between).withoutBlanks
    guard words.unicodeScalars.count <= 24, !words.holds(anyOf: ["。", ")"]) else { return false }
    let noun = noun(behind: part)
    // 全县19个镇有23个镇未设专干
    let isOfAll = text(self.words(before: whole)).withoutBlanks.isAll
    for lead in [",有", "有", ",其中有", "中"] where isOfAll && words.ends(with: lead) {
      let name = String(words.dropLast(lead.count))
      if (1...4).contains(name.unicodeScalars.count), noun.begins(with: name) { return true }
    }
    for lead in ["中,有", "中,已有", "中,其中有", "中,已", "中有", "中已有"] where words.ends(with: lead) {
      let name = String(words.dropLast(lead.count))
      return name.unicodeScalars.count >= 2 && noun.begins(with: name)
    }
    let leads = ["(含", "(其中", "(包括", ",其中", ",含", ";其中"]
    guard let lead = leads.first(where: words.begins) else { return false }
    let rest = String(words.dropFirst(lead.count))
    guard !rest.holds(anyOf: [";", ",", "、", "子", "下设", "下属"]) else { return false }
    if case .amount = whole.kind { return true }
    // 3个村（含12个自然村） counts other things.
    return noun.isEmpty && (lead != ",其中" || rest.unicodeScalars.count <= 12)
  }

  /// The words right behind a figure up to a mark.
  private func noun(behind figure: WrittenFigure) -> String {
    let clause = clause(at: figure.range.lowerBound)
    let rest = figure.range.upperBound..<max(figure.range.upperBound, clause.upperBound)
    let end = scalars[rest].firstIndex { $0 == ")" || $0 == "(" } ?? rest.upperBound
    return text(rest.lowerBound..<end).withoutBlanks
  }
}

extension String {
  /// 全县, 全市共: all there are.
  fileprivate var isAll: Bool {
    ["全县", "全市", "全区", "全镇", "全乡", "全县共", "全市共", "全区共", "全县共有", "全市共有", "全区共有", "辖区共有"].contains(where: ends)
  }

  /// 乡镇 of 乡镇,占全县.
  fileprivate func noun(before lead: String) -> String {
    var name = String(dropLast(lead.count))
    if name.ends(with: ",") { name.removeLast() }
    return name
  }
}
