public import Evaluation
public import OOXML

/// What a template of a task's Word document may name: made of the policies that the task is held under.
///
/// A name has no year in it, so that a template serves in the next year too; that with the year is understood as well.
public struct FilingPlaceholders: Sendable {
  /// Every name with the key that it stands for.
  public let vocabulary: TemplateVocabulary
  /// Everything that stands once, by what it belongs to, in the order of the forms.
  public var groups: [(title: String, fields: [TemplateVocabulary.Field])] {
    var groups: [(title: String, fields: [TemplateVocabulary.Field])] = []
    for field in vocabulary.fields {
      if groups.last?.title != field.note { groups.append((field.note, [])) }
      groups[groups.count - 1].fields.append(field)
    }
    return groups
  }

  let policies: PolicySet
  let year: Int

  /// `year` is the year that is evaluated.
  public init(_ policies: PolicySet, year: Int) {
    self.policies = policies
    self.year = year
    vocabulary = PlaceholderNames(policies, year: year).vocabulary
  }
}

/// The keys under which names and values meet.
enum PlaceholderKey {
  static let unit = "unit"
  static let code = "code"
  static let year = "year"
  static let lastYear = "lastYear"
  static let amountUnit = "amountUnit"
  static let grade = "grade"
  static let title = "title"
  static let number = "number"
  static let annex = "annex"
  static let text = "text"
  static let heading = "heading"
  static let group = "group"
  static let node = "node"
  static let isLast = "isLast"
  static let projects = "projects"
  static let annexes = "annexes"
  static let indicators = "indicators"
  static let sections = "sections"

  static func title(of outline: String) -> String { "\(outline)/title" }
  static func text(of outline: String) -> String { "\(outline)/text" }
  static func section(_ section: String, of outline: String) -> String { "\(outline)/\(section)/section" }
  static func sections(of outline: String) -> String { "\(outline)/\(sections)" }
}
