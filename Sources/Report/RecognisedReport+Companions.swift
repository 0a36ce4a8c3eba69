import Evaluation
import Reading

extension RecognisedReport {
  /// Such as 上年报告 a.docx；其他单位同年度报告 3 份; nil where there was nothing to compare with.
  var comparedWith: String? {
    let earlier = dossier.companions.earlier.enumerated().compactMap { number, companion in
      companion.file.map { "\(number == 0 ? "上年" : "前 \(number + 1) 年")报告 \($0)" }
    }
    let others = countOfPeers > 0 ? ["其他单位同年度报告 \(countOfPeers) 份"] : []
    let parts = earlier + others
    return parts.isEmpty ? nil : parts.joined(separator: "；")
  }

  /// How many reports of other units and the same year were at hand.
  var countOfPeers: Int {
    let unit = PeerReport.key(of: dossier.filing.unit.name)
    guard !unit.isEmpty, let peers = dossier.companions.peers else { return 0 }
    return peers.countOfOthers(than: unit, in: dossier.filing.year)
  }
}
