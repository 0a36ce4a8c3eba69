import Foundation
import HTML
import HTTPTypes
import Hummingbird
import JSON

extension HTML {
  func response(status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension Response {
  static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: value.compact())))
  }

  /// After a form was taken: the browser asks for the page anew.
  static func see(_ path: String) -> Response { .redirect(to: path, type: .normal) }

  /// A file to keep, under a Chinese name.
  static func download(_ content: [UInt8], name: String, type: String) -> Response {
    var allowed = CharacterSet.alphanumerics
    allowed.insert(charactersIn: "-._~")
    let ascii = CharacterSet(charactersIn: "\u{20}"..."\u{7E}").intersection(allowed)
    let encoded = name.addingPercentEncoding(withAllowedCharacters: ascii) ?? "download"
    var headers: HTTPFields = [.contentType: type]
    headers[.contentDisposition] = "attachment; filename*=UTF-8''\(encoded)"
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: content)))
  }
}
