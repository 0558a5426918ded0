internal import Model

/// Why the text of a relation is refused: one line, with the place in the text where that is known.
package struct RelationError: Error, Equatable {
    package var message: String
}

/// A relation as the configuration writes it, taken apart: `a + 2 * b <= sum(c, d) - 5`.
///
/// Both sides are sums of cells, claims and numbers, each with a factor. `sum(…)` and parentheses only group.
struct RelationText {
    /// One addend; without an operand it is a number.
    struct Part {
        var factor: Quantity
        var operand: Operand?
    }

    enum Operand: Hashable {
        /// The path of a cell; a part of it may be `*`.
        case path(String)
        /// A figure of the text, by its key.
        case claim(String)
    }

    enum Comparison: String {
        case equal = "="
        case atMost = "<="
        case atLeast = ">="
    }

    private(set) var left: [Part] = []
    private(set) var comparison = Comparison.equal
    private(set) var right: [Part] = []

    private var tokens: [RelationToken]
    private var position = 0
    private var depth = 0

    /// Deeper nesting is nobody's relation.
    private static let deepest = 50

    init(_ text: String) throws(RelationError) {
        tokens = try RelationToken.all(of: text)
        left = try sum()
        comparison = try comparisonSign()
        right = try sum()
        if next.kind != .end { throw expected("+, - or the end of the relation") }
    }

    private var next: RelationToken { tokens[position] }

    private func expected(_ what: String) -> RelationError {
        RelationError(message: "\(next.place): expected \(what), found \(next.words)")
    }

    private mutating func takes(_ symbol: String) -> Bool {
        guard next.kind == .symbol(symbol) else { return false }
        position += 1
        return true
    }

    private mutating func comparisonSign() throws(RelationError) -> Comparison {
        guard case .symbol(let sign) = next.kind, let comparison = Comparison(rawValue: sign) else {
            throw expected("=, <= or >=")
        }
        position += 1
        return comparison
    }

    private mutating func sum() throws(RelationError) -> [Part] {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.deepest { throw RelationError(message: "\(next.place): too many parentheses in each other") }
        var sign = takes("-") ? -1 : 1
        if sign > 0 { _ = takes("+") }
        var parts = try product(times: sign)
        while true {
            if takes("+") {
                sign = 1
            } else if takes("-") {
                sign = -1
            } else {
                return parts
            }
            parts += try product(times: sign)
        }
    }

    private mutating func product(times sign: Int) throws(RelationError) -> [Part] {
        var parts = try scaled(factor(), Quantity(sign))
        while takes("*") {
            let other = try factor()
            if let number = Self.number(other) {
                parts = try scaled(parts, number)
            } else if let number = Self.number(parts) {
                parts = try scaled(other, number)
            } else {
                throw RelationError(message: "\(next.place): a product of two cells is no linear relation; use sums")
            }
        }
        return parts
    }

    private mutating func factor() throws(RelationError) -> [Part] {
        switch next.kind {
        case .number(let value):
            position += 1
            return [Part(factor: value, operand: nil)]
        case .path(let path):
            position += 1
            if path == "sum", takes("(") { return try list() }
            return [Part(factor: Quantity(1), operand: .path(path))]
        case .claim(let key):
            position += 1
            return [Part(factor: Quantity(1), operand: .claim(key))]
        case .symbol("("):
            position += 1
            let parts = try sum()
            guard takes(")") else { throw expected("a closing parenthesis") }
            return parts
        case .symbol, .end: throw expected("a cell, a number or sum(…)")
        }
    }

    private mutating func list() throws(RelationError) -> [Part] {
        var parts = try sum()
        while takes(",") { parts += try sum() }
        guard takes(")") else { throw expected("a comma or a closing parenthesis") }
        return parts
    }

    /// The number that the parts come to, where none of them is a cell or a claim.
    private static func number(_ parts: [Part]) -> Quantity? {
        parts.allSatisfy { $0.operand == nil } ? parts.reduce(Quantity(0)) { $0 + $1.factor } : nil
    }

    private func scaled(_ parts: [Part], _ factor: Quantity) throws(RelationError) -> [Part] {
        var result = parts
        for index in result.indices {
            guard let product = result[index].factor.times(factor) else {
                throw RelationError(message: "\(next.place): a number grows too large")
            }
            result[index].factor = product
        }
        return result
    }
}

extension Quantity {
    /// The product, or nil where it has more digits than a quantity may have.
    func times(_ other: Quantity) -> Quantity? {
        let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
        guard !overflow, String(product.magnitude).utf8.count <= Quantity.maximumDigits, scale + other.scale <= 9 else {
            return nil
        }
        return Quantity(significand: product, scale: scale + other.scale)
    }
}
