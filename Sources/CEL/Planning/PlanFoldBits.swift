// Sums and the like over lists of ints or of values of the host's types, by their 64 bits.
extension Planner {
  /// A call of an overload that folds a list.
  func planFoldBits(
    _ id: ExpressionID,
    _ name: String,
    _ overload: Overload,
    _ list: Code
  ) -> Code? {
    guard let (initial, combine) = overload.fold,
      case .list(let element) = list.type, element == .int || element.isBits
    else { return nil }
    let loop = list.bitsLoop ?? Self.bitsLoop(over: list, name)
    let long: Run<Int64> = { (a) throws(Stop) in
      try a.tick()
      var result = initial
      try loop.run(&a) { (bits) throws(Stop) in
        guard let next = combine(result, bits) else { throw .error(.overflow.placed(at: id)) }
        result = next
      }
      return result
    }
    var run = long
    if let short = loop.short, case .sumBits = overload.implementation {
      run = { (a) throws(Stop) in
        let before = a.steps
        try a.tick()
        if let result = try short.sum(&a) { return result }
        a.steps = before
        return try long(&a)
      }
    } else if let short = loop.short {
      run = { (a) throws(Stop) in
        let before = a.steps
        try a.tick()
        if let result = try short.fold(initial, &a, combine) { return result }
        a.steps = before
        return try long(&a)
      }
    }
    var code = Code(id, int: run)
    if case .opaque(let type, _) = overload.result { code = Code(id, opaque: type, run) }
    if case .sumBits = overload.implementation { code.listFacts = ListFacts(sum: loop.short) }
    return code
  }

  /// The loop over a list that is there.
  private static func bitsLoop(over list: Code, _ name: String) -> BitsLoop {
    let value = list.value
    let id = list.id
    return BitsLoop { (a, visit) throws(Stop) in
      guard case .list(let list) = try value(&a).payload else {
        throw .error(.noSuchOverload(name).placed(at: id))
      }
      var stop: Stop?
      for element in try a.context.settledElements(list) {
        do throws(Stop) {
          try a.tick()
          guard let bits = element.bits else { throw .error(.noSuchOverload(name).placed(at: id)) }
          try visit(bits)
        } catch {
          stop.merge(error)
        }
      }
      if let stop { throw stop }
    }
  }

  /// The loop of `range.map(x, filter?, transform)` where the transform gives bits.
  static func bitsLoop(_ loop: Loop, _ test: BoolRun?, _ transform: Code) -> BitsLoop? {
    guard let run = transform.bits?.run ?? transform.int?.run else { return nil }
    let short = test == nil ? transform.field.flatMap { FieldLoop(loop, $0) } : nil
    return BitsLoop(short: short) { (a, visit) throws(Stop) in
      var stop: Stop?
      _ = try loop.run(&a) { (a, _) throws(Stop) in
        do throws(Stop) {
          if let test, try !test.run(&a) { return false }
          try visit(try run(&a))
        } catch {
          stop.merge(error)
        }
        return false
      }
      if let stop { throw stop }
    }
  }
}

extension Overload {
  /// The fold of an overload over a list; nil when it is none.
  var fold: (initial: Int64, combine: @Sendable (Int64, Int64) -> Int64?)? {
    switch implementation {
    case .foldBits(let initial, let combine): (initial, combine)
    case .sumBits:
      (
        0,
        { total, next in
          let (sum, overflow) = total.addingReportingOverflow(next)
          return overflow ? nil : sum
        }
      )
    default: nil
    }
  }
}
