public import Evaluation
public import Reading

extension ExampleFiling {
  /// Names of the units that an example is compared with, in order.
  static let peerNames = [
    "示例县水利局", "示例县林业局", "示例县民政局", "示例县司法局", "示例县审计局", "示例县统计局", "示例县信访局", "示例县档案馆", "示例县气象局",
  ]

  /// The filing as audit rules look at it.
  public func dossier(
    of name: String = "示例县商务局", year: Int = 2024, behind line: String = "",
    dress: (CellAddress, String) -> String = { $1 }
  ) -> Dossier {
    Dossier(
      Calculation(filing(of: name, year: year, dress: dress), mode: .asWritten),
      narrative: report(behind: line).map { Narrative($0) })
  }

  /// The filings that it is compared with.
  public func companions(dress: (CellAddress, String) -> String = { $1 }) -> Companions {
    var years: [EarlierFiling] = []
    var next = earlier.first
    while let filing = next {
      years.append(EarlierFiling(filing.dossier(year: 2023 - years.count, dress: dress)))
      next = filing.earlier.first
    }
    let others = zip(Self.peerNames, peers).compactMap { name, filing in
      PeerReport(filing.dossier(of: name, dress: dress), file: "\(name).docx")
    }
    return Companions(earlier: years, peers: peers.isEmpty ? nil : Peers(others))
  }
}
