package import Model

/// What the commands and the daemon need of a record that stands in the archive.
///
/// A view for reading, decoded by the ecosystem's JSON decoder; a record is only ever written by `RecordWriter`.
package struct ArchivedRecord: Decodable, Sendable {
    package var schema: String
    package var id: String
    package var received: String
    package var source: Source
    package var identity: Identity
    package var sections: [Section]
    package var tables: [String: Table]
    package var findings: [Finding]
    package var unverified: [Unverified]
    package var verdict: String
    package var claims: [Claim]?
    package var beside: Beside?

    package struct Source: Decodable, Sendable {
        package var name: String
        package var bytes: Int
        package var media_type: String?
        package var charset: String?
        package var url: String?
        package var fetched: String?
        package var container: Container?
    }

    package struct Container: Decodable, Sendable {
        package var name: String
        package var id: String
        package var member: String
    }

    package struct Claim: Decodable, Sendable {
        package var key: String
        package var value: Double?
        package var low: Double?
        package var high: Double?
        package var unit: String?
        package var line: Int
        package var text: String
    }

    /// The records that this one was judged beside.
    package struct Beside: Decodable, Sendable {
        package var previous: String?
        package var sibling: String?
        package var round: Int
    }

    package struct Identity: Decodable, Sendable {
        package var agency: String?
        package var year: Int?
        package var title: String?
        package var published: String?
        package var form: String?
        package var kind: String
    }

    package struct Section: Decodable, Sendable {
        package var id: String?
        package var heading: String
        package var line: Int
        package var place: Place?
    }

    package struct Table: Decodable, Sendable {
        package var state: String
        package var line: Int
        package var rows: [String: Row]
        /// Nil where there is none.
        package var unsatisfied: [UnsatisfiedRelation]?
    }

    package struct Row: Decodable, Sendable {
        package var label: String
        package var line: Int
        /// Counts are whole; amounts of money have decimals.
        package var cells: [String: Double?]
        package var marks: [String: String]
        /// The columns whose numbers were told from their neighbours by the relations of the table; nil where none was.
        package var inferred: [String]?
        package var place: Place?
        /// Where each cell stands, in so far as that is not where the row's label does.
        package var places: [String: Place]?
    }

    package struct Finding: Decodable, Sendable {
        package var rule: String
        package var severity: String
        package var message: Message
        package var `where`: [Place]
        package var fingerprint: String
        package var group: String?
        package var accepted: String?
        package var basis: String
        /// Nil in records of versions that knew none.
        package var repairs: [Repair]?
        package var expected: Fact?
        package var actual: Fact?

        package struct Repair: Decodable, Sendable {
            package var changes: [Change]
            /// Both languages in one line; see `Finding.Message.joined`.
            package var cause: String?
        }

        /// A number or words.
        package enum Fact: Decodable, Sendable {
            case number(Double)
            case words(String)

            package init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let number = try? container.decode(Double.self) {
                    self = .number(number)
                } else {
                    self = .words(try container.decode(String.self))
                }
            }
        }

        package struct Change: Decodable, Sendable {
            package var path: String
            package var from: Double?
            package var to: Double
        }

        package struct Message: Decodable, Sendable {
            package var zh: String
            package var en: String
        }

        package struct Place: Decodable, Sendable {
            package var path: String
            package var line: Int?
            package var place: ArchivedRecord.Place?
            package var text: String
        }
    }

    /// Where in a page, a Word file or a PDF something stands; all is counted from 1.
    package struct Place: Decodable, Sendable {
        package var line: Int?
        package var page: Int?
        package var table: Int?
        package var row: Int?
        package var column: Int?

        /// The place in words, empty where nothing is known.
        package var words: Finding.Message {
            let zh = [
                page.map { "第 \($0) 页" }, table.map { "表 \($0)" }, row.map { "第 \($0) 行" },
                column.map { "第 \($0) 列" },
            ]
            let en = [
                page.map { "page \($0)" }, table.map { "table \($0)" }, row.map { "row \($0)" },
                column.map { "column \($0)" },
            ]
            return Finding.Message(
                zh: zh.compactMap(\.self).joined(),
                en: en.compactMap(\.self).joined(separator: ", ")
            )
        }
    }

    package struct Unverified: Decodable, Sendable {
        package var rule: String
        package var reason: String
    }
}
