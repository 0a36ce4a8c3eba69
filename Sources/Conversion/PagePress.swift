import Dispatch
import Scratch
import Synchronization

/// Turns Word documents into PDF files, one after the other, in an office suite that stays open between them.
///
/// Starting LibreOffice takes seconds, a document a fraction of one. For our own documents only: a stranger's file goes
/// to a process of its own with bounds.
public final class PagePress: Sendable {
  private let folders: ProgramFolders
  private let limit: Int
  private let room: Int
  private let idle: Int
  /// All work with the office suite happens here, in turn.
  private let queue = DispatchQueue(label: "jiheng.page-press")
  private let office = Mutex<WarmOffice?>(nil)
  /// Documents that were handed in and are not done.
  private let inside = Mutex(0)
  /// Counts the documents, so that an idle suite is closed only when none came since.
  private let done = Mutex(0)

  /// - Parameters:
  ///   - limit: how many seconds one document may take.
  ///   - room: how many documents may be inside at a time.
  ///   - idle: after how many seconds without work the office suite is closed; it holds some 200 MB.
  public init(folders: ProgramFolders = .installed, limit: Int = 60, room: Int = 40, idle: Int = 300) {
    self.folders = folders
    self.limit = limit
    self.room = room
    self.idle = idle
  }

  deinit { stop() }

  /// Whether there is an office suite to do it.
  public var isInstalled: Bool { folders.office != nil }

  /// The pages of a .docx file as PDF/A-2b, with the fonts in it. Throws `PagesFault`.
  public func pages(of word: [UInt8]) async throws(PagesFault) -> [UInt8] {
    guard let program = folders.office else { throw .notInstalled }
    let entered = inside.withLock { count in
      guard count < room else { return false }
      count += 1
      return true
    }
    guard entered else { throw .busy }
    let result = await withCheckedContinuation { continuation in
      queue.async { [self] in continuation.resume(returning: press(word, program)) }
    }
    inside.withLock { $0 -= 1 }
    closeWhenIdle()
    return try result.get()
  }

  /// Ends the office suite; the next document starts it again.
  public func stop() {
    office.withLock { office in
      office?.stop()
      office = nil
    }
  }

  private func press(_ word: [UInt8], _ program: String) -> Result<[UInt8], PagesFault> {
    guard let folder = ScratchFolder(), folder.write(word, to: "document.docx") else { return .failure(.failed) }
    defer { folder.remove() }
    // A suite that died on an earlier document is started anew once.
    for _ in 0..<2 {
      guard let profile = openOffice(program) else { return .failure(.failed) }
      let arguments = [
        "-env:UserInstallation=\(profile)", "--headless", "--norestore", "--convert-to", Self.filter, "--outdir",
        folder.path, folder.path + "/document.docx",
      ]
      switch ChildProcess.run(program, arguments, seconds: limit) {
      case .stopped:
        stop()
        return .failure(.tooSlow(seconds: limit))
      case .finished:
        if let pages = folder.bytes(of: "document.pdf"), !pages.isEmpty { return .success(pages) }
        stop()
      }
    }
    return .failure(.failed)
  }

  /// PDF/A-2b: for keeping, and every font must be inside.
  private static let filter = #"pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}"#

  /// The address of the profile of the suite that runs, started where none does; nil where it does not start.
  private func openOffice(_ program: String) -> String? {
    office.withLock { office in
      if let office, office.isRunning { return office.profile }
      office?.stop()
      office = WarmOffice(program, seconds: limit)
      return office?.profile
    }
  }

  private func closeWhenIdle() {
    let mark = done.withLock { count in
      count += 1
      return count
    }
    queue.asyncAfter(deadline: .now() + .seconds(idle)) { [weak self] in
      guard let self, done.withLock({ $0 }) == mark, inside.withLock({ $0 }) == 0 else { return }
      stop()
    }
  }
}
