public import Evaluation

/// A cell of a form with the text of the file that it was filled from.
public struct ImportedField: Sendable {
  /// Where the value goes in the filing that is made of the file.
  public let address: CellAddress
  /// Full name for people: "公务接待，2024年决算数".
  public let caption: String
  /// What the cell can hold.
  public let kind: CellKind
  /// As it is printed, blanks at its ends aside.
  public let text: String
  /// What the cell takes: a number without separators and full-width digits, a name without hard line breaks.
  public let value: String
  /// Sign, number and unit of an indicator's target or actual value; nil for other cells and for values in words.
  public let quantity: IndicatorValue.Quantity?
  /// How surely the text belongs to the cell.
  public let confidence: FieldConfidence
  /// Why somebody has to look; nil where nothing speaks against the value.
  public let problem: String?
  /// The form works the cell out by itself: what is printed is only compared.
  public let isComputed: Bool
  /// Where it stands in the running text.
  public let place: Range<Int>
}

/// A section of a report's outline with what stands under its heading.
public struct ImportedSection: Sendable {
  /// Where the text belongs: the report's sheet, the section, "text".
  public let address: CellAddress
  /// As the outline has it.
  public let heading: String
  /// As the file has it.
  public let printedHeading: String
  /// What stands under the heading, a line for each paragraph.
  public private(set) var text: String
  /// How surely the heading is the outline's.
  public let confidence: FieldConfidence
  /// Where the heading stands in the running text.
  public let place: Range<Int>

  /// One more paragraph stands under the heading.
  mutating func add(_ line: String) {
    if !text.isEmpty { text += "\n" }
    text += line
  }
}

/// A part of a file that belongs to no field, and why.
public struct UnplacedPart: Hashable, Sendable {
  /// What sort of part it is.
  public let kind: Kind
  /// As a person reads it; of a table its stretch of the running text.
  public let text: String
  /// Where it stands in the running text.
  public let place: Range<Int>
  /// Why it was left out.
  public let reason: Reason

  /// What parts of a file are told apart.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case heading, paragraph, cell
    /// All cells of a table.
    case table

    /// What people call it.
    public var words: String {
      switch self {
      case .heading: "标题"
      case .paragraph: "段落"
      case .cell: "单元格"
      case .table: "表格"
      }
    }
  }

  /// Why a part belongs to no field.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// A table that is no form of the policy.
    case unknownTable
    /// A row of a form that says none of its labels.
    case unknownRow
    /// A cell that stands under no caption of the form, or that the form has no cell for.
    case unknownCell
    /// The cell that it belongs to has another text already.
    case second
    /// A heading that the outline does not have, and what stands under it.
    case unknownHeading
    /// It stands in front of all sections.
    case beforeSections
    /// It stands behind the report: its list of annexes, who signed, and when.
    case behindSections
    /// It stands in an annex that is no report of the policy.
    case otherAnnex
    /// The policy has no outline, or the file shows none of its headings.
    case noOutline

    /// What people are told.
    public var words: String {
      switch self {
      case .unknownTable: "不是所选制度的表"
      case .unknownRow: "这一行没有认出"
      case .unknownCell: "表中没有对应的格"
      case .second: "对应的格已有其他内容"
      case .unknownHeading: "提纲中没有这个标题"
      case .beforeSections: "在第一个标题之前"
      case .behindSections: "在正文之后"
      case .otherAnnex: "在其他附件中"
      case .noOutline: "所选制度没有这种报告的提纲"
      }
    }
  }
}
