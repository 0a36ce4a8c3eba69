import Testing

@testable import Site

@Suite("What browsers send") struct RequestTests {
  @Test func formFieldsAreDecodedInTheirOrder() {
    let form = FormFields(urlEncoded: Array("a=1&b=%E7%BB%A9+%E8%A1%A1&a=2&empty=&bare".utf8))
    #expect(form?.all("a") == ["1", "2"])
    #expect(form?["b"] == "绩 衡")
    #expect(form?["a"] == "2" && form?["empty"] == "" && form?["bare"] == "" && form?["none"] == "")
  }

  @Test(
    "are refused where they are malformed",
    arguments: ["a=%", "a=%4", "a=%zz", "%E7%BB=1", "a=%FF", "a=%00", "a=1%002"])
  func malformedFormsAreRefused(_ body: String) {
    #expect(FormFields(urlEncoded: Array(body.utf8)) == nil)
  }

  private func multipart(_ body: String, boundary: String = "b1") -> MultipartForm? {
    MultipartForm(Array(body.utf8), contentType: "multipart/form-data; boundary=\(boundary)")
  }

  @Test func filesKeepTheirNamesAndBytes() {
    let form = multipart(
      "--b1\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nabc\r\n"
        + "--b1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"报告.docx\"\r\nContent-Type: x/y\r\n\r\n"
        + "PK\r\n\r\n--b\r\nend\r\n--b1--\r\n")
    #expect(form?["csrf"] == "abc")
    #expect(form?.file("file")?.fileName == "报告.docx")
    #expect(form?.file("file")?.content == Array("PK\r\n\r\n--b\r\nend".utf8))
    #expect(form?.file("csrf") == nil)
  }

  @Test(
    "is refused where it is cut off or not what it says",
    arguments: [
      "", "--b1", "--b1\r\n", "--b1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx", "--b2--",
      "--b1\r\n--b1--\r\n",
      "--b1\r\n\r\n--b1--", "--b1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\0\r\n--b1--",
    ])
  func brokenMultipartIsRefused(_ body: String) {
    #expect(multipart(body) == nil)
  }

  @Test(
    "names of files are read as browsers write them",
    arguments: [
      ("自评;终稿.docx", "自评;终稿.docx"), ("a%22b%22.docx", "a\"b\".docx"), ("a%0D%0Ab.docx", "a\r\nb.docx"), ("", ""),
      ("50%.docx", "50%.docx"),
    ])
  func fileNames(_ written: String, _ name: String) {
    let form = multipart(
      "--b1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(written)\"\r\n\r\nx\r\n--b1--\r\n")
    #expect(form?.file("file")?.fileName == name)
  }

  @Test(
    "lists have pages from 1 and years of four digits",
    arguments: [
      ("9223372036854775807", 1_000_000, nil), ("-9223372036854775808", 1, nil), ("2024", 2024, 2024), ("x", 1, nil),
    ]
      as [(String, Int, Int?)])
  func listFields(_ text: String, _ page: Int, _ year: Int?) {
    #expect(ListField.page(text) == page && ListField.year(text) == year)
  }

  @Test func theAddressOfThoseWithoutAScoreIsReadAsItIsWritten() {
    var query = StatisticsQuery { _ in nil }
    query.grade = ""
    #expect(query.address() == "?grade=none")
    #expect(StatisticsQuery { $0 == "grade" ? "none" : nil }.grade == "")
    #expect(StatisticsQuery { $0 == "grade" ? "" : nil }.grade == nil)
  }

  @Test func timesAreThoseOfChina() {
    #expect(Moment(0).full == "1970年1月1日 08:00")
    #expect(Moment(1_741_759_351).full == "2025年3月12日 14:02" && Moment(1_741_759_351).clock == "14:02:31")
    #expect(Moment(1_709_222_400).full == "2024年3月1日 00:00")
    #expect(Moment(1_709_222_399).full == "2024年2月29日 23:59")
    #expect(Moment(-28_801).full == "1969年12月31日 23:59")
    #expect(Moment.day("2025-03-31") == "2025年3月31日" && Moment.day("?") == "?")
  }

  @Test func everyAddressIsMadeFromItsCase() {
    #expect(Route.sheet(12, "base").path == "/filings/12/sheets/base")
  }
}
