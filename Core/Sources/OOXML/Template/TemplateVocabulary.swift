/// The names that a template may use: what stands once, and what is repeated.
public struct TemplateVocabulary: Sendable {
  /// What a placeholder stands for.
  public struct Field: Sendable {
    /// Under which the values have it.
    public let key: String
    /// As people may write it; the first is the one that is shown to them.
    public let names: [String]
    /// What it is, for the list of all placeholders.
    public let note: String
    /// In repeated rows, cells that hold nothing else become one while the text of this key stays the same.
    public let mergedBy: String?

    public init(_ key: String, names: [String], note: String = "", mergedBy: String? = nil) {
      self.key = key
      self.names = names
      self.note = note
      self.mergedBy = mergedBy
    }
  }

  /// What stands as often as there are items.
  public struct List: Sendable {
    /// Under which the values have it.
    public let key: String
    /// As people may write it; the first is the one that is shown to them.
    public let names: [String]
    /// What it is, for the list of all placeholders.
    public let note: String
    /// What one item has.
    public let item: TemplateVocabulary
    let nameKeys: [String]

    public init(_ key: String, names: [String], note: String = "", item: TemplateVocabulary) {
      self.key = key
      self.names = names
      self.note = note
      self.item = item
      nameKeys = names.map { TemplateName.key($0) }
    }
  }

  /// What stands once.
  public let fields: [Field]
  /// What is repeated.
  public let lists: [List]
  private let fieldPositions: [String: Int]
  private let listPositions: [String: Int]

  /// Of several with one name the first counts.
  public init(fields: [Field], lists: [List] = []) {
    self.fields = fields
    self.lists = lists
    fieldPositions = Self.positions(fields.map(\.names))
    listPositions = Self.positions(lists.map(\.names))
  }

  private static func positions(_ names: [[String]]) -> [String: Int] {
    var positions: [String: Int] = [:]
    for (position, names) in names.enumerated() {
      for name in names where positions[TemplateName.key(name)] == nil { positions[TemplateName.key(name)] = position }
    }
    return positions
  }

  func field(_ nameKey: String) -> Field? { fieldPositions[nameKey].map { fields[$0] } }
  func list(_ nameKey: String) -> List? { listPositions[nameKey].map { lists[$0] } }

  /// The list and the field that a name with a dot means.
  func itemField(_ nameKey: String) -> (list: List, field: Field)? {
    for list in lists {
      if let field = list.field(nameKey) { return (list, field) }
    }
    return nil
  }
}

extension TemplateVocabulary.List {
  /// The field that a name in front of which the list's own stands means.
  func field(_ nameKey: String) -> TemplateVocabulary.Field? {
    for name in nameKeys where nameKey.hasPrefix(name + ".") {
      if let field = item.field(String(nameKey.dropFirst(name.count + 1))) { return field }
    }
    return nil
  }

  /// The list within this one that a name in front of which this one's own stands means.
  func list(_ nameKey: String) -> TemplateVocabulary.List? {
    for name in nameKeys where nameKey.hasPrefix(name + ".") {
      if let list = item.list(String(nameKey.dropFirst(name.count + 1))) { return list }
    }
    return nil
  }
}
