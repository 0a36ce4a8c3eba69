import CQREncode
import HTML

/// A text as a QR code, for a phone's camera.
struct QRCode {
  /// Modules in a row and in a column.
  private let width: Int
  /// Row by row, whether a module is dark.
  private let dark: [Bool]
  /// Light modules that a camera needs around it (ISO/IEC 18004).
  private static let quiet = 4

  /// nil where the text is empty or too long for any code.
  init?(_ text: String) {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    width = Int(code.pointee.width)
    // The lowest bit of a module tells its colour, the others what it is for.
    dark = UnsafeBufferPointer(start: code.pointee.data, count: width * width).map { $0 & 1 == 1 }
  }

  /// `words` tell who cannot see it what it holds. Dark on light in every colour scheme, as cameras want it.
  func html(_ words: String) -> HTML {
    let side = width + 2 * Self.quiet
    return .element(
      "svg",
      [
        Attribute("class", "qr-code"), Attribute("viewBox", "0 0 \(side) \(side)"), Attribute("role", "img"),
        Attribute("aria-label", words), Attribute("shape-rendering", "crispEdges"),
      ]
    ) {
      HTML.element(
        "rect", [Attribute("width", "\(side)"), Attribute("height", "\(side)"), Attribute("fill", "#fff")]
      ) { HTML() }
      HTML.element("path", [Attribute("d", path), Attribute("fill", "#000")]) { HTML() }
    }
  }

  private var path: String {
    dark.indices.filter { dark[$0] }.map { place in
      "M\(place % width + Self.quiet) \(place / width + Self.quiet)h1v1h-1z"
    }.joined()
  }
}
