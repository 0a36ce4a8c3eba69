// `Fuzz SUBJECT [options of libFuzzer] [corpus …]`: libFuzzer has the program's beginning and calls what is here.

/// The subject, a constant because C functions cannot hold on to anything.
private let subject: Subject = {
  guard let subject = CommandLine.arguments.dropFirst().first.flatMap(Subject.init) else {
    fatalError("usage: Fuzz \(Subject.allCases.map(\.rawValue).joined(separator: "|")) [option | corpus] …")
  }
  return subject
}()
private let test = subject.test

/// Takes the subject out of the program's arguments: the others are for libFuzzer.
@c(LLVMFuzzerInitialize)
public func initialize(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
  _ = subject
  let list = arguments.pointee
  for place in 1..<Int(count.pointee) { list[place] = list[place + 1] }
  count.pointee -= 1
  return 0
}

/// One input.
@c(LLVMFuzzerTestOneInput)
public func tryInput(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  test(Array(UnsafeBufferPointer(start: bytes, count: size)))
  return 0
}
