import Evaluation
import Policies
import Rules
import Testing

struct FaultTests {
  @Test func `the sample that the examples change has no fault`() {
    let file = PolicyFile(name: "sample.yaml", bytes: Array(SamplePolicy.text.utf8))
    #expect(file.faults.map(\.description) == [])
    #expect(file.policy?.id == "sample")
  }

  @Test(arguments: FaultExample.all)
  func `each fault is found at its line and said in words`(_ example: FaultExample) {
    #expect(SamplePolicy.text.contains(example.original))
    #expect(example.faults.count == example.messages.count)
    let file = PolicyFile(name: "sample.yaml", bytes: Array(example.text.utf8))
    #expect(file.faults.map(\.description) == example.faults.sorted().map(\.description))
    #expect((file.policy == nil) == (example.severity == .error))
  }

  @Test func `all faults of a file are found at once`() {
    let text = SamplePolicy.text
      .replacing("version: 1", with: "verison: 1").replacing("unit: 万元", with: "unit: 美元")
      .replacing("funds.final <=", with: "fund.final <=")
    let file = PolicyFile(name: "sample.yaml", bytes: Array(text.utf8))
    #expect(
      file.faults.map(\.message) == [
        "缺少“version”。", "没有“verison”这一项，是否为“version”？", "“unit”不能是“美元”。是否为“万元”？可选：元、万元、亿元。",
        "公式引用的“fund”在表“base”中没有，是否为“funds”。",
      ])
  }

  @Test func `a file that is no text, too large or empty is one fault`() {
    let files = [[0xFF, 0x41], [UInt8](repeating: 0x20, count: 1_000_001), []].map {
      PolicyFile(name: "sample.yaml", bytes: $0)
    }
    #expect(
      files.map { $0.faults.map(\.message) } == [
        ["文件不是 UTF-8 编码，请另存为 UTF-8。"], ["文件超过 1 MB，不像制度文件。"], ["文件是空的。"],
      ])
  }

  @Test func `a byte order mark and Windows line ends are taken`() {
    let text = "\u{FEFF}" + SamplePolicy.text.replacing("\n", with: "\r\n")
    #expect(PolicyFile(name: "sample.yaml", bytes: Array(text.utf8)).faults.map(\.description) == [])
  }

  @Test func `a policy's id is its file name, which must be plain`() {
    let bytes = Array(SamplePolicy.text.utf8)
    #expect(PolicyFile(name: "Policies/hunan-2024.yaml", bytes: bytes).policy?.id == "hunan-2024")
    #expect(
      PolicyFile(name: "湖南 2024.yaml", bytes: bytes).faults.map(\.message) == [
        "文件名“湖南 2024”应只用字母、数字和连字符，如 hunan-2024-department.yaml。"
      ])
  }

  @Test func `the hash follows every byte of the file`() {
    func hash(_ text: String) -> String? { PolicyFile(name: "sample.yaml", bytes: Array(text.utf8)).policy?.hash }
    let first = hash(SamplePolicy.text)
    #expect(first?.count == 64)
    #expect(first == hash(SamplePolicy.text))
    #expect(first != hash(SamplePolicy.text + "# 注释\n"))
  }
}
