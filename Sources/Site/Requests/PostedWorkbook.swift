import Evaluation
import Operations
import Paper

/// The rows of a workbook's preview as the page sends them back, each with what the person chose for it.
struct PostedWorkbook {
  private(set) var candidates: [WorkbookPreview.Candidate] = []
  private(set) var takenTargets: Set<WorkbookTarget> = []

  /// Throws `Malformed`.
  init(_ form: FormFields) throws {
    // By name once, for a form may have tens of thousands of fields.
    let values = Dictionary(form.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
    guard let count = values["rows"].flatMap({ Int($0) }), (0...WorkbookPreview.mostRows).contains(count) else {
      throw Malformed()
    }
    for number in 0..<count {
      guard let target = values["target-\(number)"].flatMap({ WorkbookTarget($0) }) else { throw Malformed() }
      func text(_ name: String) -> String { (values["\(name)-\(number)"] ?? "").replacing("\r\n", with: "\n") }
      candidates.append(
        WorkbookPreview.Candidate(
          place: text("place"), target: target, exported: text("was"), text: text("text"),
          names: PostedNames.names(text("names"))))
      if values["take-\(number)"] == "1" { takenTargets.insert(target) }
    }
  }

  /// What is to be written.
  var taken: [ImportWorkbook.Entry] {
    candidates.filter { takenTargets.contains($0.target) }.map {
      ImportWorkbook.Entry(target: $0.target, text: $0.text, was: $0.exported, names: $0.names)
    }
  }
}
