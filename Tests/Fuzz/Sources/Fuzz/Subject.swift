/// What is given odd input.
enum Subject: String, CaseIterable {
  /// Typed numbers, and the figures in a text.
  case figures
  /// The formulas of policies.
  case formula
  /// A file as a zip archive and a Word document.
  case package
  /// The body of a Word document, well packed.
  case document
  /// A flattened text, from its tables to all that the audit says.
  case report

  var test: @Sendable ([UInt8]) -> Void {
    switch self {
    case .figures: { FiguresTest($0).run() }
    case .formula: { FormulaTest($0).run() }
    case .package: { WordTest(file: $0)?.run() }
    case .document: { WordTest(body: $0)?.run() }
    case .report: { ReportTest($0).run() }
    }
  }
}

/// Stops the fuzzer, which keeps the input.
func demand(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { fatalError(what()) }
}

extension [UInt8] {
  /// True for one input in so many, always the same ones: for what takes long.
  func isChosen(oneIn share: UInt64) -> Bool {
    let sum = reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return (sum ^ sum >> 32) % share == 0
  }

  /// The text that an input stands for. A few inputs are repeated up to many thousand bytes: what costs more than its
  /// length would run into the limit of time.
  var text: String {
    let text = String(decoding: self, as: UTF8.self)
    guard count > 1, isChosen(oneIn: 512) else { return text }
    return String(repeating: text, count: 30_000 / count)
  }
}
