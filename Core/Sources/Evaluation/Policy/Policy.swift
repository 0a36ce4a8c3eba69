public import Figures
public import Rules

/// All that differs by region and year: dated data, never code.
public final class Policy: Sendable, Identifiable {
  /// File name without its ending: "hunan-2024-department".
  public let id: String
  public let title: String
  /// By its whole name, "湖南省岳阳市"; 全国 for a general one.
  public let region: String
  /// True where regions without a policy of their own are judged by it.
  public let isGeneral: Bool
  /// The year under evaluation.
  public let year: Int
  public let object: EvaluationObject
  /// From 1; of several with one id the greatest is the latest.
  public let version: Int
  /// First day in force, ISO 8601.
  public let effectiveFrom: String
  /// Every value's source, by the name the values give.
  public let sources: [String: LegalSource]
  public let amounts: AmountRule
  public let rounding: Rounding
  public let scoring: ScoringRule
  /// The first is the default; a filing may choose another.
  public let trees: [IndicatorTree]
  /// Each with the stretch of points that earns it.
  public let grades: [GradeBand]
  public let forms: [Form]
  /// Of reports that are written in sections; empty where there are none.
  public let outlines: [ReportOutline]
  public let attachments: [AttachmentRequirement]
  /// nil where the policy says nothing of reviews.
  public let paths: ReviewPaths?
  /// How many filings 抽评 draws; nil where the policy says nothing.
  public let sampling: SamplingRule?
  /// nil where the policy has no 自评工作考核.
  public let workAssessment: WorkAssessment?
  /// What follows from each grade; nil where the policy says nothing.
  public let resultUse: ResultUse?
  /// Checks that only this policy asks for.
  public let localChecks: [LocalCheck]
  /// Check codes switched off, each with a reason.
  public let disabledChecks: [String: String]
  /// Where each group of values comes from, by its place in the file: "scoring.reverse".
  public let origins: [String: ValueOrigin]
  /// SHA-256 of the file, hexadecimal: a filing keeps it.
  public let hash: String

  public init(
    id: String, title: String, region: String, isGeneral: Bool = false, year: Int, object: EvaluationObject,
    version: Int,
    effectiveFrom: String, sources: [String: LegalSource], amounts: AmountRule, rounding: Rounding,
    scoring: ScoringRule, trees: [IndicatorTree], grades: [GradeBand], forms: [Form], outlines: [ReportOutline] = [],
    attachments: [AttachmentRequirement] = [], paths: ReviewPaths? = nil,
    sampling: SamplingRule? = nil, workAssessment: WorkAssessment? = nil, resultUse: ResultUse? = nil,
    localChecks: [LocalCheck] = [], disabledChecks: [String: String] = [:], origins: [String: ValueOrigin] = [:],
    hash: String = ""
  ) {
    self.id = id
    self.title = title
    self.region = region
    self.isGeneral = isGeneral
    self.year = year
    self.object = object
    self.version = version
    self.effectiveFrom = effectiveFrom
    self.sources = sources
    self.amounts = amounts
    self.rounding = rounding
    self.scoring = scoring
    self.trees = trees
    self.grades = grades
    self.forms = forms
    self.outlines = outlines
    self.attachments = attachments
    self.paths = paths
    self.sampling = sampling
    self.workAssessment = workAssessment
    self.resultUse = resultUse
    self.localChecks = localChecks
    self.disabledChecks = disabledChecks
    self.origins = origins
    self.hash = hash
  }

  /// nil where the policy has no form of this id.
  public func form(_ id: String) -> Form? { forms.first { $0.id == id } }
  /// The first tree where none is named or none has the name; nil for a policy without trees.
  public func tree(_ id: String?) -> IndicatorTree? {
    id.flatMap { wanted in trees.first { $0.id == wanted } } ?? trees.first
  }
  /// nil where the policy has no outline of this id.
  public func outline(_ id: String) -> ReportOutline? { outlines.first { $0.id == id } }
}

/// What is evaluated.
public enum EvaluationObject: String, Sendable, CaseIterable, Codable {
  /// 部门整体支出
  case department
  /// 项目支出
  case project
}

/// How amounts are written on the forms.
public struct AmountRule: Hashable, Sendable {
  public let unit: AmountUnit
  /// Most decimals an amount may be written with.
  public let decimals: Int
  /// The name of one of the policy's sources.
  public let source: String
  public init(unit: AmountUnit, decimals: Int, source: String) {
    self.unit = unit
    self.decimals = decimals
    self.source = source
  }
}

/// How computed rates and points are rounded.
public struct Rounding: Hashable, Sendable {
  /// Of points.
  public let scoreDecimals: Int
  /// Of rates in per cent.
  public let rateDecimals: Int
  public let mode: RoundingMode
  /// The name of one of the policy's sources.
  public let source: String
  public init(scoreDecimals: Int, rateDecimals: Int, mode: RoundingMode, source: String) {
    self.scoreDecimals = scoreDecimals
    self.rateDecimals = rateDecimals
    self.mode = mode
    self.source = source
  }
}

/// A check that only this policy asks for, as a formula that must hold.
public struct LocalCheck: Sendable, Identifiable {
  /// "L01".
  public let id: String
  public let title: String
  public let severity: Severity
  /// The id of the form on whose sheets it must hold.
  public let form: String
  /// A comparison that must hold; where a cell it needs is blank, nothing is checked.
  public let condition: Formula
  /// What the person is told where it does not hold.
  public let message: String
  /// The name of one of the policy's sources.
  public let source: String
  public init(
    id: String, title: String, severity: Severity, form: String, condition: Formula, message: String, source: String
  ) {
    self.id = id
    self.title = title
    self.severity = severity
    self.form = form
    self.condition = condition
    self.message = message
    self.source = source
  }
}
