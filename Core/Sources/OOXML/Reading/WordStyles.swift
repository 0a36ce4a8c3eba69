/// What the reader wants to know of the styles of a document.
struct WordStyles {
  struct Entry {
    var name: String?
    var base: String?
    var outlineLevel: Int?
    var numberingID: Int?
    var numberingLevel: Int?
    var isHidden: Bool?
  }

  private var entries: [String: Entry] = [:]

  init() {}

  init(_ xml: inout XMLReader) throws(XMLDefect) {
    var id: String?
    while true {
      switch try xml.next() {
      case .start where xml.namespace == .word: try read(&xml, &id)
      case .finished:
        resolve()
        return
      default: break
      }
    }
  }

  subscript(id: String) -> Entry? { entries[id] }

  private mutating func read(_ xml: inout XMLReader, _ id: inout String?) throws(XMLDefect) {
    guard let element = WordElement(xml.name) else { return }
    if element == .style {
      id = try xml.value("styleId", .word)
      if let id { entries[id] = Entry() }
      return
    }
    guard let id else { return }
    switch element {
    case .name: entries[id]?.name = try xml.value(.val, .word)
    case .basedOn: entries[id]?.base = try xml.value(.val, .word)
    case .outlineLvl: entries[id]?.outlineLevel = xml.number(.val, .word)
    case .numId: entries[id]?.numberingID = xml.number(.val, .word)
    case .ilvl: entries[id]?.numberingLevel = xml.number(.val, .word)
    case .vanish: entries[id]?.isHidden = xml.isOn
    case .pPrChange, .rPrChange: try xml.skip()
    default: break
    }
  }

  /// Lets every style take over what its base says and it does not.
  private mutating func resolve() {
    let given = entries
    for (id, own) in given {
      var entry = own
      var base = own.base
      // A chain of bases that is longer than this runs in a circle or serves nobody.
      for _ in 0..<20 {
        guard let key = base, let inherited = given[key] else { break }
        entry.outlineLevel = entry.outlineLevel ?? inherited.outlineLevel
        entry.numberingID = entry.numberingID ?? inherited.numberingID
        entry.numberingLevel = entry.numberingLevel ?? inherited.numberingLevel
        entry.isHidden = entry.isHidden ?? inherited.isHidden
        base = inherited.base
      }
      entries[id] = entry
    }
  }
}

extension XMLReader {
  /// The value of an on-off element: on unless expressly off.
  var isOn: Bool {
    !equals(.val, .word, "0") && !equals(.val, .word, "false") && !equals(.val, .word, "off")
  }
}
