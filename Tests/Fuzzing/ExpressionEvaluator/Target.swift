// A fuzz target of libFuzzer for evaluation: see EvaluatorCheck, and Tests/Fuzzing/README.md.

import ExpressionMutation
import FuzzingChecks

/// Runs one input.
@c(LLVMFuzzerTestOneInput)
public func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let text = unsafe String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
  let faults = EvaluatorCheck.ofLibraries.faults(of: text)
  if !faults.isEmpty { fatalError(faults.joined(separator: "\n")) }
  return 0
}
