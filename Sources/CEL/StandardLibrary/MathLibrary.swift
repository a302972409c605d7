internal import Diagnostics

// Math, as cel-go's extension (version 2). `math.greatest` and `math.least` take any number of
// arguments: a macro makes a list of more than two.
extension Environment {
  mutating func declareMath() {
    declare(Self.extremes("math.greatest", .greater) + Self.extremes("math.least", .less))
    declare(Self.roundings + Self.classes + Self.magnitudes + Self.bits + Self.shifts)
    for name in ["greatest", "least"] { declare(Self.extremeMacro(name)) }
  }

  private static func extremeMacro(_ name: String) -> MacroDeclaration {
    MacroDeclaration(name, isMember: true, arity: nil) {
      (context, target, arguments) throws(MacroError) in
      guard case .identifier("math") = target?.kind, let target else { return nil }
      if let first = arguments.first {
        guard arguments.count > 2 else { return nil }
        _ = first
        let list = context.make(.list(arguments.map { Expression.ListElement($0) }))
        return context.call(name, target: target, list)
      }
      throw MacroError(
        at: target.id,
        LocalizedText(
          th: "math.\(name)() ต้องมีค่าอย่างน้อยหนึ่งค่า",
          en: "math.\(name)() needs at least one value"
        )
      )
    }
  }

  private static let numberTypes: [(name: String, type: CELType)] = [
    ("int", .int), ("uint", .uint), ("double", .double),
  ]

  private static func extremes(_ name: String, _ wanted: Order) -> [FunctionDeclaration] {
    let id = name.replacingDots
    let pick: @Sendable ([Value]) throws(Stop) -> Value = { (values) throws(Stop) in
      guard values.allSatisfy(\.isNumber) else { throw .error(.noSuchOverload(name)) }
      return try ListParts.extreme(values, wanted, name)
    }
    var functions: [FunctionDeclaration] = []
    for (first, type) in numberTypes {
      functions.append(
        .global(name, "\(id)_\(first)", [type], type, cost: .constant) { (a) throws(Stop) in
          try pick(a.values)
        }
      )
      for (second, other) in numberTypes {
        functions.append(
          .global(
            name,
            "\(id)_\(first)_\(second)",
            [type, other],
            first == second ? type : .dyn,
            cost: .constant
          ) { (a) throws(Stop) in try pick(a.values) }
        )
      }
    }
    for (element, type) in numberTypes + [("dyn", .dyn)] {
      functions.append(
        .global(name, "\(id)_list_\(element)", [.list(type)], type, cost: .linear) {
          (a) throws(Stop) in
          try pick(a.list(0))
        }
      )
    }
    return functions
  }

  private static var roundings: [FunctionDeclaration] {
    let rules: [(String, FloatingPointRoundingRule)] = [
      ("ceil", .up), ("floor", .down), ("round", .toNearestOrAwayFromZero), ("trunc", .towardZero),
    ]
    return rules.map { name, rule in
      .global("math." + name, "math_\(name)_double", [.double], .double, cost: .constant) {
        (a) throws(Stop) in Value(.double(try a.double(0).rounded(rule)))
      }
    } + [
      .global("math.sqrt", "math_sqrt_double", [.double], .double, cost: .constant) {
        (a) throws(Stop) in Value(.double(try a.double(0).squareRoot()))
      },
      .global("math.sqrt", "math_sqrt_int", [.int], .double, cost: .constant) {
        (a) throws(Stop) in Value(.double(Double(try a.int(0)).squareRoot()))
      },
      .global("math.sqrt", "math_sqrt_uint", [.uint], .double, cost: .constant) {
        (a) throws(Stop) in Value(.double(Double(try a.uint(0)).squareRoot()))
      },
    ]
  }

  private static var classes: [FunctionDeclaration] {
    let tests: [(String, @Sendable (Double) -> Bool)] = [
      ("isNaN", { $0.isNaN }), ("isInf", { $0.isInfinite }), ("isFinite", { $0.isFinite }),
    ]
    return tests.map { name, test in
      .global("math." + name, "math_\(name)_double", [.double], .bool, cost: .constant) {
        (a) throws(Stop) in Value(.bool(test(try a.double(0))))
      }
    }
  }

