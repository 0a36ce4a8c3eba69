import Text

/// What names mean at one place of a template, by the parts that are open there.
struct TemplateScopes {
  /// A part that has begun and not ended yet, in the order of the document.
  struct Open {
    let id: Int
    let mark: TemplateMark
    let place: TemplatePlace
    let region: TemplateRegion
    let nameKeys: [String]
    let hasScope: Bool
  }

  enum Meaning {
    case field(TemplateVocabulary.Field, TemplateReference)
    case list(TemplateVocabulary.List, TemplateReference)
    /// A field of a list that is not open.
    case fieldOfList(TemplateVocabulary.List, TemplateReference)
  }

  private struct Scope {
    let list: TemplateVocabulary.List?
    let vocabulary: TemplateVocabulary
  }

  private var scopes: [Scope]
  private(set) var open: [Open] = []
  private var lastID = 0

  init(_ vocabulary: TemplateVocabulary) { scopes = [Scope(list: nil, vocabulary: vocabulary)] }

  /// The innermost meaning of a name; nil for none.
  func meaning(of name: String) -> Meaning? {
    let key = TemplateName.key(name)
    for (depth, scope) in scopes.enumerated().reversed() {
      if let field = scope.vocabulary.field(key) ?? scope.list?.field(key) {
        return .field(field, TemplateReference(depth: depth, key: field.key))
      }
    }
    for (depth, scope) in scopes.enumerated().reversed() {
      if let list = scope.vocabulary.list(key) ?? scope.list?.list(key) {
        return .list(list, TemplateReference(depth: depth, key: list.key))
      }
      if let (list, _) = scope.vocabulary.itemField(key) {
        return .fieldOfList(list, TemplateReference(depth: depth, key: list.key))
      }
    }
    // A field by its short name.
    for (depth, scope) in scopes.enumerated().reversed() {
      if let list = scope.vocabulary.lists.first(where: { $0.item.field(key) != nil }) {
        return .fieldOfList(list, TemplateReference(depth: depth, key: list.key))
      }
    }
    return nil
  }

  /// The name that was probably meant.
  func nearest(to name: String) -> String? {
    var names: [String] = []
    for scope in scopes.reversed() {
      names += scope.vocabulary.fields.flatMap(\.names) + scope.vocabulary.lists.flatMap(\.names)
      for list in scope.vocabulary.lists {
        guard let listName = list.names.first else { continue }
        names += list.item.fields.flatMap(\.names).map { "\(listName).\($0)" }
      }
      if let listName = scope.list?.names.first {
        names += scope.vocabulary.fields.flatMap(\.names).map { "\(listName).\($0)" }
      }
    }
    return names.nearest(to: name)
  }

  func isOpen(_ list: TemplateVocabulary.List, _ reference: TemplateReference) -> Bool {
    open.contains { $0.hasScope && $0.region.reference == reference }
  }

  mutating func push(_ list: TemplateVocabulary.List) {
    scopes.append(Scope(list: list, vocabulary: list.item))
  }

  mutating func pop() { scopes.removeLast() }

  /// Its number, the same as that of the mark which ends it.
  mutating func begin(
    _ mark: TemplateMark, at place: TemplatePlace, _ region: TemplateRegion, list: TemplateVocabulary.List?,
    names: [String]
  ) -> Int {
    lastID += 1
    open.append(
      Open(
        id: lastID, mark: mark, place: place, region: region,
        nameKeys: names.map { TemplateName.key($0) } + [TemplateName.key(mark.name)], hasScope: list != nil))
    if let list { push(list) }
    return lastID
  }

  /// What the mark ends; nil where it ends nothing that is innermost there.
  mutating func end(_ mark: TemplateMark) -> Open? {
    let key = TemplateName.key(mark.name)
    guard let position = open.lastIndex(where: { $0.nameKeys.contains(key) }) else { return nil }
    let isInnermost = position == open.count - 1
    let ended = open[position]
    for inner in open[position...] where inner.hasScope { pop() }
    open.removeSubrange(position...)
    return isInnermost ? ended : nil
  }
}
