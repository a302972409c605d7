import CEL
import Diagnostics
import PlanValues
import SourceText

/// Sums, bounds and order of lists of numbers, amounts and days.
enum ListFunctions {
  static func declare(in environment: inout Environment) {
    declareSums(in: &environment)
    declareBounds(in: &environment)
    let element = CELType.parameter("T")
    // distinct(list): each value once, in the order of their first places; text as Thai text.
    environment.add(
      "distinct",
      Overload(
        "distinct",
        [.list(element)],
        .list(element),
        cost: .product,
        .nonStrictInContext { arguments, context in
          settled(arguments) { distinct(context.elements(of: arguments[0]) ?? [], context) }
        }
      )
    )
    // is_sorted(list): each element is at least the one before it.
    environment.add(
      "is_sorted",
      Overload(
        "is_sorted",
        [.list(element)],
        .bool,
        cost: .linear,
        .nonStrictInContext { arguments, context in
          settled(arguments) { isSorted(context.elements(of: arguments[0]) ?? []) }
        }
      )
    )
    // same_items(a, b): the same elements as often, whatever their order.
    environment.add(
      "same_items",
      Overload(
        "same_items",
        [.list(element), .list(element)],
        .bool,
        cost: .product,
        .nonStrictInContext { arguments, context in
          settled(arguments) {
            sameItems(
              context.elements(of: arguments[0]) ?? [],
              context.elements(of: arguments[1]) ?? [],
              context
            )
          }
        }
      )
    )
    // flatten(lists): the elements of all the lists, in order.
    environment.add(
      "flatten",
      Overload(
        "flatten",
        [.list(.list(element))],
        .list(element),
        cost: .linear,
        .nonStrictInContext { arguments, context in
          settled(arguments) {
            let lists = context.elements(of: arguments[0]) ?? []
            if let stop = merged(lists) { return stop }
            return Value(.list(.elements(lists.flatMap { context.elements(of: $0) ?? [$0] })))
          }
        }
      )
    )
  }

  /// The result of a strict function: an unknown or failed argument is the result.
  static func settled(_ arguments: [Value], _ body: () -> Value) -> Value {
    merged(arguments) ?? body()
  }

  /// The unknowns of values merged, else the first error, else nil.
  static func merged(_ values: [Value]) -> Value? {
    var unknown: UnknownSet?
    var failure: Value?
    for value in values {
      if let set = value.unknown { unknown = unknown?.merging(set) ?? set }
      if failure == nil, value.error != nil { failure = value }
    }
    return unknown.map { Value(.unknown($0)) } ?? failure
  }

  /// What cannot be read among the elements of a list, merged; nil when nothing is.
  static func unreadable(in list: Value, _ context: EvaluationContext) -> Value? {
    guard case .list = list.payload else { return nil }
    let elements = context.elements(of: list) ?? []
    return merged(elements.filter { !PresenceFunctions.isAbsent($0, context) })
  }

  // MARK: Sums

  private static func declareSums(in environment: inout Environment) {
    // sum(list): exact; the sum of nothing is 0.
    for type in [CELType.int, PlanType.money, PlanType.decimal] {
      environment.add(
        "sum",
        Overload(
          "sum_\(name(of: type))",
          [.list(type)],
          type,
          cost: .linear,
          .sumBits
        )
      )
    }
  }

  private static func name(of type: CELType) -> String {
    if case .opaque(let name, _) = type { return name }
    return "int"
  }

  private static func bits(of value: Value) -> Int64? {
    switch value.payload {
    case .int(let number): number
    case .opaque(_, let bits): bits
    default: nil
    }
  }

  // MARK: Bounds

