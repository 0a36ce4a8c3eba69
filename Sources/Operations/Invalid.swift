public import Evaluation

/// Typed fields that could not be taken, each with its message: 422.
public struct Invalid: Error, Sendable {
  /// Each with the name of its field, in the order of the form.
  public let problems: [FieldProblem]
  public init(_ problems: [FieldProblem]) { self.problems = problems }
}
