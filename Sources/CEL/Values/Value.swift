public import Diagnostics
public import DocumentArena

/// Where a value stands: a document of the activation and a node in it.
public struct NodeReference: Hashable, Sendable {
  /// The number of the document in the activation's list; 0 is the submission.
  public let document: UInt32

  /// The node.
  public let node: NodeID

  /// Makes a reference.
  public init(document: UInt32, node: NodeID) {
    self.document = document
    self.node = node
  }
}

/// A value, with the node it came from when it came from a document.
///
/// Values that were computed have no origin; `filter` and indexing keep the origins of elements, so
/// a finding can point at the element that decided.
public struct Value: Sendable {
  /// What it is.
  public let payload: Payload

  /// The node it was read from.
  public let origin: NodeReference?

  /// Makes a value.
  public init(_ payload: Payload, origin: NodeReference? = nil) {
    self.payload = payload
    self.origin = origin
  }

  /// The forms of a value.
  public enum Payload: Sendable {
    /// `null`
    case null
    /// A truth value.
    case bool(Bool)
    /// An integer.
    case int(Int64)
    /// An unsigned integer.
    case uint(UInt64)
    /// A double.
    case double(Double)
    /// Text; compare it with ``Text`` or by bytes, never with `String ==`.
    case string(String)
    /// Bytes.
    case bytes([UInt8])
    /// A list.
    case list(ListValue)
    /// A map.
    case map(MapValue)
    /// Nanoseconds since 1970-01-01T00:00:00Z, split as in the specification.
    case timestamp(seconds: Int64, nanoseconds: Int32)
    /// A length of time.
    case duration(seconds: Int64, nanoseconds: Int32)
    /// A type.
    case type(CELType)
    /// An optional value; nil is `optional.none()`.
    case optional(OptionalValue)
    /// A value of a type that the host declared, by its 64 bits.
    case opaque(type: String, bits: Int64)
    /// An IP address or a block of addresses.
    case network(NetworkValue)
    /// A record of the host, read on demand from its node (the value's origin).
    case record(type: String)
    /// Data that is needed and missing.
    case unknown(UnknownSet)
    /// The expression could not be computed.
    case error(EvaluationError)
  }
}

/// The data that an evaluation asked for and did not find; sets merge, so one outcome names all.
public struct UnknownSet: Hashable, Sendable {
  /// One missing or unreadable place.
  public struct Missing: Hashable, Sendable {
    /// The deepest node that exists on the way.
    public let base: NodeReference?

    /// The steps from there to what is missing; empty when the node itself cannot be read.
    public let steps: [DocumentPath.Step]

    /// Whether what is asked for would stand inside the node that cannot be read.
    ///
    /// Nobody knows then whether it is there. Two places are equal whatever this is: it is the node
    /// that is named.
    public let isInside: Bool

    /// Makes a place.
    public init(base: NodeReference?, steps: [DocumentPath.Step], isInside: Bool = false) {
      self.base = base
      self.steps = steps
      self.isInside = isInside
    }

    /// Two places are equal when they name the same.
    public static func == (a: Missing, b: Missing) -> Bool {
      a.base == b.base && a.steps == b.steps
    }

    /// Hashes what is named.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(base)
      hasher.combine(steps)
    }
  }

  /// How many places a set names: enough for a person, and so few that the union over a long list
  /// costs no more than the list.
  public static let mostNamed = 50

  /// The places, in the order in which they were met, without repeats; the first ``mostNamed``.
  public private(set) var missing: [Missing]

  /// Makes a set.
  public init(_ missing: [Missing]) {
    self.missing = missing
  }

  /// The union, in order.
  public func merging(_ other: UnknownSet) -> UnknownSet {
    guard missing.count < Self.mostNamed else { return self }
    var merged = self
    for place in other.missing.prefix(Self.mostNamed) where !merged.missing.contains(place) {
      merged.missing.append(place)
    }
    return merged
  }
}

/// Why an expression could not be computed: overflow, no such key, division by zero.
public struct EvaluationError: Error, Hashable, Sendable {
  /// The node of the expression at fault; 0 when it is not known.
  public let at: ExpressionID

  /// What happened.
  public let message: LocalizedText

  /// Makes an error.
  public init(at id: ExpressionID = ExpressionID(0), _ message: LocalizedText) {
    self.at = id
    self.message = message
  }
}
