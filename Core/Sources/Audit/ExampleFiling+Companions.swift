public import Evaluation
public import Reading

extension ExampleFiling {
  /// Names of the units that an example is compared with, in order.
  static let peerNames = [
    "示例县水利局", "示例县林业局", "示例县民政局", "示例县司法局", "示例县审计局", "示例县统计局", "示例县信访局", "示例县档案馆", "示例县气象局",
  ]

  /// The filing as audit rules look at it, with what it is compared with. `line` stands before its prose, `dress`
  /// changes every typed text.
  public func dossier(behind line: String = "", dress: (CellAddress, String) -> String = { $1 }) -> Dossier {
    var years: [Companion] = []
    var next = earlier.first
    while let filing = next {
      years.append(Companion(filing.alone(year: 2023 - years.count, dress: dress)))
      next = filing.earlier.first
    }
    let others = zip(Self.peerNames, peers).compactMap { name, filing in
      PeerReport(filing.alone(of: name, dress: dress), file: "\(name).docx")
    }
    return alone(behind: line, dress: dress)
      .beside(Companions(earlier: years, peers: peers.isEmpty ? nil : Peers(others)))
  }

  private func alone(
    of name: String? = nil, year: Int = 2024, behind line: String = "",
    dress: (CellAddress, String) -> String
  ) -> Dossier {
    let report = report(behind: line)
    return Dossier(
      Calculation(filing(of: name, year: year, dress: dress), mode: .asWritten),
      narrative: report.map { Narrative($0) }, file: report)
  }
}
