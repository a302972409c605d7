// Measures against fixed yardsticks; not part of the product. Usage:
//   KrongBenchmark reading [PROJECTS] [ROUNDS]   the reader against libyaml's bare loop in C
//   KrongBenchmark plan PROJECTS                 writes a generated plan to standard output

import SourceText

let arguments = Array(CommandLine.arguments.dropFirst())
let number = { (index: Int, fallback: Int) in
  index < arguments.count ? Int(arguments[index]) ?? fallback : fallback
}

switch arguments.first {
case "reading":
  let plan = SourceFile(name: "plan.yaml", bytes: PlanGenerator.plan(projects: number(1, 10_000)))
  print(ReadingBenchmark(source: plan, rounds: number(2, 9)).run(), terminator: "")
case "plan":
  let bytes = PlanGenerator.plan(projects: number(1, 1))
  print(String(decoding: bytes, as: UTF8.self), terminator: "")
default:
  print("usage: KrongBenchmark reading [PROJECTS] [ROUNDS] | plan PROJECTS")
}
