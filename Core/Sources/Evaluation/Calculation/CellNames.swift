/// What prose calls the cells of one filing: every cell by a name that no other has, "【公用经费，2024年决算数】".
public struct CellNames: Sendable {
  private let names: [CellAddress: String]
  private let cells: [String: CellAddress]

  /// Names every cell of the filing's forms: by caption, where two share it with the form's title, then with a number.
  public init(_ calculation: Calculation) {
    var naming = Naming()
    let titled = calculation.layouts.flatMap { layout in
      let title = calculation.nameTitle(of: layout)
      return layout.definitions.map { (address: $0.address, plain: Self.plain($0.caption), title: title) }
    }
    let counts = Dictionary(titled.map { ($0.plain, 1) }, uniquingKeysWith: +)
    for cell in titled where counts[cell.plain] == 1 { naming.give("【\(cell.plain)】", to: cell.address) }
    for cell in titled where counts[cell.plain] != 1 {
      naming.give("【\(cell.title)：\(cell.plain)】", to: cell.address)
    }
    (names, cells) = (naming.names, naming.cells)
  }

  /// With its brackets; nil where the filing has no such cell.
  public func name(of cell: CellAddress) -> String? { names[cell] }
  /// nil for anything that names no cell.
  public func cell(named name: String) -> CellAddress? { cells[name] }

  /// Bound text as a person reads and types it. A cell that `known` names already keeps that name.
  public func named(_ text: BoundText, known: [String: CellAddress] = [:]) -> NamedText {
    var naming = Naming()
    for (name, cell) in known.sorted(by: { $0.key < $1.key }) where naming.names[cell] == nil {
      naming.give(name, to: cell)
    }
    var used: [String: CellAddress] = [:]
    let result = text.rendered { cell in
      let name = naming.names[cell] ?? naming.give(names[cell] ?? "【\(BoundText.gone)】", to: cell)
      used[name] = cell
      return name
    }
    return NamedText(result, cells: used)
  }

  /// The text with its names turned into bindings; a name that stands for no cell stays as it is.
  ///
  /// The names that the text brings along count before the present ones: a cell may have been renamed, or removed, since
  /// the person's page was made. They may name cells that the filing has or that `before` binds.
  public func bound(_ text: NamedText, instead before: BoundText) -> String {
    let bound = Set(before.addresses)
    return NamedText.stretches(of: text.text).map { stretch in
      switch stretch {
      case .plain(let plain): plain
      case .bracketed(let name):
        if let cell = text.cells[name], names[cell] != nil || bound.contains(cell) {
          "{{\(cell)}}"
        } else {
          cells[name].map { "{{\($0)}}" } ?? name
        }
      }
    }.joined()
  }

  /// A caption without its number in a list, "3、公务接待" or "其中：公车购置", and without what would end a name early.
  public static func plain(_ caption: String) -> String {
    var rest = Substring(caption)
    if let mark = rest.firstIndex(where: { $0 == "、" }), rest.startIndex < mark, rest[..<mark].allSatisfy(isNumeral) {
      rest = rest[rest.index(after: mark)...]
    }
    if rest.hasPrefix("其中：") { rest = rest.dropFirst(3) }
    return String(rest).enclosed
  }

  private static func isNumeral(_ character: Character) -> Bool {
    "0123456789一二三四五六七八九十".contains(character)
  }
}

/// Gives names, each once.
private struct Naming {
  private(set) var names: [CellAddress: String] = [:]
  private(set) var cells: [String: CellAddress] = [:]
  /// The greatest number that a wanted name was given with.
  private var numbers: [String: Int] = [:]

  /// The name given: the wanted one, or the first free one with a number.
  @discardableResult
  mutating func give(_ wanted: String, to cell: CellAddress) -> String {
    var name = wanted
    if cells[name] != nil {
      let stem = wanted.dropLast()
      var number = numbers[wanted, default: 1]
      repeat {
        number += 1
        name = "\(stem)（\(number)）】"
      } while cells[name] != nil
      numbers[wanted] = number
    }
    names[cell] = name
    cells[name] = cell
    return name
  }
}

extension Calculation {
  /// What tells the cells of one sheet from those of another: the form's short title, or the project's name.
  fileprivate func nameTitle(of layout: SheetLayout) -> String {
    let title = layout.form.shortTitle.enclosed
    guard layout.form.kind == .projectEvaluation else { return title }
    let project = text(at: CellAddress(layout.sheet.id, "project", "name"))
    return project.isEmpty ? title : project.enclosed
  }
}

extension String {
  /// On one line and without the brackets that begin and end a name.
  fileprivate var enclosed: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          switch scalar {
          case "【": "〔"
          case "】": "〕"
          case "\n", "\r": " "
          default: scalar
          }
        }))
  }
}
