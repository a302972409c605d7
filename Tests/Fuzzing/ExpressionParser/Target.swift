// A fuzz target of libFuzzer: whatever the text, parsing, checking and printing end, and what they say
// stands inside the text. See Tests/Fuzzing/README.md.

import CEL
import Diagnostics
import ExpressionMutation
import SourceText

/// Runs one input.
@c(LLVMFuzzerTestOneInput)
public func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let text = unsafe String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
  let environment = Environment.full
  let parsed = Parser.parse(text, in: environment)
  let length = UInt32(text.utf8.count)
  for problem in parsed.problems {
    precondition(problem.span.start <= problem.span.end && problem.span.end <= length)
  }
  guard let tree = parsed.tree else {
    precondition(!parsed.problems.isEmpty)
    return 0
  }
  for problem in Checker.check(tree, in: environment).problems {
    precondition(problem.span.end <= length)
  }
  guard parsed.problems.isEmpty else { return 0 }
  // What is printed reads back as the same.
  let printed = Unparser.text(of: tree)
  let again = Parser.parse(printed, in: environment)
  precondition(again.problems.isEmpty)
  if let second = again.tree {
    precondition(Unparser.text(of: second).utf8.elementsEqual(printed.utf8))
  }
  return 0
}
