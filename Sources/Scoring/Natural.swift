/// A whole number from 0 of any size: just what exact sums of shares need.
///
/// The common denominator of two hundred rules with thousands of parts each has hundreds of digits.
/// Least significant word first, no word 0 at the end.
struct Natural: Comparable {
  private(set) var words: [UInt]

  /// Makes a number; below 0 reads as 0.
  init(_ value: Int) {
    words = value > 0 ? [UInt(value)] : []
  }

  static func + (a: Natural, b: Natural) -> Natural {
    var sum = a
    var carry: UInt = 0
    for index in 0..<max(a.words.count, b.words.count) {
      let left = index < a.words.count ? a.words[index] : 0
      let right = index < b.words.count ? b.words[index] : 0
      let (first, over) = left.addingReportingOverflow(right)
      let (second, overAgain) = first.addingReportingOverflow(carry)
      carry = over || overAgain ? 1 : 0
      if index < sum.words.count { sum.words[index] = second } else { sum.words.append(second) }
    }
    if carry > 0 { sum.words.append(carry) }
    return sum
  }

  static func * (a: Natural, factor: Int) -> Natural {
    factor > 0 ? a.multiplied(byWord: UInt(factor)) : Natural(0)
  }

  static func * (a: Natural, b: Natural) -> Natural {
    var product = Natural(0)
    for (shift, word) in a.words.enumerated() {
      var row = b.multiplied(byWord: word)
      if !row.words.isEmpty { row.words.insert(contentsOf: repeatElement(0, count: shift), at: 0) }
      product = product + row
    }
    return product
  }

  private func multiplied(byWord word: UInt) -> Natural {
    guard word > 0 else { return Natural(0) }
    var product = self
    var carry: UInt = 0
    for index in words.indices {
      let (high, low) = words[index].multipliedFullWidth(by: word)
      let (sum, over) = low.addingReportingOverflow(carry)
      product.words[index] = sum
      carry = high + (over ? 1 : 0)
    }
    if carry > 0 { product.words.append(carry) }
    return product
  }

  /// The quotient and remainder by a number above 0.
  func dividedBy(_ divisor: Int) -> (quotient: Natural, remainder: Int) {
    var quotient = self
    var remainder: UInt = 0
    for index in quotient.words.indices.reversed() {
      let part = UInt(divisor).dividingFullWidth((remainder, quotient.words[index]))
      quotient.words[index] = part.quotient
      remainder = part.remainder
    }
    while quotient.words.last == 0 { quotient.words.removeLast() }
    return (quotient, Int(remainder))
  }

  static func < (a: Natural, b: Natural) -> Bool {
    guard a.words.count == b.words.count else { return a.words.count < b.words.count }
    for index in a.words.indices.reversed() where a.words[index] != b.words[index] {
      return a.words[index] < b.words[index]
    }
    return false
  }
}

/// An exact sum of fractions.
struct ExactSum {
  private var numerator = Natural(0)
  private var denominator = Natural(1)

  /// Adds weight × part ÷ whole; the whole must be above 0.
  mutating func add(weight: Int, part: Int, of whole: Int) {
    // Extend the denominator to a multiple of the whole, then add over it.
    let common = Self.greatestDivisor(denominator.dividedBy(whole).remainder, whole)
    let factor = whole / common
    numerator = numerator * factor
    denominator = denominator * factor
    numerator = numerator + denominator.dividedBy(whole).quotient * weight * part
  }

  /// The sum × 10,000 ÷ total, rounded half up; the sum must not be over the total.
  func hundredths(ofTotal total: Int) -> Int {
    // round(x ÷ y) = floor((2x + y) ÷ 2y); the quotient is small, so it is searched for.
    let whole = denominator * total
    let doubled = numerator * 20_000 + whole
    let divisor = whole * 2
    var low = 0
    var high = 10_001
    while high - low > 1 {
      let middle = (low + high) / 2
      if doubled < divisor * middle { high = middle } else { low = middle }
    }
    return low
  }

  private static func greatestDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}
