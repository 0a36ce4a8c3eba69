/// Texts that cells share by their number.
struct SharedStrings {
  private var texts: [String] = []

  init() {}

  init(_ xml: inout XMLReader) throws(XMLDefect) {
    while true {
      switch try xml.next() {
      case .start where xml.namespace == .spreadsheet && xml.name == "si": texts.append(try xml.sheetText())
      case .finished: return
      default: break
      }
    }
  }

  subscript(number: Int) -> String? { texts.indices.contains(number) ? texts[number] : nil }
}

extension XMLReader {
  /// The text of the element that just started, from all its runs, without readings beside ideographs.
  mutating func sheetText() throws(XMLDefect) -> String {
    var text = ""
    let outer = depth - 1
    while depth > outer {
      guard try next() == .start, namespace == .spreadsheet else { continue }
      if name == "rPh" { try skip() } else if name == "t" { text += try content() }
    }
    return text.withoutSheetEscapes
  }
}

extension String {
  /// `_x000A_` stands for a scalar that XML would not keep.
  var withoutSheetEscapes: String {
    guard utf8.contains(UInt8(ascii: "_")) else { return self }
    let scalars = Array(unicodeScalars)
    var kept = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if scalars[index] == "_", index + 6 < scalars.count, scalars[index + 1] == "x", scalars[index + 6] == "_",
        let value = UInt32(String(String.UnicodeScalarView(scalars[index + 2..<index + 6])), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        if value >= 0x20 || value == 0x0A || value == 0x09 { kept.append(scalar) }
        index += 7
      } else {
        kept.append(scalars[index])
        index += 1
      }
    }
    return String(kept)
  }
}
