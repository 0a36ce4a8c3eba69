import Text

/// The report itself, or one annex, with what stands behind its text.
struct ProseRegion {
  /// 0 for the report itself.
  let number: Int
  let passages: [Passage]
  /// The list of annexes, who signed, and when.
  let behind: [Passage]

  static func all(_ passages: [Passage], _ narrative: Narrative, unit: String?) -> [ProseRegion] {
    let lists = narrative.annexLists.compactMap { $0.first?.place.range.lowerBound }
    var regions: [ProseRegion] = []
    for number in Set(passages.map(\.annex)).sorted() {
      var own = passages.filter { $0.annex == number }
      // 附件： alone above the list begins no annex: what follows is the end of the report above it.
      let isList = own.first.map { mark in
        mark.role == .annexMark && own.count > 1 && lists.contains { own[1].place.range.contains($0) }
      }
      if isList == true, let last = regions.popLast() {
        regions.append(ProseRegion(number: last.number, passages: last.passages, behind: last.behind + own))
        continue
      }
      var behind: [Passage] = []
      if let start = own.firstIndex(where: { passage in lists.contains { passage.place.range.contains($0) } }) {
        behind = Array(own[start...])
        own.removeSubrange(start...)
      }
      while let last = own.last, last.role == .body, last.text.isSignature(of: unit) {
        behind.insert(own.removeLast(), at: 0)
      }
      regions.append(ProseRegion(number: number, passages: own, behind: behind))
    }
    return regions
  }
}

extension String {
  /// The name of the unit or a date, alone on a line.
  fileprivate func isSignature(of unit: String?) -> Bool {
    let bare = bare
    if let unit, !unit.isEmpty, bare == unit.bare { return true }
    let marks = Set("0123456789〇○零一二三四五六七八九十年月日".unicodeScalars)
    return bare.holds("年") && bare.holds("月") && bare.unicodeScalars.count <= 14
      && bare.unicodeScalars.allSatisfy { marks.contains($0) }
  }
}
