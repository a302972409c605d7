/// A file with the findings of a check in it.
package struct AnnotatedFile: Sendable {
  /// The file.
  package let bytes: [UInt8]
  /// How many places were marked.
  package let places: Int
  /// How many findings there are, those without a place in the file too.
  package let findings: Int
}
