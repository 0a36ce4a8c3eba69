/// How much a zip file from outside may ask for.
public struct ZipLimits: Hashable, Sendable {
  /// Bytes of all entries unpacked.
  public var totalSize: Int
  /// Folders counted too.
  public var entryCount: Int
  /// Unpacked over packed size; looked at only above `ratioFloor` unpacked bytes.
  public var ratio: Int
  /// Bytes below which the ratio does not matter.
  public var ratioFloor: Int

  public init(totalSize: Int, entryCount: Int, ratio: Int, ratioFloor: Int = 1 << 20) {
    self.totalSize = totalSize
    self.entryCount = entryCount
    self.ratio = ratio
    self.ratioFloor = ratioFloor
  }

  /// For files that people hand in: 128 MiB, 2,000 entries, 200 to 1.
  public static let upload = ZipLimits(totalSize: 128 << 20, entryCount: 2000, ratio: 200)
}
