/// What the styles of a workbook say of how cells show their numbers, and whether lines are drawn around them.
struct CellFormats {
  /// By the number that cells name.
  private var patterns: [NumberPattern] = []
  private var areFramed: [Bool] = []

  init() {}

  init(_ xml: inout XMLReader) throws(XMLDefect) {
    var own: [Int: String] = [:]
    var (isInFormats, known) = (false, [Int: NumberPattern]())
    // Whether each border has a line at any side.
    var borders: [Bool] = []
    while true {
      switch try xml.next() {
      case .start where xml.namespace == .spreadsheet:
        if xml.name == "numFmt" {
          if let id = xml.number("numFmtId", .none) { own[id] = try xml.value("formatCode") }
        } else if xml.name == "cellXfs" {
          isInFormats = true
        } else if xml.name == "border" {
          borders.append(false)
        } else if Self.sides.contains(where: { xml.name == $0 }), !borders.isEmpty {
          if let style = try xml.value("style"), style != "none" { borders[borders.count - 1] = true }
        } else if xml.name == "xf", isInFormats {
          let id = xml.number("numFmtId", .none) ?? 0
          let pattern = known[id] ?? NumberPattern(own[id] ?? Self.builtIn(id))
          known[id] = pattern
          patterns.append(pattern)
          let border = xml.number("borderId", .none) ?? 0
          areFramed.append(borders.indices.contains(border) && borders[border])
        }
      case .end where xml.namespace == .spreadsheet && xml.name == "cellXfs": isInFormats = false
      case .finished: return
      default: break
      }
    }
  }

  subscript(style: Int) -> NumberPattern { patterns.indices.contains(style) ? patterns[style] : .general }

  /// Lines are drawn around cells of a style.
  func isFramed(style: Int) -> Bool { areFramed.indices.contains(style) && areFramed[style] }

  private static let sides: [XMLName] = ["left", "right", "top", "bottom"]

  /// Formats that files name without saying them, as programs in Chinese show them.
  private static func builtIn(_ id: Int) -> String {
    switch id {
    case 1: "0"
    case 2: "0.00"
    case 3, 37, 38: "#,##0"
    case 4, 39, 40: "#,##0.00"
    case 9: "0%"
    case 10: "0.00%"
    case 41, 42: "#,##0"
    case 43, 44: "#,##0.00"
    case 14: "yyyy/m/d"
    case 15: "d-mmm-yy"
    case 16: "d-mmm"
    case 17: "mmm-yy"
    case 18: "h:mm AM/PM"
    case 19: "h:mm:ss AM/PM"
    case 20: "h:mm"
    case 21: "h:mm:ss"
    case 22: "yyyy/m/d h:mm"
    case 45: "mm:ss"
    case 46: "h:mm:ss"
    case 47: "mm:ss"
    case 27, 36, 50, 52, 57: "yyyy\"年\"m\"月\""
    case 28, 29, 51, 53, 54, 58: "m\"月\"d\"日\""
    case 30: "m/d/yy"
    case 31: "yyyy\"年\"m\"月\"d\"日\""
    case 32: "h\"时\"mm\"分\""
    case 33: "h\"时\"mm\"分\"ss\"秒\""
    default: "General"
    }
  }
}
