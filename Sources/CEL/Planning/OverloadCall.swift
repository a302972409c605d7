/// A call of one overload of the host on computed arguments.
struct OverloadCall: Sendable {
  let overload: Overload
  let id: ExpressionID
  let name: String
  private let cost: Overload.Cost

  init(_ overload: Overload, _ id: ExpressionID, _ name: String) {
    self.overload = overload
    self.id = id
    self.name = name
    cost = overload.countedBefore
  }

  /// Whether unknowns and errors stay outside.
  var isStrict: Bool {
    switch overload.implementation {
    case .nonStrict, .nonStrictInContext, .counting: false
    default: true
    }
  }

  /// Whether the values are of the types of the parameters; unknowns and errors fit a lenient
  /// overload anywhere.
  func fits(_ values: [Value]) -> Bool {
    zip(overload.parameters, values).allSatisfy { parameter, value in
      switch value.payload {
      case .unknown, .error: !isStrict
      default: value.fits(parameter) && Self.elementsFit(value, parameter)
      }
    }
  }

  /// Whether the elements of a list are of the type asked for; those that are missing or failed say nothing.
  ///
  /// Lists of lists tell no overloads apart, and `flatten` keeps an element that is no list.
  private static func elementsFit(_ value: Value, _ parameter: CELType) -> Bool {
    guard case .list(let list) = value.payload, case .list(let wanted) = parameter else {
      return true
    }
    if case .list = wanted { return true }
    switch list {
    case .elements(let elements):
      return elements.allSatisfy { element in
        switch element.payload {
        case .unknown, .error: true
        default: element.fits(wanted)
        }
      }
    case .node(_, let element): return element.mayFit(wanted)
    }
  }

  func call(_ values: [Value], _ a: inout Activation) throws(Stop) -> Value {
    try a.tick(cost, values)
    let value: Value
    do throws(Stop) {
      value = try result(values, &a).settled()
    } catch {
      throw error.placed(at: id)
    }
    // What is made counts too: `lists.range` and `replace` make much out of little.
    if case .constant = cost { return value }
    try a.tick(made: value)
    return value
  }

  private func result(_ values: [Value], _ a: inout Activation) throws(Stop) -> Value {
    let context = a.context
    switch overload.implementation {
    case .values(let function):
      var computed: [Value] = []
      for value in values { computed.append(try context.materialised(value)) }
      return function(computed)
    case .nonStrict(let function):
      return function(values.map { value in (try? context.materialised(value)) ?? value })
    case .inContext(let function), .nonStrictInContext(let function):
      return function(values, context)
    case .counting(let function):
      var steps: UInt64 = 0
      let value = function(values, context, &steps)
      try a.tick(min(steps, a.remainingSteps))
      return value
    case .compareBits(let function):
      let (first, second) = try bits(values)
      return Value(.bool(function(first, second)))
    case .combineBits(let function):
      let (first, second) = try bits(values)
      guard let result = function(first, second) else { throw .error(.overflow) }
      if case .opaque(let type, _) = overload.result {
        return Value(.opaque(type: type, bits: result))
      }
      return Value(.int(result))
    case .foldBits, .sumBits:
      guard let (initial, combine) = overload.fold else { throw .error(.noSuchOverload(name)) }
      return try folded(values, initial, combine, context)
    case .builtIn: throw .error(.noSuchOverload(name))
    }
  }

  private func folded(
    _ values: [Value],
    _ initial: Int64,
    _ combine: @Sendable (Int64, Int64) -> Int64?,
    _ context: EvaluationContext
  ) throws(Stop) -> Value {
    guard values.count == 1, case .list(let list) = values[0].payload else {
      throw .error(.noSuchOverload(name))
    }
    var result = initial
    for element in try context.settledElements(list) {
      guard let bits = element.bits else { throw .error(.noSuchOverload(name)) }
      guard let next = combine(result, bits) else { throw .error(.overflow) }
      result = next
    }
    if case .opaque(let type, _) = overload.result {
      return Value(.opaque(type: type, bits: result))
    }
    return Value(.int(result))
  }

  private func bits(_ values: [Value]) throws(Stop) -> (Int64, Int64) {
    guard values.count == 2, let first = values[0].bits, let second = values[1].bits else {
      throw .error(.noSuchOverload(name))
    }
    return (first, second)
  }
}

extension Value {
  /// The 64 bits of a value of the host's types or an int.
  var bits: Int64? {
    switch payload {
    case .opaque(_, let bits): bits
    case .int(let number): number
    default: nil
    }
  }
}

extension EvaluationContext {
  /// The value with lists and maps of the document read into computed ones, all the way down.
  func materialised(_ value: Value) throws(Stop) -> Value {
    switch value.payload {
    case .list(let list):
      var elements = try settledElements(list)
      for index in elements.indices where elements[index].isContainer {
        elements[index] = try materialised(elements[index])
      }
      return Value(.list(.elements(elements)), origin: value.origin)
    case .map(let map):
      var made = MapEntries()
      for (key, value) in try settledEntries(map) {
        _ = made.insert(key, try materialised(value))
      }
      return Value(.map(.entries(made)), origin: value.origin)
    default: return value
    }
  }
}

extension Value {
  fileprivate var isContainer: Bool {
    switch payload {
    case .list, .map: true
    default: false
    }
  }
}
