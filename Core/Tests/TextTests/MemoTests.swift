import Synchronization
import Testing

@testable import Text

@Suite struct MemoTests {
  @Test func `the same question is worked out once`() {
    let asked = Mutex<[String]>([])
    let memo = Memo<String, Int> { text in
      asked.withLock { $0.append(text) }
      return text.count
    }
    #expect([memo("支出"), memo("三公经费"), memo("支出")] == [2, 4, 2])
    #expect(asked.withLock { $0 } == ["支出", "三公经费"])
  }

  @Test func `what was answered is forgotten when there is too much of it`() {
    let count = Mutex(0)
    let memo = Memo<Int, Int>(capacity: 2) { number in
      count.withLock { $0 += 1 }
      return number * number
    }
    #expect([1, 2, 3, 1, 3].map(memo.callAsFunction) == [1, 4, 9, 1, 9])
    // 1 is asked again behind 3, which pushed it out; 3 is not.
    #expect(count.withLock { $0 } == 4)
  }
}
