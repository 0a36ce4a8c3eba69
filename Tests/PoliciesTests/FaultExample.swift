import Policies
import Rules
import Testing

/// A change to the sample policy and what must be said about it; ⟦ marks each place in the changed text, in order.
struct FaultExample: Sendable, CustomTestStringConvertible {
  let name: String
  let original: String
  let changed: String
  let messages: [String]
  let severity: Severity
  /// Marked pieces of the text outside the change.
  let otherMarks: [String]

  init(_ name: String, _ original: String, _ changed: String, _ messages: String..., severity: Severity = .error) {
    self.init(
      name: name, original: original, changed: changed, messages: messages, severity: severity, otherMarks: [])
  }
  private init(
    name: String, original: String, changed: String, messages: [String], severity: Severity, otherMarks: [String]
  ) {
    self.name = name
    self.original = original
    self.changed = changed
    self.messages = messages
    self.severity = severity
    self.otherMarks = otherMarks
  }

  var testDescription: String { name }

  /// The whole file with the change, without marks.
  var text: String { marked.replacing("⟦", with: "") }

  private var marked: String {
    let text = SamplePolicy.text.replacing(original, with: changed, maxReplacements: 1)
    return otherMarks.reduce(text) { $0.replacing($1.replacing("⟦", with: ""), with: $1, maxReplacements: 1) }
  }

  /// What the check must find.
  var faults: [PolicyFault] {
    var places: [(line: Int, column: Int)] = []
    for (number, line) in marked.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var column = 1
      for scalar in line.unicodeScalars {
        if scalar == "⟦" { places.append((number + 1, column)) } else { column += 1 }
      }
    }
    return zip(places, messages).map { place, message in
      PolicyFault(file: "sample.yaml", line: place.line, column: place.column, severity: severity, message: message)
    }
  }
}

extension FaultExample {
  /// The same with a place marked outside the change.
  func at(_ marked: String) -> FaultExample {
    FaultExample(
      name: name, original: original, changed: changed, messages: messages, severity: severity,
      otherMarks: otherMarks + [marked])
  }
}
