import Hummingbird
import Operations

/// 导出自评报告: the filing as Word, as a workbook or as JSON.
struct ExportPages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/filings/:filing/export/:format") { _, context in
      let (loaded, _) = try await site.filing(context)
      switch context.parameters.get("format") {
      case "docx":
        return Response.download(
          try ExportFiling.word(loaded), name: ExportFiling.name(loaded, ending: "docx"), type: FileKind.docx.mediaType)
      case "xlsx":
        return Response.download(
          try ExportFiling.workbook(loaded), name: ExportFiling.name(loaded, ending: "xlsx"),
          type: FileKind.xlsx.mediaType)
      case "json":
        return Response.download(
          ExportFiling.json(loaded), name: ExportFiling.name(loaded, ending: "json"),
          type: "application/json; charset=utf-8")
      default: throw NotFound()
      }
    }
  }
}
