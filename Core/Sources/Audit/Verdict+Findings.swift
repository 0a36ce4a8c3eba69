extension Verdict {
  /// One verdict over many places, each with any number of findings. Without a place nothing was looked at.
  init<Places: Sequence>(over places: Places, each missing: String, findings: (Places.Element) -> [Finding]) {
    var all: [Finding] = []
    var looked = false
    for place in places {
      looked = true
      all += findings(place)
    }
    self = looked ? Verdict(all) : .notCheckable(missing: [missing])
  }

  /// With more findings; where nothing could be looked at it stays so.
  func adding(_ more: [Finding]) -> Verdict {
    switch self {
    case .pass: Verdict(more)
    case .fail(let findings): .fail(findings + more)
    case .notCheckable: self
    }
  }
}
