/// An exact quotient of whole numbers from 0; scores of nested groups are sums and quotients of them.
///
/// Not reduced: a tree of some hundred groups has denominators of some hundred words, and is added up
/// once.
struct Fraction {
  private var numerator: Natural
  private var denominator: Natural

  /// A whole number; below 0 reads as 0.
  init(_ value: Int) {
    numerator = Natural(value)
    denominator = Natural(1)
  }

  private init(_ numerator: Natural, over denominator: Natural) {
    self.numerator = numerator
    self.denominator = denominator
  }

  static func + (a: Fraction, b: Fraction) -> Fraction {
    if a.denominator == b.denominator {
      return Fraction(a.numerator + b.numerator, over: a.denominator)
    }
    return Fraction(
      a.numerator * b.denominator + b.numerator * a.denominator,
      over: a.denominator * b.denominator
    )
  }

  static func * (a: Fraction, factor: Int) -> Fraction {
    Fraction(a.numerator * factor, over: a.denominator)
  }

  /// The quotient by a number above 0.
  static func / (a: Fraction, divisor: Int) -> Fraction {
    Fraction(a.numerator, over: a.denominator * divisor)
  }

  /// The value in millionths, rounded half up; values that no `Int` holds come out as the greatest.
  var millionths: Int {
    // round(x ÷ y) = floor((2x + y) ÷ 2y); searched for, as long division is needed nowhere else.
    let doubled = numerator * 2_000_000 + denominator
    let divisor = denominator * 2
    var low = 0
    var high = 1
    while high < Int.max / 2, !(doubled < divisor * high) {
      low = high
      high *= 2
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if doubled < divisor * middle { high = middle } else { low = middle }
    }
    return low
  }
}
