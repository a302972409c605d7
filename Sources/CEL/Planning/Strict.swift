/// Strict operations: all arguments are computed, their unknowns merge and win over the first error.
enum Strict {
  /// An operation on two typed arguments; `apply` may stop.
  static func binary<A, B, R>(
    _ id: ExpressionID,
    _ first: @escaping Run<A>,
    _ second: @escaping Run<B>,
    _ apply: @escaping @Sendable (A, B) throws(Stop) -> R
  ) -> Run<R> {
    { (a) throws(Stop) in
      try a.tick()
      let left: A
      do throws(Stop) {
        left = try first(&a)
      } catch {
        throw Self.after(error, second, &a)
      }
      let right = try second(&a)
      do throws(Stop) { return try apply(left, right) } catch { throw error.placed(at: id) }
    }
  }

  /// An operation on two typed arguments that cannot stop.
  static func total<A, B, R>(
    _ first: @escaping Run<A>,
    _ second: @escaping Run<B>,
    _ apply: @escaping @Sendable (A, B) -> R
  ) -> Run<R> {
    { (a) throws(Stop) in
      try a.tick()
      let left: A
      do throws(Stop) {
        left = try first(&a)
      } catch {
        throw Self.after(error, second, &a)
      }
      return apply(left, try second(&a))
    }
  }

  /// A comparison of ints or bits: the hot form, without generic closures.
  static func compare(
    _ first: @escaping Run<Int64>,
    _ second: @escaping Run<Int64>,
    _ apply: @escaping @Sendable (Int64, Int64) -> Bool
  ) -> Run<Bool> {
    { (a) throws(Stop) in
      try a.tick()
      let left: Int64
      do throws(Stop) {
        left = try first(&a)
      } catch {
        throw Self.after(error, second, &a)
      }
      return apply(left, try second(&a))
    }
  }

  /// Whether two ints or bits are equal, or are not.
  static func equal(
    _ first: @escaping Run<Int64>,
    _ second: @escaping Run<Int64>,
    _ wanted: Bool
  ) -> Run<Bool> {
    { (a) throws(Stop) in
      let (left, right) = try pair(first, second, &a)
      return (left == right) == wanted
    }
  }

  /// The order of two ints.
  static func ordered(
    _ function: String,
    _ first: @escaping Run<Int64>,
    _ second: @escaping Run<Int64>
  ) -> Run<Bool> {
    // A closure for each, so that no closure is called for the comparison itself.
    switch function {
    case Operator.less:
      { (a) throws(Stop) in
        let (left, right) = try pair(first, second, &a)
        return left < right
      }
    case Operator.lessOrEqual:
      { (a) throws(Stop) in
        let (left, right) = try pair(first, second, &a)
        return left <= right
      }
    case Operator.greater:
      { (a) throws(Stop) in
        let (left, right) = try pair(first, second, &a)
        return left > right
      }
    default:
      { (a) throws(Stop) in
        let (left, right) = try pair(first, second, &a)
        return left >= right
      }
    }
  }

  /// Both arguments, and a step for the operation on them.
  @inline(__always)
  private static func pair(
    _ first: Run<Int64>,
    _ second: Run<Int64>,
    _ a: inout Activation
  ) throws(Stop) -> (Int64, Int64) {
    try a.tick()
    let left: Int64
    do throws(Stop) {
      left = try first(&a)
    } catch {
      throw after(error, second, &a)
    }
    return (left, try second(&a))
  }

  /// An operation on ints or bits: the hot form, without generic closures.
  static func combine(
    _ id: ExpressionID,
    _ first: @escaping Run<Int64>,
    _ second: @escaping Run<Int64>,
    _ apply: @escaping @Sendable (Int64, Int64) throws(Stop) -> Int64
  ) -> Run<Int64> {
    { (a) throws(Stop) in
      try a.tick()
      let left: Int64
      do throws(Stop) {
        left = try first(&a)
      } catch {
        throw Self.after(error, second, &a)
      }
      let right = try second(&a)
      do throws(Stop) { return try apply(left, right) } catch { throw error.placed(at: id) }
    }
  }

  /// What stops when the first argument stopped and the second is still to be computed.
  private static func after<B>(_ stop: Stop, _ second: Run<B>, _ a: inout Activation) -> Stop {
    do throws(Stop) {
      _ = try second(&a)
      return stop
    } catch {
      return stop.merging(error)
    }
  }

  /// All arguments as values.
  static func values(_ runs: [Run<Value>], _ a: inout Activation) throws(Stop) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(runs.count)
    var stop: Stop?
    for run in runs {
      do throws(Stop) { values.append(try run(&a)) } catch { stop.merge(error) }
    }
    if let stop { throw stop }
    return values
  }
}
