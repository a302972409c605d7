// Measures against fixed yardsticks; not part of the product. Usage:
//   KrongBenchmark reading [PROJECTS] [ROUNDS]   the reader against libyaml's bare loop in C
//   KrongBenchmark expression                    an expression against Swift by hand, folds, patterns
//   KrongBenchmark evaluate plan|key|pass N      the expression or its check by hand, N times on 100 projects
//   KrongBenchmark plan PROJECTS                 writes a generated plan to standard output
//   KrongBenchmark events FILE | read FILE       one of the two, once, for whole processes
//   KrongBenchmark workbook FILE                 reads a workbook, once

import CEventLoop
import DocumentArena
import DocumentReading
import OpenXML
import SourceText
import Spreadsheets

let arguments = Array(CommandLine.arguments.dropFirst())
let number = { (index: Int, fallback: Int) in
  index < arguments.count ? Int(arguments[index]) ?? fallback : fallback
}

switch arguments.first {
case "reading":
  let plan = SourceFile(name: "plan.yaml", bytes: PlanGenerator.plan(projects: number(1, 10_000)))
  print(ReadingBenchmark(source: plan, rounds: number(2, 9)).run(), terminator: "")
case "expression": print(ExpressionBenchmark.run(), terminator: "")
case "evaluate":
  let form = arguments.count > 1 ? arguments[1] : "plan"
  print(ExpressionBenchmark.repeatOnly(form, number(2, 1_000)), terminator: "")
case "plan":
  let bytes = PlanGenerator.plan(projects: number(1, 1))
  print(String(decoding: bytes, as: UTF8.self), terminator: "")
case "events", "read":
  guard arguments.count > 1, let file = try? FileReader.read(arguments[1]) else {
    print("the file cannot be read")
    break
  }
  if arguments[0] == "events" {
    let events = unsafe file.bytes.withUnsafeBufferPointer {
      unsafe krong_event_loop($0.baseAddress, $0.count)
    }
    print(events)
  } else {
    print((try? YAMLReader.read(file))?.reduce(0) { $0 + $1.nodes.count } ?? -1)
  }
case "workbook":
  guard arguments.count > 1, let file = try? FileReader.read(arguments[1]),
    let workbook = try? WorkbookReader.read(PackageArchive(file.bytes))
  else {
    print("the workbook cannot be read")
    break
  }
  for sheet in workbook.sheets { print("\(sheet.name): \(sheet.count) cells") }
default:
  print(
    "usage: KrongBenchmark reading [PROJECTS] [ROUNDS] | expression | evaluate plan|key|pass N | plan PROJECTS"
      + " | events FILE | read FILE | workbook FILE"
  )
}
