/// The elements of a text document that the reader knows.
enum WordElement: String, CaseIterable {
  // Blocks
  case body, p, tbl, tr, tc, sectPr
  // Around blocks or runs
  case sdt, sdtContent, customXml, smartTag, hyperlink, dir, bdo, fldSimple, ins, del, moveTo, moveFrom, ruby, rubyBase
  // Runs and what is in them
  case r, t, delText, tab, ptab, br, cr, noBreakHyphen, softHyphen, sym, fldChar, instrText, pict, object, drawing
  case txbxContent
  // Properties
  case pPr, rPr, tblPr, trPr, tcPr, pStyle, rStyle, numPr, ilvl, numId, outlineLvl, vanish, webHidden, b
  case gridSpan, vMerge, hMerge, gridBefore, gridAfter, cellIns, cellDel
  case pgSz, pgMar, headerReference, footerReference
  case pPrChange, rPrChange, tblPrChange, tblGridChange, trPrChange, tcPrChange, sectPrChange, numberingChange
  // Marks
  case bookmarkStart, bookmarkEnd, permStart, permEnd
  // Other parts
  case footnote, endnote, comment, hdr, ftr
  case style, name, basedOn
  case abstractNum, num, abstractNumId, lvl, lvlOverride, start, startOverride, numFmt, lvlText, lvlRestart, isLgl
  case styleLink, numStyleLink

  /// The element of a local name in the main namespace, nil if it is not known.
  @inline(__always)
  init?(_ name: XMLName) {
    guard let element = Self.table[name] else { return nil }
    self = element
  }

  private static let table = WordElementTable()
}

/// A small hash table with open addresses: every element of a document is looked up in it.
private struct WordElementTable {
  private static let size = 512
  private var slots = [(name: XMLName, element: WordElement)?](repeating: nil, count: size)

  init() {
    for element in WordElement.allCases {
      let name = XMLName(element.rawValue)
      var slot = Self.slot(name)
      while slots[slot] != nil { slot = (slot + 1) % Self.size }
      slots[slot] = (name, element)
    }
  }

  private static func slot(_ name: XMLName) -> Int {
    let mixed = (name.low ^ name.high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 55)
  }

  subscript(name: XMLName) -> WordElement? {
    var slot = Self.slot(name)
    while let entry = slots[slot] {
      if entry.name == name { return entry.element }
      slot = (slot + 1) % Self.size
    }
    return nil
  }
}
