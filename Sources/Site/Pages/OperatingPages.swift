import Database
import HTTPTypes
import Hummingbird
import JSON
import Operations
import Store

/// What machines ask: health, figures, stylesheets and scripts.
struct OperatingPages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    site.assets.add(to: router)
    router.get("/healthz") { _, _ in
      do {
        _ = try await site.engine.read { try $0.first(Query<Int64>.personCount) }
        return Response.json(["status": "ok"])
      } catch {
        return Response.json(["status": "database unavailable"], status: .serviceUnavailable)
      }
    }
    router.get("/metrics") { _, _ in
      let text = site.metrics.text + (await backupMetrics())
      return Response(
        status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
  }

  /// When the last backup was made that was looked at and has no findings: 0 for none. Nothing where none are made.
  private func backupMetrics() async -> String {
    guard let files = await site.backups.shelf?.state().files else { return "" }
    let sound = files.first { $0.note?.checked.findings.isEmpty == true }
    return "# TYPE jiheng_last_backup_timestamp_seconds gauge\njiheng_last_backup_timestamp_seconds \(sound?.at ?? 0)\n"
  }
}
