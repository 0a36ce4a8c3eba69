import Evaluation

/// The figure, or the stretch of figures, that the policy's rule gives beside a typed score or total; empty for none.
enum ProposalWords {
  static func words(for address: CellAddress, in calculation: Calculation) -> String {
    if let proposal = calculation.proposal(at: address) { return "\(proposal)" }
    switch calculation.advice(at: address) {
    case .band(let low, let high, _): return "\(low)–\(high)"
    default: return ""
    }
  }
}
