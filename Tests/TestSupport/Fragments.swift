// TestSupport is what several test targets share: fragments of documents, temporary folders,
// snapshots, a generator of repeatable numbers and the way to the shared data.

public import Diagnostics
public import DocumentArena
import DocumentReading
import SourceText

/// Reads a fragment of YAML as the one document of a file named `test.yaml`.
public func yaml(
  _ text: String,
  keys: KeyTable = KeyTable()
) throws(DiagnosticError) -> Document {
  try YAMLReader.readOne(SourceFile(name: "test.yaml", text: text), keys: keys)
}
