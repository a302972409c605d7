extension CheckKindTests {
  /// The kinds that ask the graph of plans.
  static let plans: [Case] = [
    Case(
      "aligned_to: {all_of: [national-strategy], in_catalogue: true}",
      "alignments: [{plan: national-strategy, item: ด้านที่ ๓, how: พัฒนาคน}]",
      "pass; 1/1"
    ),
    Case(
      "aligned_to: {all_of: [national-strategy], in_catalogue: true}",
      "alignments: [{plan: national-strategy, item: เป้าหมายของเรา, how: พัฒนาคน}]",
      "fail; 0/1; at alignments[0]"
    ),
    Case(
      "aligned_to: {all_of: [national-strategy]}",
      "alignments: [{plan: national-strategy, item: เป้าหมายของเรา, how: พัฒนาคน}]",
      "pass; 1/1"
    ),
    // No items are known of the plan, so none can be wrong.
    Case(
      "aligned_to: {all_of: [provincial-plan], in_catalogue: true}",
      "alignments: [{plan: provincial-plan, item: ประเด็นที่ 1, how: พัฒนาคน}]",
      "pass; 1/1"
    ),
    Case(
      "one_of: {value: title, items_of: '\"nesdp\"'}",
      "title: หมุดหมายที่ 12 กำลังคน",
      "pass; 1/1"
    ),
    Case(
      "one_of: {value: title, items_of: '\"nesdp\"'}",
      "title: หมุดหมายที่ 14",
      "fail; 0/1; at title"
    ),
    Case(
      "one_of: {value: title, items_of: '\"nesdp\"', in_force: fiscal_year}",
      "title: P13-12\nfiscal_year: 2571",
      "fail; 0/1; at title"
    ),
    Case(
      "one_of: {value: title, items_of: '\"nesdp\"', in_force: fiscal_year}",
      "title: P13-12\nfiscal_year: 2570",
      "pass; 1/1"
    ),
    Case(
      "one_of: {value: title, items_of: '\"moe-plan\"'}",
      "title: ก",
      "not-applicable; 0/0; because no-elements"
    ),
    Case(
      "one_of: {value: title, items_of: '\"nesdp\"'}",
      "title: \"-\"",
      "unknown; 0/1; missing title"
    ),
    Case(
      "chain: {links: alignments}",
      "alignments: [{plan: national-education-plan, item: NEP-4}, {plan: national-strategy, item: NS-3}]",
      "fail; 0/1; at alignments[0].item"
    ),
    Case(
      "chain: {links: alignments}",
      "alignments: [{plan: national-education-plan, item: NEP-4}, {plan: national-strategy, item: NS-4.2}]",
      "pass; 1/1"
    ),
    Case(
      "chain: {links: alignments}",
      "alignments: [{plan: national-strategy, item: NS-4}]",
      "not-applicable; 0/0; because no-elements"
    ),
    Case(
      "chain: {links: alignments}",
      "alignments: []",
      "not-applicable; 0/0; because no-elements"
    ),
    Case(
      "{assert: 'plan(\"nesdp\").item(title).aligned_to(node(\"NS-3\"))', at: title}",
      "title: หมุดหมายที่ 12",
      "pass; 1/1"
    ),
    Case(
      "{assert: 'reaches(node(\"120101\"), node(\"NS-3\"), 3) && !reaches(node(\"120101\"), node(\"NS-3\"), 2)', at: title}",
      "title: ก",
      "pass; 1/1"
    ),
    Case(
      "{assert: 'path(node(\"120101\"), node(\"NS-3\")).map(n, n.code()) == [\"120101\", \"MP-1201\", \"MP-12\", \"NS-3\"]', at: title}",
      "title: ก",
      "pass; 1/1"
    ),
    Case(
      "{assert: 'node(\"120101\").ancestors().size() == 2 && !node(\"120101\").verified() && node(\"MP-12\").verified()', at: title}",
      "title: ก",
      "pass; 1/1"
    ),
    Case(
      "{assert: 'node(\"MP-12\").plans_reached() == [\"national-strategy\", \"nesdp\"] && node(\"MP-12\").plan() == \"master-plan\"', at: title}",
      "title: ก",
      "pass; 1/1"
    ),
    // A text that is no item is data that is missing, not an error of the rule.
    Case(
      "{assert: 'plan(\"nesdp\").item(title).verified()', at: title}",
      "title: เป้าหมายของเรา",
      "unknown; 0/1; missing title"
    ),
  ]
}
