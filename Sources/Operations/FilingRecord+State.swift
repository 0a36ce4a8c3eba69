import Evaluation
public import Store

extension FilingRecord {
  /// It came back and has not been sent again.
  public var isBack: Bool { standing.isReturned && stage == .drafting }

  /// Where it stands, in the words of pages and files.
  public var stateTitle: String {
    if standing.waiver == .accepted { return standing.waiver.title }
    return isBack ? "被退回" : stage.title
  }
}
