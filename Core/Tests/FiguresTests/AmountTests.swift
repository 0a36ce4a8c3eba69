import Figures
import Testing

@Suite("Amounts are exact to the 分")
struct AmountTests {
  @Test(
    arguments: [
      ("716.83", AmountUnit.tenThousandYuan, 716_830_000), ("80.231", .hundredMillionYuan, 802_310_000_000),
      ("9.81", .yuan, 981), ("0.000001", .tenThousandYuan, 1),
    ] as [(String, AmountUnit, Int64)])
  func countsFen(_ written: String, _ unit: AmountUnit, _ fen: Int64) throws {
    #expect(Amount(try Figure(reading: written), in: unit)?.fen == fen)
  }

  @Test func refusesWhatIsFinerThanAFen() throws {
    #expect(Amount(try Figure(reading: "0.001"), in: .yuan) == nil)
  }

  @Test func writesItselfInEachUnit() {
    let amount = Amount(fen: 981)
    #expect(amount.figure(in: .yuan)?.description == "9.81")
    #expect(amount.figure(in: .tenThousandYuan)?.description == "0.000981")
    #expect(amount.figure(in: .hundredMillionYuan) == nil)
  }
}
