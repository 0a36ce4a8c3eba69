import Dispatch

/// Work that takes long enough to keep off the threads that answer requests.
enum SlowWork {
  /// One at a time: a burst of sign-ins may not take both cores from those who are saving.
  private static let queue = DispatchQueue(label: "jiheng.slow-work")

  static func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: work()) }
    }
  }
}
