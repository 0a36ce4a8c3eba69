import Evaluation

/// What the policy's rule says beside a typed score or total.
enum ProposalWords {
  static func words(for address: CellAddress, in calculation: Calculation) -> String {
    if let proposal = calculation.proposal(at: address) { return "按规则 \(proposal)" }
    switch calculation.advice(at: address) {
    case .band(let low, let high, _): return "按规则 \(low)–\(high)"
    default: return ""
    }
  }
}
