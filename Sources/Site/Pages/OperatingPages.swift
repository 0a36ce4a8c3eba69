import Database
import HTTPTypes
import Hummingbird
import JSON
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
      Response(
        status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: site.metrics.text)))
    }
  }
}
