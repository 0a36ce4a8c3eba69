/// What follows from the grade of a self-evaluation: 结果应用.
public struct ResultUse: Sendable {
  /// By the label of the grade.
  public let uses: [String: String]
  /// The name of one of the policy's sources.
  public let source: String
  public init(uses: [String: String], source: String) {
    self.uses = uses
    self.source = source
  }
}
