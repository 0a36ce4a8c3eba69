import HTML

/// Points over two scales from 0 to a little over 100, such as rates and scores: what lies apart from the rest is seen
/// at once. Readers of the screen are told by the table beneath it.
struct ScatterChart {
  struct Point {
    let name: String
    let across: Double
    let up: Double
    let link: String
  }

  let across: String
  let up: String
  let points: [Point]

  /// The scales end here; what is greater stands at the end.
  private static let end = 120.0
  private static let (width, height, left, bottom) = (720.0, 300.0, 44.0, 40.0)
  private static let marks = [0, 20, 40, 60, 80, 100, 120]

  var html: HTML {
    .element(
      "svg",
      [
        Attribute("class", "scatter"), Attribute("viewBox", "0 0 \(Int(Self.width)) \(Int(Self.height))"),
        Attribute("aria-hidden", "true"), Attribute("focusable", "false"),
      ]
    ) {
      for mark in Self.marks { lines(mark) }
      text(across, x: (Self.left + Self.width) / 2, y: Self.height - 4, anchor: "middle")
      text(up, x: 0, y: 12, anchor: "start")
      for point in points {
        HTML.element("a", [Attribute("href", point.link), Attribute("tabindex", "-1")]) {
          HTML.element(
            "circle",
            [
              Attribute("cx", Self.number(Self.x(point.across))), Attribute("cy", Self.number(Self.y(point.up))),
              Attribute("r", "5"),
            ]
          ) { HTML.element("title") { point.name } }
        }
      }
    }
  }

  private func lines(_ mark: Int) -> HTML {
    let (x, y) = (Self.x(Double(mark)), Self.y(Double(mark)))
    return HTML {
      line(x, Self.y(0), x, Self.y(Self.end))
      line(Self.x(0), y, Self.x(Self.end), y)
      text("\(mark)", x: x, y: Self.height - Self.bottom + 16, anchor: "middle")
      text("\(mark)", x: Self.left - 6, y: y + 4, anchor: "end")
    }
  }

  private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> HTML {
    .element(
      "line",
      [
        Attribute("x1", Self.number(x1)), Attribute("y1", Self.number(y1)), Attribute("x2", Self.number(x2)),
        Attribute("y2", Self.number(y2)),
      ]
    ) { HTML() }
  }

  private func text(_ words: String, x: Double, y: Double, anchor: String) -> HTML {
    .element(
      "text",
      [Attribute("x", Self.number(x)), Attribute("y", Self.number(y)), Attribute("text-anchor", anchor)]
    ) { words }
  }

  private static func x(_ value: Double) -> Double {
    left + min(max(value, 0), end) / end * (width - left - 16)
  }

  private static func y(_ value: Double) -> Double {
    height - bottom - min(max(value, 0), end) / end * (height - bottom - 24)
  }

  private static func number(_ value: Double) -> String { "\(Int((value * 10).rounded()) / 10)" }
}
