import Synchronization

/// Runs a program where there is nothing but the system's programs and the folder it works in: no network, no data, no
/// other process. bubblewrap does it.
///
/// A stranger's file may make its reader do what the stranger wants; this way that harms nobody.
public struct Confinement: Sendable {
  /// Where bubblewrap lies.
  private let program: String

  /// nil where bubblewrap is not in these folders, or the system does not let it work, as in many containers.
  init?(_ folders: ProgramFolders) {
    guard let program = folders.path(of: "bwrap") else { return nil }
    self.program = program
    guard works else { return nil }
  }

  /// Tried once for each program: the answer is the same as long as we run.
  private static let tried = Mutex<[String: Bool]>([:])

  private var works: Bool {
    if let known = Self.tried.withLock({ $0[program] }) { return known }
    let trial = command("/usr/bin/true", [], workingIn: "/tmp")
    let works = ChildProcess.run(trial.program, trial.arguments, seconds: 10) == .finished(0)
    Self.tried.withLock { $0[program] = works }
    return works
  }

  /// The program and its arguments to run instead. `folder` is all that it can write to; its home and its scratch folder
  /// too.
  public func command(
    _ program: String, _ arguments: [String], workingIn folder: String
  ) -> (program: String, arguments: [String]) {
    var words = ["--unshare-all", "--die-with-parent", "--cap-drop", "ALL", "--clearenv"]
    for (name, value) in [("HOME", folder), ("TMPDIR", folder), ("PATH", "/usr/bin:/bin"), ("LANG", "C.UTF-8")] {
      words += ["--setenv", name, value]
    }
    words += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"]
    for place in Self.programs + [Self.folder(of: program)] { words += ["--ro-bind-try", place, place] }
    words += ["--bind", folder, folder, "--chdir", folder, "--", program]
    return (self.program, words + arguments)
  }

  private static func folder(of program: String) -> String {
    program.lastIndex(of: "/").map { String(program[..<$0]) } ?? "/usr/bin"
  }

  /// Programs with their libraries, fonts and settings; nothing in them is anybody's own.
  private static let programs = [
    "/usr", "/opt", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc/alternatives", "/etc/fonts", "/etc/ld.so.cache",
    "/etc/libreoffice", "/var/cache/fontconfig",
  ]
}
