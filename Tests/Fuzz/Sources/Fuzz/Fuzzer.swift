import Glibc

// `FUZZ_SUBJECT=figures Fuzz [options of libFuzzer] [corpus …]`: libFuzzer has the program's beginning and calls what is
// here. The subject stands in the environment, because libFuzzer starts the program anew with arguments of its own.

/// The subject, a constant because C functions cannot hold on to anything.
private let subject: Subject = {
  guard let subject = getenv("FUZZ_SUBJECT").flatMap({ Subject(rawValue: String(cString: $0)) }) else {
    fatalError("FUZZ_SUBJECT must be one of \(Subject.allCases.map(\.rawValue).joined(separator: ", "))")
  }
  return subject
}()
private let test = subject.test

/// Stops at once where the subject is missing.
@c(LLVMFuzzerInitialize)
public func initialize(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
  _ = subject
  return 0
}

/// One input.
@c(LLVMFuzzerTestOneInput)
public func tryInput(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  test(Array(UnsafeBufferPointer(start: bytes, count: size)))
  return 0
}
