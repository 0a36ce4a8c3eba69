/// What a rule sees at one of the places it looks at.
enum Look {
  case agrees
  case breaks(Finding)

  /// nil where everything agrees.
  var finding: Finding? { if case .breaks(let finding) = self { finding } else { nil } }

  /// nil for no finding.
  init(_ finding: Finding?) { self = finding.map { .breaks($0) } ?? .agrees }
}

extension Verdict {
  /// One verdict over many places. A place whose inputs are missing answers nil; where all do, nothing was looked at.
  init<Places: Sequence>(
    over places: Places, missing: String..., look: (Places.Element) -> Look?
  ) {
    var findings: [Finding] = []
    var looked = false
    for place in places {
      guard let seen = look(place) else { continue }
      looked = true
      if case .breaks(let finding) = seen { findings.append(finding) }
    }
    self = looked ? Verdict(findings) : .notCheckable(missing: missing)
  }
  /// One verdict over one place.
  init(_ look: Look?, missing: String...) {
    switch look {
    case nil: self = .notCheckable(missing: missing)
    case .agrees?: self = .pass
    case .breaks(let finding)?: self = .fail([finding])
    }
  }
}
