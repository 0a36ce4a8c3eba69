public import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  public import FoundationNetworking
#endif

/// One question to another system and its answer. Where the answer is another address, that is the answer and nobody
/// goes there: what is sent may hold a secret.
public enum HTTPExchange {
  /// Status and body. Throws `URLError` where there is no answer in time, or a longer one than that, or where the task is
  /// cancelled.
  /// - Parameter limit: bytes of the body.
  public static func answer(to request: URLRequest, upTo limit: Int) async throws -> (status: Int, body: Data) {
    let reader = AnswerReader(limit: limit)
    let session = URLSession(configuration: .ephemeral, delegate: reader, delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    let task = session.dataTask(with: request)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        reader.begin(continuation)
        task.resume()
      }
    } onCancel: {
      task.cancel()
    }
  }
}

private final class AnswerReader: NSObject, URLSessionDataDelegate, Sendable {
  struct State {
    var continuation: CheckedContinuation<(status: Int, body: Data), any Error>?
    var body = Data()
    /// The first result, where it came before there was anybody to take it: the task was cancelled at once.
    var result: Result<(status: Int, body: Data), any Error>?
  }
  private let state = Mutex(State())
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  func urlSession(
    _: URLSession, task _: URLSessionTask, willPerformHTTPRedirection _: HTTPURLResponse, newRequest _: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) { completionHandler(nil) }

  func urlSession(_: URLSession, dataTask task: URLSessionDataTask, didReceive data: Data) {
    let isTooLong = state.withLock { state in
      state.body += data
      return state.body.count > limit
    }
    if isTooLong {
      finish(.failure(URLError(.dataLengthExceedsMaximum)))
      task.cancel()
    }
  }

  func urlSession(_: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    if let error { return finish(.failure(error)) }
    let status = (task.response as? HTTPURLResponse)?.statusCode ?? 0
    finish(.success((status, state.withLock { $0.body })))
  }

  func begin(_ continuation: CheckedContinuation<(status: Int, body: Data), any Error>) {
    let result = state.withLock { state in
      if state.result == nil { state.continuation = continuation }
      return state.result
    }
    if let result { continuation.resume(with: result) }
  }

  private func finish(_ result: Result<(status: Int, body: Data), any Error>) {
    let continuation = state.withLock { state -> CheckedContinuation<(status: Int, body: Data), any Error>? in
      defer { state.continuation = nil }
      if state.result == nil { state.result = result }
      return state.continuation
    }
    continuation?.resume(with: result)
  }
}
