internal import TOMLKit

/// One table of the configuration: gives out values of the right type and refuses everything else with its line.
struct ConfigurationTable {
    private let table: TOMLTable
    /// Where the table stands: `["endpoint", "0"]`; empty for the top.
    private let path: [String]
    private let file: String
    private let lines: KeyLines

    init(_ table: TOMLTable, path: [String] = [], file: String, lines: KeyLines) {
        self.table = table
        self.path = path
        self.file = file
        self.lines = lines
    }

    /// - Throws: where the table has a key that is not among `keys`.
    func knows(_ keys: [String]) throws(ConfigurationError) {
        for key in table.keys where !keys.contains(key) {
            let place = path.isEmpty ? "at the top" : "in [\(names.joined(separator: "."))]"
            throw refusal(key, "unknown key \(key) \(place); remove it, known there: \(keys.joined(separator: ", "))")
        }
    }

    /// A refusal at the line of `key`, or of the table where the key is not there.
    func refusal(_ key: String, _ message: String) -> ConfigurationError {
        ConfigurationError(file: file, line: lines.line(of: path + [key]), message: message)
    }

    /// Where `key` stands, or the table where the key is not there: `FILE:LINE`.
    func place(of key: String) -> String { lines.line(of: path + [key]).map { "\(file):\($0)" } ?? file }

    /// The name of a key in messages: `intake.settle`.
    func name(_ key: String) -> String { (names + [key]).joined(separator: ".") }

    /// The path without the places in lists.
    private var names: [String] { path.filter { Int($0) == nil } }

    /// Whether the table has `key`.
    func has(_ key: String) -> Bool { table[key] != nil }

    func string(_ key: String) throws(ConfigurationError) -> String? {
        guard let value = table[key] else { return nil }
        guard let string = value.string else { throw mismatch(key, value, "a string", "\"…\"") }
        return string
    }

    func boolean(_ key: String) throws(ConfigurationError) -> Bool? {
        guard let value = table[key] else { return nil }
        guard let flag = value.bool else { throw mismatch(key, value, "true or false", "true") }
        return flag
    }

    /// A whole number within `range`.
    func whole(_ key: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int? {
        guard let value = table[key] else { return nil }
        guard let number = value.int else {
            throw mismatch(key, value, "a whole number", String(max(1, range.lowerBound)))
        }
        guard range.contains(number) else {
            let limit = range.upperBound == .max ? "at least \(range.lowerBound)" : Self.words(range)
            throw refusal(key, "\(name(key)) is \(number); it must be \(limit)")
        }
        return number
    }

    /// Seconds within `range`; a whole number will do.
    func seconds(_ key: String, in range: ClosedRange<Double>) throws(ConfigurationError) -> Double? {
        guard let value = table[key] else { return nil }
        return try seconds(value, key, in: range, example: "2.0")
    }

    /// A list of seconds, each within `range`.
    func secondsList(_ key: String, in range: ClosedRange<Double>) throws(ConfigurationError) -> [Double]? {
        guard let value = table[key] else { return nil }
        guard let array = value.array else { throw mismatch(key, value, "a list of seconds", "[0, 5, 300]") }
        var result: [Double] = []
        for element in array { result.append(try seconds(element, key, in: range, example: "[0, 5, 300]")) }
        return result
    }

    func strings(_ key: String) throws(ConfigurationError) -> [String]? {
        guard let value = table[key] else { return nil }
        guard let array = value.array else { throw mismatch(key, value, "a list of strings", "[\"…\"]") }
        var result: [String] = []
        for element in array {
            guard let string = element.string else { throw mismatch(key, element, "a list of strings", "[\"…\"]") }
            result.append(string)
        }
        return result
    }

    /// A string or a whole number, or a list of these, each as it is written.
    func words(_ key: String, example: String) throws(ConfigurationError) -> [String]? {
        guard let value = table[key] else { return nil }
        let wanted = "a string, a whole number, or a list of these"
        var words: [String] = []
        for element in value.array.map(Array.init) ?? [value] {
            guard let word = element.string ?? element.int.map(String.init) else {
                throw mismatch(key, element, wanted, example)
            }
            words.append(word)
        }
        return words
    }

    /// A date as `YYYY-MM-DD`.
    func date(_ key: String) throws(ConfigurationError) -> String? {
        guard let value = table[key] else { return nil }
        guard let date = value.date else { throw mismatch(key, value, "a date without quotes", "2027-01-31") }
        func padded(_ number: Int, _ width: Int) -> String {
            String(repeating: "0", count: max(0, width - String(number).utf8.count)) + String(number)
        }
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    }

    /// The table under `key`, an empty one where there is none.
    func table(_ key: String) throws(ConfigurationError) -> ConfigurationTable {
        guard let value = table[key] else { return sub(TOMLTable(), [key]) }
        guard let table = value.table else {
            throw refusal(key, "\(name(key)) must be a table, not \(kind(value)); write [\(key)] on a line of its own")
        }
        return sub(table, [key])
    }

    /// The elements of the array of tables under `key`.
    func tables(_ key: String) throws(ConfigurationError) -> [ConfigurationTable] {
        guard let value = table[key] else { return [] }
        let remedy = "begin each with a line [[\(key)]]"
        guard let array = value.array else {
            throw refusal(key, "\(name(key)) must be a list of tables, not \(kind(value)); \(remedy)")
        }
        var result: [ConfigurationTable] = []
        for (index, element) in array.enumerated() {
            guard let table = element.table else {
                throw refusal(key, "\(name(key)) must be a list of tables, not of \(kind(element))s; \(remedy)")
            }
            result.append(sub(table, [key, String(index)]))
        }
        return result
    }

    private func sub(_ table: TOMLTable, _ path: [String]) -> ConfigurationTable {
        ConfigurationTable(table, path: self.path + path, file: file, lines: lines)
    }

    private func seconds(
        _ value: any TOMLValueConvertible,
        _ key: String,
        in range: ClosedRange<Double>,
        example: String
    ) throws(ConfigurationError) -> Double {
        // TOML keeps 2 and 2.0 apart; whoever writes a configuration does not.
        guard let number = value.double ?? value.int.map(Double.init) else {
            throw mismatch(key, value, "a number of seconds", example)
        }
        guard range.contains(number) else {
            throw refusal(key, "\(name(key)) holds \(number); seconds must be \(Self.words(range)) there")
        }
        return number
    }

    private func mismatch(
        _ key: String,
        _ value: any TOMLValueConvertible,
        _ wanted: String,
        _ example: String
    ) -> ConfigurationError {
        // The value is not repeated: it may be a secret in the wrong place.
        refusal(key, "\(name(key)) must be \(wanted), not \(kind(value)); write for example \(key) = \(example)")
    }

    private static func words<Bound>(_ range: ClosedRange<Bound>) -> String {
        "from \(range.lowerBound) to \(range.upperBound)"
    }

    private func kind(_ value: any TOMLValueConvertible) -> String {
        switch value.type {
        case .table: "a table"
        case .array: "a list"
        case .string: "a string"
        case .int: "a whole number"
        case .double: "a decimal number"
        case .bool: "true or false"
        case .date: "a date"
        case .time: "a time"
        case .dateTime: "a date with a time"
        }
    }
}
