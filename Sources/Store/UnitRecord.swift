public import Evaluation

/// A unit with since when and until when it is there.
public struct UnitRecord: Sendable, Identifiable {
  public let unit: BudgetUnit
  /// nil where it is not known: it was always there.
  public let openedOn: CivilDay?
  /// nil while it is there.
  public let closedOn: CivilDay?
  public init(unit: BudgetUnit, openedOn: CivilDay?, closedOn: CivilDay?) {
    self.unit = unit
    self.openedOn = openedOn
    self.closedOn = closedOn
  }
  /// The same as its code.
  public var id: UnitCode { unit.code }
  /// It was not closed.
  public var isOpen: Bool { closedOn == nil }
}

/// One step in the life of a unit.
public struct UnitEvent: Sendable, Identifiable {
  /// By the name under which it is stored.
  public enum Kind: String, Sendable, CaseIterable {
    case opened, renamed, corrected, closed
    /// It became part of another unit, or was parted into several.
    case merged, parted
    /// Another unit became part of it, or it came out of another unit.
    case received, cameOut
    /// Its closing was a mistake.
    case restored
    /// The unit that it had received is there again.
    case returned

    /// In Chinese, as the unit's history shows it.
    public var title: String {
      switch self {
      case .opened: "建立"
      case .renamed: "更名"
      case .corrected: "更正名称"
      case .closed: "撤销"
      case .merged: "并入其他单位"
      case .parted: "分立"
      case .received: "并入了其他单位"
      case .cameOut: "由其他单位分立"
      case .restored: "恢复"
      case .returned: "并入的单位已恢复"
      }
    }
  }
  public let id: Int64
  public let kind: Kind
  /// From which day on, ISO 8601; empty where that is not known.
  public let day: String
  /// Empty where the step is no change of name.
  public let nameBefore: String
  /// The name of a unit that was opened, too; empty where the step is neither.
  public let nameAfter: String
  /// The other units that it concerns.
  public let others: [UnitCode]
  /// In words; empty where none was asked for.
  public let reason: String
  /// The number of the paper that it rests on.
  public let document: String
  /// Who put it down; nil for what came with a list from the command line.
  public let name: String?
  /// When it was put down, Unix seconds.
  public let at: Int64
}
