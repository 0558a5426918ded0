internal import Bytes
internal import Model

/// What a scraper wrote about one page: an object of known members; others are passed over.
struct JSONRecord {
    /// The members that hold the page, the fullest first.
    static let bodies = ["html", "content", "body", "text"]
    private static let words = ["url", "title", "agency", "fetched", "date"]
    /// Every member that is known.
    static let keys = bodies + words + ["year"]

    private let texts: [String: [UInt8]]
    private let year: Int?

    /// Reads the object that stands in `bytes`, which are valid UTF-8.
    ///
    /// - Throws: where and why they are no JSON object.
    init(_ bytes: [UInt8]) throws(JSONText.Fault) {
        var texts: [String: [UInt8]] = [:]
        var year: Int?
        var json = JSONText(bytes)
        try json.object { (json: inout JSONText, name: [UInt8]) throws(JSONText.Fault) in
            let key = String(decoding: name, as: UTF8.self)
            if key == "year" {
                year = Self.year(try json.first == UInt8(ascii: "\"") ? json.string() : json.word())
            } else if Self.keys.contains(key), json.first == UInt8(ascii: "\"") {
                texts[key] = try json.string()
            } else {
                try json.skip()
            }
        }
        self.texts = texts
        self.year = year
    }

    /// The page, and whether it is said to be HTML; nil where there is none.
    var page: (bytes: [UInt8], isHTML: Bool)? {
        for key in Self.bodies {
            guard let bytes = texts[key], bytes.contains(where: { $0 > ASCII.space }) else { continue }
            return (bytes, key == "html" && bytes.contains(UInt8(ascii: "<")))
        }
        return nil
    }

    var url: String? { text("url") }
    var fetched: String? { text("fetched") ?? text("date") }

    var hint: Source.Hint? {
        let hint = Source.Hint(agency: text("agency"), year: year, title: text("title"))
        return hint == Source.Hint() ? nil : hint
    }

    private func text(_ key: String) -> String? {
        guard let bytes = texts[key], !bytes.isEmpty else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `2023`, `"2023"` or `"2023年"`.
    private static func year(_ bytes: [UInt8]) -> Int? {
        guard let value = Int(String(decoding: bytes.prefix { ASCII.isDigit($0) }, as: UTF8.self)) else { return nil }
        return (1990...2200).contains(value) ? value : nil
    }
}
