public import Evaluation

/// What was asked for does not exist, or not for this person.
public struct NotFound: Error, Sendable {
  /// No more is told, so that nobody learns what there is.
  public init() {}
}

/// The person may not do this at all: 403, with what to do instead.
public struct Forbidden: Error, Sendable {
  /// In Chinese, for the person.
  public let message: String
  public init(_ message: String) { self.message = message }
}

/// Typed fields that could not be taken, each with its message: 422.
public struct Invalid: Error, Sendable {
  /// Each with the name of its field, in the order of the form.
  public let problems: [FieldProblem]
  public init(_ problems: [FieldProblem]) { self.problems = problems }
}
