public import Synchronization

/// A value that is made when it is first asked for, once.
public final class Lazy<Value: Sendable>: Sendable {
  @usableFromInline let made: Mutex<Value?>
  @usableFromInline let make: @Sendable () -> Value

  /// `make` must not ask for the value itself: it would wait for ever.
  @inlinable public init(_ make: @escaping @Sendable () -> Value) {
    made = Mutex(nil)
    self.make = make
  }

  /// Whoever asks while it is being made waits for it.
  @inlinable public var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
