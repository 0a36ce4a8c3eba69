import Audit
public import Database
import Evaluation
public import Store

/// Keeps the sentence that explains a warning.
public struct ExplainFinding: Sendable {
  private let write: OptimisticWrite
  public init(engine: any Engine, shelf: FilingShelf) { write = OptimisticWrite(engine: engine, shelf: shelf) }

  /// An empty text takes back the explanation that there is. Throws `NotFound`, `Invalid`, `Refused`, `Forbidden`,
  /// `DatabaseFault`, and `StaleVersion` where the filing is not at the version that is expected.
  public func callAsFunction(
    _ text: String, finding key: String, in id: Int64, expecting expected: Int64? = nil, by person: Person,
    at seconds: Int64
  ) async throws -> LoadedFiling {
    let text = text.trimming
    let count = text.unicodeScalars.count
    if !text.isEmpty, !(4...500).contains(count) {
      throw Invalid([FieldProblem("text", "说明须为 4 至 500 字，现有 \(count) 字。")])
    }
    let explained = try await write(on: id) { before in
      try before.demandEditable(by: person)
      if let expected, expected != before.record.version { throw StaleVersion() }
      guard before.audit.findings.contains(where: { $0.id == key }) || before.explanations[key] != nil else {
        throw NotFound()
      }
      guard !text.isEmpty || before.explanations[key] != nil else {
        throw Invalid([FieldProblem("text", "请填写说明。")])
      }
      let entry = PreparedEntry(
        .explanation(finding: key, text: text), after: before.record, by: person, at: seconds)
      var explanations = before.explanations
      explanations[key] = text.isEmpty ? nil : Explanation(finding: key, text: text, person: person.id, at: seconds)
      return OptimisticWrite.Step(after: before.explained(Array(explanations.values), by: entry), entry: entry) {
        try $0.tell(
          text.isEmpty
            ? .deleteExplanation(of: key, filing: id)
            : .putExplanation(text, of: key, filing: id, by: person.id, at: seconds))
      }
    }
    return explained.after
  }
}

extension LoadedFiling {
  fileprivate func explained(_ explanations: [Explanation], by entry: PreparedEntry) -> LoadedFiling {
    with(explanations).with(record.advanced(by: entry))
  }
}
