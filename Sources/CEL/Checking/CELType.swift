/// The types of CEL, with those that the host declares.
public indirect enum CELType: Hashable, Sendable {
  /// Any type; checked when it runs.
  case dyn
  /// The type of `null`.
  case null
  /// Truth values.
  case bool
  /// 64-bit integers.
  case int
  /// Unsigned 64-bit integers.
  case uint
  /// IEEE double.
  case double
  /// Text, compared by code points.
  case string
  /// Bytes.
  case bytes
  /// A point in time.
  case timestamp
  /// A length of time.
  case duration
  /// A list.
  case list(CELType)
  /// A map.
  case map(CELType, CELType)
  /// `optional_type`.
  case optional(CELType)
  /// The type of a type; nil when it is not known of what.
  case type(CELType?)
  /// A record that the host declares, with named fields (``RecordDeclaration``).
  case record(String)
  /// A value type that the host declares (``OpaqueTypeDeclaration``), such as money.
  case opaque(String, [CELType])
  /// A type parameter of a declaration.
  case parameter(String)
  /// The type of an expression that already gave a diagnostic; fits everywhere.
  case error
}
