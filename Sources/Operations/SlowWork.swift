import Dispatch

/// Work that takes long enough to keep off the threads that answer requests.
///
/// One at a time of each kind: a burst of sign-ins may not take both cores from those who are saving, and a file that
/// another program reads for a minute may not keep anybody from signing in.
struct SlowWork: Sendable {
  static let secrets = SlowWork("secrets")
  static let files = SlowWork("files")

  private let queue: DispatchQueue
  private init(_ kind: String) { queue = DispatchQueue(label: "jiheng.slow-work.\(kind)") }

  func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: work()) }
    }
  }
}
