import Intake
import Reading
import Report

/// A file that was read, or why it could not be.
enum ReadFile: Sendable {
  case read(SourceFile, RecognisedReport)
  case unread(UnreadFile)

  var recognised: RecognisedReport? { if case .read(_, let recognised) = self { recognised } else { nil } }
}
