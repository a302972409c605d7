/// The shortest time of some runs in seconds, for comparing sizes with each other: a busy machine lengthens single runs.
public func shortestTime(of runs: Int = 3, _ work: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  var best = Double.infinity
  for _ in 0..<runs {
    let spent = try clock.measure(work).components
    best = min(best, Double(spent.seconds) + Double(spent.attoseconds) / 1e18)
  }
  return best
}
