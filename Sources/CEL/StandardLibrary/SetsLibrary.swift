// Sets, as cel-go's extension: lists compared without regard to order and repeats. The cost is the
// product of the lengths.
extension Environment {
  mutating func declareSets() {
    let list = CELType.list(.parameter("A"))
    declare([
      .comparing(
        "sets.contains",
        "list_sets_contains_list",
        [list, list],
        .bool,
        isMember: false,
        cost: .product
      ) {
        (a, context) throws(Stop) in
        Value(.bool(try Self.holds(try a.list(0), all: try a.list(1), context)))
      },
      .comparing(
        "sets.equivalent",
        "list_sets_equivalent_list",
        [list, list],
        .bool,
        isMember: false,
        cost: .product
      ) { (a, context) throws(Stop) in
        let first = try a.list(0)
        let second = try a.list(1)
        guard try Self.holds(first, all: second, context) else { return Value(.bool(false)) }
        return Value(.bool(try Self.holds(second, all: first, context)))
      },
      .comparing(
        "sets.intersects",
        "list_sets_intersects_list",
        [list, list],
        .bool,
        isMember: false,
        cost: .product
      ) { (a, context) throws(Stop) in
        let first = ListValue.elements(try a.list(0))
        for element in try a.list(1) where try context.contains(first, element) {
          return Value(.bool(true))
        }
        return Value(.bool(false))
      },
    ])
  }

  private static func holds(
    _ list: [Value],
    all wanted: [Value],
    _ context: EvaluationContext
  ) throws(Stop) -> Bool {
    for element in wanted where try !context.contains(.elements(list), element) { return false }
    return true
  }
}
