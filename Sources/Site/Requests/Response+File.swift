import Foundation
import Hummingbird
import NIOCore

extension Response {
  /// A file to keep, under a Chinese name, sent piece by piece and closed at the end.
  static func download(_ file: FileHandle, name: String, type: String) -> Response {
    var response = Response.download([], name: name, type: type)
    response.body = ResponseBody { writer in
      defer { try? file.close() }
      while let piece = try file.read(upToCount: 65_536), !piece.isEmpty {
        try await writer.write(ByteBuffer(bytes: piece))
      }
      try await writer.finish(nil)
    }
    return response
  }
}
