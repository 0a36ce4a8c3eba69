import Database
import Evaluation
import Rules
import Store

/// Reads the tables of the statistics from one transaction, for pages and files alike.
struct StatisticsTables {
  let database: ReadTransaction
  let query: StatisticsQuery
  /// All that count, whatever their year, the latest first.
  let tasks: [EvaluationTask]
  let departments: [Department]
  let items: [FigureItem]
  let ruleTitles: [String: String]
  let hasExcused: Bool

  /// The tables that can be taken away as files.
  enum Name: String, CaseIterable {
    case years, parts, threePublic, grades, lowest, highest, gaps, findings, sums, itemYears, itemParts, filings
  }

  /// How many of a ranking the page tells.
  static let rank = 10

  var years: [Int] { Array(Set(tasks.map(\.year))).sorted(by: >) }
  var year: Int { query.year ?? years.first ?? 0 }

  func scope(of year: Int?) -> SumScope {
    SumScope(
      tasks: tasks.filter { year == nil || $0.year == year }, department: query.department, units: query.units,
      isDoneOnly: query.isDoneOnly, hasExcused: hasExcused)
  }

  func table(_ name: Name) throws -> StatisticsTable {
    var table =
      switch name {
      case .years: try yearsTable()
      case .parts: try partsTable()
      case .threePublic: try threePublicTable()
      case .grades: try gradesTable()
      case .lowest: try rankTable("执行率最低的单位", highestFirst: false)
      case .highest: try rankTable("执行率最高的单位", highestFirst: true)
      case .gaps: try gapsTable()
      case .findings: try findingsTable()
      case .sums: try sumsTable()
      case .itemYears: try itemYearsTable()
      case .itemParts: try itemPartsTable()
      case .filings: try filingsTable(limit: 10_000, offset: 0)
      }
    let address = query.with { $0.year = year }.address()
    table.file = (
      Route.statisticsFile(name.rawValue, "csv").path + address,
      Route.statisticsFile(name.rawValue, "xlsx").path + address
    )
    return table
  }

  // MARK: The county, department by department

  private func yearsTable() throws -> StatisticsTable {
    let sums = try database.ask(.execution(in: scope(of: nil)))
    let byYear = Dictionary(grouping: sums) { sum in tasks.first { $0.id == sum.task }?.year ?? 0 }
    return StatisticsTable(
      title: "各年度预算执行", note: "执行率＝全年执行数÷全年预算数（没有调整的按年初预算数），按合计数计算。金额单位：万元。",
      columns: executionColumns("年度"),
      rows: byYear.keys.sorted(by: >).prefix(Self.rank).map { year in
        executionRow(
          .init(
            "\(year)年", plain: "\(year)", link: Route.statistics.path + query.whole.with { $0.year = year }.address()),
          byYear[year] ?? [], in: year, department: query.department)
      })
  }

  private func partsTable() throws -> StatisticsTable {
    let isUnits = query.department != nil
    let sums = try database.ask(.execution(in: scope(of: year), by: isUnits ? .unit : .department))
    let byPart = Dictionary(grouping: sums, by: \.group)
    let names = try isUnits ? unitNames(Array(byPart.keys)) : [:]
    return StatisticsTable(
      title: isUnits ? "\(year)年各单位预算执行" : "\(year)年各部门预算执行", note: "金额单位：万元。",
      columns: executionColumns(isUnits ? "单位" : "部门"),
      rows: byPart.keys.sorted().prefix(500).map { part in
        let head: StatisticsTable.Cell =
          isUnits
          ? .init(names[part] ?? part)
          : .init(
            departmentName(part), link: Route.statistics.path + query.whole.with { $0.department = part }.address())
        return executionRow(head, byPart[part] ?? [], in: year, department: isUnits ? query.department : part)
      })
  }

  private func executionColumns(_ first: String) -> [StatisticsTable.Column] {
    [
      .init(caption: first), .init(caption: "年初预算数", isNumber: true), .init(caption: "全年预算数", isNumber: true),
      .init(caption: "全年执行数", isNumber: true), .init(caption: "执行率（%）", isNumber: true),
      .init(caption: "执行率图示", isBar: true), .init(caption: "自评份数", isNumber: true),
    ]
  }

  private func executionRow(
    _ head: StatisticsTable.Cell, _ sums: [ExecutionSum], in year: Int, department: String?
  ) -> StatisticsTable.Row {
    func total(_ part: (ExecutionSum) -> Int64) -> Int64 { sums.reduce(0) { $0 + part($1) } }
    func cell(_ value: Int64, _ item: String) -> StatisticsTable.Cell {
      .init(
        SumWords.words(value, .amount), plain: SumWords.amount(value),
        link: itemAddress(item, year: year, department: department))
    }
    let (executed, base) = (total(\.executed), total(\.base))
    let rate = SumWords.percent(executed, of: base)
    return .init(cells: [
      head, cell(total(\.initial), Execution.initialItem), cell(total(\.budget), Execution.budgetItem),
      cell(executed, Execution.executedItem), .init(rate ?? "—", plain: rate ?? ""),
      .bar(base > 0 ? Double(executed) / Double(base) : 0),
      .init(
        "\(total(\.filings))", link: itemAddress(Execution.executedItem, year: year, department: department)),
    ])
  }

