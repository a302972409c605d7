internal import Diagnostics

/// `format`: `%s %d %f %e %b %o %x %X %%`, with a precision for `%f` and `%e`, as in cel-go.
struct StringFormat {
  private let format: [Unicode.Scalar]
  private let arguments: [Value]
  private let context: EvaluationContext
  private var position = 0
  private var used = 0

  /// The bytes written so far, those of lists on the way included.
  private var written = 0

  /// The longest fraction that `%f` and `%e` write.
  private static let longestPrecision = 1_000

  init(_ format: String, _ arguments: [Value], _ context: EvaluationContext) {
    self.format = Array(format.unicodeScalars)
    self.arguments = arguments
    self.context = context
  }

  /// The text with each clause replaced.
  mutating func run() throws(Stop) -> String {
    var text = ""
    while position < format.count {
      let scalar = format[position]
      position += 1
      if scalar != "%" {
        text.unicodeScalars.append(scalar)
      } else if position < format.count, format[position] == "%" {
        text += "%"
        position += 1
      } else {
        let part = try clause()
        try count(part)
        text += part
      }
    }
    return text
  }

  private mutating func count(_ part: String) throws(Stop) {
    written += part.utf8.count
    try StringParts.check(written, "format")
  }

  private mutating func clause() throws(Stop) -> String {
    let precision = try precision()
    guard position < format.count else { throw Self.problem("%") }
    let verb = format[position]
    position += 1
    guard "sdfebox X".unicodeScalars.contains(verb), verb != " " else {
      throw Self.problem("%" + String(verb))
    }
    guard used < arguments.count else { throw .error(.indexOutOfRange(Int64(used))) }
    let value = arguments[used]
    used += 1
    return try text(of: value, verb, precision)
  }

  private mutating func precision() throws(Stop) -> Int {
    guard position < format.count, format[position] == "." else { return 6 }
    position += 1
    var digits = ""
    while position < format.count, ("0"..."9").contains(format[position]) {
      digits.unicodeScalars.append(format[position])
      position += 1
    }
    guard let precision = Int(digits), precision <= Self.longestPrecision else {
      throw Self.problem("%." + digits)
    }
    return precision
  }

  private mutating func text(
    of value: Value,
    _ verb: Unicode.Scalar,
    _ precision: Int
  ) throws(Stop) -> String {
    switch (verb, value.payload) {
    case ("s", _): return try plain(value)
    case ("d", .int), ("d", .uint): return context.printed(value)
    case ("d", .double(let number)): return DoubleText.plain(number)
    case ("f", .int), ("f", .uint), ("f", .double):
      return DecimalText.fixed(Self.double(value), precision)
    case ("e", .int), ("e", .uint), ("e", .double):
      return DecimalText.scientific(Self.double(value), precision)
    case ("b", .bool(let flag)): return flag ? "1" : "0"
    case ("b", .int(let number)): return String(number, radix: 2)
    case ("b", .uint(let number)): return String(number, radix: 2)
    case ("o", .int(let number)): return String(number, radix: 8)
    case ("o", .uint(let number)): return String(number, radix: 8)
    case ("x", .int(let number)): return String(number, radix: 16)
    case ("x", .uint(let number)): return String(number, radix: 16)
    case ("X", .int(let number)): return String(number, radix: 16, uppercase: true)
    case ("X", .uint(let number)): return String(number, radix: 16, uppercase: true)
    case ("x", .string(let text)), ("X", .string(let text)):
      return Self.hex(Array(text.utf8), uppercase: verb == "X")
    case ("x", .bytes(let bytes)), ("X", .bytes(let bytes)):
      return Self.hex(bytes, uppercase: verb == "X")
    default: throw Self.problem("%" + String(verb))
    }
  }

  private static func double(_ value: Value) -> Double {
    switch value.payload {
    case .int(let number): Double(number)
    case .uint(let number): Double(number)
    case .double(let number): number
    default: .nan
    }
  }

  private static func hex(_ bytes: [UInt8], uppercase: Bool) -> String {
    bytes.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: uppercase)
    }.joined()
  }

  /// `%s`: lists and maps in full, maps in the order of their keys as texts.
  private mutating func plain(_ value: Value) throws(Stop) -> String {
    switch value.payload {
    case .list(let list):
      var parts: [String] = []
      for element in try context.settledElements(list) {
        let part = try plain(element)
        try count(part)
        parts.append(part)
      }
      return "[" + parts.joined(separator: ", ") + "]"
    case .map(let map):
      var parts: [(key: String, value: String)] = []
      for (key, value) in try context.settledEntries(map) {
        let part = (key: try plain(key), value: try plain(value))
        try count(part.key + part.value)
        parts.append(part)
      }
      parts.sort { TextComparison.order($0.key, $1.key) == .less }
      return "{" + parts.map { $0.key + ": " + $0.value }.joined(separator: ", ") + "}"
    case .double(let number): return DoubleText.plain(number)
    case .optional, .unknown, .error: throw Self.problem("%s")
    default: return context.printed(value)
    }
  }

  private static func problem(_ clause: String) -> Stop {
    .error(
      .invalidArgument(
        "format",
        LocalizedText(
          th: "ใช้ \(clause) กับค่านี้ไม่ได้หรือไม่มีรูปแบบนี้",
          en: "the clause \(clause) is unknown or does not take this value"
        )
      )
    )
  }
}
