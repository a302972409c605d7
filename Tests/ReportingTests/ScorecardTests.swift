import Diagnostics
import Findings
import RuleModel
import Scoring
import Testing

@Suite("House score")
struct ScorecardTests {
  private func result(
    _ id: String,
    _ outcome: Outcome,
    _ parts: PartCounts = PartCounts(),
    weight: Int = 5,
    severity: Severity = .error,
    family: Family = .completeness,
    basis: Basis = .text
  ) -> RuleResult {
    RuleResult(
      rule: Made.rule(id, family, severity, weight: weight, basis: basis),
      outcome: outcome,
      parts: parts
    )
  }

  @Test("adds weighted shares exactly and rounds half up once")
  func handComputedTotal() {
    // 8 × 2/7 + 5 × 1 + 3 × 0 = 7.285714…; ÷ 16 = 45.535714… of 100.
    let card = Scorecard.compute(
      from: Made.result([
        result("J02-CMP-003", .fail, Made.parts(pass: 2, fail: 5), weight: 8),
        result("J02-ALN-001", .pass, Made.parts(pass: 1), weight: 5, family: .alignment),
        result("J02-PRC-001", .unknown, Made.parts(unknown: 2), weight: 3, family: .procedure),
      ])
    )
    #expect(card.total == Scorecard.Score(hundredths: 4554))
    let families = Dictionary(uniqueKeysWithValues: card.families.map { ($0.family, $0) })
    #expect(card.families.map(\.family) == Family.allCases)
    #expect(families[.completeness]?.score == Scorecard.Score(hundredths: 2857))
    #expect(families[.alignment]?.score == Scorecard.Score(hundredths: 10000))
    #expect(families[.procedure]?.score == Scorecard.Score(hundredths: 0))
    #expect(families[.threshold]?.score == nil)
    #expect(families[.completeness]?.weight == 8)
    #expect(families[.completeness]?.met == 0)
    // Gains: 8 × 5/7 ÷ 16 = 35.714…, nothing, 3 ÷ 16 = 18.75.
    #expect(card.contributions.map(\.gain.hundredths) == [3571, 0, 1875])
    #expect(card.verdict == .notReady)
    #expect(card.blockers == ["J02-CMP-003"])
  }

  @Test(
    "rounds half up to hundredths",
    // met of counted, hundredths: 1/16 = 6.25, 1/32 = 3.125, 3/32 = 9.375, 1/3, 2/3.
    arguments: [(1, 16, 625), (1, 32, 313), (3, 32, 938), (1, 3, 3333), (2, 3, 6667), (0, 9, 0)]
  )
  func rounding(met: Int, counted: Int, hundredths: Int) {
    let parts = Made.parts(pass: met, fail: counted - met)
    let card = Scorecard.compute(from: Made.result([result("A", .fail, parts)]))
    #expect(card.total?.hundredths == hundredths)
  }

  @Test("counts unknown and error parts as not met and waived ones as met")
  func outcomesThatCount() {
    let parts = Made.parts(pass: 1, fail: 1, unknown: 1, error: 1, waived: 1)
    let card = Scorecard.compute(from: Made.result([result("A", .fail, parts)]))
    #expect(card.total?.hundredths == 4000)
    let waived = Scorecard.compute(
      from: Made.result([result("A", .waived, Made.parts(waived: 3))])
    )
    #expect(waived.total?.hundredths == 10000)
    #expect(waived.verdict == .ready)
  }

  @Test(
    "leaves out rules that were not judged",
    arguments: [Outcome.notApplicable, .notSelected, .notChecked]
  )
  func outcomesThatDoNotCount(outcome: Outcome) {
    let alone = Scorecard.compute(from: Made.result([result("A", outcome)]))
    #expect(alone.total == nil)
    #expect(alone.verdict == .nothingChecked)
    #expect(alone.contributions.isEmpty)
    let beside = Scorecard.compute(
      from: Made.result([result("A", outcome), result("B", .pass, Made.parts(pass: 1))])
    )
    #expect(beside.total?.hundredths == 10000)
    #expect(beside.verdict == .ready)
  }

  @Test("counts a rule that failed before it had parts as one part")
  func ruleWithoutParts() {
    let card = Scorecard.compute(from: Made.result([result("A", .error), result("B", .pass)]))
    #expect(card.contributions.map(\.counted) == [1, 1])
    #expect(card.total?.hundredths == 5000)
  }

