import Hummingbird
import Synchronization

/// Counts of what was answered, in the form that Prometheus reads.
final class RequestMetrics: Sendable {
  private struct State: Sendable {
    var answers: [Int: Int] = [:]
    var buckets = [Int](repeating: 0, count: RequestMetrics.bounds.count + 1)
    var microseconds: Int64 = 0
  }
  /// In milliseconds.
  static let bounds = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000]
  private let state = Mutex(State())

  func count(status: Int, took duration: Duration) {
    let micro = duration.components.seconds * 1_000_000 + duration.components.attoseconds / 1_000_000_000_000
    let bucket = Self.bounds.firstIndex { micro <= Int64($0) * 1_000 } ?? Self.bounds.count
    state.withLock { state in
      state.answers[status, default: 0] += 1
      state.buckets[bucket] += 1
      state.microseconds += micro
    }
  }

  var text: String {
    let state = state.withLock { $0 }
    var lines = ["# TYPE jiheng_http_requests_total counter"]
    lines += state.answers.sorted { $0.key < $1.key }.map { "jiheng_http_requests_total{status=\"\($0)\"} \($1)" }
    lines.append("# TYPE jiheng_http_request_seconds histogram")
    var sum = 0
    for (index, bound) in Self.bounds.enumerated() {
      sum += state.buckets[index]
      lines.append("jiheng_http_request_seconds_bucket{le=\"\(Double(bound) / 1_000)\"} \(sum)")
    }
    sum += state.buckets[Self.bounds.count]
    lines.append("jiheng_http_request_seconds_bucket{le=\"+Inf\"} \(sum)")
    lines.append("jiheng_http_request_seconds_sum \(Double(state.microseconds) / 1_000_000)")
    lines.append("jiheng_http_request_seconds_count \(sum)")
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Measures every answer.
struct MeasureMiddleware: RouterMiddleware {
  let metrics: RequestMetrics
  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    metrics.count(status: response.status.code, took: ContinuousClock.now - start)
    return response
  }
}
