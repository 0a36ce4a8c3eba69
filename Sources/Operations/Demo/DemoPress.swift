import Audit
public import Conversion
public import Database
import Evaluation
import Store

/// Makes demo filings public as their reviewers would on the page 公开.
public struct DemoPress: Sendable {
  private let engine: any Engine
  private let shelf: FilingShelf
  private let press: PagePress
  private let render: @Sendable (PublicFiling) -> String

  /// `render` makes the page of a public copy.
  public init(
    engine: any Engine, shelf: FilingShelf, press: PagePress, render: @escaping @Sendable (PublicFiling) -> String
  ) {
    self.engine = engine
    self.shelf = shelf
    self.press = press
    self.render = render
  }

  /// One version after the other. Throws what `PublishFiling` throws.
  func callAsFunction(
    _ publications: [DemoPublication], of filing: Int64, by reviewer: Person, at seconds: Int64
  ) async throws {
    for publication in publications {
      let loaded = try await shelf.filing(filing)
      let found = PublicDraft(loaded, try await shelf.uploadedReports(of: loaded)).stretches
        .filter { $0.isShown && !$0.forbidsPublication }
      let kept = publication.reason.map { reason in found.map { ($0.id, reason) } } ?? []
      _ = try await PublishFiling(engine: engine, shelf: shelf, press: press)(
        filing, keeping: Dictionary(kept, uniquingKeysWith: { first, _ in first }), note: publication.note,
        expecting: loaded.record.version, by: reviewer, at: seconds, render: render)
    }
  }
}
