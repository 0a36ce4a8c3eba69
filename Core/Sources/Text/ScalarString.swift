extension String {
  /// Scalar by scalar; sooner than an `Array` of `unicodeScalars`, which counts them first.
  public var scalarArray: [Unicode.Scalar] {
    [Unicode.Scalar](unsafeUninitializedCapacity: scalarCount) { scalars, count in
      for scalar in unicodeScalars {
        scalars.initializeElement(at: count, to: scalar)
        count += 1
      }
    }
  }

  /// The text that scalars make up, sooner than by the general way, which finds out where they lie.
  public init(scalars: [Unicode.Scalar]) { self = scalars.withUnsafeBufferPointer { String(encoding: $0) } }

  /// The same for a stretch of them.
  public init(scalars: ArraySlice<Unicode.Scalar>) { self = scalars.withUnsafeBufferPointer { String(encoding: $0) } }

  /// The text that scalars make up; sooner than appending them to a `UnicodeScalarView`.
  public init(scalars: some Collection<Unicode.Scalar>) {
    self =
      scalars.withContiguousStorageIfAvailable { String(encoding: $0) }
      ?? Array(scalars).withUnsafeBufferPointer { String(encoding: $0) }
  }

  private init(encoding scalars: UnsafeBufferPointer<Unicode.Scalar>) {
    let length = scalars.reduce(0) { $0 + $1.byteCount }
    self.init(unsafeUninitializedCapacity: length) { buffer in
      var end = 0
      func put(_ byte: UInt32) {
        buffer[end] = UInt8(truncatingIfNeeded: byte)
        end += 1
      }
      func putRest(_ value: UInt32) { put(0x80 | value & 0x3F) }
      for scalar in scalars {
        let value = scalar.value
        switch value {
        case ..<0x80: put(value)
        case ..<0x800:
          put(0xC0 | value >> 6)
          putRest(value)
        case ..<0x10000:
          put(0xE0 | value >> 12)
          putRest(value >> 6)
          putRest(value)
        default:
          put(0xF0 | value >> 18)
          putRest(value >> 12)
          putRest(value >> 6)
          putRest(value)
        }
      }
      return end
    }
  }
}

extension Unicode.Scalar {
  /// How many bytes spell it in UTF-8.
  var byteCount: Int { value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4 }
}
