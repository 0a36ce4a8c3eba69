import Foundation
import Glibc
import Scratch

/// LibreOffice, started once under a profile of its own and kept open: who starts it again under the same profile hands
/// the work over to it.
struct WarmOffice: Sendable {
  /// The address of the profile.
  let profile: String
  private let folder: ScratchFolder
  private let process: pid_t

  /// nil where it does not come up within these seconds.
  init?(_ program: String, seconds: Int) {
    guard let folder = ScratchFolder(), folder.write(Array("绩衡".utf8), to: "open.txt"),
      let profile = OfficeProfile.make(in: folder)
    else { return nil }
    self.profile = profile
    self.folder = folder
    // A suite without any document open would close itself after each conversion, so one stays open. It ends with us,
    // however we end.
    let watch = #"""
      "$0" "$@" & office=$!
      while kill -0 "$PPID" 2>/dev/null && kill -0 $office 2>/dev/null; do sleep 1; done
      kill -KILL 0
      """#
    let arguments = [
      "-env:UserInstallation=\(profile)", "--headless", "--norestore", "--nologo", "--view", folder.path + "/open.txt",
    ]
    guard let process = ChildProcess.start("/bin/sh", ["-c", watch, program] + arguments) else {
      folder.remove()
      return nil
    }
    self.process = process
    for _ in 0..<(seconds * 20) where ChildProcess.isRunning(process) {
      // Written once it listens to those who come later.
      if FileManager.default.fileExists(atPath: folder.path + "/profile/.lock") { return }
      usleep(50_000)
    }
    stop()
    return nil
  }

  var isRunning: Bool { ChildProcess.isRunning(process) }

  func stop() {
    ChildProcess.stop(process)
    folder.remove()
  }
}