  private static var magnitudes: [FunctionDeclaration] {
    [
      .global("math.abs", "math_abs_int", [.int], .int, cost: .constant) { (a) throws(Stop) in
        let number = try a.int(0)
        guard number != .min else { throw .error(.overflow) }
        return Value(.int(abs(number)))
      },
      .global("math.abs", "math_abs_uint", [.uint], .uint, cost: .constant) {
        (a) throws(Stop) in a.values[0]
      },
      .global("math.abs", "math_abs_double", [.double], .double, cost: .constant) {
        (a) throws(Stop) in Value(.double(try a.double(0).magnitude))
      },
      .global("math.sign", "math_sign_int", [.int], .int, cost: .constant) { (a) throws(Stop) in
        Value(.int(try a.int(0).signum()))
      },
      .global("math.sign", "math_sign_uint", [.uint], .uint, cost: .constant) {
        (a) throws(Stop) in Value(.uint(try a.uint(0).signum()))
      },
      .global("math.sign", "math_sign_double", [.double], .double, cost: .constant) {
        (a) throws(Stop) in
        let number = try a.double(0)
        return Value(.double(number > 0 ? 1 : number < 0 ? -1 : number.isNaN ? number : 0))
      },
    ]
  }

  private static var bits: [FunctionDeclaration] {
    let operations: [(String, @Sendable (UInt64, UInt64) -> UInt64)] = [
      ("bitAnd", { $0 & $1 }), ("bitOr", { $0 | $1 }), ("bitXor", { $0 ^ $1 }),
    ]
    return operations.flatMap { name, operation in
      [
        .global("math." + name, "math_\(name)_int_int", [.int, .int], .int, cost: .constant) {
          (a) throws(Stop) in
          let first = UInt64(bitPattern: try a.int(0))
          return Value(.int(Int64(bitPattern: operation(first, UInt64(bitPattern: try a.int(1))))))
        },
        .global("math." + name, "math_\(name)_uint_uint", [.uint, .uint], .uint, cost: .constant) {
          (a) throws(Stop) in Value(.uint(operation(try a.uint(0), try a.uint(1))))
        },
      ]
    } + [
      .global("math.bitNot", "math_bitNot_int_int", [.int], .int, cost: .constant) {
        (a) throws(Stop) in Value(.int(~(try a.int(0))))
      },
      .global("math.bitNot", "math_bitNot_uint_uint", [.uint], .uint, cost: .constant) {
        (a) throws(Stop) in Value(.uint(~(try a.uint(0))))
      },
    ]
  }

  /// Shifts of 64 and more give 0, also to the right: the sign is not kept.
  private static var shifts: [FunctionDeclaration] {
    let operations: [(String, @Sendable (UInt64, Int64) -> UInt64)] = [
      ("bitShiftLeft", { $1 > 63 ? 0 : $0 << UInt64($1) }),
      ("bitShiftRight", { $1 > 63 ? 0 : $0 >> UInt64($1) }),
    ]
    return operations.flatMap { name, operation in
      [
        .global("math." + name, "math_\(name)_int_int", [.int, .int], .int, cost: .constant) {
          (a) throws(Stop) in
          let number = UInt64(bitPattern: try a.int(0))
          return Value(.int(Int64(bitPattern: operation(number, try offset(a)))))
        },
        .global("math." + name, "math_\(name)_uint_int", [.uint, .int], .uint, cost: .constant) {
          (a) throws(Stop) in Value(.uint(operation(try a.uint(0), try offset(a))))
        },
      ]
    }
  }

  private static func offset(_ a: Arguments) throws(Stop) -> Int64 {
    let offset = try a.int(1)
    guard offset >= 0 else {
      throw .error(
        .invalidArgument(
          a.function,
          LocalizedText(th: "จำนวนบิตติดลบ", en: "negative offset")
        )
      )
    }
    return offset
  }
}

extension String {
  /// The name with points as underscores, for ids of overloads.
  fileprivate var replacingDots: String {
    String(decoding: utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
  }
}
