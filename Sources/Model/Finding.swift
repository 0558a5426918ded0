/// What a rule reports about a report.
package struct Finding: Sendable, Equatable {
    /// The stable identifier of the rule: `applications.balance`.
    package var rule: String
    package var severity: Severity
    package var message: Message
    /// The places that take part, the most telling first.
    package var places: [Place]
    /// The paths of all cells that a sum is over, zeros and blanks among them, which no place tells of.
    package var operands: [String] = []
    /// What would fit, where that is one value.
    package var expected: Fact?
    /// What stands there.
    package var actual: Fact?
    /// The legal or arithmetic source of the rule.
    package var basis: String
    /// The smallest sets of changes that would make every relation hold, the most likely first.
    package var repairs: [Repair]
    /// The cells whose numbers most likely stand in each other's place, where they are more than a repair has: a row that
    /// slid by a column. Shown to people; the record does not keep them.
    package var displaced: [Repair.Change] = []
    /// Hex, the same as long as agency, year, rule and paths are.
    package var fingerprint: String
    /// Counts, within one judgement, what is explained together from 0; the record keeps `group` instead.
    package var cluster: Int?
    /// The fingerprint of the first finding that the same repair explains.
    package var group: String?
    /// Why the configuration accepts this finding, where it does.
    package var accepted: String?

    package init(
        rule: String,
        severity: Severity,
        message: Message,
        places: [Place] = [],
        expected: Fact? = nil,
        actual: Fact? = nil,
        basis: String = "",
        repairs: [Repair] = [],
        fingerprint: String = "",
        group: String? = nil,
        accepted: String? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.places = places
        self.expected = expected
        self.actual = actual
        self.basis = basis
        self.repairs = repairs
        self.fingerprint = fingerprint
        self.group = group
        self.accepted = accepted
    }

    /// How bad it is.
    package enum Severity: String, Sendable, Codable, Comparable {
        case error
        case warning
        case info

        private var rank: Int {
            switch self {
            case .info: 0
            case .warning: 1
            case .error: 2
            }
        }

        package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

        /// What people call it.
        package var words: Message {
            switch self {
            case .error: Message(zh: "错误", en: rawValue)
            case .warning: Message(zh: "警告", en: rawValue)
            case .info: Message(zh: "提示", en: rawValue)
            }
        }
    }

    /// A sentence for people, in both languages.
    package struct Message: Sendable, Hashable, Codable {
        package var zh: String
        package var en: String

        /// Both languages in one line, the Chinese first.
        package var joined: String {
            zh == en ? zh : [zh, en].filter { !$0.isEmpty }.joined(separator: " / ")
        }

        package init(zh: String, en: String) {
            self.zh = zh
            self.en = en
        }

        /// What `joined` made one line of. Both languages quote the same, so that of several marks between them the
        /// middle one is theirs.
        package init(joined line: String) {
            let mark = Array(" / ".utf8)
            let bytes = Array(line.utf8)
            var places: [Int] = []
            var place = 0
            while place + mark.count <= bytes.count {
                let isMark = bytes[place..<(place + mark.count)].elementsEqual(mark)
                if isMark { places.append(place) }
                place += isMark ? mark.count : 1
            }
            guard !places.isEmpty else {
                self.init(zh: line, en: line)
                return
            }
            let middle = places[places.count / 2]
            self.init(
                zh: String(decoding: bytes[..<middle], as: UTF8.self),
                en: String(decoding: bytes[(middle + mark.count)...], as: UTF8.self)
            )
        }
    }

    /// A place in the report: a cell, a row, a section, a field of the identity, a claim.
    package struct Place: Sendable, Hashable {
        /// `<table>.<row>.<column>`, `<table>.<row>`, `sections.<id>`, `identity.<field>` or `claims.<index>`.
        package var path: String
        /// From 1; 0 where the place is not in the source.
        package var line: Int
        /// Where in the document it stands, where its format has pages or tables. Judging fills it in from the report.
        package var inDocument: DocumentPlace?
        /// What stands there, as written.
        package var text: String

        package init(path: String, line: Int = 0, inDocument: DocumentPlace? = nil, text: String = "") {
            self.path = path
            self.line = line
            self.inDocument = inDocument
            self.text = text
        }
    }

    /// What is expected or stands there: a number or words.
    package enum Fact: Sendable, Hashable {
        case number(Quantity)
        case words(String)
    }

    /// A set of changes that would make every relation hold.
    package struct Repair: Sendable, Hashable {
        package var changes: [Change]
        /// Why it is likely; the record keeps both languages in one string.
        package var cause: Message

        package init(changes: [Change], cause: Message) {
            self.changes = changes
            self.cause = cause
        }

        /// One cell, what it holds and what would fit.
        package struct Change: Sendable, Hashable {
            package var path: String
            package var from: Quantity?
            package var to: Quantity

            package init(path: String, from: Quantity?, to: Quantity) {
                self.path = path
                self.from = from
                self.to = to
            }
        }
    }
}
