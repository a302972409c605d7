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
        cost: queries.walks,
        size: queries.someItems,
        .counting { arguments, _, steps in
          if let stop = ListFunctions.merged(arguments) { return stop }
          return on(arguments[0], queries) { graph, node in
            let ancestors = graph.ancestors(of: node)
            steps += UInt64(ancestors.count)
            return list(ancestors)
          }
        }
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
        cost: queries.walks,
        size: { _ in
          .list(UInt64(queries.graph.frameworks.count), of: .text(scalars: queries.longestName))
        },
        .counting { arguments, _, steps in
          if let stop = ListFunctions.merged(arguments) { return stop }
          return on(arguments[0], queries) { graph, node in
            let plans = graph.plansReached(from: node, steps: &steps)
            return Value(.list(.elements(plans.map { Value(.string($0)) })))
          }
        }
      )
    )
    // reaches(a, b), reaches(a, b, depth): a way of parents and crosswalks leads from a to b.
    environment.add(
      "reaches",
      Overload(
        "reaches",
        [node, node],
        .bool,
        cost: queries.walks,
        .counting { arguments, _, steps in reaches(arguments, queries, &steps) }
      )
    )
    environment.add(
      "reaches",
      Overload(
        "reaches_depth",
        [node, node, .int],
        .bool,
        cost: queries.walks,
        .counting { arguments, _, steps in reaches(arguments, queries, &steps) }
      )
    )
    // path(a, b): the shortest such way, both ends included; empty when there is none.
    environment.add(
      "path",
      Overload(
        "node_path",
        [node, node],
        .list(node),
        cost: queries.walks,
        size: queries.someItems,
        .counting { arguments, _, steps in
          if let stop = ListFunctions.merged(arguments) { return stop }
          return on(arguments[0], queries) { graph, from in
            on(arguments[1], queries) { list($0.path(from: from, to: $1, steps: &steps) ?? []) }
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
        cost: queries.walks,
        .counting { arguments, _, steps in
          if let stop = ListFunctions.merged(arguments) { return stop }
          return on(arguments[0], queries) { _, a in
            on(arguments[1], queries) { Value(.bool($0.areAligned(a, $1, steps: &steps))) }
          }
        }
      )
    )
  }

  private static func reaches(
    _ arguments: [Value],
    _ queries: AlignmentQueries,
    _ steps: inout UInt64
  ) -> Value {
    if let stop = ListFunctions.merged(arguments) { return stop }
    let depth = arguments.count > 2 ? arguments[2].int.map { Int(clamping: max($0, 0)) } : nil
    return on(arguments[0], queries) { _, a in
      on(arguments[1], queries) { graph, b in
        Value(.bool(graph.path(from: a, to: b, depth: depth, steps: &steps) != nil))
      }
    }
  }

  // MARK: Links

  /// Helpers of the check kind `chain`; each but the first looks at the items that it gives.
  static func declareLinks(in environment: inout Environment, _ queries: AlignmentQueries) {
    let nodes = CELType.list(PlanType.node)
    // linked_items(links): the items that links name, those that are recognised.
    environment.add(
      "linked_items",
      Overload(
        "linked_items",
        [.list(.dyn)],
        nodes,
        cost: queries.searches,
        size: { .list($0[0].count, of: .small) },
        .counting { arguments, context, steps in
          if let stop = ListFunctions.merged(arguments) { return stop }
          return Value(.list(.elements(queries.linkedItems(arguments[0], context, &steps))))
        }
      )
    )
    // compared_items(items): those about which the crosswalk says something.
    environment.add(
      "compared_items",
      Overload(
        "compared_items",
        [nodes],
        nodes,
        cost: queries.comparisons,
        size: { .list($0[0].count, of: .small) },
        .counting { arguments, context, steps in
          if let stop = ListFunctions.merged(arguments) { return stop }
          let items = context.elements(of: arguments[0]) ?? []
          let claims = queries.claims(arguments[0], context)
          let compared = items.filter { item in
            item.planNode.map { queries.isComparable($0, among: claims, &steps) } ?? false
          }
          return Value(.list(.elements(compared)))
        }
      )
    )
    // agrees_with(n, items): the crosswalk does not lead from n past the items.
    conflict("agrees_with", .bool, in: &environment, queries) { node, claims, steps in
      Value(.bool(queries.conflict(of: node, among: claims, &steps) == nil))
    }
    // expected_items(n, items): where the crosswalk leads instead; cited_items(n, items): what is named.
    conflict("expected_items", nodes, in: &environment, queries) { node, claims, steps in
      list(queries.conflict(of: node, among: claims, &steps)?.expected ?? [])
    }
    conflict("cited_items", nodes, in: &environment, queries) { node, claims, steps in
      list(queries.conflict(of: node, among: claims, &steps)?.cited ?? [])
    }
    // crosswalk_verified(n, items): every row that decides was seen in a source.
    conflict("crosswalk_verified", .bool, in: &environment, queries) { node, claims, steps in
      Value(.bool(queries.isConflictVerified(node, among: claims, &steps)))
    }
  }

  private static func conflict(
    _ name: String,
    _ result: CELType,
    in environment: inout Environment,
    _ queries: AlignmentQueries,
    _ body: @escaping @Sendable (PlanNode, [PlanNode], inout UInt64) -> Value
  ) {
    environment.add(
      name,
      Overload(
        name,
        [PlanType.node, .list(PlanType.node)],
        result,
        cost: queries.comparison,
        size: { sizes in
          guard case .list = result else { return .small }
          return .list(UInt64(queries.graph.count).plus(sizes[1].count), of: .small)
        },
        .counting { arguments, context, steps in
          if let stop = ListFunctions.merged(arguments) { return stop }
          return on(arguments[0], queries) { _, node in
            body(node, queries.claims(arguments[1], context), &steps)
          }
        }
      )
    )
  }
}
