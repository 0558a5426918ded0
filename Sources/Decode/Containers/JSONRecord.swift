internal import Bytes
internal import Model

/// What a scraper wrote about one page: an object of known members; others are passed over.
struct JSONRecord {
    /// The members that hold the page, the fullest first.
    static let bodies = ["html", "content", "body", "text"]
    /// Every member that is known, and what scrapers call it besides; whatever the case of its letters.
    private static let names: [String: [String]] = [
        "html": [], "content": ["正文", "内容"], "body": [], "text": ["文本", "全文"], "url": ["链接", "网址"],
        "title": ["标题"], "agency": ["机构", "发布机构", "发布单位"], "fetched": ["抓取时间", "采集时间"], "date": [],
        "year": ["年份", "年度"],
    ]
    private static let keys = Dictionary(
        uniqueKeysWithValues: names.flatMap { key, others in ([key] + others).map { (Array($0.utf8), key) } }
    )
    /// In bytes, each character of a Chinese name written as an escape.
    static let longestName = 40

    /// The member that a name stands for, or nil.
    static func key(_ name: [UInt8]) -> String? { keys[name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }] }

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
            switch Self.key(name) {
            case "year":
                year = Self.year(try json.first == UInt8(ascii: "\"") ? json.string() : json.word()) ?? year
            case let key? where json.first == UInt8(ascii: "\""):
                let text = try json.string()
                // Of two names for the same, the one that says more: 内容 may be what 正文 is in short.
                if text.count > texts[key]?.count ?? -1 { texts[key] = text }
            default: try json.skip()
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
