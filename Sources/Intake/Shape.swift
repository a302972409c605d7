import Submissions

/// The tree of fields that a row, or a submission, is put together to.
struct Shape {
  enum Content {
    /// A value: the number of the column or of the single value that holds it.
    case leaf(FieldType, source: Int)
    /// A record, or the one element of a list that has no record.
    case record
    /// A list with an element for each row that has one; the element is the only child.
    case each
    /// A list whose elements have numbers; children in the order of the numbers.
    case elements
  }

  /// The name of the field; "" for elements of lists.
  let key: String
  var content: Content
  var children: [Shape] = []

  /// An empty record.
  init(key: String = "") {
    self.key = key
    content = .record
  }

  /// Adds a value at the end of a path; false when another value has the place already.
  mutating func insert(_ steps: ArraySlice<FieldPath.Step>, _ type: FieldType, source: Int) -> Bool
  {
    guard let step = steps.first else {
      guard children.isEmpty, case .record = content else { return false }
      content = .leaf(type, source: source)
      return true
    }
    if case .leaf = content { return false }
    let rest = steps.dropFirst()
    switch step {
    case .field(let name):
      let known = children.firstIndex { $0.key.utf8.elementsEqual(name.utf8) }
      return insert(into: known, Shape(key: name), rest, type, source)
    case .each:
      if case .elements = content { return false }
      content = .each
      return insert(into: children.isEmpty ? nil : 0, Shape(), rest, type, source)
    case .element(let number):
      if case .each = content { return false }
      content = .elements
      while children.count <= number { children.append(Shape()) }
      return children[number].insert(rest, type, source: source)
    }
  }

  private mutating func insert(
    into known: Int?,
    _ new: Shape,
    _ rest: ArraySlice<FieldPath.Step>,
    _ type: FieldType,
    _ source: Int
  ) -> Bool {
    if let known { return children[known].insert(rest, type, source: source) }
    children.append(new)
    return children[children.count - 1].insert(rest, type, source: source)
  }

  /// The sources of the values that belong to one element itself, not to lists below it.
  var ownSources: [Int] {
    switch content {
    case .leaf(_, let source): [source]
    case .record, .elements: children.flatMap(\.ownSources)
    case .each: []
    }
  }

  /// How many nodes one of it becomes, with an element for each list.
  var nodeCount: Int { children.reduce(1) { $0 + $1.nodeCount } }

  /// The sources of all values.
  var allSources: [Int] {
    if case .leaf(_, let source) = content { return [source] }
    return children.flatMap(\.allSources)
  }
}

extension Shape {
  /// The tree of one element of a table; of a list of single values, the value itself.
  init(of table: Mapping.Table) {
    self.init()
    var isScalar = false
    if case .list(let element) = table.list.type {
      if case .record = element { isScalar = false } else { isScalar = true }
    }
    for (number, column) in table.columns.enumerated() {
      let steps = isScalar ? [] : column.field.steps
      _ = insert(steps[...], column.field.type, source: number)
    }
  }
}
