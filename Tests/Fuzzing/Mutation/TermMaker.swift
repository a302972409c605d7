import CEL
import SeededNumbers

/// Makes expressions of a wanted type from the functions of an environment.
struct TermMaker: Sendable {
  private let names: [String]
  private let overloads: [(name: String, overload: Overload)]
  private let byResult: [String: [Int]]
  /// Variables and fields, by the group of their types.
  private let paths: [String: [String]]

  init(_ environment: Environment) {
    var overloads: [(name: String, overload: Overload)] = []
    let functions = environment.functions.values.sorted { $0.name < $1.name }
    for function in functions where function.name.utf8.allSatisfy(Self.isPlain) {
      for overload in function.overloads { overloads.append((function.name, overload)) }
    }
    self.overloads = overloads
    var byResult: [String: [Int]] = [:]
    for (index, one) in overloads.enumerated() {
      byResult[Self.group(one.overload.result), default: []].append(index)
    }
    self.byResult = byResult
    var paths: [String: [String]] = [:]
    var fields: [String] = []
    for (name, type) in environment.variables.sorted(by: { $0.key < $1.key }) {
      Self.addPaths(name, type, in: environment, depth: 2, to: &paths)
    }
    for record in environment.records.names {
      for (name, field) in (environment.records[record]?.fields ?? [:]).sorted(by: {
        $0.key < $1.key
      }) {
        fields.append(name)
        Self.addPaths("v.\(name)", field.type, in: environment, depth: 0, to: &paths)
      }
    }
    self.paths = paths
    let macros = environment.macros.keys.sorted()
    let variables = environment.variables.keys.sorted() + ["v", "w"]
    names = functions.map(\.name) + macros + variables + fields + Self.types
  }

  private static let types = [
    "int", "uint", "double", "string", "bytes", "bool", "list", "map", "null_type", "type",
    "timestamp", "duration", "optional_type",
  ]

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func addPaths(
    _ path: String,
    _ type: CELType,
    in environment: Environment,
    depth: Int,
    to paths: inout [String: [String]]
  ) {
    paths[group(type), default: []].append(path)
    guard depth > 0, case .record(let name) = type else { return }
    let fields = environment.records[name]?.fields ?? [:]
    for (key, field) in fields.sorted(by: { $0.key < $1.key }) {
      addPaths("\(path).\(key)", field.type, in: environment, depth: depth - 1, to: &paths)
    }
  }

  /// What types have in common that can stand for each other.
  private static func group(_ type: CELType) -> String {
    switch type {
    case .list: "list"
    case .map: "map"
    case .optional: "optional"
    case .opaque(let name, _), .record(let name): name
    case .parameter, .dyn: "any"
    case .type: "type"
    default: "\(type)"
    }
  }

  // MARK: Terms

  /// A term of any type.
  func any(_ random: inout SeededGenerator) -> String {
    switch random.below(3) {
    case 0: atom(.dyn, &random)
    default: call(random.below(overloads.count), depth: 2, &random)
    }
  }

  /// A name that means something.
  func name(_ random: inout SeededGenerator) -> String { random.element(names) ?? "" }

  /// A sign between operands.
  func sign(_ random: inout SeededGenerator) -> String { random.element(Self.signs) ?? "" }

  private static let signs = [
    " + ", " - ", " * ", " / ", " % ", " == ", " != ", " < ", " <= ", " > ", " >= ", " && ", " || ",
    " in ", ".", ".?", "[?", "?", " : ", ", ", "!", "-", "(", ")", "[", "]", "{", "}",
  ]

