// What must hold of the parser, the checker and the printer, whatever the text: asked of each input of the
// fuzz target and of the inputs that once broke it.

public import CEL
import Diagnostics
import SourceText

/// What must hold of a text as an expression.
public enum ParserCheck {
  /// What does not hold of a text; empty when everything does.
  public static func faults(of text: String, in environment: Environment = .full) -> [String] {
    let parsed = Parser.parse(text, in: environment)
    let length = UInt32(text.utf8.count)
    var faults: [String] = []
    for problem in parsed.problems
    where problem.span.start > problem.span.end || problem.span.end > length {
      faults.append("outside the text: \(problem.message.en)")
    }
    guard let tree = parsed.tree else {
      return faults + (parsed.problems.isEmpty ? ["neither a tree nor a problem"] : [])
    }
    for problem in Checker.check(tree, in: environment).problems where problem.span.end > length {
      faults.append("outside the text: \(problem.message.en)")
    }
    guard parsed.problems.isEmpty else { return faults }
    // What is printed reads back as the same.
    let printed = Unparser.text(of: tree)
    let again = Parser.parse(printed, in: environment)
    for problem in again.problems {
      faults.append("printed as \(printed), which is refused: \(problem.message.en)")
    }
    if let second = again.tree {
      let reprinted = Unparser.text(of: second)
      if !reprinted.utf8.elementsEqual(printed.utf8) {
        faults.append("printed as \(printed), and that as \(reprinted)")
      }
    }
    return faults
  }
}
