/// The numbers that a word processor prints before paragraphs and keeps out of their text (`word/numbering.xml`).
struct WordNumbering {
    /// One level of a list.
    struct Level {
        var start = 1
        var format = "decimal"
        /// `%1、`: what is printed, with the numbers of the levels by their places.
        var text = ""
    }

    /// A list: its levels, and what it counts with.
    private struct Instance {
        var abstract: String
        /// Where a level begins anew in this list.
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
    }

    private var abstracts: [String: [Int: Level]] = [:]
    private var instances: [String: Instance] = [:]
    private var counts: [String: [Int: Int]] = [:]
    private var begun: Set<String> = []

    /// Lists have nine levels.
    private static let levels = 9
    /// What a list prints before each paragraph is short.
    private static let longestText = 40
    private static let largestStart = 99_999

    init() {}

    init(_ document: [UInt8]) throws(XMLReader.Failure) {
        var parser = Parser()
        try XMLReader.read(document) { (reader) throws(XMLReader.Failure) in try parser.parse(&reader) }
        abstracts = parser.abstracts
        instances = parser.instances
    }

    /// What is printed before the next paragraph of this list on this level; it counts on.
    mutating func next(list: String, level: Int) -> String {
        guard let instance = instances[list], (0..<Self.levels).contains(level) else { return "" }
        var count = counts[instance.abstract] ?? [:]
        if begun.insert(list).inserted { for (level, _) in instance.starts { count[level] = nil } }
        count[level] = count[level].map { $0 < Int.max ? $0 + 1 : $0 } ?? start(instance, level)
        for deeper in (level + 1)..<(Self.levels + 1) { count[deeper] = nil }
        for higher in 0..<level where count[higher] == nil { count[higher] = start(instance, higher) }
        counts[instance.abstract] = count
        return text(instance, level, count)
    }

    private func definition(_ instance: Instance, _ level: Int) -> Level {
        instance.levels[level] ?? abstracts[instance.abstract]?[level] ?? Level()
    }

    private func start(_ instance: Instance, _ level: Int) -> Int {
        instance.starts[level] ?? definition(instance, level).start
    }

    private func text(_ instance: Instance, _ level: Int, _ count: [Int: Int]) -> String {
        let own = definition(instance, level)
        guard NumberFormat.text(1, own.format) != nil else { return "" }
        var result = ""
        var isNumber = false
        for character in own.text {
            if isNumber, let place = character.wholeNumberValue, (1...Self.levels).contains(place) {
                let format = definition(instance, place - 1).format
                result += NumberFormat.text(count[place - 1] ?? 1, format) ?? ""
            } else if character != "%" {
                result.append(character)
            }
            isNumber = character == "%"
        }
        return result
    }

    /// Reads the definitions.
    private struct Parser {
        var abstracts: [String: [Int: Level]] = [:]
        var instances: [String: Instance] = [:]
        private var abstract: String?
        private var instance: String?
        private var level = 0

        mutating func parse(_ reader: inout XMLReader) throws(XMLReader.Failure) {
            while let node = try reader.next() {
                switch node {
                case .start(let name, _): start(name.local, reader)
                case .end(let name): end(name.local)
                case .text: break
                }
            }
        }

        private mutating func start(_ name: String, _ reader: borrowing XMLReader) {
            switch name {
            case "abstractNum": abstract = reader.attribute("abstractNumId")
            case "num": instance = reader.attribute("numId")
            case "abstractNumId":
                if let instance, let id = reader.attribute("val") { instances[instance] = Instance(abstract: id) }
            case "lvl", "lvlOverride": level = reader.attribute("ilvl").flatMap { Int($0) } ?? 0
            case "startOverride":
                if let instance {
                    instances[instance]?.starts[level] = max(
                        0,
                        min(Self.number(reader) ?? 1, WordNumbering.largestStart)
                    )
                }
            case "start": change { $0.start = max(0, min(Self.number(reader) ?? 1, WordNumbering.largestStart)) }
            case "numFmt": change { $0.format = reader.attribute("val") ?? "decimal" }
            case "lvlText":
                change { $0.text = String((reader.attribute("val") ?? "").prefix(WordNumbering.longestText)) }
            default: break
            }
        }

        private mutating func end(_ name: String) {
            if name == "abstractNum" { abstract = nil }
            if name == "num" { instance = nil }
        }

        private static func number(_ reader: borrowing XMLReader) -> Int? {
            reader.attribute("val").flatMap { Int($0) }
        }

        private mutating func change(_ body: (inout Level) -> Void) {
            if let abstract {
                var levels = abstracts[abstract] ?? [:]
                body(&levels[level, default: Level()])
                abstracts[abstract] = levels
            } else if let instance {
                var own = instances[instance] ?? Instance(abstract: "")
                body(&own.levels[level, default: Level()])
                instances[instance] = own
            }
        }
    }
}
