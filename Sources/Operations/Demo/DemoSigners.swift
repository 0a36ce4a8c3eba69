import Evaluation

/// Who filled a demo unit's forms in and who stands for them, as the foot of a form asks.
struct DemoSigners: Sendable {
  let preparer: String
  let head: String
  let phone: String

  static let someone = DemoSigners(preparer: "王敏", head: "李强", phone: "0739-5550123")
}

extension DemoSheet {
  /// The foot of every project's form; one after the other was filled in.
  mutating func sign(_ signers: DemoSigners) {
    for (number, project) in filing.sheets.map(\.id).filter({ $0.hasPrefix("project-") }).enumerated() {
      row(
        "\(project)/footer", ["preparer", "date", "phone", "head"],
        [signers.preparer, "2025年3月\(3 + number)日", signers.phone, signers.head])
    }
  }
}
