import Foundation
import Glibc

/// A program that is run to its end, or stopped with all that it started when its time is over.
public enum ChildProcess {
  /// How it ended.
  public enum Outcome: Hashable, Sendable {
    /// Its exit status; 128 and the signal's number where one ended it, 127 where it could not be started.
    case finished(Int32)
    /// Its time was over.
    case stopped
  }

  /// Reads nothing and shows nothing. `megabytes` bounds its memory and each file that it writes.
  public static func run(_ program: String, _ arguments: [String], seconds: Int, megabytes: Int? = nil) -> Outcome {
    let (program, arguments) = bounded(program, arguments, megabytes)
    guard let process = start(program, arguments) else { return .finished(127) }
    let deadline = now() + Double(seconds)
    var status: Int32 = 0
    while true {
      let answer = waitpid(process, &status, WNOHANG)
      if answer == process { return .finished(exitStatus(status)) }
      if answer == -1, errno != EINTR { return .finished(127) }
      guard now() < deadline else { break }
      usleep(10_000)
    }
    // The group, for an office suite is started by a script that starts others.
    stop(process)
    return .stopped
  }

  /// The shell sets the bounds, for a process that is spawned cannot set its own.
  private static func bounded(_ program: String, _ arguments: [String], _ megabytes: Int?) -> (String, [String]) {
    guard let megabytes else { return (program, arguments) }
    let bounds = "ulimit -v \(megabytes * 1_024); ulimit -f \(megabytes * 2_048); exec \"$0\" \"$@\""
    return ("/bin/sh", ["-c", bounds, program] + arguments)
  }

  /// Starts a program that goes on by itself, at the head of a process group of its own. Answers its id, or nil.
  static func start(_ program: String, _ arguments: [String]) -> pid_t? {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    let words = copies(of: [program] + arguments)
    let environment = copies(of: ProcessInfo.processInfo.environment.map { "\($0)=\($1)" })
    defer { for word in words + environment { free(word) } }
    var process: pid_t = 0
    return posix_spawn(&process, program, &files, &attributes, words, environment) == 0 ? process : nil
  }

  private static func copies(of words: [String]) -> [UnsafeMutablePointer<CChar>?] { words.map { strdup($0) } + [nil] }

  private static func exitStatus(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Whether it still runs; one that ended is taken off the list of processes.
  static func isRunning(_ process: pid_t) -> Bool {
    var status: Int32 = 0
    return waitpid(process, &status, WNOHANG) == 0
  }

  /// Ends it with all that it started.
  static func stop(_ process: pid_t) {
    kill(-process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
