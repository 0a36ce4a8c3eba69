import Figures
import Foundation
import Reading
import Testing

/// Amounts (in 万元), percentages and dates of published prose, read by eye, by line.
struct PublishedLine: CustomTestStringConvertible, Sendable {
  let report: String
  let line: Int
  let figures: String
  init(_ report: String, _ line: Int, _ figures: String) {
    (self.report, self.line, self.figures) = (report, line, figures)
  }
  var testDescription: String { "\(report):\(line)" }

  private static let folder: URL = {
    let given = ProcessInfo.processInfo.environment["JIHENG_SHARED"].map { URL(filePath: $0) }
    let beside = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../shared")
    return (given ?? beside).appending(path: "reports").standardized
  }()
  /// The reports are no part of the project; where they are not at hand, there is nothing to compare.
  static let areThere = FileManager.default.fileExists(atPath: folder.path)

  func text() throws -> String {
    let files = try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
    let file = try #require(files.first { $0.lastPathComponent.hasPrefix(report + "-") })
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    return String(try #require(lines.dropFirst(line - 1).first))
  }

  static let all = [
    PublishedLine("r0", 6, "2023/1/9"),
    PublishedLine("r0", 13, "1246000 113.3% 144.4% 293500 270000 108.7% 167%"),
    PublishedLine("r0", 14, "1843 1499 122.9% 32.8% 30 12.76 ?/11 ≈700 ?/11"),
    PublishedLine("r0", 15, "594000 7.3% 10375.43 ?/9 3750"),
    PublishedLine("r0", 16, "≈22300 ?/1/30…?/2/1 8.6 ≈50 ?/6 ≈1"),
    PublishedLine("r0", 17, "76.3 69.82 434.27 133.38 98.52"),
    PublishedLine("r0", 18, "100% 2024/1…2024/12 100% 100% ?/1 2024/1…2024/12"),
    PublishedLine("r0", 22, "Y/5 ?/5 ?/6/1 ?/10 ?/4 ?/5 ?/6 ?/12 ?/3/12"),
    PublishedLine("r0", 45, "186.3% 0 100%"),
    PublishedLine("r1", 35, "452.72 249.85 202.87"), PublishedLine("r1", 36, "249.85"),
    PublishedLine("r1", 39, "139.26 27 0 112.26"), PublishedLine("r1", 41, "0"),
    PublishedLine("r1", 42, "112.26 77.7 20.06 14.5 0"),
    PublishedLine("r1", 485, "2024/3/15"),
    PublishedLine("r1", 488, "471.83 249.85 221.98 245 27 218 77.7 97.3 14.5 28.5"),
    PublishedLine("r1", 496, "471.83 27 97.3 125 77.7"),
    PublishedLine("r2", 24, "1166.98 1166.98 717.79 342.98 374.81 449.19 0"),
    PublishedLine("r2", 38, "645.17 503.64 32.52 85.42 0.06 9.89 13.64"),
    PublishedLine("r2", 40, "436.19 30.51 405.68"),
    PublishedLine("r3", 30, "684.34 623.38 684.34 578.38 105.96"),
    PublishedLine("r3", 32, "2695.59 2011.25 2669.35 915.76 34.31% 1753.59 65.69%"),
    PublishedLine("r3", 34, "23 0 11 12 0.000981 0 4.64 5.17"),
    PublishedLine("r3", 36, "54.15 31.26 22.89 0"),
    PublishedLine("r3", 38, "9273.2 8882.31 390.89 2022/12/31 612.09 612.09 100%"),
    PublishedLine("r3", 43, "?/11 680700 20.49% 95.87% ?/11 99000 81240 100% 100% 82.06% 100%"),
    PublishedLine("r3", 48, "?/1…?/9 3014 22.2% ?/1…?/9 ?/1…?/11 2022/7 15.36 50"),
    PublishedLine("r3", 63, "2000 666.59 9 202.33"),
    PublishedLine("r4", 22, "194.72 174.1 20.62 194.72 174.1 20.62 100%"),
    PublishedLine("r4", 36, "802310 30100 200000 100000 20000"),
  ]
}

@Suite("Published prose", .enabled(if: PublishedLine.areThere))
struct PublishedProseTests {
  @Test(arguments: PublishedLine.all)
  func `amounts, percentages and dates are those that a reader sees`(_ published: PublishedLine) throws {
    let found = WrittenFigure.found(in: try published.text()).compactMap(Self.spelled)
    #expect(found.joined(separator: " ") == published.figures)
  }

  /// An amount in 万元, a percentage, or a date finer than a year.
  private static func spelled(_ figure: WrittenFigure) -> String? {
    let mark = figure.isApproximate ? "≈" : ""
    switch figure.kind {
    case .amount(.number(let number)):
      return number.scaled(by: -4).flatMap(\.figure).map { mark + $0.trimmed.description }
    case .percent(.number(let number)): return number.figure.map { "\($0.trimmed)%" }
    case .date(let date): return spelled(date)
    case .period(let from, let to): return from.year == nil && to.month == 12 ? nil : "\(spelled(from))…\(spelled(to))"
    default: return nil
    }
  }

  private static func spelled(_ date: WrittenDate) -> String {
    let year = date.year.map { year in year.number.map(String.init) ?? "Y" } ?? "?"
    return ([year] + [date.month, date.day].compactMap { $0.map(String.init) }).joined(separator: "/")
  }
}
