import Foundation
import Testing

/// A text with the cursor at `¦`, as bytes and offset.
func cursor(_ marked: String) throws -> (text: [UInt8], offset: Int) {
  let bytes = Array(marked.utf8)
  let sign = Array("¦".utf8)
  let offset = try #require(
    (0...(bytes.count - sign.count)).first { bytes[$0..<$0 + sign.count].elementsEqual(sign) }
  )
  return (Array(bytes[..<offset]) + Array(bytes[(offset + sign.count)...]), offset)
}

/// The YAML files under a folder.
func files(under folder: String) throws -> [String] {
  let all = try #require(FileManager.default.enumerator(atPath: folder))
  return all.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.sorted()
    .map { "\(folder)/\($0)" }
}
