internal import Diagnostics

// Network addresses, as Kubernetes' IP and CIDR libraries: no zones, and no IPv4 inside IPv6 written
// with points.
extension Environment {
  private static let ip = CELType.opaque("net.IP", [])
  private static let cidr = CELType.opaque("net.CIDR", [])

  mutating func declareNetwork() {
    for name in ["net.IP", "net.CIDR"] {
      opaqueTypes[name] = OpaqueTypeDeclaration(name, read: { _, _ in nil }, describe: { "\($0)" })
    }
    declare(Self.makers + Self.kinds + Self.blocks)
    declare([
      FunctionDeclaration(
        "string",
        [
          Overload("ip_to_string", [Self.ip], .string, cost: .constant, .builtIn),
          Overload("cidr_to_string", [Self.cidr], .string, cost: .constant, .builtIn),
        ]
      )
    ])
  }

  private static func address(_ text: String) throws(Stop) -> NetworkValue {
    if let address = NetworkValue(address: text) { return address }
    throw .error(
      .invalidArgument(
        "ip",
        LocalizedText(
          th: "\(text) ไม่ใช่เลขที่อยู่ไอพี",
          en: "\(text) is no IP address"
        )
      )
    )
  }

  private static func block(_ text: String) throws(Stop) -> NetworkValue {
    if let block = NetworkValue(block: text) { return block }
    throw .error(
      .invalidArgument(
        "cidr",
        LocalizedText(
          th: "\(text) ไม่ใช่ช่วงเลขที่อยู่ (CIDR)",
          en: "\(text) is no block of addresses (CIDR)"
        )
      )
    )
  }

  private static var makers: [FunctionDeclaration] {
    [
      .global("ip", "string_to_ip", [.string], ip, cost: .linear) { (a) throws(Stop) in
        Value(.network(try address(try a.text(0))))
      },
      .global("isIP", "is_ip", [.string], .bool, cost: .linear) { (a) throws(Stop) in
        Value(.bool(NetworkValue(address: try a.text(0)) != nil))
      },
      .global("ip.isCanonical", "ip_is_canonical", [.string], .bool, cost: .linear) {
        (a) throws(Stop) in
        let text = try a.text(0)
        let canonical = try address(text).description
        return Value(.bool(TextComparison.areEqual(canonical, text)))
      },
      .global("cidr", "string_to_cidr", [.string], cidr, cost: .linear) { (a) throws(Stop) in
        Value(.network(try block(try a.text(0))))
      },
      .global("isCIDR", "is_cidr", [.string], .bool, cost: .linear) { (a) throws(Stop) in
        Value(.bool(NetworkValue(block: try a.text(0)) != nil))
      },
    ]
  }

  private static var kinds: [FunctionDeclaration] {
    let tests: [(String, @Sendable (NetworkValue) -> Bool)] = [
      ("isUnspecified", { $0.isUnspecified }), ("isLoopback", { $0.isLoopback }),
      ("isGlobalUnicast", { $0.isGlobalUnicast }),
      ("isLinkLocalMulticast", { $0.isLinkLocalMulticast }),
      ("isLinkLocalUnicast", { $0.isLinkLocalUnicast }),
    ]
    return tests.map { name, test in
      .member(name, "ip_\(name)", [ip], .bool, cost: .constant) { (a) throws(Stop) in
        Value(.bool(test(try a.network(0))))
      }
    } + [
      .member("family", "ip_family", [ip], .int, cost: .constant) { (a) throws(Stop) in
        Value(.int(try a.network(0).family))
      }
    ]
  }

  private static var blocks: [FunctionDeclaration] {
    [
      .member("containsIP", "cidr_contains_ip_ip", [cidr, ip], .bool, cost: .constant) {
        (a) throws(Stop) in Value(.bool(try a.network(0).contains(try a.network(1))))
      },
      .member("containsIP", "cidr_contains_ip_string", [cidr, .string], .bool, cost: .linear) {
        (a) throws(Stop) in Value(.bool(try a.network(0).contains(try address(try a.text(1)))))
      },
      .member("containsCIDR", "cidr_contains_cidr", [cidr, cidr], .bool, cost: .constant) {
        (a) throws(Stop) in Value(.bool(try a.network(0).contains(try a.network(1))))
      },
      .member("containsCIDR", "cidr_contains_cidr_string", [cidr, .string], .bool, cost: .linear) {
        (a) throws(Stop) in Value(.bool(try a.network(0).contains(try block(try a.text(1)))))
      },
      .member("ip", "cidr_ip", [cidr], ip, cost: .constant) { (a) throws(Stop) in
        Value(.network(try a.network(0).address))
      },
      .member("masked", "cidr_masked", [cidr], cidr, cost: .constant) { (a) throws(Stop) in
        Value(.network(try a.network(0).masked))
      },
      .member("prefixLength", "cidr_prefix_length", [cidr], .int, cost: .constant) {
        (a) throws(Stop) in Value(.int(Int64(try a.network(0).prefixLength ?? 0)))
      },
    ]
  }
}
