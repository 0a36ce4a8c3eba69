import Evaluation
public import Store

extension LoadedFiling {
  /// Throws `NotFound`, `Forbidden` or `Refused` where this person may not make it public now.
  public func demandPublishable(by person: Person) throws {
    try demandPublications(by: person)
    guard record.stage == .done else { throw Refused([.wrongStage(record.stage)]) }
  }

  /// Throws the same where this person has nothing to do with what is public of it. What was done once may have been
  /// published: it can be taken back also while the filing is open again.
  public func demandPublications(by person: Person) throws {
    guard person.canSee(record, in: task) else { throw NotFound() }
    let roles = person.posts.roles(towards: record.unit.code)
    guard roles.contains(.reviewer) || person.holds(.finance) else { throw Forbidden("只有本单位审核岗和财政部门可以公开。") }
    guard record.stage == .done || record.standing.reopenedVersion != nil else {
      throw Refused([.wrongStage(record.stage)])
    }
    // What was only tried, or called off, is nothing for the public.
    if [.trial, .cancelled].contains(task.phase) { throw Refused([.wrongPhase(task.phase)]) }
  }
}
