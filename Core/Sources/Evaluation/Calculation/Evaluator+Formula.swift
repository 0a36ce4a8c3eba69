import Figures

extension Evaluator {
  /// nil where a cell it needs is blank, a divisor is zero, or the exact value cannot be held.
  mutating func value(
    of expression: Formula.Expression, at address: CellAddress, in layout: Calculation.SheetLayout
  ) -> Rational? {
    switch expression {
    case .number(let literal):
      return Figure(unscaled: literal.unscaled, decimals: literal.decimals)?.rational
    case .cell(let reference):
      return self.value(at: resolved(reference, at: address))
    case .negated(let inner):
      return value(of: inner, at: address, in: layout)?.negated
    case .binary(let operation, let left, let right):
      guard let left = value(of: left, at: address, in: layout), let right = value(of: right, at: address, in: layout)
      else { return nil }
      return operation.apply(left, right)
    case .call(let function, let arguments):
      return call(function, arguments, at: address, in: layout)
    }
  }

  private mutating func call(
    _ function: Formula.Function, _ arguments: [Formula.Expression], at address: CellAddress,
    in layout: Calculation.SheetLayout
  ) -> Rational? {
    switch function {
    case .sum:
      var total: Rational?
      for argument in arguments {
        guard let next = summand(argument, at: address, in: layout) else { continue }
        guard let after = total == nil ? next : total?.adding(next) else { return nil }
        total = after
      }
      return total
    case .first:
      for argument in arguments {
        if let value = value(of: argument, at: address, in: layout) { return value }
      }
      return nil
    case .min, .max:
      var values: [Rational] = []
      for argument in arguments {
        guard let value = value(of: argument, at: address, in: layout) else { return nil }
        values.append(value)
      }
      return function == .min ? values.min() : values.max()
    }
  }

  /// One argument of a sum: a cell, or a name that stands for many cells.
  private mutating func summand(
    _ expression: Formula.Expression, at address: CellAddress, in layout: Calculation.SheetLayout
  ) -> Rational? {
    guard case .cell(let reference) = expression else { return value(of: expression, at: address, in: layout) }
    if reference.form == nil, reference.row == nil {
      switch reference.column {
      case "children": return sum(layout.children(of: address.row), address.column, in: layout)
      case "lines": return total([address.row], address.column, in: layout)
      default: break
      }
    }
    let target = reference.form.flatMap { formLayout($0) } ?? layout
    if let row = reference.row, let column = reference.column, let parents = target.lineParents(of: row) {
      return total(parents, column, in: target)
    }
    return value(of: expression, at: address, in: layout)
  }

  /// The sum of one column over the lines added under some rows; nil when all are blank.
  mutating func total(_ parents: [String], _ column: String, in layout: Calculation.SheetLayout) -> Rational? {
    sum(layout.sheet.rows.filter { parents.contains($0.under) }.map(\.id), column, in: layout)
  }

  private mutating func sum(_ rows: [String], _ column: String, in layout: Calculation.SheetLayout) -> Rational? {
    var total: Rational?
    for row in rows {
      guard let next = value(at: CellAddress(layout.sheet.id, row, column)) else { continue }
      guard let before = total else {
        total = next
        continue
      }
      guard let after = before.adding(next) else { return nil }
      total = after
    }
    return total
  }

  private mutating func resolved(_ reference: Formula.Reference, at address: CellAddress) -> CellAddress {
    let sheet = reference.form.map { formLayout($0)?.sheet.id ?? $0 } ?? address.sheet
    return CellAddress(sheet, reference.row ?? address.row, reference.column ?? address.column)
  }
}

extension Formula.Operator {
  /// A comparison gives 1 or 0.
  func apply(_ left: Rational, _ right: Rational) -> Rational? {
    switch self {
    case .add: left.adding(right)
    case .subtract: left.subtracting(right)
    case .multiply: left.multiplied(by: right)
    case .divide: left.divided(by: right)
    case .equal: left == right ? .one : .zero
    case .unequal: left != right ? .one : .zero
    case .less: left < right ? .one : .zero
    case .lessOrEqual: left <= right ? .one : .zero
    case .greater: left > right ? .one : .zero
    case .greaterOrEqual: left >= right ? .one : .zero
    }
  }
}

extension Calculation.SheetLayout {
  /// The parents whose lines a name stands for: all indicators, a group, a second-level indicator, a block, a row.
  public func lineParents(of name: String) -> [String]? {
    let tree = policy.tree(sheet.tree)
    if name == "indicators" { return tree?.nodes.map(\.id) ?? [] }
    if let group = tree?.groups.first(where: { $0.id == name }) { return group.nodes.map(\.id) }
    if tree?.node(name) != nil { return [name] }
    let hasFreeLines = form.blocks.contains {
      if case .table(let table) = $0 { table.id == name && table.lines != nil } else { false }
    }
    return hasFreeLines ? [name] : nil
  }
}
