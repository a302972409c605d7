// A fuzz target of libFuzzer for expressions of rules, on amounts and days: see EvaluatorCheck, and
// Tests/Fuzzing/README.md.

import ExpressionMutation
import FuzzingChecks

/// Begins; libFuzzer calls it once.
@c(LLVMFuzzerInitialize)
public func begin(
  _ count: UnsafeMutablePointer<CInt>?,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
  mutateExpressions(of: EvaluatorCheck.ofRules.environment)
  return 0
}

/// Runs one input.
@c(LLVMFuzzerTestOneInput)
public func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let text = unsafe String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
  let faults = EvaluatorCheck.ofRules.faults(of: text)
  if !faults.isEmpty { fatalError(faults.joined(separator: "\n")) }
  return 0
}
