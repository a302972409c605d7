import Alignment
import CEL
import Diagnostics
import DocumentArena

/// The graph of plans: items by code, name or number, what they lead to, and whether links agree.
///
/// What looks through the graph counts its steps; bounds are those of the graph that is read
/// (``AlignmentQueries``, "Costs").
enum AlignmentFunctions {
  static func declare(in environment: inout Environment, _ queries: AlignmentQueries) {
    environment.opaqueTypes[PlanType.nodeName] = OpaqueTypeDeclaration(
      PlanType.nodeName,
      read: { _, _ in nil },
      describe: { bits in
        let node = PlanNode(number: bits)
        let graph = queries.graph
        return graph.has(node) ? graph.item(node).code : "–"
      }
    )
    declareItems(in: &environment, queries)
    declareFacts(in: &environment, queries)
    declareWays(in: &environment, queries)
    declareLinks(in: &environment, queries)
  }

  // MARK: Items

  private static func declareItems(in environment: inout Environment, _ queries: AlignmentQueries) {
    let plan = CELType.map(.string, .dyn)
    // lists_items(plan), lists_items(plan, edition): whether all items of the plan are known, so that one
    // can be said to be wrong, and are not only those of another edition.
    environment.add(
      "lists_items",
      Overload(
        "lists_items",
        [.string],
        .bool,
        cost: .linear,
        .values { Value(.bool(queries.listsItems($0[0].string ?? ""))) }
      )
    )
    environment.add(
      "lists_items",
      Overload(
        "lists_items_of_edition",
        [.string, .string],
        .bool,
        cost: .linear,
        .values {
          Value(.bool(queries.listsItems($0[0].string ?? "", edition: $0[1].string ?? "")))
        }
      )
    )
    // in_framework(plan, text, edition, years): false when the plan surely has no such item, or none in
    // force in one of the years.
    environment.add(
      "in_framework",
      Overload(
        "in_framework",
        [.string, .string, .string, .list(.int)],
        .bool,
        cost: queries.search,
        .counting { arguments, context, steps in
          if let stop = ListFunctions.merged(arguments) { return stop }
          let years = context.elements(of: arguments[3]) ?? []
          if let stop = ListFunctions.merged(years) { return stop }
          return inFramework(arguments, years.compactMap(\.int), queries, &steps)
        }
      )
    )
    // nearest_items(plan, text): the items whose names are nearest to a text that is none; at most three.
    environment.add(
      "nearest_items",
      Overload(
        "nearest_items",
        [.string, .string],
        .list(PlanType.node),
        cost: queries.search,
        size: { _ in .list(3, of: .small) },
        .counting { arguments, _, steps in
          if let stop = ListFunctions.merged(arguments) { return stop }
          let plan = arguments[0].string ?? ""
          let item = arguments[1].string ?? ""
          return list(queries.citation(plan, item, suggests: true, &steps).suggestions)
        }
      )
    )
    // plan(p).has_item(text), plan(p).item(text): an item by code, name, alias or number; unknown when
    // the text is none.
    environment.add(
      "has_item",
      Overload(
        "plan_has_item",
        [plan, .string],
        .bool,
        isMember: true,
        cost: queries.search,
        .counting { arguments, context, steps in
          if let stop = ListFunctions.merged(arguments) { return stop }
          return Value(.bool(item(arguments, context, queries, &steps) != nil))
        }
      )
    )
    environment.add(
      "item",
      Overload(
        "plan_item",
        [plan, .string],
        PlanType.node,
        isMember: true,
        cost: queries.search,
        .counting { arguments, context, steps in
          if let stop = ListFunctions.merged(arguments) { return stop }
          guard let node = item(arguments, context, queries, &steps) else {
            return notRecognised(arguments[1])
          }
          return PlanType.node(node, origin: arguments[1].origin)
        }
      )
    )
    environment.checkText(of: 0, "node", queries.refusal)
    // node(code): the item of a code in any plan; unknown when there is none.
    environment.add(
      "node",
      Overload(
        "node",
        [.string],
        PlanType.node,
        cost: .linear,
        .values { arguments in
          guard let node = queries.graph.node(ofCode: arguments[0].string ?? "") else {
            return notRecognised(arguments[0])
          }
          return PlanType.node(node, origin: arguments[0].origin)
        }
      )
    )
  }

  private static func inFramework(
    _ arguments: [Value],
    _ years: [Int64],
    _ queries: AlignmentQueries,
    _ steps: inout UInt64
  ) -> Value {
    let citation = queries.citation(
      arguments[0].string ?? "",
      arguments[1].string ?? "",
      edition: arguments[2].string ?? "",
      &steps
    )
    if citation.isWrong { return Value(.bool(false)) }
    return Value(.bool(citation.node.map { queries.isInForce($0, years) } ?? true))
  }

  private static func item(
    _ arguments: [Value],
    _ context: EvaluationContext,
    _ queries: AlignmentQueries,
    _ steps: inout UInt64
  ) -> PlanNode? {
    let id = context.field("id", of: arguments[0]).string ?? ""
    return queries.citation(id, arguments[1].string ?? "", &steps).node
  }

  private static func notRecognised(_ text: Value) -> Value {
    Value(.unknown(UnknownSet([.init(base: text.origin, steps: [])])))
  }

  static func list(_ nodes: [PlanNode]) -> Value {
    Value(.list(.elements(nodes.map { PlanType.node($0) })))
  }

  // MARK: Facts

  private static func declareFacts(in environment: inout Environment, _ queries: AlignmentQueries) {
    // n.code(): NS-3. n.name(): the Thai name. n.plan(): the id of its plan, else of its framework.
    text("code", in: &environment, queries) { $0.item($1).code }
    text("name", in: &environment, queries) { $0.item($1).name.th }
    text("plan", in: &environment, queries) { graph, node in
      let framework = graph.framework(of: node)
      return framework.plan ?? framework.id
    }
    // n.verified(): whether it was seen in a source as it stands in the list.
    environment.add(
      "verified",
      Overload(
        "node_verified",
        [PlanType.node],
        .bool,
        isMember: true,
        cost: .constant,
        .values { on($0[0], queries) { Value(.bool($0.isVerified($1))) } }
      )
    )
    // n.in_force(years): whether its list is in force in one of the years.
    environment.add(
      "in_force",
      Overload(
        "node_in_force",
        [PlanType.node, .list(.int)],
        .bool,
        isMember: true,
        cost: .linear,
        .nonStrictInContext { arguments, context in
          ListFunctions.settled(arguments) {
            let years = context.elements(of: arguments[1]) ?? []
            if let stop = ListFunctions.merged(years) { return stop }
            let numbers = years.compactMap(\.int)
            return on(arguments[0], queries) { Value(.bool(queries.isInForce($1, numbers))) }
          }
        }
      )
    )
  }

  private static func text(
    _ name: String,
    in environment: inout Environment,
    _ queries: AlignmentQueries,
    _ read: @escaping @Sendable (AlignmentGraph, PlanNode) -> String
  ) {
    environment.add(
      name,
      Overload(
        "node_" + name,
        [PlanType.node],
        .string,
        isMember: true,
        cost: .constant,
        size: queries.oneName,
        .values { on($0[0], queries) { Value(.string(read($0, $1))) } }
      )
    )
  }

  /// Asks about a node; of something else nothing is known.
  static func on(
    _ value: Value,
    _ queries: AlignmentQueries,
    _ body: (AlignmentGraph, PlanNode) -> Value
  ) -> Value {
    let graph = queries.graph
    guard let node = value.planNode, graph.has(node) else { return notRecognised(value) }
    return body(graph, node)
  }
}
