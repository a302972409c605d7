import PlanValues
import SeededNumbers
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    ("1,250,000.50", 125_000_050), ("1250000.5", 125_000_050), ("๑๒๐,๐๐๐", 12_000_000),
    ("๑๒๐,๐๐๐.๕๐ บาท", 12_000_050), ("500 บาท", 50_000), ("500บาท", 50_000), ("฿500", 50_000),
    ("฿ 500", 50_000), ("THB 500", 50_000), ("500 THB", 50_000), ("500 thb", 50_000),
    ("-500", -50_000), ("−500", -50_000), ("-฿500", -50_000), ("+7", 700), ("0", 0), ("-0", 0),
    ("10,000.-", 1_000_000), ("10,000.- บาท", 1_000_000), ("500 บาทถ้วน", 50_000),
    ("1.500000", 150), ("1.50000000000000000000000000000000", 150), (".5", 50),
    (" \u{A0}500\t", 50_000), ("1.5 ล้านบาท", 150_000_000), ("2 ล้าน", 200_000_000),
    ("2.5 ลบ.", 250_000_000),
    ("0.000001 ล้านบาท", 100), ("92,233,720,368,547,758.07", Int64.max),
    ("-92,233,720,368,547,758.07", -Int64.max), ("000123", 12_300), ("999", 99_900),
  ])
  func readsWhatPeopleWrite(text: String, satang: Int64) throws {
    #expect(try Money.read(text) == Money(satang: satang))
    #expect(Money(text)?.satang == satang)
  }

  @Test(arguments: [
    ("", AmountError.empty), ("  ", .empty), ("สามแสน", .notANumber), ("-", .notANumber),
    ("1.005", .tooPrecise), ("0.001", .tooPrecise),
    ("1.00000000000000000000000000001", .tooPrecise),
    ("1250,000", .misplacedComma), ("12,50", .misplacedComma), ("1,2345", .misplacedComma),
    ("1,,000", .notANumber), (",100", .misplacedComma), ("1,000,", .notANumber),
    ("0,123", .misplacedComma),
    ("1.000,50", .notANumber), ("500.", .notANumber), ("5 0", .notANumber), ("1e5", .notANumber),
    ("--5", .notANumber), ("-฿-5", .notANumber), ("500 บาทx", .notANumber),
    ("฿500 บาท", .notANumber), ("5 ลบ. บาท", .notANumber),
    ("500 USD", .notANumber), ("0x10", .notANumber), ("NaN", .notANumber),
    ("92,233,720,368,547,758.08", .outOfRange), ("99999999999999999999999", .outOfRange),
    ("92233720368547758 ล้านบาท", .outOfRange), ("0.000000001 ล้านบาท", .tooPrecise),
  ])
  func saysWhyATextIsNoAmount(text: String, expected: AmountError) {
    #expect(throws: expected) { try Money.read(text) }
    #expect(Money(text) == nil)
  }

  @Test(arguments: [
    ("300000", 30_000_000), ("499999.99", 49_999_999), ("1.2e5", 12_000_000),
    ("1.2E+5", 12_000_000),
    ("12e-1", 120), ("-3", -300), ("+3", 300), ("0e999999999999999999", 0), (".5", 50), ("5.", 500),
    ("1e16", 1_000_000_000_000_000_000), ("0.10", 10),
  ])
  func readsNumbersOfDataFormatsExactly(text: String, satang: Int64) {
    #expect(Money(literal: text)?.satang == satang)
  }

  @Test(arguments: [
    "1e17", "1e999999999999", "1e-3", "1,000", "๕", "5 บาท", "", " 5", "e5", "1e", "1e+", "0x1F",
    ".inf",
    "-", ".", "1.2.3", "1_000",
  ])
  func refusesWhatNoDataFormatWrites(text: String) {
    #expect(Money(literal: text) == nil)
  }

  @Test func checksEveryOperation() {
    let most = Money(satang: .max)
    let least = Money(satang: .min)
    #expect(most.adding(Money(satang: 1)) == nil)
    #expect(least.subtracting(Money(satang: 1)) == nil)
    #expect(least.negated() == nil)
    #expect(least.magnitude() == nil)
    #expect(most.multiplied(by: 2) == nil)
    #expect(most.scaled(by: ExactDecimal(micros: 1_000_001)) == nil)
    #expect(Money(baht: .max) == nil)
    #expect(Money(satang: 5).divided(by: 0) == nil)
    #expect(least.divided(by: -1) == nil)
    #expect(Money(satang: 5).ratio(to: .zero) == nil)
    #expect(Money(satang: 5).percentage(of: .zero) == nil)
    #expect(Money(satang: 150).adding(Money(satang: 50)) == Money(baht: 2))
    #expect(Money(satang: 150).subtracting(Money(satang: 50)) == Money(baht: 1))
    #expect(Money(satang: -5) < .zero)
  }

  @Test func sumsWithoutRegardToOrder() {
    let amounts = [Money(satang: .max), Money(satang: 1), Money(satang: -1)]
    #expect(Money.sum(amounts) == Money(satang: .max))
    #expect(Money.sum([Money(satang: .max), Money(satang: 1)]) == nil)
    #expect(Money.sum([]) == .zero)
  }

  @Test(arguments: [
    (Rounding.halfUp, [13, 12, -13, -12, 14]), (.halfEven, [12, 12, -12, -12, 14]),
    (.down, [12, 12, -12, -12, 13]), (.up, [13, 13, -13, -13, 14]),
  ])
  func roundsToTheSatang(rounding: Rounding, expected: [Int64]) {
    let half = ExactDecimal(micros: 500_000)
    let amounts: [(Int64, ExactDecimal)] = [
      (25, half), (122, ExactDecimal(micros: 100_000)), (-25, half),
      (-122, ExactDecimal(micros: 100_000)), (27, half),
    ]
    let results = amounts.map { Money(satang: $0.0).scaled(by: $0.1, rounding: rounding)?.satang }
    #expect(results == expected)
  }

  /// What rounding means, by comparison with the exact share: `numerator / denominator` satang.
  private static func isRounded(
    _ satang: Int64,
    _ numerator: Int128,
    _ denominator: Int128,
    _ rounding: Rounding
  ) -> Bool {
    // Distances are compared in units of the denominator, so nothing is divided.
    let distance = Int128(satang) * denominator - numerator
    let size = distance.magnitude
    let half = denominator.magnitude
    if size >= half { return false }
    let exactIsNegative = (numerator < 0) != (denominator < 0)
    let resultIsBelow = (distance < 0) != (denominator < 0)
    switch rounding {
    case .up: return size == 0 || resultIsBelow == exactIsNegative
    case .down: return size == 0 || resultIsBelow != exactIsNegative
    case .halfUp:
      return size * 2 < half || (size * 2 == half && resultIsBelow == exactIsNegative)
    case .halfEven: return size * 2 < half || (size * 2 == half && satang % 2 == 0)
    }
  }

  @Test("Shares are the nearest in the sense of their rounding, whatever the numbers")
  func shares() throws {
    var generator = SeededGenerator(seed: 2569)
    var halves = 0
    for _ in 0..<20_000 {
      let amount = Money(
        satang: Int64.random(in: -1_000_000...1_000_000, using: &generator)
          << Int64.random(in: 0...20, using: &generator)
      )
      let places = [1, 10, 1_000, 100_000, 1_000_000].randomElement(using: &generator) ?? 1
      let rate = ExactDecimal(
        micros: Int64.random(in: -300...300, using: &generator) * Int64(places)
      )
      var denominator = Int64.random(in: -40...40, using: &generator)
      if denominator == 0 { denominator = 7 }
      let numerator = Int64.random(in: -1_000...1_000, using: &generator)
      for rounding in Rounding.allCases {
        let percent = try #require(amount.percent(rate, rounding: rounding))
        let exact = Int128(amount.satang) * Int128(rate.micros)
        #expect(Self.isRounded(percent.satang, exact, 100_000_000, rounding))
        let fraction = try #require(amount.fraction(numerator, denominator, rounding: rounding))
        let whole = Int128(amount.satang) * Int128(numerator)
        #expect(Self.isRounded(fraction.satang, whole, Int128(denominator), rounding))
        if whole * 2 % Int128(denominator) == 0, whole % Int128(denominator) != 0 { halves += 1 }
      }
      // The two part at most by the satang that rounding moves.
      let down = try #require(amount.percent(rate, rounding: .down))
      let up = try #require(amount.percent(rate, rounding: .up))
      #expect(abs(up.satang - down.satang) <= 1)
      // Other signs, other direction; the size is the same.
      let negated = try #require(amount.negated()?.percent(rate, rounding: .halfUp))
      #expect(negated.satang == -(amount.percent(rate, rounding: .halfUp)?.satang ?? 0))
    }
    #expect(halves > 100)
  }

  @Test("Shares beyond the range are none, and 100 per cent is the whole")
  func sharesAtTheEnds() {
    let most = Money(satang: .max)
    let least = Money(satang: .min)
    let all = ExactDecimal(micros: 100_000_000)
    for rounding in Rounding.allCases {
      #expect(most.percent(all, rounding: rounding) == most)
      #expect(least.percent(all, rounding: rounding) == least)
      #expect(least.percent(ExactDecimal(micros: -100_000_000), rounding: rounding) == nil)
      #expect(most.percent(ExactDecimal(micros: .max), rounding: rounding) == nil)
      #expect(least.percent(ExactDecimal(micros: .min), rounding: rounding) == nil)
      #expect(most.fraction(.max, .max, rounding: rounding) == most)
      #expect(least.fraction(.min, .min, rounding: rounding) == least)
      #expect(least.fraction(1, -1, rounding: rounding) == nil)
      #expect(most.fraction(1, 0, rounding: rounding) == nil)
    }
    #expect(most.percent(ExactDecimal(micros: 100_000_001), rounding: .down)?.satang == nil)
  }

  @Test func multipliesLargeAmountsIn128Bits() {
    let price = Money(satang: 9_000_000_000_000_000_000)
    #expect(price.scaled(by: ExactDecimal(micros: 1_000_000)) == price)
    #expect(
      price.scaled(by: ExactDecimal(micros: 333_333))?.satang == 2_999_997_000_000_000_000
    )
    #expect(Money(satang: 1).percentage(of: Money(satang: 3))?.micros == 33_333_333)
    #expect(Money(satang: 2).ratio(to: Money(satang: 3))?.micros == 666_667)
  }

  @Test(arguments: [
    (125_000_000, "1,250,000.00"), (5, "0.05"), (-5, "-0.05"), (0, "0.00"), (99_999, "999.99"),
    (100_000, "1,000.00"), (Int64.min, "-92,233,720,368,547,758.08"),
  ])
  func writesCommasAndTwoDecimals(satang: Int64, text: String) {
    #expect(Money(satang: satang).formatted() == text)
    #expect(Money(satang: satang).description == text)
  }

  @Test func comparesWithNumbersOfBahtExactly() {
    #expect(Money(satang: 50).compare(toBaht: ExactDecimal(micros: 500_000)) == 0)
    #expect(Money(satang: 50).compare(toBaht: ExactDecimal(micros: 500_001)) == -1)
    #expect(Money(satang: .max).compare(toBaht: ExactDecimal(micros: .max)) == 1)
    #expect(Money(satang: .min).compare(toBaht: ExactDecimal(micros: .min)) == -1)
    #expect(Money(exactly: ExactDecimal(micros: 1_250_000)) == Money(satang: 125))
    #expect(Money(exactly: ExactDecimal(micros: 1_255_000)) == nil)
    #expect(Money(satang: -125).exactBaht == ExactDecimal(micros: -1_250_000))
    #expect(Money(satang: .max).exactBaht == nil)
  }

  @Test func writesThaiDigitsOnRequest() {
    #expect(Money(satang: 12_500_050).formatted(digits: .thai) == "๑๒๕,๐๐๐.๕๐")
    #expect(Money(satang: 12_500_050).plainText == "125000.50")
  }

  @Test func readsBackWhatItWrites() {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<5_000 {
      let shift = UInt64.random(in: 0...62, using: &generator)
      let money = Money(
        satang: Int64.random(in: -Int64.max...Int64.max, using: &generator) >> shift
      )
      #expect(Money(money.formatted()) == money)
      #expect(Money(money.formatted(digits: .thai)) == money)
      #expect(Money(literal: money.plainText) == money)
    }
  }
}

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    ("40.5", 40_500_000), ("๔๐.๕", 40_500_000), ("1,000.000001", 1_000_000_001), ("-1", -1_000_000),
    ("0.0000010", 1), (" 7 ", 7_000_000), ("9223372036854.775807", Int64.max),
  ])
  func readsUpToSixPlaces(text: String, micros: Int64) {
    #expect(ExactDecimal(text)?.micros == micros)
  }

  @Test(arguments: ["", "1.0000001", "1,00", "x", "5%", "5.", "9223372036854.775808", "1 2"])
  func refusesTheRest(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func calculatesExactly() throws {
    let tenth = try #require(ExactDecimal("0.1"))
    let fifth = try #require(ExactDecimal("0.2"))
    #expect(tenth.adding(fifth) == ExactDecimal("0.3"))
    #expect(tenth.multiplied(by: fifth) == ExactDecimal("0.02"))
    #expect(
      ExactDecimal(1)?.divided(by: ExactDecimal(micros: 3_000_000)) == ExactDecimal("0.333333")
    )
    #expect(
      ExactDecimal(2)?.divided(by: ExactDecimal(micros: 3_000_000)) == ExactDecimal("0.666667")
    )
    #expect(tenth.divided(by: .zero) == nil)
    #expect(ExactDecimal(micros: .max).adding(ExactDecimal(micros: 1)) == nil)
    #expect(ExactDecimal(micros: .min).negated() == nil)
    #expect(ExactDecimal(micros: .max).multiplied(by: ExactDecimal(micros: 2_000_000)) == nil)
    #expect(ExactDecimal(Int64.max) == nil)
    #expect(ExactDecimal("40.5") ?? .zero < ExactDecimal("41") ?? .zero)
    #expect(ExactDecimal("3")?.whole == 3)
    #expect(tenth.whole == nil)
  }

  @Test func roundsToPlaces() {
    #expect(ExactDecimal("2.345")?.rounded(toPlaces: 2) == ExactDecimal("2.35"))
    #expect(ExactDecimal("-2.345")?.rounded(toPlaces: 2) == ExactDecimal("-2.35"))
    #expect(ExactDecimal("2.345")?.rounded(toPlaces: 2, rounding: .down) == ExactDecimal("2.34"))
    #expect(ExactDecimal("2.5")?.rounded(toPlaces: 0, rounding: .halfEven) == ExactDecimal("2"))
    #expect(ExactDecimal(micros: .max).rounded(toPlaces: 0) == nil)
  }

  @Test func writesShortestAndFixed() {
    #expect(ExactDecimal("40.50")?.formatted() == "40.5")
    #expect(ExactDecimal("1000")?.formatted() == "1,000")
    #expect(ExactDecimal("1000")?.description == "1000")
    #expect(ExactDecimal("-0.000001")?.description == "-0.000001")
    #expect(ExactDecimal("85.714285")?.formatted(places: 2) == "85.71")
    #expect(ExactDecimal("99.999")?.formatted(places: 2) == "100.00")
    #expect(ExactDecimal("-0.001")?.formatted(places: 2) == "0.00")
    #expect(ExactDecimal(micros: .min).formatted(places: 0) == "-9,223,372,036,855")
    #expect(NumberText.percent(ExactDecimal(micros: 85_714_285)) == "85.71")
    #expect(NumberText.percent(ExactDecimal(micros: 85_714_285), digits: .thai) == "๘๕.๗๑")
    #expect(NumberText.grouped(1_250_000) == "1,250,000")
    #expect(NumberText.grouped(Int64.min) == "-9,223,372,036,854,775,808")
    #expect(NumberText.grouped(999) == "999")
  }

  @Test func readsBackWhatItWrites() {
    var generator = SeededGenerator(seed: 43)
    for _ in 0..<5_000 {
      let shift = UInt64.random(in: 0...62, using: &generator)
      let micros = Int64.random(in: -Int64.max...Int64.max, using: &generator) >> shift
      let number = ExactDecimal(micros: micros)
      #expect(ExactDecimal(number.formatted()) == number)
      #expect(ExactDecimal(literal: number.description) == number)
      #expect(ExactDecimal(number.formatted(places: 6)) == number)
    }
  }
}
