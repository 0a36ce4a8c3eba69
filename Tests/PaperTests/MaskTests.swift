import Testing

@testable import Paper

@Suite struct MaskTests {
  @Test(arguments: [
    ("张三", "张×"), ("欧阳明月", "欧×"), ("张三、李四 王五", "张×、李× 王×"), ("", ""), ("　", "　"),
    ("13800138001", "138****8001"), ("138 0013 8001", "138 **** 8001"), ("１３８００１３８００１", "１３８****８００１"),
    ("0739-7612345", "073*-***2345"), ("7612345", "761****"), ("13800138001、13900139002", "138****8001、139****9002"),
    ("张三13800138001", "张×138****8001"), ("13800138001（张三）", "138****8001（张×）"), ("8012", "8012"),
    ("电话：13800138001", "电×：138****8001"),
  ])
  func `names keep their first character, numbers three and four digits`(text: String, masked: String) {
    #expect(Mask.masked(text) == masked)
    #expect(Mask.masked(masked) == masked)
  }
}
