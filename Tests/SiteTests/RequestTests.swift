import Testing

@testable import Site

@Suite("What browsers send") struct RequestTests {
  @Test func formFieldsAreDecodedInTheirOrder() {
    let form = FormFields(urlEncoded: Array("a=1&b=%E7%BB%A9+%E8%A1%A1&a=2&empty=&bare".utf8))
    #expect(form?.all("a") == ["1", "2"])
    #expect(form?["b"] == "绩 衡")
    #expect(form?["a"] == "2" && form?["empty"] == "" && form?["bare"] == "" && form?["none"] == "")
  }

  @Test("are refused where they are malformed", arguments: ["a=%", "a=%4", "a=%zz", "%E7%BB=1", "a=%FF"])
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
    arguments: ["", "--b1", "--b1\r\n", "--b1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx", "--b2--"])
  func brokenMultipartIsRefused(_ body: String) {
    #expect(multipart(body) == nil)
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
    #expect(Route.budgetData(year: 2024, unit: "201001").path == "/api/v1/budget-data/2024/201001")
  }
}
