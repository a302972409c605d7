/// What a citation of a plan's item was found to mean.
public enum Citation: Hashable, Sendable {
  /// How an item was recognised, the surest first.
  public enum Form: String, Sendable, CaseIterable {
    /// By its code, or a code that others use for it.
    case code
    /// By its name.
    case name
    /// By another wording.
    case alias
    /// By its number: `ยุทธศาสตร์ที่ 3`.
    case number
    /// By a code in a longer text.
    case codeWithin = "code-within"
    /// By its name, or another wording, in a longer text.
    case nameWithin = "name-within"
    /// By a part of its name that no other item has.
    case partOfName = "part-of-name"
  }

  /// The item.
  case found(PlanNode, Form)
  /// Number and name of the citation are those of two different items.
  case torn(number: PlanNode, name: PlanNode)
  /// No item; the nearest ones, the nearest first.
  case unknown([PlanNode])
  /// No item, but the list of them is not complete.
  case notListed([PlanNode])
  /// Nothing is cited.
  case blank
  /// No items are known of the plan.
  case noItems

  /// The item that was recognised.
  public var node: PlanNode? {
    if case .found(let node, _) = self { return node }
    return nil
  }

  /// The items to suggest.
  public var suggestions: [PlanNode] {
    switch self {
    case .unknown(let nodes), .notListed(let nodes): nodes
    case .torn(let number, let name): [number, name]
    case .found, .blank, .noItems: []
    }
  }

  /// Whether it is certain that the plan has no such item.
  public var isWrong: Bool {
    switch self {
    case .unknown, .torn: true
    case .found, .notListed, .blank, .noItems: false
    }
  }
}

extension AlignmentGraph {
  /// Finds the item of a plan that a text cites.
  ///
  /// In this order: a code, a name, another wording, a number with its word, a code in the text, a name
  /// in the text (the longest), a part of one name. At most ``CitationKey/limit`` signs are looked at;
  /// the cost is linear in them and in the names of the plan, that of suggestions as
  /// ``CitationIndex/nearest(to:in:steps:)`` says.
  ///
  /// - Parameters:
  ///   - text: What is cited: a code, a name, or free text with either.
  ///   - plan: The id of a plan of the registry, or of a framework.
  ///   - edition: The edition cited; items of that edition alone are looked at where some are known.
  /// - Returns: The item, or what is near.
  public func citation(_ text: String, plan: String, edition: String = "") -> Citation {
    var steps: UInt64 = 0
    return citation(text, plan: plan, edition: edition, steps: &steps)
  }

  /// The same; adds the steps that it took: names looked at, and text compared in tens of signs.
  ///
  /// Without `suggests` no item is suggested, which spares most of the work.
  public func citation(
    _ text: String,
    plan: String,
    edition: String,
    suggests: Bool = true,
    steps: inout UInt64
  ) -> Citation {
    steps += UInt64(frameworks.count)
    let all = frameworks(of: plan)
    guard !all.isEmpty else { return .noItems }
    let wanted = edition.isEmpty ? [] : CitationKey.make(edition)
    let ofEdition = all.filter { index in
      !wanted.isEmpty && frameworks[index].editions.contains { CitationKey.make($0) == wanted }
    }
    let chosen = ofEdition.isEmpty ? all : ofEdition
    // The items of another edition say nothing of what the edition cited does not have.
    let isComparable = !isUnlisted(edition: edition, of: plan)
    let key = CitationKey.make(text)
    guard !key.isEmpty else { return .blank }
    let found = citations.find(key, in: chosen, self)
    steps += citations.steps(of: found, key, in: chosen)
    if let found, isComparable || !found.isWrong { return found }
    let near = suggests ? citations.nearest(to: key, in: chosen, steps: &steps) : []
    let isKnown = isComparable && chosen.allSatisfy { frameworks[$0].isComplete }
    return isKnown ? .unknown(near) : .notListed(near)
  }

  /// Whether an edition of a plan is cited of which no items are known, only those of other editions.
  public func isUnlisted(edition: String, of plan: String) -> Bool {
    let wanted = edition.isEmpty ? [] : CitationKey.make(edition)
    guard !wanted.isEmpty else { return false }
    return frameworks(of: plan).allSatisfy { index in
      let editions = frameworks[index].editions
      return !editions.isEmpty && !editions.contains { CitationKey.make($0) == wanted }
    }
  }
}
