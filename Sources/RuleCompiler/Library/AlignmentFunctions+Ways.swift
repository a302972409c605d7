import Alignment
import CEL
import DocumentArena

// What items lead to, and whether the links of one element agree.
extension AlignmentFunctions {
  static func declareWays(in environment: inout Environment, _ queries: AlignmentQueries) {
    let node = PlanType.node
    // n.ancestors(): what it is part of, the nearest first.
    environment.add(
      "ancestors",
      Overload(
        "node_ancestors",
        [node],
        .list(node),
        isMember: true,
        cost: .constant,
        .values { on($0[0], queries) { list($0.ancestors(of: $1)) } }
      )
    )
    // n.plans_reached(): the plans that it leads to, by their ids.
    environment.add(
      "plans_reached",
      Overload(
        "node_plans_reached",
        [node],
        .list(.string),
        isMember: true,
        cost: .constant,
        .values { arguments in
          on(arguments[0], queries) { graph, node in
            let plans = graph.plansReached(from: node)
            return Value(.list(.elements(plans.map { Value(.string($0)) })))
          }
        }
      )
    )
    // reaches(a, b), reaches(a, b, depth): a way of parents and crosswalks leads from a to b.
    environment.add(
      "reaches",
      Overload("reaches", [node, node], .bool, cost: .constant, .values { reaches($0, queries) })
    )
    environment.add(
      "reaches",
      Overload(
        "reaches_depth",
        [node, node, .int],
        .bool,
        cost: .constant,
        .values { reaches($0, queries) }
      )
    )
    // path(a, b): the shortest such way, both ends included; empty when there is none.
    environment.add(
      "path",
      Overload(
        "node_path",
        [node, node],
        .list(node),
        cost: .constant,
        .values { arguments in
          on(arguments[0], queries) { graph, from in
            on(arguments[1], queries) { list($0.path(from: from, to: $1) ?? []) }
          }
        }
      )
    )
    // n.aligned_to(m): one leads to the other, or to what that is part of, or to a part of it.
    environment.add(
      "aligned_to",
      Overload(
        "node_aligned_to",
        [node, node],
        .bool,
        isMember: true,
        cost: .constant,
        .values { arguments in
          on(arguments[0], queries) { _, a in
            on(arguments[1], queries) { Value(.bool($0.areAligned(a, $1))) }
          }
        }
      )
    )
  }

  private static func reaches(_ arguments: [Value], _ queries: AlignmentQueries) -> Value {
    let depth = arguments.count > 2 ? arguments[2].int.map { Int(clamping: max($0, 0)) } : nil
    return on(arguments[0], queries) { _, a in
      on(arguments[1], queries) { Value(.bool($0.reaches(a, $1, depth: depth))) }
    }
  }

  // MARK: Links

  /// Helpers of the check kind `chain`; each looks at the items that a list of links names.
  static func declareLinks(in environment: inout Environment, _ queries: AlignmentQueries) {
    let links = CELType.list(.dyn)
    // compared_items(links): the items about which the crosswalk says something.
    environment.add(
      "compared_items",
      Overload(
        "compared_items",
        [links],
        .list(PlanType.node),
        cost: .product,
        .nonStrictInContext { arguments, context in
          ListFunctions.settled(arguments) {
            let claims = queries.claims(arguments[0], context)
            let compared = claims.filter { queries.isComparable($0.node, among: claims) }
            let nodes = compared.map { PlanType.node($0.node, origin: $0.origin) }
            return Value(.list(.elements(nodes)))
          }
        }
      )
    )
    // agrees_with(n, links): the crosswalk does not lead from n past what the links name.
    conflict("agrees_with", .bool, in: &environment, queries) { node, claims in
      Value(.bool(queries.conflict(of: node, among: claims) == nil))
    }
    // expected_items(n, links): where the crosswalk leads instead; cited_items(n, links): what is named.
    conflict("expected_items", .list(PlanType.node), in: &environment, queries) { node, claims in
      list(queries.conflict(of: node, among: claims)?.expected ?? [])
    }
    conflict("cited_items", .list(PlanType.node), in: &environment, queries) { node, claims in
      list(queries.conflict(of: node, among: claims)?.cited ?? [])
    }
    // crosswalk_verified(n, links): every row that decides was seen in a source.
    conflict("crosswalk_verified", .bool, in: &environment, queries) { node, claims in
      Value(.bool(queries.isConflictVerified(node, among: claims)))
    }
  }

  private static func conflict(
    _ name: String,
    _ result: CELType,
    in environment: inout Environment,
    _ queries: AlignmentQueries,
    _ body: @escaping @Sendable (PlanNode, [AlignmentQueries.Claim]) -> Value
  ) {
    environment.add(
      name,
      Overload(
        name,
        [PlanType.node, .list(.dyn)],
        result,
        cost: .product,
        .nonStrictInContext { arguments, context in
          ListFunctions.settled(arguments) {
            on(arguments[0], queries) { body($1, queries.claims(arguments[1], context)) }
          }
        }
      )
    )
  }
}
