public import Diagnostics

/// What a submission and its strategies and projects serve, plan by plan (output F2 of the manual's
/// screeners): rows by columns, with the items that the links were found to mean.
public struct AlignmentTable: Sendable {
  /// One plan.
  public struct Column: Sendable {
    /// The code in the registry, or the text that was cited when the registry has no such plan.
    public let plan: String
    /// The name, in the words of the job.
    public let name: LocalizedText
    /// The level; nil for a plan that is not in the registry.
    public let level: Int?
    /// The rules that ask for it, sorted; empty for a plan that is only cited.
    public let rules: [String]
    /// Whether an edition is in force.
    public let isInForce: Bool
    /// The items on top of the plan that no row serves; empty where none is served, or none known.
    public let unserved: [Item]

    /// Makes a column.
    public init(
      plan: String,
      name: LocalizedText,
      level: Int?,
      rules: [String],
      isInForce: Bool,
      unserved: [Item]
    ) {
      self.plan = plan
      self.name = name
      self.level = level
      self.rules = rules
      self.isInForce = isInForce
      self.unserved = unserved
    }
  }

  /// An item of a plan.
  public struct Item: Hashable, Sendable {
    /// The code.
    public let code: String
    /// The name.
    public let name: LocalizedText
    /// Whether it was seen in a source.
    public let isVerified: Bool
    /// Whether its list is in force in the years of the submission.
    public let isInForce: Bool

    /// Makes an item.
    public init(code: String, name: LocalizedText, isVerified: Bool, isInForce: Bool) {
      self.code = code
      self.name = name
      self.isVerified = isVerified
      self.isInForce = isInForce
    }
  }

  /// How a link was understood.
  public enum Recognition: String, Sendable, CaseIterable {
    /// The item is one of the plan.
    case found
    /// The plan has no such item.
    case unknown
    /// Number and name are those of two items.
    case torn
    /// Not one of the known items, and not all of them are known.
    case notListed = "not-listed"
    /// No items are known of the plan.
    case noItems = "no-items"
    /// No item is named.
    case blank
  }

  /// One link.
  public struct Link: Sendable {
    /// The item as cited.
    public let cited: String?
    /// The explanation.
    public let reason: String?
    /// The edition as cited.
    public let edition: String?
    /// Where it stands.
    public let place: FindingPlace
    /// How it was understood.
    public let recognition: Recognition
    /// By what the item was recognised, such as `code`, `name` or `number`.
    public let form: String?
    /// The item.
    public let item: Item?
    /// The nearest items, where there is no item.
    public let suggestions: [Item]
    /// The rules that found fault with it: the plan is not in force, the reason is too short.
    public let findings: [String]

    /// Whether target and reason are stated, and no rule found fault with them.
    public var isComplete: Bool { cited != nil && reason != nil && findings.isEmpty }

    /// Makes a link.
    public init(
      cited: String?,
      reason: String?,
      edition: String?,
      place: FindingPlace,
      recognition: Recognition,
      form: String?,
      item: Item?,
      suggestions: [Item],
      findings: [String] = []
    ) {
      self.cited = cited
      self.reason = reason
      self.edition = edition
      self.place = place
      self.recognition = recognition
      self.form = form
      self.item = item
      self.suggestions = suggestions
      self.findings = findings
    }
  }

  /// One cell: the links of a row to a plan, and the findings that it is without.
  public struct Cell: Sendable {
    /// The links, in the order of the file.
    public let links: [Link]
    /// The rules that found the cell empty or incomplete.
    public let findings: [String]

    /// Makes a cell.
    public init(links: [Link], findings: [String]) {
      self.links = links
      self.findings = findings
    }
  }

  /// One row: the submission, or one of its strategies or projects.
  public struct Row: Sendable {
    /// What people call it.
    public let label: LocalizedText
    /// Where it stands; its `alignments` for the submission.
    public let place: FindingPlace
    /// The cells, one for each column.
    public let cells: [Cell]
    /// The rules that miss a link of the row to one plan or another, which stand in none of the cells.
    public let findings: [String]

    /// Whether it has a link to any plan.
    public var hasLinks: Bool { cells.contains { !$0.links.isEmpty } }

    /// Makes a row.
    public init(
      label: LocalizedText,
      place: FindingPlace,
      cells: [Cell],
      findings: [String] = []
    ) {
      self.label = label
      self.place = place
      self.cells = cells
      self.findings = findings
    }
  }

  /// Which strategies the projects serve, and which projects serve none.
  public struct Coverage: Sendable {
    /// One strategy with the projects that serve it.
    public struct Objective: Sendable {
      /// The strategy.
      public let label: LocalizedText
      /// Where it stands; in another file when it is one of the plan referred to.
      public let place: FindingPlace
      /// The projects.
      public let projects: [LocalizedText]

      /// Makes an objective.
      public init(label: LocalizedText, place: FindingPlace, projects: [LocalizedText]) {
        self.label = label
        self.place = place
        self.projects = projects
      }
    }

    /// The strategies in order; empty when none are at hand.
    public let objectives: [Objective]
    /// The projects that name no strategy, or one that is not there.
    public let idle: [(label: LocalizedText, place: FindingPlace)]
    /// How many projects there are.
    public let projectCount: Int

    /// Makes a coverage.
    public init(
      objectives: [Objective],
      idle: [(label: LocalizedText, place: FindingPlace)],
      projectCount: Int
    ) {
      self.objectives = objectives
      self.idle = idle
      self.projectCount = projectCount
    }
  }

  /// The plans: those that rules ask for and those that are cited, from the national level down.
  public let columns: [Column]
  /// The submission, then its strategies and projects.
  public let rows: [Row]
  /// The strategies and projects; nil where the kind has no projects.
  public let coverage: Coverage?

  /// Makes a table.
  public init(columns: [Column], rows: [Row], coverage: Coverage?) {
    self.columns = columns
    self.rows = rows
    self.coverage = coverage
  }
}
