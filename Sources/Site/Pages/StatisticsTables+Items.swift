import Database
import Evaluation
import Store

/// Tables of single items: over years, departments and units, and what they are made of.
extension StatisticsTables {
  var item: FigureItem? { items.first { $0.id == query.item } }
  /// What the forms are called, in the order of the policies.
  var forms: [String] { items.map(\.form).reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
  var form: String { forms.contains(query.form) ? query.form : forms.first ?? "" }

  func departmentName(_ code: String) -> String {
    let name = departments.first { $0.code == code }?.name ?? ""
    return name.isEmpty ? code : "\(code) \(name)"
  }

  func unitNames(_ codes: [String]) throws -> [String: String] {
    Dictionary(
      try database.ask(Query<BudgetUnit>.units(withCodes: codes, inYear: year)).map { ($0.code.description, $0.name) },
      uniquingKeysWith: { first, _ in first })
  }

  func itemAddress(_ item: String, year: Int, department: String?) -> String {
    Route.statisticsItem.path
      + query.whole.with { ($0.item, $0.year, $0.department) = (item, year, department) }.address()
  }

  /// By item, over all tasks of a year.
  func sums(_ items: [String], in year: Int) throws -> [String: Int64] {
    Dictionary(try database.ask(.sums(of: items, in: scope(of: year))).map { ($0.item, $0.sum) }, uniquingKeysWith: +)
  }

  func sumCell(_ value: Int64?, _ item: String, in year: Int) -> StatisticsTable.Cell {
    guard let value else { return .init("—", plain: "") }
    let kind = items.first { $0.id == item }?.kind ?? .amount
    return .init(
      SumWords.words(value, kind), plain: SumWords.plain(value, kind),
      link: itemAddress(item, year: year, department: query.department))
  }

  /// Every item of a form, year beside year.
  func sumsTable() throws -> StatisticsTable {
    let listed = items.filter { $0.form == form }
    let years = Array(years.filter { $0 <= year }.prefix(3))
    var scope = scope(of: nil)
    scope.tasks.removeAll { !years.contains($0.year) }
    var sums: [String: Int64] = [:]
    for sum in try database.ask(.sums(of: listed.map(\.id), in: scope)) {
      sums["\(sum.item) \(tasks.first { $0.id == sum.task }?.year ?? 0)", default: 0] += sum.sum
    }
    return StatisticsTable(
      title: "\(form)汇总", note: "比率不能相加，不列。金额单位：万元。",
      columns: [.init(caption: "项目"), .init(caption: "单位")] + years.map { .init(caption: "\($0)年", isNumber: true) },
      rows: listed.map { item in
        var cells: [StatisticsTable.Cell] = [.init(item.caption), .init(SumWords.unit(of: item.kind))]
        cells += years.map { sumCell(sums["\(item.id) \($0)"], item.id, in: $0) }
        return .init(cells: cells)
      })
  }

  /// One item, year by year.
  func itemYearsTable() throws -> StatisticsTable {
    let kind = item?.kind ?? .amount
    var sums: [Int: (sum: Int64, count: Int64)] = [:]
    for sum in try database.ask(.sums(of: [query.item], in: scope(of: nil))) {
      let year = tasks.first { $0.id == sum.task }?.year ?? 0
      sums[year] = ((sums[year]?.sum ?? 0) + sum.sum, (sums[year]?.count ?? 0) + sum.count)
    }
    let most = sums.values.map(\.sum).max() ?? 0
    return StatisticsTable(
      title: "各年度\(unitNote(kind))",
      columns: [
        .init(caption: "年度"), .init(caption: "合计", isNumber: true), .init(caption: "合计图示", isBar: true),
        .init(caption: "比上年（%）", isNumber: true), .init(caption: "数据个数", isNumber: true),
      ],
      rows: sums.keys.sorted(by: >).map { year in
        let sum = sums[year] ?? (0, 0)
        let change = sums[year - 1].flatMap { SumWords.change(sum.sum, from: $0.sum) }
        return .init(
          cells: [
            .init("\(year)年", plain: "\(year)"), sumCell(sum.sum, query.item, in: year),
            .bar(most > 0 ? Double(sum.sum) / Double(most) : 0), .init(change ?? "—", plain: change ?? ""),
            .init("\(sum.count)"),
          ], isTotal: year == self.year)
      })
  }

  /// One item of a year by department; by unit in one department.
  func itemPartsTable() throws -> StatisticsTable {
    let kind = item?.kind ?? .amount
    let isUnits = query.department != nil
    var sums: [String: (sum: Int64, count: Int64)] = [:]
    let grouping: SumGrouping = isUnits ? .unit : .department
    for sum in try database.ask(.sums(of: [query.item], in: scope(of: year), by: grouping)) {
      sums[sum.group] = ((sums[sum.group]?.sum ?? 0) + sum.sum, (sums[sum.group]?.count ?? 0) + sum.count)
    }
    let names = try isUnits ? unitNames(Array(sums.keys)) : [:]
    let most = sums.values.map(\.sum).max() ?? 0
    return StatisticsTable(
      title: "\(year)年各\(isUnits ? "单位" : "部门")\(unitNote(kind))",
      columns: [
        .init(caption: isUnits ? "单位" : "部门"), .init(caption: "合计", isNumber: true),
        .init(caption: "合计图示", isBar: true), .init(caption: "数据个数", isNumber: true),
      ],
      rows: sums.keys.sorted().prefix(500).map { part in
        let sum = sums[part] ?? (0, 0)
        let link = isUnits ? nil : itemAddress(query.item, year: year, department: part)
        return .init(cells: [
          .init(isUnits ? names[part] ?? part : departmentName(part), link: link),
          .init(SumWords.words(sum.sum, kind), plain: SumWords.plain(sum.sum, kind), link: link),
          .bar(most > 0 ? Double(sum.sum) / Double(most) : 0), .init("\(sum.count)"),
        ])
      })
  }

  private func unitNote(_ kind: CellKind) -> String {
    SumWords.unit(of: kind).isEmpty ? "" : "（\(SumWords.unit(of: kind))）"
  }

  /// The filings that a figure, a grade or a count is made of, each with its cell.
  func filingsTable(limit: Int, offset: Int) throws -> StatisticsTable {
    let scope = scope(of: year)
    if let grade = query.grade {
      let filings = try database.ask(.filings(graded: grade, in: scope, limit: limit, offset: offset))
      return counted(filings, "得分", "\(year)年等级为“\(grade.isEmpty ? "还没有得分" : grade)”的自评", kind: .points) {
        Route.score($0).path
      }
    }
    if !query.rule.isEmpty {
      let filings = try database.ask(
        .filings(foundBy: query.rule, query.severity, in: scope, limit: limit, offset: offset))
      return counted(
        filings, "处数", "\(year)年有此问题的自评：\(query.rule) \(ruleTitles[query.rule] ?? "")", kind: nil
      ) { Route.check($0).path }
    }
    let kind = item?.kind ?? .amount
    let figures = try database.ask(.figures(of: query.item, in: scope, limit: limit, offset: offset))
    return StatisticsTable(
      title: "\(year)年明细\(unitNote(kind))",
      columns: [
        .init(caption: "单位"), .init(caption: "单位编码"), .init(caption: "数据", isNumber: true),
        .init(caption: "出处", isLink: true),
      ],
      rows: figures.map { figure in
        let link = Route.cell(figure.filing, figure.cell)
        return .init(cells: [
          .init(figure.unit.name), .init(figure.unit.code.description),
          .init(SumWords.words(figure.value, kind), plain: SumWords.plain(figure.value, kind), link: link),
          .init("打开表格", link: link),
        ])
      })
  }

  private func counted(
    _ filings: [CountedFiling], _ caption: String, _ title: String, kind: CellKind?, link: (Int64) -> String
  ) -> StatisticsTable {
    StatisticsTable(
      title: title,
      columns: [.init(caption: "单位"), .init(caption: "单位编码"), .init(caption: caption, isNumber: true)],
      rows: filings.map { filing in
        let words = filing.value.map { value in kind.map { SumWords.plain(value, $0) } ?? "\(value)" } ?? "—"
        return .init(cells: [
          .init(filing.unit.name, link: link(filing.filing)), .init(filing.unit.code.description),
          .init(words, link: link(filing.filing)),
        ])
      })
  }
}
