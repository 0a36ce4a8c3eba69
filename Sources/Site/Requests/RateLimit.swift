/// How often one and the same may come: so many at once, and after that as many as fit evenly into the span.
struct RateLimit: Sendable {
  private struct Bucket {
    /// What is used up, in seconds that it takes to come back.
    var debt: Int64
    var at: Int64
  }

  let count: Int
  /// In seconds.
  let span: Int64
  /// Keys that are remembered; those beyond share one.
  private let memory = 10_000
  private var buckets: [String: Bucket] = [:]

  init(count: Int, span: Int64) {
    self.count = count
    self.span = span
  }

  /// nil where `key` may come now; else in how many seconds.
  mutating func take(_ key: String, at now: Int64) -> Int64? {
    var key = key
    if buckets[key] == nil, buckets.count >= memory {
      buckets = buckets.filter { $0.value.debt > now - $0.value.at }
      if buckets.count >= memory { key = "" }
    }
    let known = buckets[key] ?? Bucket(debt: 0, at: now)
    let debt = max(0, known.debt - (now - known.at))
    guard debt + step <= span else { return debt + step - span }
    buckets[key] = Bucket(debt: debt + step, at: now)
    return nil
  }

  /// What was taken last does not count.
  mutating func giveBack(_ key: String) {
    // As it was taken where the memory is full.
    let key = buckets[key] == nil ? "" : key
    guard var bucket = buckets[key] else { return }
    bucket.debt = max(0, bucket.debt - step)
    buckets[key] = bucket
  }

  private var step: Int64 { span / Int64(count) }
}
