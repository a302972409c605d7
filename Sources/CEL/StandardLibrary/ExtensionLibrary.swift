// The extension libraries, under the names of cel-go and Kubernetes. Each is declarations with
// implementations on values; the planner knows nothing of them. Every overload states its cost.

extension Environment {
  /// The standard library with all extension libraries.
  ///
  /// Strings, math, encoders, lists, regular expressions, sets, and network addresses.
  public static let full: Environment = {
    var environment = Environment.standard
    environment.declareStrings()
    environment.declareMath()
    environment.declareEncoders()
    environment.declareLists()
    environment.declareRegularExpressions()
    environment.declareSets()
    environment.declareNetwork()
    return environment
  }()

  /// Declares functions.
  mutating func declare(_ functions: [FunctionDeclaration]) {
    for function in functions { declare(function) }
  }
}

/// The arguments of a call, read as the types that the overload declares.
struct Arguments: Sendable {
  let function: String
  let values: [Value]

  var count: Int { values.count }

  private var mismatch: Stop { .error(.noSuchOverload(function)) }

  func text(_ index: Int) throws(Stop) -> String {
    guard case .string(let text) = values[index].payload else { throw mismatch }
    return text
  }

  /// The code points of a text, in which positions count.
  func scalars(_ index: Int) throws(Stop) -> [Unicode.Scalar] {
    Array(try text(index).unicodeScalars)
  }

  func int(_ index: Int) throws(Stop) -> Int64 {
    guard case .int(let number) = values[index].payload else { throw mismatch }
    return number
  }

  func uint(_ index: Int) throws(Stop) -> UInt64 {
    guard case .uint(let number) = values[index].payload else { throw mismatch }
    return number
  }

  func double(_ index: Int) throws(Stop) -> Double {
    guard case .double(let number) = values[index].payload else { throw mismatch }
    return number
  }

  func bytes(_ index: Int) throws(Stop) -> [UInt8] {
    guard case .bytes(let bytes) = values[index].payload else { throw mismatch }
    return bytes
  }

  func list(_ index: Int) throws(Stop) -> [Value] {
    guard case .list(.elements(let elements)) = values[index].payload else { throw mismatch }
    return elements
  }

  func network(_ index: Int) throws(Stop) -> NetworkValue {
    guard case .network(let address) = values[index].payload else { throw mismatch }
    return address
  }

  /// An int from 0 to a bound.
  func position(_ index: Int, upTo bound: Int) throws(Stop) -> Int {
    let number = try int(index)
    guard let position = Int(exactly: number), (0...bound).contains(position) else {
      throw .error(.indexOutOfRange(number))
    }
    return position
  }
}

extension FunctionDeclaration {
  /// One overload of a member function; the first parameter is the target.
  static func member(
    _ name: String,
    _ id: String,
    _ parameters: [CELType],
    _ result: CELType,
    cost: Overload.Cost,
    _ body: @escaping @Sendable (Arguments) throws(Stop) -> Value
  ) -> FunctionDeclaration {
    make(name, id, parameters, result, isMember: true, cost, body)
  }

  /// One overload of a function that is called without a target.
  static func global(
    _ name: String,
    _ id: String,
    _ parameters: [CELType],
    _ result: CELType,
    cost: Overload.Cost,
    _ body: @escaping @Sendable (Arguments) throws(Stop) -> Value
  ) -> FunctionDeclaration {
    make(name, id, parameters, result, isMember: false, cost, body)
  }

  /// One overload of a function that is called without a target, and counts its steps.
  static func global(
    _ name: String,
    _ id: String,
    _ parameters: [CELType],
    _ result: CELType,
    cost: Overload.Cost,
    _ body: @escaping @Sendable (Arguments, inout UInt64) throws(Stop) -> Value
  ) -> FunctionDeclaration {
    let overload = Overload(
      id,
      parameters,
      result,
      cost: cost,
      .counting { values, _, steps in
        do throws(Stop) {
          var stop: Stop?
          for value in values {
            do throws(Stop) { _ = try value.settled() } catch { stop.merge(error) }
          }
          if let stop { throw stop }
          return try body(Arguments(function: name, values: values), &steps)
        } catch {
          return error.value
        }
      }
    )
    return FunctionDeclaration(name, [overload])
  }

  /// One overload that compares values of any type, and so needs the documents.
  static func comparing(
    _ name: String,
    _ id: String,
    _ parameters: [CELType],
    _ result: CELType,
    isMember: Bool = true,
    cost: Overload.Cost,
    _ body: @escaping @Sendable (Arguments, EvaluationContext) throws(Stop) -> Value
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      [
        Overload(
          id,
          parameters,
          result,
          isMember: isMember,
          cost: cost,
          .inContext { values, context in
            do throws(Stop) {
              var computed: [Value] = []
              for value in values { computed.append(try context.materialised(value)) }
              return try body(Arguments(function: name, values: computed), context)
            } catch {
              return error.value
            }
          }
        )
      ]
    )
  }

  private static func make(
    _ name: String,
    _ id: String,
    _ parameters: [CELType],
    _ result: CELType,
    isMember: Bool,
    _ cost: Overload.Cost,
    _ body: @escaping @Sendable (Arguments) throws(Stop) -> Value
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      [
        Overload(
          id,
          parameters,
          result,
          isMember: isMember,
          cost: cost,
          .values { values in
            do throws(Stop) {
              return try body(Arguments(function: name, values: values))
            } catch {
              return error.value
            }
          }
        )
      ]
    )
  }
}

extension Value {
  /// A text of code points.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    self.init(.string(String(text)))
  }

  init(list: [Value]) { self.init(.list(.elements(list))) }
}
