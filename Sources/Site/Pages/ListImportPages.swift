import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 批量导入: units and people from a workbook or CSV, row by row, looked through before anything is written.
struct ListImportPages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    for list in ImportedList.allCases {
      router.get(.init(list.route.path)) { request, context in
        let visitor = try context.requireDuty(list.duty)
        let added = request.uri.queryParameters["added"].flatMap { Int($0) }
        return ListImportView(site: site, list: list, visitor: visitor).start(Fields(), added: added).response()
      }
      router.get(.init(list.template.path)) { _, context in
        _ = try context.requireDuty(list.duty)
        return Response.download(
          try list == .units ? ListTemplate.units() : ListTemplate.people(), name: "\(list.title)导入模板.xlsx",
          type: FileKind.xlsx.mediaType)
      }
      router.post(.init(list.route.path)) { request, context in try await preview(list, request, context) }
      router.post(.init(list.confirmation.path)) { request, context in try await confirm(list, request, context) }
    }
  }

  private func preview(_ list: ImportedList, _ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(list.duty)
    let view = ListImportView(site: site, list: list, visitor: visitor)
    let form = try await request.fileForm(upTo: TableFile.largestFile, for: visitor)
    do {
      let file = try form.chosenFile()
      let table = try TableFile(file.content)
      let rows =
        switch list {
        case .units: try await ImportUnits(engine: site.engine).rows(of: table)
        case .people: try await ImportPeople(engine: site.engine).rows(of: table)
        }
      guard !rows.isEmpty else { throw Invalid([FieldProblem("file", "文件中只有表头，没有内容。")]) }
      return view.preview(rows).response()
    } catch let invalid as Invalid {
      return view.start(Fields(problems: invalid.problems)).response(status: .unprocessableContent)
    }
  }

  private func confirm(_ list: ImportedList, _ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(list.duty)
    let form = try await request.form(for: visitor)
    let rows = try Self.rows(form, columns: list.captions.count)
    let view = ListImportView(site: site, list: list, visitor: visitor)
    let onlyRight = form["onlyRight"] == "1"
    do {
      switch list {
      case .units:
        let count = try await ImportUnits(engine: site.engine)(
          rows, onlyRight: onlyRight, by: visitor.person.id, at: site.now())
        return .see("\(list.route.path)?added=\(count)")
      case .people:
        let issued = try await ImportPeople(engine: site.engine)(
          rows, onlyRight: onlyRight, by: visitor.person.id, at: site.now())
        guard !issued.isEmpty else { return .see("\(list.route.path)?added=0") }
        var response = view.issued(issued).response()
        // Secrets are told once, and kept by no browser.
        response.headers[.cacheControl] = "no-store"
        return response
      }
    } catch let refused as RowsRefused {
      return view.preview(refused.rows, isRefused: true).response(status: .unprocessableContent)
    }
  }

  /// The rows that a preview sends back. Throws `Malformed`.
  private static func rows(_ form: FormFields, columns: Int) throws -> [ListRow] {
    let (numbers, texts) = (form.all("number").map { Int($0) }, form.all("text"))
    guard numbers.count <= TableFile.mostRows, texts.count == numbers.count * columns else { throw Malformed() }
    return try numbers.enumerated().map { index, number in
      guard let number else { throw Malformed() }
      return ListRow(number: number, texts: Array(texts[index * columns..<(index + 1) * columns]))
    }
  }
}

/// What can be taken over from a list.
enum ImportedList: CaseIterable {
  case units, people

  var title: String { self == .units ? "单位" : "人员" }
  /// Whose it is.
  var duty: Duty { self == .units ? .system : .security }
  var measure: String { self == .units ? "个单位" : "人" }
  var captions: [String] { self == .units ? ImportUnits.captions : ImportPeople.captions }
  var back: Route { self == .units ? .units : .people }
  var route: Route { self == .units ? .importUnits : .importPeople }
  var template: Route { self == .units ? .unitsTemplate : .peopleTemplate }
  var confirmation: Route { self == .units ? .confirmUnits : .confirmPeople }

  /// A link to the import, for the page of the list itself.
  var link: HTML {
    .element("p") {
      HTML.element("a", [Attribute("class", "button"), Attribute("href", route.path)]) { "批量导入\(title)" }
    }
  }
}
