/// What every rule says about itself.
public struct RuleCard: Identifiable, Hashable, Sendable {
  /// The stable code, as printed beside a finding: "D01".
  public let id: String
  /// What is checked, in a few words, without a full stop.
  public let title: String
  /// What a finding weighs that does not say less itself.
  public let severity: Severity
  /// Why breaking the rule matters, in a sentence a finance officer would accept.
  public let why: String
  /// What a person does about it.
  public let remedy: String
  /// What the rule rests on; empty for a policy's own check whose source the policy does not have.
  public let sources: [LegalSource]

  public init(
    _ id: String, _ title: String, severity: Severity, why: String, remedy: String, sources: [LegalSource]
  ) {
    self.id = id
    self.title = title
    self.severity = severity
    self.why = why
    self.remedy = remedy
    self.sources = sources
  }
}

/// The clause of a published document that a rule or a policy value rests on.
public struct LegalSource: Hashable, Sendable {
  /// Without 《》.
  public let title: String
  /// The document number, such as 财预〔2020〕10号; nil where the document has none or it could not be read.
  public let number: String?
  /// Where in the document, in free words: 第三条, 附件1-2 说明第1至3点.
  public let clause: String
  /// False where the original text could not be read: shown as 未核对原文.
  public let isVerified: Bool

  public init(_ title: String, number: String? = nil, clause: String, isVerified: Bool = true) {
    self.title = title
    self.number = number
    self.clause = clause
    self.isVerified = isVerified
  }
  /// How it is quoted: title, number, clause, and whether the original could be read.
  public var citation: String {
    "《\(title)》\(number.map { "（\($0)）" } ?? "")：\(clause)\(isVerified ? "" : "（未核对原文）")"
  }
}
