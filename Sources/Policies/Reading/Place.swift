/// Where something stands in a file, from 1, counted in Unicode scalars.
struct Place: Hashable, Comparable {
  let line: Int
  let column: Int

  static let start = Place(line: 1, column: 1)
  static func < (a: Place, b: Place) -> Bool { (a.line, a.column) < (b.line, b.column) }
  func moved(by columns: Int) -> Place { Place(line: line, column: column + columns) }
}
