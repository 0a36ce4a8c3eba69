public import Synchronization

/// What a pure function answered, so that for the same input it is worked out once. Meant for inputs of which there are
/// few, such as the words of forms: when `capacity` is reached, everything is forgotten.
public final class Memo<Input: Hashable & Sendable, Answer: Sendable>: Sendable {
  @usableFromInline let answers = Mutex<[Input: Answer]>([:])
  @usableFromInline let capacity: Int
  @usableFromInline let work: @Sendable (Input) -> Answer

  /// - Parameter work: answers alike whenever it is asked alike.
  @inlinable public init(capacity: Int = 10_000, _ work: @escaping @Sendable (Input) -> Answer) {
    self.capacity = capacity
    self.work = work
  }

  /// What `work` answers to the input.
  // Inlinable, so that the look-up is made for the types at hand.
  @inlinable public func callAsFunction(_ input: Input) -> Answer {
    if let known = answers.withLock({ $0[input] }) { return known }
    let answer = work(input)
    answers.withLock { answers in
      if answers.count >= capacity { answers.removeAll(keepingCapacity: true) }
      answers[input] = answer
    }
    return answer
  }
}
