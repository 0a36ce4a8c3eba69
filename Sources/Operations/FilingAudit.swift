import Audit
import Evaluation
import Reading
import Synchronization

/// What the checks say of a filing with one content, worked out when it is first asked for.
///
/// A save need not wait for it: what is saved next before anybody asked goes on from the last audit that was made.
final class FilingAudit: Sendable {
  private let state: Mutex<State>

  private enum State {
    /// Known from before, with nothing to go on from.
    case known(Audit)
    case due(Work)
    /// Made so that the audit of the next content can go on from it.
    case continued(ContinuedAudit)
  }

  private struct Work {
    let calculation: Calculation
    let companions: Companions
    /// The last audit that was made of an earlier content.
    let earlier: ContinuedAudit?
    /// Whether a change is to follow, so that all that the audit needs to go on is kept.
    let isContinued: Bool

    var dossier: Dossier { Dossier(calculation).beside(companions) }
  }

  private init(_ state: sending State) { self.state = Mutex(state) }

  convenience init(known audit: Audit) { self.init(.known(audit)) }

  /// `toChange`: whether a change is to follow. Others keep the findings alone, which is far less.
  convenience init(of calculation: Calculation, beside companions: Companions, toChange: Bool) {
    self.init(.due(Work(calculation: calculation, companions: companions, earlier: nil, isContinued: toChange)))
  }

  /// The audit of the next content of the same filing.
  func next(of calculation: Calculation, beside companions: Companions) -> FilingAudit {
    let earlier: ContinuedAudit? = state.withLock { state in
      switch state {
      case .known: nil
      case .due(let work): work.earlier
      case .continued(let made): made
      }
    }
    return FilingAudit(
      .due(Work(calculation: calculation, companions: companions, earlier: earlier, isContinued: true)))
  }

  /// Whoever asks while it is being made waits for it.
  var audit: Audit {
    state.withLock { state in
      switch state {
      case .known(let audit): return audit
      case .continued(let made): return made.audit
      case .due(let work):
        if work.isContinued {
          let made = work.earlier?.continued(to: work.calculation) ?? ContinuedAudit(of: work.dossier)
          state = .continued(made)
          return made.audit
        }
        let audit = Audit(of: work.dossier)
        state = .known(audit)
        return audit
      }
    }
  }

  /// nil where nobody asked yet.
  var made: Audit? {
    state.withLock { state in
      switch state {
      case .known(let audit): audit
      case .continued(let made): made.audit
      case .due: nil
      }
    }
  }
}
