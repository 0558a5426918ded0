internal import Model

/// A word or a sign of a relation's text.
struct RelationToken {
    enum Kind: Equatable {
        case number(Quantity)
        case path(String)
        case claim(String)
        case symbol(String)
        case end
    }

    var kind: Kind
    /// Where it begins, in characters from 1.
    var column: Int

    var place: String { "character \(column)" }

    /// What people are told was found.
    var words: String {
        switch kind {
        case .number(let value): value.description
        case .path(let path): path
        case .claim(let key): "claims.\(key)"
        case .symbol(let sign): sign == "!=" || sign == "<" || sign == ">" ? "\(sign), which is not known" : sign
        case .end: "the end"
        }
    }

    static func all(of text: String) throws(RelationError) -> [RelationToken] {
        var scanner = Scanner(scalars: Array(text.unicodeScalars))
        var tokens: [RelationToken] = []
        while true {
            let token = try scanner.next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    private struct Scanner {
        let scalars: [Unicode.Scalar]
        var index = 0

        init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

        private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
            index + distance < scalars.count ? scalars[index + distance] : nil
        }

        mutating func next() throws(RelationError) -> RelationToken {
            while let scalar = peek(), scalar.properties.isWhitespace { index += 1 }
            let column = index + 1
            guard let scalar = peek() else { return RelationToken(kind: .end, column: column) }
            let kind: Kind =
                switch scalar {
                case "0"..."9": try number(column)
                case "a"..."z", "A"..."Z": try name(column)
                default: try symbol(column)
                }
            return RelationToken(kind: kind, column: column)
        }

        private mutating func number(_ column: Int) throws(RelationError) -> Kind {
            var digits = ""
            var decimals: Int?
            while let scalar = peek() {
                if scalar == ".", decimals == nil, let after = peek(1), ("0"..."9").contains(after) {
                    decimals = 0
                } else if ("0"..."9").contains(scalar) {
                    digits.unicodeScalars.append(scalar)
                    if let count = decimals { decimals = count + 1 }
                } else {
                    break
                }
                index += 1
            }
            guard digits.utf8.count <= Quantity.maximumDigits, (decimals ?? 0) <= 9, let value = Int(digits) else {
                throw RelationError(message: "character \(column): a number of too many digits")
            }
            return .number(Quantity(significand: value, scale: decimals ?? 0))
        }

        /// A path, `sum`, or a claim: `claims.` and the path of a cell, or words in quotes.
        private mutating func name(_ column: Int) throws(RelationError) -> Kind {
            var name = String.UnicodeScalarView()
            while let scalar = peek(), Self.isOfName(scalar) || (scalar == "*" && name.last == ".") {
                name.append(scalar)
                index += 1
            }
            let text = String(name)
            guard text.hasPrefix("claims.") else { return .path(text) }
            if text == "claims.", let quote = peek(), quote == "\"" || quote == "'" {
                index += 1
                let start = index
                while let scalar = peek(), scalar != quote { index += 1 }
                guard peek() == quote, index > start else {
                    throw RelationError(message: "character \(column): the words after claims. have no end")
                }
                index += 1
                return .claim(String(String.UnicodeScalarView(scalars[start..<index - 1])))
            }
            return .claim(String(text.dropFirst("claims.".count)))
        }

        private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_", ".": true
            default: false
            }
        }

        /// A sign, also as Chinese input methods write it.
        private mutating func symbol(_ column: Int) throws(RelationError) -> Kind {
            guard let scalar = peek() else { return .end }
            index += 1
            let narrow: [Unicode.Scalar: String] = [
                "＝": "=", "≤": "<=", "≥": ">=", "＋": "+", "－": "-", "−": "-", "×": "*", "（": "(", "）": ")", "，": ",",
                "＜": "<", "＞": ">",
            ]
            var sign = narrow[scalar] ?? String(scalar)
            if "<>=!".contains(sign), peek() == "=" {
                index += 1
                sign = sign == "=" ? "=" : sign + "="
            }
            guard ["=", "<=", ">=", "<", ">", "!=", "+", "-", "*", "(", ")", ","].contains(sign) else {
                throw RelationError(message: "character \(column): \(scalar) has no meaning in a relation")
            }
            return .symbol(sign)
        }
    }
}
