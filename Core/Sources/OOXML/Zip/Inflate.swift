import CZlib

/// The `size` bytes packed in `source`, or nil if the stream is damaged or does not hold exactly that many.
func inflated(_ source: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
  var stream = z_stream()
  let status = inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  guard status == Z_OK else { return nil }
  defer { inflateEnd(&stream) }
  var whole = false
  // zlib wants a target even for nothing, hence at least one byte of room.
  let bytes = [UInt8](unsafeUninitializedCapacity: max(size, 1)) { target, count in
    source.withUnsafeBufferPointer { input in
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = UInt32(input.count)
      stream.next_out = target.baseAddress
      stream.avail_out = UInt32(size)
      whole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_out == 0 && stream.avail_in == 0
      count = size - Int(stream.avail_out)
    }
  }
  return whole ? bytes : nil
}

/// The CRC-32 that zip files carry.
func checksum(_ bytes: [UInt8]) -> UInt32 {
  bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
}
