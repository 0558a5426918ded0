internal import Bytes

/// What pages print on the line of a title.
extension TitleReader {
    private static let labels = ["标题:", "名称:", "信息名称:", "文件名称:", "文件标题:", "信息标题:", "题名:"].map { Array($0.utf8) }

    /// Without the word that the head of a page has for a title: 名称：2023年某局政府信息公开工作年度报告.
    static func withoutLabel(_ title: [UInt8]) -> [UInt8] {
        // Stars that a converter set before and behind the lines of a title in bold.
        let bare = title.first == star || title.last == star ? trimmed(title) : title
        let plain = withoutAnnex(withoutQuotes(bare))
        guard let label = (labels + bareLabels).first(where: { plain.starts(with: $0) }) else {
            return withoutPage(plain)
        }
        return Array(plain[label.count...])
    }

    /// The same words where the page prints no colon: 名称 某市2023年政府信息公开年度报告.
    private static let bareLabels = ["信息名称", "文件名称", "名称"].map { Array($0.utf8) }

    private static let annex = Array("附件".utf8)
    private static let nouns = ["报告", "年报"].map { Array($0.utf8) }
    private static let number = ["一", "二", "三"].map { Array($0.utf8) }

    /// Without what tells that a letter came with the report: 附件1：某局2023年政府信息公开工作年度报告. The name of a file goes on
    /// behind these words.
    private static func withoutAnnex(_ title: [UInt8]) -> [UInt8] {
        guard title.starts(with: annex), nouns.contains(where: { title.ends(with: $0) }) else { return title }
        var rest = title.dropFirst(annex.count).drop(while: ASCII.isDigit)
        if let number = number.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(number.count) }
        guard rest.first == UInt8(ascii: ":") else { return title }
        return Array(rest.dropFirst())
    }

    private static let page = Array("Page".utf8)

    private static func withoutAddress(_ title: [UInt8]) -> [UInt8] {
        guard let first = title.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) else {
            return title
        }
        let address = title.prefix { $0 > 0x20 && $0 < 0x7F }
        let isAddress = address.contains(UInt8(ascii: ".")) && !address.contains(where: { "()[]{}".utf8.contains($0) })
        return isAddress ? Array(title[address.count...]) : title
    }

    /// Without what a viewer of books prints before it, Page 8 - 某局2023年政府信息公开工作年度报告, or the address of a site.
    private static func withoutPage(_ title: [UInt8]) -> [UInt8] {
        guard title.starts(with: page) else { return withoutAddress(title) }
        let rest = title.dropFirst(page.count).drop(while: ASCII.isDigit)
        return rest.first == UInt8(ascii: "-") ? Array(rest.dropFirst()) : title
    }

    /// 《某局2023年政府信息公开工作年度报告》 alone on its line: quoted it may be, and it is the title.
    private static func withoutQuotes(_ title: [UInt8]) -> [UInt8] {
        isQuoted(title) ? Array(title[quotes.open.count...].dropLast(quotes.close.count)) : title
    }

    static func isQuoted(_ title: [UInt8]) -> Bool {
        title.starts(with: quotes.open)
            && title.firstIndex(of: quotes.close) == title.count - quotes.close.count
    }

    private static let quotes = (open: Array("《".utf8), close: Array("》".utf8))

    private static let star = UInt8(ascii: "*")

    private static func trimmed(_ title: [UInt8]) -> [UInt8] {
        let rest = title.drop { $0 == star }
        return Array(rest.prefix(rest.count - rest.reversed().prefix { $0 == star }.count))
    }

    // MARK: The name of the site before it

    private static let sites = ["网站", "官网", "门户网", "政务网", "公开网", "平台", "首页"].map { Array($0.utf8) }

    /// The title at the end of a line that begins with the name of a site or a column: 某县人民政府门户网站 某局2023年….
    func titleBehindSite(_ pieces: Range<Int>) -> Title? {
        guard let last = pieces.last else { return nil }
        let line = flow.range(pieces.lowerBound).lowerBound..<flow.range(last).upperBound
        var cuts = pieces.dropFirst().map { flow.range($0).lowerBound - line.lowerBound }
        cuts += Self.marks(in: flow.bytes[line])
        guard !cuts.isEmpty, var title = Self.titleBehindSite(Array(flow.bytes[line]), cuts: cuts) else { return nil }
        // As printed, where whole words of the line are it.
        if let first = pieces.last(where: { flow.range($0).lowerBound + title.bytes.count == line.upperBound }) {
            title.text = flow.written(first..<(last + 1))
        }
        return title
    }

    /// The same of a title that the document keeps apart from its text.
    func titleBehindSite(_ written: String) -> Title? {
        var bytes: [UInt8] = []
        var cuts: [Int] = []
        for word in written.split(whereSeparator: \.isWhitespace) {
            cuts.append(bytes.count)
            bytes += flow.normalised(String(word))
        }
        return Self.titleBehindSite(bytes, cuts: cuts.dropFirst() + Self.marks(in: bytes[...]))
    }

    /// Where a text goes on behind a mark that divides what a browser shows in the bar of its window.
    private static func marks(in text: ArraySlice<UInt8>) -> [Int] {
        text.indices.filter { [UInt8(ascii: "-"), UInt8(ascii: "_"), ASCII.bar].contains(text[$0]) }
            .map { $0 + 1 - text.startIndex }
    }

    private static func titleBehindSite(_ bytes: [UInt8], cuts: [Int]) -> Title? {
        for cut in cuts.sorted().reversed() where cut > 0 && cut < bytes.count {
            let front = Array(bytes[..<cut])
            guard
                front.firstIndex(of: subjectWord) != nil || sites.contains(where: { front.firstIndex(of: $0) != nil })
                    || YearReader.holdsNumberOfDocument(front)
            else { continue }
            let rest = Array(bytes[cut...])
            guard let title = title(rest, written: String(decoding: rest, as: UTF8.self)),
                Candidate(title, lines: 0..<1).isFull
            else { continue }
            return title
        }
        return nil
    }

    // MARK: Sentences

    private static let comma = Array(",".utf8)
    /// 15 Chinese characters: a line of running text is not shorter.
    private static let shortestSentence = 45

    /// Whether a line goes on with the sentence of the one before it, which a printed page broke: 根据…规定,现公布某区 |
    /// 水利局2023年政府信息公开工作年度报告.
    func isWithinSentence(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let before = lines[index - 1].bytes
        if endsWithinName(before) { return true }
        guard before.count >= Self.shortestSentence, flow.holds(Self.comma, in: before), before.upperBound >= 3 else {
            return false
        }
        // No mark ends it, as a full stop or a bracket would.
        return (0xE4...0xE9).contains(flow.bytes[before.upperBound - 3])
    }

    private static let opening = Array("《".utf8)
    private static let closing = Array("》".utf8)

    /// Whether a line ends within the name of a document: 和《国家税务.
    private func endsWithinName(_ line: Range<Int>) -> Bool {
        guard let open = flow.lastIndex(of: Self.opening, in: line) else { return false }
        return flow.lastIndex(of: Self.closing, in: open..<line.upperBound) == nil
    }
}
