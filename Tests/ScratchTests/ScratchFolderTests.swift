import Foundation
import Scratch
import Testing

struct ScratchFolderTests {
  @Test func nobodyElseMayLookIntoAScratchFolderAndItIsGoneAfterwards() throws {
    let folder = try #require(ScratchFolder())
    var facts = stat()
    #expect(stat(folder.path, &facts) == 0 && facts.st_mode & 0o777 == 0o700)
    #expect(folder.write([1, 2], to: "a") && folder.bytes(of: "a") == [1, 2])
    folder.remove()
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }
}
