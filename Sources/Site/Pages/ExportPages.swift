import Database
import Hummingbird
import Operations
import Store

/// 导出自评报告: the filing as Word, PDF, workbook or JSON, or all of it with its attachments.
struct ExportPages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/filings/:filing/export/:format") { _, context in
      let (loaded, _) = try await site.filing(context)
      let task = loaded.task.id
      switch context.parameters.get("format") {
      case "docx":
        let layout = try await site.engine.read { try $0.paperLayout(of: task) }
        return Response.download(
          try ExportFiling.word(loaded, as: layout), name: ExportFiling.name(loaded, ending: "docx"),
          type: FileKind.docx.mediaType)
      case "xlsx":
        return Response.download(
          try ExportFiling.workbook(loaded), name: ExportFiling.name(loaded, ending: "xlsx"),
          type: FileKind.xlsx.mediaType)
      case "pdf":
        let layout = try await site.engine.read { try $0.paperLayout(of: task) }
        return Response.download(
          try await ExportFiling.pages(loaded, as: layout, press: site.press),
          name: ExportFiling.name(loaded, ending: "pdf"), type: FileKind.pdf.mediaType)
      case "zip":
        let package = try await FilingPackage(loaded, from: site.engine, press: site.press)
        return Response.download(
          try package.bytes(), name: ExportFiling.name(loaded, ending: "zip"), type: "application/zip")
      case "json":
        return Response.download(
          ExportFiling.json(loaded), name: ExportFiling.name(loaded, ending: "json"),
          type: "application/json; charset=utf-8")
      default: throw NotFound()
      }
    }
  }
}