  private func threePublicTable() throws -> StatisticsTable {
    let rows = ["threePublic", "vehicles", "vehiclePurchase", "vehicleRunning", "abroad", "reception"]
    let columns = ["last", "budget", "final"]
    let sums = try sums(rows.flatMap { row in columns.map { "base/\(row)/\($0)" } }, in: year)
    let most = sums.values.max() ?? 0
    return StatisticsTable(
      title: "\(year)年“三公”经费", note: "上年决算数取自本年的基础表。金额单位：万元。",
      columns: [
        .init(caption: "项目"), .init(caption: "上年决算数", isNumber: true), .init(caption: "本年预算数", isNumber: true),
        .init(caption: "本年决算数", isNumber: true), .init(caption: "本年决算图示", isBar: true),
        .init(caption: "比上年（%）", isNumber: true),
      ],
      rows: sums.isEmpty ? [] : rows.map { threePublicRow($0, columns, sums, most) })
  }

  private func threePublicRow(
    _ row: String, _ columns: [String], _ sums: [String: Int64], _ most: Int64
  ) -> StatisticsTable.Row {
    let values = columns.map { sums["base/\(row)/\($0)"] }
    let change = values[2].flatMap { final in values[0].flatMap { SumWords.change(final, from: $0) } }
    let name = items.first { $0.id == "base/\(row)/final" }?.caption.split(separator: "，").first ?? ""
    var cells: [StatisticsTable.Cell] = [.init(String(name))]
    cells += zip(columns, values).map { column, value in sumCell(value, "base/\(row)/\(column)", in: year) }
    cells.append(.bar(most > 0 ? Double(values[2] ?? 0) / Double(most) : 0))
    cells.append(.init(change ?? "—", plain: change ?? ""))
    return .init(cells: cells, isTotal: row == "threePublic")
  }

  private func gradesTable() throws -> StatisticsTable {
    let grades = try database.ask(.grades(in: scope(of: year)))
    let all = grades.reduce(0) { $0 + $1.filings }
    return StatisticsTable(
      title: "\(year)年得分等级", note: "按自评总得分和制度的等级划分。",
      columns: [
        .init(caption: "等级"), .init(caption: "份数", isNumber: true), .init(caption: "占比（%）", isNumber: true),
        .init(caption: "占比图示", isBar: true),
      ],
      rows: grades.map { grade in
        let share = SumWords.percent(grade.filings, of: all) ?? ""
        let link =
          Route.statisticsFilings.path + query.whole.with { ($0.year, $0.grade) = (year, grade.grade) }.address()
        return .init(cells: [
          .init(grade.grade.isEmpty ? "还没有得分" : grade.grade), .init("\(grade.filings)", link: link), .init(share),
          .bar(Double(grade.filings) / Double(max(1, all))),
        ])
      })
  }

  private func rankTable(_ title: String, highestFirst: Bool) throws -> StatisticsTable {
    func cell(_ value: Int64, _ filing: Int64, _ column: String) -> StatisticsTable.Cell {
      .init(
        SumWords.words(value, .amount), plain: SumWords.amount(value),
        link: Route.cell(filing, CellAddress("self", "total", column)))
    }
    // Where most units spent all, those that did are no news among the lowest.
    let units = try database.ask(.executions(in: scope(of: year), highestFirst: highestFirst, limit: Self.rank))
      .filter { highestFirst || $0.executed < $0.base }
    return StatisticsTable(
      title: "\(year)年\(title)", note: "最多列 \(Self.rank) 家，没有预算数或执行数的\(highestFirst ? "" : "、已达 100% 的")不列。金额单位：万元。",
      columns: [
        .init(caption: "单位"), .init(caption: "预算数", isNumber: true), .init(caption: "执行数", isNumber: true),
        .init(caption: "执行率（%）", isNumber: true), .init(caption: "执行率图示", isBar: true),
      ],
      rows: units.map { unit in
        let rate = SumWords.percent(unit.executed, of: unit.base) ?? ""
        return .init(cells: [
          .init(unit.unit.name, link: Route.cell(unit.filing, CellAddress("self", "total", "executed"))),
          cell(unit.base, unit.filing, "budget"), cell(unit.executed, unit.filing, "executed"), .init(rate),
          .bar(Double(unit.executed) / Double(unit.base)),
        ])
      })
  }

  private func findingsTable() throws -> StatisticsTable {
    let rules = try database.ask(.rules(in: scope(of: year), limit: Self.rank))
    let most = rules.first?.filings ?? 0
    return StatisticsTable(
      title: "\(year)年最常见的问题", note: "按发现问题的自评份数排列，最多列 \(Self.rank) 项。",
      columns: [
        .init(caption: "问题"), .init(caption: "要求"), .init(caption: "份数", isNumber: true),
        .init(caption: "份数图示", isBar: true), .init(caption: "处数", isNumber: true),
      ],
      rows: rules.map { rule in
        let link =
          Route.statisticsFilings.path
          + query.whole.with { ($0.year, $0.rule, $0.severity) = (year, rule.rule, rule.severity) }.address()
        return .init(cells: [
          .init("\(rule.rule) \(ruleTitles[rule.rule] ?? "")", link: Route.rule(rule.rule).path),
          .init(Severity(rawValue: rule.severity)?.words ?? ""), .init("\(rule.filings)", link: link),
          .bar(most > 0 ? Double(rule.filings) / Double(most) : 0), .init("\(rule.findings)", link: link),
        ])
      })
  }
}