  private static func declareBounds(in environment: inout Environment) {
    // min(list), max(list): the least and the greatest; of nothing they are unknown.
    // min(a, b), max(a, b): of two; a whole number stands beside money and decimals.
    for (name, isLess) in [("min", true), ("max", false)] {
      for type in [CELType.int, PlanType.money, PlanType.decimal, PlanType.date] {
        let id = "\(name)_\(Self.name(of: type))"
        environment.add(
          name,
          Overload(
            "\(id)_list",
            [.list(type)],
            type,
            cost: .linear,
            .nonStrictInContext { arguments, context in
              settled(arguments) { bound(context.elements(of: arguments[0]) ?? [], least: isLess) }
            }
          )
        )
        environment.add(
          name,
          Overload(
            "\(id)_pair",
            [type, type],
            type,
            cost: .constant,
            .values { bound($0, least: isLess) }
          )
        )
      }
      for (type, scale) in [(PlanType.money, Int64(100)), (PlanType.decimal, 1_000_000)] {
        let id = "\(name)_\(Self.name(of: type))"
        environment.add(
          name,
          Overload(
            "\(id)_int",
            [type, .int],
            type,
            cost: .constant,
            .values { bound([$0[0], widened($0[1], to: type, scale)], least: isLess) }
          )
        )
        environment.add(
          name,
          Overload(
            "\(id)_int_first",
            [.int, type],
            type,
            cost: .constant,
            .values { bound([widened($0[0], to: type, scale), $0[1]], least: isLess) }
          )
        )
      }
    }
  }

  private static func widened(_ value: Value, to type: CELType, _ scale: Int64) -> Value {
    guard let number = value.int, case .opaque(let name, _) = type else { return value }
    let (bits, overflow) = number.multipliedReportingOverflow(by: scale)
    return overflow ? AmountFunctions.overflow : Value(.opaque(type: name, bits: bits))
  }

  private static func bound(_ values: [Value], least: Bool) -> Value {
    if let stop = merged(values) { return stop }
    guard var best = values.first else { return Value(.unknown(UnknownSet([]))) }
    for value in values.dropFirst() {
      guard let a = bits(of: value), let b = bits(of: best) else { continue }
      if least ? a < b : a > b { best = value }
    }
    return best
  }

  // MARK: Order and repeats

  private static func isSorted(_ values: [Value]) -> Value {
    if let stop = merged(values) { return stop }
    var isSorted = true
    for (a, b) in zip(values, values.dropFirst()) {
      guard areOfOneType(a, b) else { return severalTypes }
      isSorted = isSorted && inOrder(a, b)
    }
    return Value(.bool(isSorted))
  }

  /// Whether numbers, amounts and days can be held against each other: their bits count different things.
  private static func areOfOneType(_ a: Value, _ b: Value) -> Bool {
    switch (a.payload, b.payload) {
    case (.opaque(let a, _), .opaque(let b, _)): a.hasSameBytes(as: b)
    case (.opaque, _), (_, .opaque): false
    default: true
    }
  }

  private static let severalTypes = Value(
    .error(
      EvaluationError(
        LocalizedText(
          th: "รายการมีค่าต่างชนิดปนกัน จึงเรียงลำดับไม่ได้",
          en: "the list has values of several types, which have no order"
        )
      )
    )
  )

  private static func inOrder(_ a: Value, _ b: Value) -> Bool {
    if let a = bits(of: a), let b = bits(of: b) { return a <= b }
    if let a = a.string, let b = b.string { return !b.utf8.lexicographicallyPrecedes(a.utf8) }
    return true
  }

  private static func distinct(_ values: [Value], _ context: EvaluationContext) -> Value {
    if let stop = merged(values) { return stop }
    var kept: [Value] = []
    var texts: Set<Text> = []
    for value in values {
      if let text = value.string {
        if texts.insert(Sameness.key(text)).inserted { kept.append(value) }
      } else if !kept.contains(where: { Sameness.same($0, value, context) }) {
        kept.append(value)
      }
    }
    return Value(.list(.elements(kept)))
  }

  private static func sameItems(
    _ a: [Value],
    _ b: [Value],
    _ context: EvaluationContext
  ) -> Value {
    if let stop = merged(a + b) { return stop }
    guard a.count == b.count else { return Value(.bool(false)) }
    var rest = b
    for value in a {
      guard let index = rest.firstIndex(where: { Sameness.same(value, $0, context) }) else {
        return Value(.bool(false))
      }
      rest.remove(at: index)
    }
    return Value(.bool(true))
  }
}