  /// A term around another one.
  func around(_ inside: String, _ random: inout SeededGenerator) -> String {
    switch random.below(13) {
    case 0: "(\(inside))"
    case 1: "[\(inside), \(atom(.dyn, &random))]"
    case 2: "{\(atom(.dyn, &random)): \(inside)}"
    case 3: "\(inside)\(sign(&random))\(atom(.dyn, &random))"
    case 4: "\(atom(.dyn, &random))\(sign(&random))\(inside)"
    case 5: "(\(atom(.bool, &random)) ? \(inside) : \(any(&random)))"
    case 6: "\(type(&random))(\(inside))"
    case 7: fold(over: inside, body: any(&random), &random)
    case 8: fold(over: "plan.parts", body: inside, &random)
    case 9: fold(over: atom(.list(.int), &random), body: inside, &random)
    case 10: "cel.bind(v, \(inside), \(any(&random)))"
    case 11: "optional.of(\(inside))"
    default: with(inside, &random)
    }
  }

  private func type(_ random: inout SeededGenerator) -> String {
    random.element(Self.types) ?? "dyn"
  }

  private func fold(over list: String, body: String, _ random: inout SeededGenerator) -> String {
    switch random.below(14) {
    case 0: "\(list).all(v, \(body))"
    case 1: "\(list).exists(v, \(body))"
    case 2: "\(list).exists_one(v, \(body))"
    case 3: "\(list).map(v, \(body))"
    case 4: "\(list).filter(v, \(body))"
    case 5: "\(list).map(v, \(atom(.bool, &random)), \(body))"
    case 6: "\(list).all(v, w, \(body))"
    case 7: "\(list).exists(v, w, \(body))"
    case 8: "\(list).existsOne(v, w, \(body))"
    case 9: "\(list).transformList(v, w, \(body))"
    case 10: "\(list).transformMap(v, w, \(body))"
    case 11: "\(list).transformMapEntry(v, w, {w: \(body)})"
    case 12: "\(list).sortBy(v, \(body))"
    default: "\(list).transformList(v, w, \(atom(.bool, &random)), \(body))"
    }
  }

  /// A call with a given first argument.
  private func with(_ first: String, _ random: inout SeededGenerator) -> String {
    let (name, overload) = overloads[random.below(overloads.count)]
    let rest = overload.parameters.dropFirst().map { term($0, depth: 1, &random) }
    return written(name, overload, [first] + rest)
  }

  private func call(_ index: Int, depth: Int, _ random: inout SeededGenerator) -> String {
    let (name, overload) = overloads[index]
    return written(name, overload, overload.parameters.map { term($0, depth: depth - 1, &random) })
  }

  private func written(_ name: String, _ overload: Overload, _ arguments: [String]) -> String {
    guard overload.isMember, let target = arguments.first else {
      return "\(name)(\(arguments.joined(separator: ", ")))"
    }
    return "\(target).\(name)(\(arguments.dropFirst().joined(separator: ", ")))"
  }

  private func term(_ type: CELType, depth: Int, _ random: inout SeededGenerator) -> String {
    if depth > 0, random.one(in: 3), let index = random.element(byResult[Self.group(type)] ?? []) {
      return call(index, depth: depth, &random)
    }
    return atom(type, &random)
  }

  private func atom(_ type: CELType, _ random: inout SeededGenerator) -> String {
    if random.one(in: 3), let path = random.element(paths[Self.group(type)] ?? []) { return path }
    return literal(type, &random)
  }

