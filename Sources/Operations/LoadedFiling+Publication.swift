import Evaluation
public import Store
import Text

extension LoadedFiling {
  /// Throws `NotFound`, `Forbidden` or `Refused` where this person may not make it public now.
  public func demandPublishable(by person: Person) throws {
    guard person.canSee(record, in: task) else { throw NotFound() }
    let roles = person.posts.roles(towards: record.unit.code)
    guard roles.contains(.reviewer) || person.holds(.finance) else { throw Forbidden("只有本单位审核岗和财政部门可以公开。") }
    guard record.stage == .done else { throw Refused([.wrongStage(record.stage)]) }
    // What was only tried, or called off, is nothing for the public.
    if [.trial, .cancelled].contains(task.phase) { throw Refused([.wrongPhase(task.phase)]) }
  }

  /// The title of the main report where nothing of it is written here and a file takes its place.
  public var reportOnlyInFile: String? {
    for sheet in filing.sheets {
      guard case .report(let policy, let outline)? = filing.policies.definition(of: sheet),
        outline.id == policy.outlines.first?.id
      else { continue }
      let isWritten = sheet.entries.values.contains { !$0.text.droppingBlankEnds.isEmpty }
      let isAttached = filing.policies.attachments.contains {
        $0.outline == outline.id && filing.attached.contains($0.id)
      }
      guard !isWritten && isAttached else { continue }
      return filing.placeholders.filled(into: outline.title)
    }
    return nil
  }
}