  @Test("a failed warning does not stand against going forward, a failed error does")
  func verdicts() {
    let failed = Made.parts(fail: 1)
    let warning = [result("A", .fail, failed, severity: .warning)]
    #expect(Scorecard.compute(from: Made.result(warning)).verdict == .ready)
    let error = [result("A", .fail, failed), result("B", .pass)]
    #expect(Scorecard.compute(from: Made.result(error)).verdict == .notReady)
    let unknown = [result("A", .unknown, Made.parts(unknown: 1))]
    #expect(Scorecard.compute(from: Made.result(unknown)).verdict == .ready)
  }

  @Test("an error in the form stands against going forward, a warning does not")
  func structureErrors() {
    let text = LocalizedText(th: "ก", en: "a")
    let rules = [result("A", .pass, Made.parts(pass: 1))]
    let errors = [
      Made.finding("STR-004", message: text), Made.finding("STR-004", message: text),
    ]
    let bad = Scorecard.compute(from: Made.result(rules, structure: errors))
    #expect(bad.verdict == .notReady)
    #expect(bad.blockers == ["STR-004"])
    #expect(bad.total?.hundredths == 10000)
    let warning = [Made.finding("STR-001", .fail, .warning, message: text)]
    let good = Scorecard.compute(from: Made.result(rules, structure: warning))
    #expect(good.verdict == .ready)
    let nothing = Scorecard.compute(from: Made.result([], structure: errors))
    #expect(nothing.verdict == .notReady)
  }

  @Test("rules that a profile keeps out of the score count in neither score nor verdict")
  func unscored() {
    func card(isScored: Bool) -> Scorecard {
      let derived = RuleResult(
        rule: Made.rule("A", basis: .derived),
        outcome: .fail,
        isScored: isScored,
        parts: Made.parts(fail: 1)
      )
      return Scorecard.compute(
        from: Made.result([derived, result("B", .pass, Made.parts(pass: 1))])
      )
    }
    #expect(card(isScored: true).verdict == .notReady)
    #expect(card(isScored: true).total?.hundredths == 5000)
    #expect(card(isScored: false).verdict == .ready)
    #expect(card(isScored: false).total?.hundredths == 10000)
    #expect(card(isScored: false).unscored == ["A"])
  }

  @Test("stays exact where a common denominator does not fit any machine word")
  func hugeDenominators() {
    // 200 different primes-like part counts; one part fails in each.
    var rules: [RuleResult] = []
    var missing = 0.0
    for index in 0..<200 {
      let counted = 99_991 - index * 2
      rules.append(result("R\(index)", .fail, Made.parts(pass: counted - 1, fail: 1), weight: 7))
      missing += 1.0 / Double(counted)
    }
    let card = Scorecard.compute(from: Made.result(rules))
    let expected = Int(((1 - missing / 200) * 10_000).rounded())
    #expect(card.total?.hundredths == expected)
    let same = Scorecard.compute(
      from: Made.result(
        (0..<300).map { result("S\($0)", .fail, Made.parts(pass: 1, fail: 2 + 3 * ($0 % 5))) }
      )
    )
    // Shares 1/3, 1/6, 1/9, 1/12, 1/15 in equal number: mean 137/900.
    #expect(same.total?.hundredths == 1522)
  }

  @Test("mending a part never lowers the score, and gains lead to 100")
  func properties() {
    var random = Xorshift(state: 0x9e37_79b9_7f4a_7c15)
    for _ in 0..<200 {
      var counts: [(pass: Int, fail: Int, weight: Int)] = []
      for _ in 0..<(1 + random.next(12)) {
        counts.append((random.next(9), random.next(9), 1 + random.next(10)))
      }
      func card() -> Scorecard {
        Scorecard.compute(
          from: Made.result(
            counts.enumerated().map { index, count in
              result(
                "R\(index)",
                count.fail > 0 ? .fail : .pass,
                Made.parts(pass: count.pass, fail: count.fail),
                weight: count.weight
              )
            }
          )
        )
      }
      let before = card()
      let total = before.total?.hundredths ?? 0
      let gains = before.contributions.reduce(0) { $0 + $1.gain.hundredths }
      // Each gain and the total are rounded on their own.
      #expect(abs(10_000 - total - gains) <= (counts.count + 1) / 2 + 1)
      let index = random.next(counts.count)
      guard counts[index].fail > 0 else { continue }
      counts[index].fail -= 1
      counts[index].pass += 1
      #expect((card().total?.hundredths ?? 0) >= total)
    }
  }
}

/// A small generator with a fixed start, so that a failure comes again.
struct Xorshift {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(bound, 1)))
  }
}