  private func literal(_ type: CELType, _ random: inout SeededGenerator) -> String {
    switch type {
    case .null: "null"
    case .bool: random.element(["true", "false", "i > 3", "has(m.a)"]) ?? ""
    case .int: random.element(Self.ints) ?? ""
    case .uint: random.element(["0u", "1u", "7u", "18446744073709551615u", "uint(i)"]) ?? ""
    case .double: random.element(Self.doubles) ?? ""
    case .string: random.element(Self.texts) ?? ""
    case .bytes: random.element(["b''", "b'abc'", #"b'\xff\x00'"#, "b'น้ำ'", "bytes(s)"]) ?? ""
    case .timestamp: random.element(Self.moments) ?? ""
    case .duration: random.element(Self.lengths) ?? ""
    case .list(let element): list(of: element, &random)
    case .map(let key, let value):
      "{\(atom(key, &random)): \(atom(value, &random)), \(atom(key, &random)): \(atom(value, &random))}"
    case .optional(let inner):
      random.element([
        "optional.none()", "optional.of(\(atom(inner, &random)))", "m[?'a']", "l[?1]",
      ])
        ?? ""
    case .type: self.type(&random)
    case .opaque(let name, _): opaque(name, &random)
    case .record(let name): paths[name].flatMap { random.element($0) } ?? "plan"
    case .parameter, .dyn, .error:
      atom(random.element(Self.plainTypes) ?? .int, &random)
    }
  }

  private func list(of element: CELType, _ random: inout SeededGenerator) -> String {
    switch random.below(5) {
    case 0: "[]"
    case 1: "l"
    case 2: "[\(atom(element, &random))]"
    case 3: "[\(atom(element, &random)), \(atom(element, &random)), \(atom(element, &random))]"
    default: "[dyn(\(atom(element, &random))), dyn(\(atom(.dyn, &random)))]"
    }
  }

  private func opaque(_ name: String, _ random: inout SeededGenerator) -> String {
    random.element(Self.opaques[name] ?? []) ?? "null"
  }

  private static let opaques: [String: [String]] = [
    "net.IP": ["ip('10.0.0.1')", "ip('::1')", "ip('fe80::1:2')", "ip('::ffff:1.2.3.4')"],
    "net.CIDR": [
      "cidr('10.0.0.0/8')", "cidr('::/0')", "cidr('2001:db8::/32')", "cidr('10.1.2.3/24')",
    ],
    "money": [
      "money('0')", "money('1,234.50')", "money('๑๒ บาท')", "money('-0.01')", "money(s)",
      "money('92233720368547758.07')",
    ],
    "date": [
      "date('2026-09-30')", "date('2024-02-29')", "date('0001-01-01')", "date('9999-12-31')",
      "date_be('1 ต.ค. 2569')", "date(s)",
    ],
    "decimal": ["decimal('0')", "decimal('12.5')", "decimal('-0.000001')", "decimal(i)"],
  ]

  private static let plainTypes: [CELType] = [
    .null, .bool, .int, .int, .uint, .double, .string, .string, .bytes, .timestamp, .duration,
    .list(.int), .list(.string), .list(.dyn), .map(.string, .int), .optional(.int), .type(nil),
  ]
  private static let ints = [
    "0", "1", "-1", "2", "3", "7", "64", "100", "9223372036854775807", "-9223372036854775808",
    "0x1F",
    "i",
  ]
  private static let doubles = [
    "0.0", "-0.0", "1.5", "-2.5", "1e308", "5e-324", "double('NaN')", "double('Infinity')", "1e19",
    "double(i)",
  ]
  private static let texts = [
    "''", "'a'", "'abc'", "'A b,c'", "'น้ำ'", "'๑๒๓'", #"'\U0001F600'"#, "'12'", "'-3.5'", "'true'",
    "'2026-11-27T01:02:03Z'", "'1h30m'", "'a+'", "'(a|b)*c'", "'[ก-ฮ]+'", "'%d %s %.2f %x'",
    "'10.0.0.1'", "'::/0'", "'YWJj'", "'Asia/Bangkok'", "'+07:00'", "s",
  ]
  private static let moments = [
    "timestamp('2026-11-27T01:02:03Z')", "timestamp('0001-01-01T00:00:00Z')",
    "timestamp('9999-12-31T23:59:59.999999999Z')", "timestamp(i)",
    "timestamp('2024-02-29T23:00:00+07:00')",
  ]
  private static let lengths = [
    "duration('0s')", "duration('1h30m')", "duration('-1.5s')", "duration('1ns')",
    "duration('315576000000s')",
  ]
}
