import Evaluation
import Figures
import Rules

extension Policy {
  /// Reads a whole file. What it gives is of use only where the draft has no errors.
  convenience init(_ fields: inout Fields, id: String, hash: String) {
    let sources = fields.sources()
    let (trees, forms) = (fields.trees(), fields.forms())
    self.init(
      id: id, title: fields.text("title"), region: fields.text("region"), isGeneral: fields.flag("general"),
      year: fields.whole("year", in: 2000...2100),
      object: fields.choice("object", of: EvaluationObject.self) ?? .department,
      version: fields.whole("version", in: 1...9999), effectiveFrom: fields.day("effectiveFrom"),
      sources: sources, amounts: fields.part("amounts") { AmountRule(&$0) } ?? .standIn,
      rounding: fields.part("rounding") { Rounding(&$0) } ?? .standIn,
      scoring: fields.part("scoring") { ScoringRule(&$0) } ?? .standIn, trees: trees,
      grades: fields.part("grades") { $0.grades() } ?? [], forms: forms, outlines: fields.outlines(),
      attachments: fields.attachments(), paths: fields.optionalPart("paths") { ReviewPaths(&$0) },
      sampling: fields.optionalPart("sampling") { $0.samplingRule() },
      workAssessment: fields.workAssessment(), resultUse: fields.optionalPart("resultUse") { $0.resultUse() },
      localChecks: fields.localChecks(), disabledChecks: fields.disabledChecks(), origins: fields.draft.origins,
      hash: hash)
  }
}

extension Fields {
  /// Each source by its name.
  fileprivate mutating func sources() -> [String: LegalSource] {
    part("sources") { fields in
      var sources: [String: LegalSource] = [:]
      for (name, place) in fields.names {
        fields.draft.places["sources.\(name)"] = place
        sources[name] = fields.part(name) { LegalSource(&$0) }
      }
      return sources
    } ?? [:]
  }

  /// Where it stands is kept: its points are checked at the end.
  fileprivate mutating func workAssessment() -> WorkAssessment? {
    draft.places["workAssessment"] = place(of: "workAssessment")
    return optionalPart("workAssessment") { WorkAssessment(&$0) }
  }

  /// A calendar day written 2025-01-31.
  fileprivate mutating func day(_ name: String) -> String {
    let text = text(name)
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    let isDay =
      parts.map(\.count) == [4, 2, 2] && numbers.count == 3 && (1...12).contains(numbers[1])
      && (1...Self.days(in: numbers[1], of: numbers[0])).contains(numbers[2])
    if !text.isEmpty, !isDay { draft.report("“\(name)”应为日期，如 2025-01-31，现为“\(text)”。", at: place(of: name)) }
    return text
  }
  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

extension LegalSource {
  fileprivate init(_ fields: inout Fields) {
    let number = fields.optionalText("number")
    self.init(
      fields.text("title"), number: number.isEmpty ? nil : number, clause: fields.text("clause"),
      isVerified: fields.requiredFlag("verified"))
  }
}

extension AmountRule {
  fileprivate init(_ fields: inout Fields) {
    self.init(
      unit: fields.choice("unit", of: AmountUnit.self) ?? .tenThousandYuan,
      decimals: fields.whole("decimals", in: 0...Figure.maximumDecimals), source: fields.source())
  }
  fileprivate static let standIn = AmountRule(unit: .tenThousandYuan, decimals: 2, source: "")
}

extension Rounding {
  fileprivate init(_ fields: inout Fields) {
    self.init(
      scoreDecimals: fields.whole("scoreDecimals", in: 0...Figure.maximumDecimals),
      rateDecimals: fields.whole("rateDecimals", in: 0...Figure.maximumDecimals),
      mode: fields.choice("mode", of: RoundingMode.self) ?? .halfUp, source: fields.source())
  }
  fileprivate static let standIn = Rounding(scoreDecimals: 2, rateDecimals: 2, mode: .halfUp, source: "")
}
