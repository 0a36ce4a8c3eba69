/// A cell of one sheet: where it stands, what it holds and where its value comes from.
public final class CellDefinition: Sendable {
  public let address: CellAddress
  /// What its row is called, in front of the caption; empty where the caption stands alone.
  let subject: String
  /// What its column is called, or the whole caption of a cell that stands alone.
  private let ownCaption: String
  public let kind: CellKind
  public let source: CellSource
  /// Must not stay blank.
  public let isRequired: Bool
  /// Most characters; nil for the kind's own limit.
  public let limit: Int?
  /// What may stand in a cell of the kind `choice`; nil for other cells.
  public let choices: Choices?

  /// `subject` is what its row is called; it goes in front of `caption`.
  public init(
    address: CellAddress, of subject: String = "", caption: String, kind: CellKind, source: CellSource = .typed,
    isRequired: Bool = false,
    limit: Int? = nil, choices: Choices? = nil
  ) {
    self.address = address
    self.subject = subject
    ownCaption = caption
    self.kind = kind
    self.source = source
    self.isRequired = isRequired
    self.limit = limit
    self.choices = choices
  }

  /// The same cell in a row that is called otherwise.
  func of(_ subject: String) -> CellDefinition {
    CellDefinition(
      address: address, of: subject, caption: ownCaption, kind: kind, source: source, isRequired: isRequired,
      limit: limit, choices: choices)
  }

  /// Full name for messages and screen readers: "公务接待，2024年决算数". Put together when asked for, since an
  /// open filing has some thousand of them.
  public var caption: String { subject.isEmpty ? ownCaption : "\(subject)，\(ownCaption)" }

  /// Most characters that are taken.
  public var characterLimit: Int {
    if let limit { return limit }
    return switch kind {
    case .paragraph: 5_000
    case .text, .choice: 200
    case .amount, .count, .area, .percent, .percentNumber, .points, .date, .declaration: 40
    }
  }
}
