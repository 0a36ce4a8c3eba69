import Evaluation
import Synchronization

/// The items whose figures are summed, by policy: laying a form out takes longer than a page may.
final class FigureItems: Sendable {
  private let kept = Mutex<[String: [FigureItem]]>([:])

  /// Every item of some policies, in their order; what several of them have is told as the first does.
  func all(of policies: [Policy]) -> [FigureItem] {
    let key = policies.map { "\($0.id)@\($0.hash)" }.joined(separator: " ")
    if let items = kept.withLock({ $0[key] }) { return items }
    let items = FigureItem.all(in: policies)
    kept.withLock { $0[key] = items }
    return items
  }
}
