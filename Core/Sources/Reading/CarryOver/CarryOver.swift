public import Evaluation
import Text

/// What another filing would put into this one, text by text, for a person to take, correct or leave.
///
/// The other may be the same unit's of an earlier year, or one made from a file. Of an earlier year it brings what stays
/// (lines, indicators, targets, words) and the figures that this year's form asks for too: last year's final accounts.
/// Nothing is lost on the way: what finds no place is told with the reason.
public struct CarryOver: Sendable {
  /// In the order of this filing.
  public let items: [Item]
  /// In the order of the other filing.
  public let leftOut: [LeftOut]
  /// This filing with room for all items: their targets are cells of it.
  public let room: Calculation
  /// What makes that room: lines, projects, the indicator tree.
  let preparations: [Edit]

  /// A text and the cell it would go to.
  public struct Item: Sendable, Identifiable {
    /// The cell of the other filing; nobody else's.
    public let source: CellAddress
    /// The cell of this filing, which may stand on a line that is not there yet.
    public let target: CellAddress
    /// The target's full name.
    public let caption: String
    /// What a section's text or a cell takes.
    public let kind: CellKind
    /// What stands there now; empty where the text is still the one that every report begins with.
    public let current: String
    /// What the edit must know to stand there.
    let basis: String
    /// What is proposed, in the words of this filing's year.
    public let text: String
    /// It comes with a line or a project that this filing does not have yet.
    public let isOnNewLine: Bool
    public var id: String { source.description }

    /// Puts something where nothing stands.
    public var fills: Bool { current.isEmpty && !changesNothing }
    /// The very same text stands there already.
    public var changesNothing: Bool { basis == text }
  }

  /// A text of the other filing that has no place in this one.
  public struct LeftOut: Sendable {
    /// The cell of the other filing.
    public let source: CellAddress
    /// The source's full name.
    public let caption: String
    /// As it stands there, in the words of that filing's year.
    public let text: String
    /// Why it found no place.
    public let reason: Reason
  }

  /// Why a text has no place.
  public enum Reason: String, Sendable, CaseIterable {
    /// A figure or a result of the earlier year.
    case ofEarlierYear
    /// This filing's forms have no such cell.
    case noCell
    /// This filing works the cell out.
    case computed

    /// What people are told.
    public var words: String {
      switch self {
      case .ofEarlierYear: "上年的数据或完成情况，本年另填"
      case .noCell: "本年的表没有对应的格"
      case .computed: "由系统自动计算"
      }
    }
  }

  /// Of `chosen`, where it is given, only these sources: lines on which none of them stands are not added.
  public init(from source: Calculation, into target: Calculation, only chosen: Set<CellAddress>? = nil) {
    var laying = Laying(source, target, chosen)
    laying.lay()
    (items, leftOut, room, preparations) = (laying.items, laying.leftOut, laying.room, laying.preparations)
  }

  /// The edits that put the texts into this filing: `typed` where a person corrected one, by its source.
  public func edits(typed: [CellAddress: NamedText] = [:]) -> [Edit] {
    preparations
      + items.map { item in
        if let text = typed[item.source] { return .write(item.target, text: text, was: nil) }
        return .set(item.target, text: item.text, was: item.basis)
      }
  }
}
