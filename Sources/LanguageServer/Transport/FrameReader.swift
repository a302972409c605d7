// LanguageServer is `krong lsp` without its pipes: bytes of an editor in, bytes for the editor out, by the Language
// Server Protocol 3.17. It touches no file but through module Krong, and knows neither clock nor terminal: the
// command moves the bytes and says how late it is.

import SourceText

/// Takes the messages of a stream apart: a header with `Content-Length`, an empty line, so many bytes.
///
/// Nothing that comes in can make it fail or grow: what is no header is passed over up to the next one, a message
/// that is too large is skipped byte by byte without being kept.
struct FrameReader {
  /// One thing that was found in the stream.
  enum Frame: Equatable {
    /// The bytes of a message.
    case message([UInt8])
    /// What was passed over, and why.
    case broken(String)
  }

  /// The longest header.
  static let mostHeaderBytes = 8192

  /// The longest message: the largest document of a client that sends the whole of it, escaped.
  static let mostBytes = 64 << 20

  private var buffer: [UInt8] = []
  private var start = 0
  /// The length of the message that is being read; nil while a header is.
  private var wanted: Int?
  /// How many bytes of a message that is too large are still to come.
  private var toSkip = 0
  private var isLost = false

  /// Takes bytes that came in.
  mutating func append(_ bytes: [UInt8]) {
    if toSkip > 0, start == buffer.count {
      let skipped = min(toSkip, bytes.count)
      toSkip -= skipped
      if skipped < bytes.count { buffer += bytes[skipped...] }
      return
    }
    if start > 0, start == buffer.count || start > 1 << 16 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer += bytes
  }

  /// The next message; nil when more bytes must come first.
  mutating func next() -> Frame? {
    while true {
      if toSkip > 0 {
        let skipped = min(toSkip, buffer.count - start)
        start += skipped
        toSkip -= skipped
        if toSkip > 0 { return nil }
      }
      if let length = wanted {
        guard buffer.count - start >= length else { return nil }
        let bytes = Array(buffer[start..<start + length])
        start += length
        wanted = nil
        return .message(bytes)
      }
      guard let end = headerEnd else {
        guard buffer.count - start > Self.mostHeaderBytes else { return nil }
        return lose()
      }
      let header = buffer[start..<end.lowerBound]
      start = end.upperBound
      if let broken = take(header) { return broken }
    }
  }

  /// Reads a header.
  private mutating func take(_ header: ArraySlice<UInt8>) -> Frame? {
    guard let length = Self.length(in: header) else {
      // While the way is lost, one message tells it.
      if isLost { return nil }
      isLost = true
      return .broken("a header without a valid Content-Length")
    }
    isLost = false
    guard length <= Self.mostBytes else {
      toSkip = length
      return .broken("a message of \(length) bytes; at most \(Self.mostBytes) are read")
    }
    wanted = length
    return nil
  }

  /// Drops what cannot be a header, up to where one may begin.
  private mutating func lose() -> Frame? {
    let mark = Array("Content-Length:".utf8)
    let kept = buffer.count - mark.count
    start = Self.find(mark, in: buffer, from: start + 1) ?? max(start, kept)
    if isLost { return next() }
    isLost = true
    return .broken("a header longer than \(Self.mostHeaderBytes) bytes")
  }

  /// The empty line that ends a header; line feeds alone are taken too.
  private var headerEnd: Range<Int>? {
    var index = start
    let last = min(buffer.count, start + Self.mostHeaderBytes)
    while index < last {
      guard buffer[index] == 0x0A else {
        index += 1
        continue
      }
      var next = index + 1
      if next < buffer.count, buffer[next] == 0x0D { next += 1 }
      if next < buffer.count, buffer[next] == 0x0A { return index..<(next + 1) }
      index += 1
    }
    return nil
  }

  /// The value of `Content-Length`; the last of several, so that garbage before a header does no harm.
  private static func length(in header: ArraySlice<UInt8>) -> Int? {
    var found: Int?
    for line in header.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let name = Array("content-length:".utf8)
      let lower = line.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
      guard let place = find(name, in: lower, from: 0) else { continue }
      let digits = lower[(place + name.count)...].drop { $0 == 0x20 || $0 == 0x09 }
        .reversed().drop { $0 == 0x20 || $0 == 0x09 }.reversed()
      guard !digits.isEmpty, digits.count <= 15, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else {
        return nil
      }
      found = Int(String(decoding: Array(digits), as: UTF8.self))
    }
    return found
  }

  private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count - start >= wanted.count else { return nil }
    return (start...(bytes.count - wanted.count)).first { place in
      bytes[place] == wanted[0] && bytes[place..<place + wanted.count].elementsEqual(wanted)
    }
  }
}
