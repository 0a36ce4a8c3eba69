public import Figures

/// How much a figure says: one number, or two ends as in 80%—90%.
public enum WrittenExtent: Hashable, Sendable {
  /// One number.
  case number(WrittenNumber)
  /// Both ends in the order in which they are written.
  case between(WrittenNumber, WrittenNumber)

  /// The number, where there is only one.
  public var number: WrittenNumber? {
    if case .number(let number) = self { number } else { nil }
  }

  /// Every number changed alike; nil as soon as one cannot be held.
  func map(_ change: (WrittenNumber) -> WrittenNumber?) -> WrittenExtent? {
    switch self {
    case .number(let number): change(number).map { .number($0) }
    case .between(let first, let second):
      if let first = change(first), let second = change(second) { .between(first, second) } else { nil }
    }
  }
}
