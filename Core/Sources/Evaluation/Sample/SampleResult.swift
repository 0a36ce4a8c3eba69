public import Figures

/// What 抽评 says of a self-evaluation.
public enum SampleVerdict: String, Sendable, CaseIterable, Codable {
  case confirmed, deviating, untrue

  /// What people call it: 自评属实.
  public var title: String {
    switch self {
    case .confirmed: "自评属实"
    case .deviating: "自评有偏差"
    case .untrue: "自评不实"
    }
  }
}

/// Where the work on a sampled filing stands.
public enum SampleState: String, Sendable, CaseIterable, Codable {
  case drawn, assigned, finished

  /// What people call it: 抽评中.
  public var title: String {
    switch self {
    case .drawn: "待分配"
    case .assigned: "抽评中"
    case .finished: "已完成"
    }
  }
}

/// Which share of the filings a policy wants to be drawn for 抽评.
public struct SamplingRule: Hashable, Sendable {
  /// Percent of each department's filings.
  public let ratio: Figure
  /// The name of one of the policy's sources.
  public let source: String
  public init(ratio: Figure, source: String) {
    self.ratio = ratio
    self.source = source
  }

  /// Where the policy says nothing.
  public static let usualRatio = Figure(15)
}

extension PolicySet {
  /// Percent of each department's filings that 抽评 draws.
  public var samplingRatio: Figure {
    policies.lazy.compactMap(\.sampling?.ratio).first ?? SamplingRule.usualRatio
  }
}

extension Figure {
  /// Points as they are entered: 0 to `most`, two decimals at most; nil where the text is none.
  public static func points(_ text: String, upTo most: Figure) -> Figure? {
    guard let figure = try? Figure(reading: text), !figure.isNegative, figure.trimmed.decimals <= 2, figure <= most
    else { return nil }
    return figure.trimmed
  }
}
