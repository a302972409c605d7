/// A picture of figures; whoever cannot or does not want to look at it has ``table``.
public struct PaperChart: Sendable {
  /// What is drawn.
  public enum Shape: Sendable {
    /// Bars on one scale.
    case bars([Bar])
    /// Signs in rows and columns.
    case matrix(Matrix)
    /// Bars in parts.
    case stacks(Stacks)
  }

  /// A bar.
  public struct Bar: Sendable {
    /// Its name.
    public var label: String
    /// Its length, from 0 to ``most``; nil for one that has no value.
    public var value: Int64?
    /// The length of the whole scale, above 0.
    public var most: Int64
    /// The value as text.
    public var text: String
    /// How it is meant.
    public var tone: PaperTone

    /// Makes a bar.
    public init(label: String, value: Int64?, most: Int64, text: String, tone: PaperTone) {
      self.label = label
      self.value = value
      self.most = most
      self.text = text
      self.tone = tone
    }
  }

  /// Signs in rows and columns.
  public struct Matrix: Sendable {
    /// A sign with what it means here.
    public struct Cell: Sendable {
      /// One letter or figure.
      public var sign: String
      /// How it is meant.
      public var tone: PaperTone

      /// Makes a cell.
      public init(sign: String, tone: PaperTone) {
        self.sign = sign
        self.tone = tone
      }
    }

    /// The signs of the columns.
    public var columns: [String]
    /// The names of the rows with their cells, one for each column.
    public var rows: [(label: String, cells: [Cell])]

    /// Makes a matrix.
    public init(columns: [String], rows: [(label: String, cells: [Cell])]) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// Bars in parts.
  public struct Stacks: Sendable {
    /// A bar.
    public struct Stack: Sendable {
      /// Its name.
      public var label: String
      /// The lengths of its parts, one for each key, from 0.
      public var parts: [Int64]
      /// The whole as text.
      public var text: String

      /// Makes a bar.
      public init(label: String, parts: [Int64], text: String) {
        self.label = label
        self.parts = parts
        self.text = text
      }
    }

    /// The names of the parts.
    public var keys: [String]
    /// The bars.
    public var stacks: [Stack]

    /// Makes bars.
    public init(keys: [String], stacks: [Stack]) {
      self.keys = keys
      self.stacks = stacks
    }
  }

  /// What it shows.
  public var title: String
  /// What there is to see, in one or two sentences.
  public var summary: String
  /// What is drawn.
  public var shape: Shape
  /// The same figures.
  public var table: PaperTable

  /// Makes a chart.
  public init(title: String, summary: String, shape: Shape, table: PaperTable) {
    self.title = title
    self.summary = summary
    self.shape = shape
    self.table = table
  }
}
