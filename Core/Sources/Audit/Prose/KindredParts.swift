import Figures
import Reading
import Rules
import Text

/// Parts of one kind right behind what they make up, without any word that leads to them:
/// 新改建农村公路86公里，县道12公里、乡道28公里、村道46公里; 上报的36,500件中，市容类15,200件，街面类12,800件，设施类8,500件.
struct KindredParts {
  static let finder = PassageFinder(in: [.prose, .noPlans, .threeFigures]) { read -> [Finding] in
    let passage = read.passage
    return passage.sentences.flatMap { sentence -> [Finding] in
      let told = passage.labelledQuantities(in: sentence)
      guard (4...mostFigures).contains(told.count) else { return [] }
      return told.indices.dropLast(3).compactMap { finding(behind: $0, of: told, in: passage) }
    }
  }

  private static let mostFigures = 40

  /// 其中一标段a、二标段b、三标段c: whoever counts them through leaves none out.
  private static func ordinals(behind index: Int, of told: [LabelledQuantity]) -> [LabelledQuantity]? {
    let numerals = Array("一二三四五六七八九".unicodeScalars)
    let parts = told[(index + 1)...].prefix(numerals.count).enumerated().prefix { place, part in
      var label = part.label
      for lead in ["其中", "第"] where label.begins(with: lead) { label.removeFirst(lead.count) }
      return part.unit == told[index].unit && (2...5).contains(label.unicodeScalars.count)
        && label.unicodeScalars.first == numerals[place]
        && ["标段", "期", "批", "季度", "片区", "分队", "年级"].contains(where: label.ends)
    }.map(\.element)
    return parts.count >= 3 ? parts : nil
  }

  /// nil where they fit, or differ by more than these tenths: then they are no parts of it.
  private static func finding(
    _ total: LabelledQuantity, _ parts: [LabelledQuantity], withinTenths tenths: Int128, whereLess: Severity?,
    in passage: PassageReading
  ) -> Finding? {
    guard !total.unit.isEmpty, let sum = StatedAmount(sumOf: parts.map(\.value)),
      let ratio = sum.exact.divided(by: total.value.exact), let low = Rational(10 - tenths, over: 10),
      let high = Rational(10 + tenths, over: 10), ratio > low, ratio < high
    else { return nil }
    let relation = sum.relation(to: total.value)
    guard relation != .agree else { return nil }
    let spoken = total.unit == "元" ? sum.spoken : sum.exact.spoken(4)
    return Finding(
      at: ([total] + parts).map { .text(passage.passage.place($0.figure.range)) },
      "所列各项之和 \(spoken)，\(relation == .above ? "大于" : "小于")总数 \(passage.quote(total.figure))。",
      derivation: "\(parts.map { passage.quote($0.figure) }.joined(separator: " + ")) = \(spoken)",
      severity: relation == .above ? nil : whereLess)
  }

  private static func finding(behind index: Int, of told: [LabelledQuantity], in passage: PassageReading) -> Finding? {
    let total = told[index]
    if let parts = ordinals(behind: index, of: told),
      let found = finding(total, parts, withinTenths: 1, whereLess: nil, in: passage)
    {
      return found
    }
    guard !total.unit.isEmpty, total.value.exact > .zero, let kind = told[index + 1].kind,
      // 轿车84辆、越野车12辆、…: the first of them is a part as the others are.
      total.label.unicodeScalars.last != kind, !total.label.holds(anyOf: ["其中", "含"]),
      passage.text(total.figure.range.upperBound..<told[index + 1].figure.range.lowerBound).withoutBlanks.isApart
    else { return nil }
    let parts = Array(told[(index + 1)...].prefix { $0.unit == total.unit && $0.kind == kind }.prefix(12))
    guard parts.count >= 3, Set(parts.map(\.label)).count == parts.count,
      // Nothing else stands between them.
      zip(told[index...].prefix(parts.count), parts).allSatisfy({ last, next in
        let between = last.figure.range.upperBound..<next.figure.range.lowerBound
        return passage.scalars[between].count { [",", "、", ";", ":"].contains($0) } <= 1
          && !passage.text(between).holds(anyOf: ["比", "较", "年", "新增", "减少", "累计", "另"])
      }),
      index + parts.count + 1 == told.count || !told[index + parts.count + 1].isRest
    else { return nil }
    let rest = passage.text(
      parts[parts.count - 1].figure.range
        .upperBound..<min(passage.scalars.count, parts[parts.count - 1].figure.range.upperBound + 2))
    guard !rest.begins(with: "等") else { return nil }
    return finding(total, parts, withinTenths: 2, whereLess: .info, in: passage)
  }
}

extension LabelledQuantity {
  /// What the parts of one kind end in alike: 道 of 县道 and 乡道.
  fileprivate var kind: Unicode.Scalar? {
    guard (2...8).contains(label.unicodeScalars.count), let last = label.unicodeScalars.last, last.isIdeograph,
      !"为有是达共的成到约计付出得等和及".unicodeScalars.contains(last), !label.holds(anyOf: ["其中", "其余"])
    else { return nil }
    return last
  }

  fileprivate var isRest: Bool { label.holds(anyOf: ["其余", "其他", "剩余", "另"]) }
}

extension String {
  /// A comma or 中， stands between, no mark between parts.
  fileprivate var isApart: Bool { !holds("、") && !holds(";") && holds(anyOf: [",", ":"]) }
}
