import Evaluation
import Operations
import Reading

/// What a person takes of a draft, and what is proposed before the person says anything.
struct DraftChoice {
  let plan: CarryOver
  let texts: DraftTexts
  /// What the person sent; nil for a page that was only asked for.
  let posted: FormFields?
  let names: CellNames

  init(_ plan: CarryOver, of texts: DraftTexts, posted: FormFields?) {
    self.plan = plan
    self.texts = texts
    self.posted = posted
    names = CellNames(plan.room)
  }

  /// The sources of the texts that were ticked; of all that is beyond doubt in a sheet or everywhere, where the person
  /// asked for that.
  var chosen: Set<CellAddress> {
    if let part = posted?["sure"], !part.isEmpty {
      return Set(sure(in: part == Self.everywhere ? nil : part).map(\.source))
    }
    let ticked = Set(posted?.all("take") ?? [])
    return Set(plan.items.map(\.source).filter { ticked.contains($0.description) })
  }

  /// What the person wrote instead of the texts that were proposed.
  var corrected: [CellAddress: NamedText] {
    var corrected: [CellAddress: NamedText] = [:]
    for item in plan.items where chosen.contains(item.source) {
      guard let text = typed(item), text != shown(item).text else { continue }
      corrected[item.source] = NamedText(text, cells: shown(item).cells)
    }
    return corrected
  }

  func typed(_ item: CarryOver.Item) -> String? {
    guard let posted, posted.fields.contains(where: { $0.name == Self.field(item) }) else { return nil }
    return posted[Self.field(item)].replacing("\r\n", with: "\n")
  }

  /// The text with cells by their names.
  func shown(_ item: CarryOver.Item) -> NamedText {
    item.kind.takesWords ? names.named(BoundText(item.text)) : NamedText(item.text)
  }

  static func field(_ item: CarryOver.Item) -> String { "text:\(item.id)" }

  /// What is ticked before the person says anything: what fills a blank and is beyond doubt.
  func isTicked(_ item: CarryOver.Item) -> Bool {
    if let posted { return posted.all("take").contains(item.id) }
    return isSure(item)
  }

  static let everywhere = "*"

  /// What fills a blank and is beyond doubt, in a sheet or in all.
  func sure(in sheet: String?) -> [CarryOver.Item] {
    plan.items.filter { !$0.changesNothing && isSure($0) && (sheet == nil || $0.target.sheet == sheet) }
  }

  private func isSure(_ item: CarryOver.Item) -> Bool {
    guard item.fills else { return false }
    guard let ground = texts.ground(of: item.source) else { return true }
    return ground.problem == nil && ground.confidence != .doubtful
  }
}
