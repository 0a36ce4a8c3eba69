import Intake
import OOXML

/// How much 报告体检 may use and who may use it.
public struct CheckupSettings: Sendable {
  /// Whether nobody needs to sign in for it.
  let isOpen: Bool
  let bounds: CheckupBounds

  /// `isOpen`: whether nobody needs to sign in for it.
  public init(isOpen: Bool = false) { self.init(isOpen: isOpen, bounds: .standard) }

  init(isOpen: Bool, bounds: CheckupBounds) {
    self.isOpen = isOpen
    self.bounds = bounds
  }
}

/// How much one report may ask of the machine, and all of them together.
struct CheckupBounds: Sendable {
  /// Bytes of a file.
  var largestFile = 20 << 20
  /// Characters of a report's text: some ten times as many as the longest that are published have.
  var longestText = 400_000
  /// Bytes that are held in the page for taking away; larger results are asked for directly.
  var largestHeld = 8 << 20
  /// Until a file must be here, and until it must be checked.
  var secondsToSend = 120
  var secondsToCheck = 60
  /// Megabytes that a program may take that reads what this one does not.
  var megabytesToRead = 3_000
  /// Reports that wait for their turn.
  var waiting = 6
  /// In ten minutes, from one address without sign-in and by one person.
  var perAddress = 20
  var perPerson = 60

  static let standard = CheckupBounds()
  /// Unpacked bytes, files and ratio of a packed file.
  static let zip = ZipLimits(totalSize: 64 << 20, entryCount: 1_000, ratio: 200)

  /// Programs that read .doc and .pdf files, on this lead.
  var programs: Programs { .installed.bounded(seconds: secondsToCheck, megabytes: megabytesToRead) }
}
