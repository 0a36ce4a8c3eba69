import CZlib

/// One raw deflate stream, used again from entry to entry.
struct Deflater: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>

  /// `level` must lie in 1...9.
  init(level: Int) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    let status = deflateInit2_(stream, Int32(level), Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    precondition(status == Z_OK, "zlib refused to start")
  }

  deinit {
    deflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// The source packed; its size must fit 31 bits.
  func deflated(_ source: [UInt8]) -> [UInt8] {
    deflateReset(stream)
    let bound = Int(deflateBound(stream, UInt(source.count)))
    return [UInt8](unsafeUninitializedCapacity: bound) { target, count in
      source.withUnsafeBufferPointer { input in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = UInt32(target.count)
        let status = deflate(stream, Z_FINISH)
        precondition(status == Z_STREAM_END, "zlib did not finish within its own bound")
        count = target.count - Int(stream.pointee.avail_out)
      }
    }
  }
}
