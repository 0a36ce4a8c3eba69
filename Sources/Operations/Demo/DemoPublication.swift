/// One version of a finished demo filing that is made public.
struct DemoPublication: Sendable {
  /// What was corrected; empty for the first version.
  var note = ""
  /// Why the public may read what the scan finds; nil where all of it is taken out.
  var reason: String?

  static let first = DemoPublication()
}
