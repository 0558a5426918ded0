internal import Bytes
internal import Model

/// The dates that a page has in its scripts: those of JSON-LD (schema.org, and the one that Baidu asks for), and the one
/// that WeChat's pages print by a script.
enum ScriptDate {
    /// Keys of JSON-LD that hold the day of the first publication.
    private static let keys = ["\"datePublished\"", "\"pubDate\""].map { Array($0.utf8) }
    private static let linkedData = Array("ld+json".utf8)
    /// WeChat: `var ct = "1705393800";`, and where the script has run `<em id="publish_time">2024-01-16 17:30</em>`.
    private static let creation = Array("var ct = \"".utf8)
    private static let printed = Array("id=\"publish_time\"".utf8)

    /// The date of first publication, and that of the posting; nil where the scripts have none or several.
    static func find(in page: [UInt8]) -> (published: String?, posted: String?) {
        var published: Set<String> = []
        var posted = printedDate(in: page)
        for (start, end) in ScriptArticle.scripts(of: page.span) {
            let script = page[start..<end]
            if isLinkedData(page, before: start) {
                for key in keys { published.formUnion(dates(behind: key, in: script)) }
            } else if posted == nil, let place = script.firstRange(of: creation) {
                posted = StatedDate.text(value(script[place.upperBound...]))
            }
        }
        return (published.count == 1 ? published.first : nil, posted)
    }

    private static func printedDate(in page: [UInt8]) -> String? {
        let text = Prose(page[...])
        guard text.contains("publish_time"), let place = page[...].firstRange(of: printed),
            let end = page[place.upperBound...].prefix(longestTag).firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        return StatedDate.text(Array(page[(end + 1)...].prefix(longestDate)))
    }

    /// Whether the tag that ends before `start` gives its script the type of JSON-LD.
    private static func isLinkedData(_ page: [UInt8], before start: Int) -> Bool {
        let tag = page[..<start].suffix(longestTag)
        guard let open = tag.lastIndex(of: UInt8(ascii: "<")) else { return false }
        return tag[open...].firstRange(of: linkedData) != nil
    }

    /// In bytes.
    private static let longestTag = 200
    private static let longestDate = 40

    private static func dates(behind key: [UInt8], in script: ArraySlice<UInt8>) -> [String] {
        var dates: [String] = []
        var rest = script
        while let place = rest.firstRange(of: key) {
            rest = rest[place.upperBound...]
            let text = rest.drop { $0 <= ASCII.space || $0 == UInt8(ascii: ":") }
            guard text.first == UInt8(ascii: "\"") else { continue }
            if let date = StatedDate.text(value(text.dropFirst())) { dates.append(date) }
        }
        return dates
    }

    /// Up to the quote that ends a short string.
    private static func value(_ text: ArraySlice<UInt8>) -> [UInt8] {
        Array(text.prefix(longestDate).prefix { $0 != UInt8(ascii: "\"") })
    }
}

extension ArraySlice<UInt8> {
    /// Where the first `word` stands.
    fileprivate func firstRange(of word: [UInt8]) -> Range<Int>? {
        ByteSearch.index(of: word, in: span, from: 0, to: count).map { startIndex + $0..<startIndex + $0 + word.count }
    }
}
