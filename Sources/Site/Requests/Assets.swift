import Foundation
import HTTPTypes
import Hummingbird
import Operations

/// The stylesheets, scripts and pictures, held in memory under an address that changes with their content.
struct Assets: Sendable {
  private let files: [String: File]
  /// Goes into the addresses: a browser may keep a file for ever.
  let stamp: String

  private struct File: Sendable {
    let content: ByteBuffer
    let type: String
  }

  init() {
    var files: [String: File] = [:]
    let folder = Bundle.module.bundleURL.appending(path: "Assets")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    for name in names.sorted() {
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else { continue }
      files[name] = File(content: ByteBuffer(bytes: data), type: Self.type(of: name))
    }
    self.files = files
    let all = files.sorted { $0.key < $1.key }.flatMap { Array($0.value.content.readableBytesView) }
    stamp = String(Digest.of(all).prefix(12))
  }

  /// The page's address of a file.
  func path(_ name: String) -> String { "/assets/\(stamp)/\(name)" }

  func add(to router: Router<SiteContext>) {
    router.get("/assets/:stamp/:name") { _, context -> Response in
      let name = try context.parameters.require("name")
      guard let file = files[name] else { throw NotFound() }
      let isCurrent = context.parameters.get("stamp") == stamp
      return Response(
        status: .ok,
        headers: [
          .contentType: file.type, .cacheControl: isCurrent ? "public, max-age=31536000, immutable" : "no-cache",
        ], body: ResponseBody(byteBuffer: file.content))
    }
  }

  private static func type(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    default: "application/octet-stream"
    }
  }
}
