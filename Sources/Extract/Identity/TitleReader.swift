internal import Bytes
internal import Model

/// Finds the title of the report, and what it says of agency and year.
struct TitleReader {
    struct Title {
        /// As printed, without white space.
        var text: String
        /// Normalised.
        var bytes: [UInt8]
        /// Where 政府信息公开 begins in `bytes`.
        var subject: Int
    }

    let flow: Flow
    let lines: [TextLine]
    /// Where the first heading begins: a title stands before it.
    let end: Int
    /// The year of the period that the text reports on.
    let period: Int?

    /// 60 Chinese characters: no title is longer.
    static let longest = 180
    /// What all subjects end with.
    static let subjectWord = Array("公开".utf8)
    private static let subjects = ["政府信息公开", "政务信息公开", "政府信息和政务公开", "政务公开", "信息公开"].map { Array($0.utf8) }
    private static let nouns = ["报告", "年报", "总结", "统计表"].map { Array($0.utf8) }
    private static let foreign = [
        "根据", "按照", "现将", "依据", "通知", "。", "《", "条例", "制度", "公布情况", "发布情况", "编制情况", "的通报", "指南", "本报告", ">", "\\", "附件",
        "附表",
        "上一篇", "下一篇", "上一条", "下一条", "相关链接", "分类", "关于做好", "主题词", "索引号", "报送", "法治政府", "部门决算",
        "部门预算", "预决算",
    ]
    .map { Word($0) }
    /// What pages print around a title: no title goes on behind them.
    private static let labels = ["发布时间", "发布日期", "时间:", "日期:", "来源:", "索引号", "当前位置", "您的位置", "浏览次数"]
        .map { Word($0) }

    /// The most telling title: among the text's first lines, else the document's own.
    func title() -> Title? {
        let own = ownTitle
        let candidates = candidates()
        let best = best(of: candidates)
        // Above the title may stand links to the reports of other bodies: 最新信息 and the like.
        if let own, let best, best.isFull, own.isFull, own.agency != best.agency,
            let agreed = self.best(of: candidates.filter { $0.says(what: own) })
        {
            return agreed.title
        }
        guard let own, own.said * 4 > best?.score ?? 0, best?.isOneFullLine != true else { return best?.title }
        return own.title
    }

    /// What the text's first lines may be titles of, in their order.
    private func candidates() -> [Candidate] {
        var candidates: [Candidate] = []
        // Nothing is made of the many lines without the word that every title has.
        let last = lines.prefix(60 + 2).last?.bytes.upperBound ?? 0
        let subjects = Array(flow.places(of: .subjects).prefix { $0 < last })
        let menu = subjects.isEmpty ? [] : menuLines(60 + 2)
        for index in lines.indices where index < 60 && lines[index].bytes.lowerBound < end {
            for count in 1...3 where index + count <= lines.count {
                let range = index..<(index + count)
                guard menu.isDisjoint(with: range), let title = candidate(range, subjects) else { continue }
                candidates.append(Candidate(title, lines: range))
            }
        }
        return candidates
    }

    private func candidate(_ range: Range<Int>, _ subjects: [Int]) -> Title? {
        let whole = lines[range.lowerBound].bytes.lowerBound..<lines[range.upperBound - 1].bytes.upperBound
        // In a text without line ends the first heading stands on the title's own line.
        let bytes = whole.clamped(to: 0..<(range.count == 1 ? end : whole.upperBound))
        guard bytes.count <= Self.longest, bytes.upperBound <= end, subjects.contains(where: bytes.contains) else {
            return nil
        }
        // 文号, and the title on the next line: a word that asks for something is no part of it.
        guard
            !range.dropLast().contains(where: {
                let line = flow.bytes[lines[$0].bytes]
                return AgencyReader.endsAsLabel(line)
                    || line.suffix(Self.letterhead.count).elementsEqual(Self.letterhead)
            })
        else { return nil }
        // A signature's date above the caption of a table, or one below a title.
        guard range.count == 1 || !range.contains(where: isDate) else { return nil }
        let pieces = lines[range.lowerBound].pieces.lowerBound..<lines[range.upperBound - 1].pieces.upperBound
        if range.count == 1, bytes == whole, let title = titleBehindSite(pieces) { return title }
        if isWithinSentence(range.lowerBound) { return nil }
        let written = bytes == whole ? flow.written(pieces) : flow.string(bytes)
        let title = Self.title(Array(flow.bytes[bytes]), written: written)
        return range.count > 1 && isNamedByMenu(title, range) ? nil : title
    }

    /// What the head of an office's paper ends with: 某县人民政府文件.
    private static let letterhead = Array("文件".utf8)

    /// Whether the lines above a title that names nobody are entries of a menu and not the name of its body.
    private func isNamedByMenu(_ title: Title?, _ range: Range<Int>) -> Bool {
        guard let name = title.flatMap({ AgencyReader.agency(in: $0) }) else { return false }
        return !AgencyReader.isToldAlone(name)
            || range.contains { AgencyReader.isOfMenu(Array(flow.bytes[lines[$0].bytes])) }
    }

    /// Whether a line is a day and nothing else, in brackets or not.
    func isDate(_ index: Int) -> Bool {
        let line = lines[index].bytes
        if DateReader(flow: flow, lines: lines).chineseDate(lines[index]) != nil { return true }
        guard line.count <= Self.longestDate else { return false }
        let start = line.lowerBound + (flow.bytes[line.lowerBound] == UInt8(ascii: "(") ? 1 : 0)
        guard let date = DateReader.date(flow.bytes, at: start, end: line.upperBound) else { return false }
        return date.end + (start - line.lowerBound) == line.upperBound
    }

    /// (2017年12月31日), in bytes.
    private static let longestDate = 22

    /// The title that a text is, cut behind its last word: pages add the name of the site.
    static func title(_ given: [UInt8], written: @autoclosure () -> String) -> Title? {
        let bytes = withoutSending(withoutLabel(given))
        guard let subject = subject(in: bytes), !isForeign(bytes) else { return nil }
        let ends = nouns.compactMap { noun in bytes.lastIndex(of: noun).map { $0 + noun.count } }.filter {
            $0 > subject
        }
        guard let end = ends.max() ?? (isCutOff(bytes, behind: subject) ? bytes.count : nil),
            !holds(labels, in: bytes[..<end])
        else { return nil }
        let hasYear = end < bytes.count && bytes[end] == UInt8(ascii: "(") && bytes.last == UInt8(ascii: ")")
        let text = hasYear ? bytes : Array(bytes[..<end])
        if isQuoted(given), text.count == bytes.count {
            return Title(text: String(written().dropFirst().dropLast()), bytes: text, subject: subject)
        }
        let isCut = text.count < given.count
        return Title(text: isCut ? String(decoding: text, as: UTF8.self) : written(), bytes: text, subject: subject)
    }

    private static let sending = ["关于报送", "关于上报", "关于呈报"].map { Array($0.utf8) }
    private static let sent = ["的报告", "的函"].map { Array($0.utf8) }

    /// 某局关于报送2023年政府信息公开工作年度报告的报告: the title without the letter that it came with.
    private static func withoutSending(_ bytes: [UInt8]) -> [UInt8] {
        guard let end = sent.first(where: { bytes.ends(with: $0) }),
            let (words, place) = sending.lazy.compactMap({ words in bytes.firstIndex(of: words).map { (words, $0) } })
                .first
        else { return bytes }
        return Array(bytes[..<place] + bytes[(place + words.count)..<(bytes.count - end.count)])
    }

    /// Whether a word stands in the text that no title has.
    private static func isForeign(_ bytes: [UInt8]) -> Bool { holds(foreign, in: bytes[...]) }

    private static func holds(_ words: [Word], in text: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(text)
        let mask = WordMask(bytes)
        return words.contains { mask.mayHold($0.mask) && bytes.firstIndex(of: $0.bytes) != nil }
    }

    private static let dots = ["...", "……", "…"].map { Array($0.utf8) }
    private static let endings = ["工作年度报告", "年度报告", "工作报告", "年报"].map { Array($0.utf8) }

    /// Whether a list of links cut the title off within its last words: …政府信息公开工作年度报....
    private static func isCutOff(_ bytes: [UInt8], behind subject: Int) -> Bool {
        guard let dots = dots.first(where: { bytes.suffix($0.count).elementsEqual($0) }),
            let word = bytes.lastIndex(of: subjectWord), word >= subject
        else { return false }
        let rest = bytes[(word + subjectWord.count)..<max(word + subjectWord.count, bytes.count - dots.count)]
        return !rest.isEmpty && endings.contains { $0.starts(with: rest) }
    }

    private static func subject(in bytes: [UInt8]) -> Int? {
        subjects.compactMap { bytes.firstIndex(of: $0) }.min()
    }

}

extension [UInt8] {
    func firstIndex(of needle: [UInt8]) -> Int? {
        ByteSearch.index(of: needle, in: span, from: 0, to: count)
    }

    func lastIndex(of needle: [UInt8]) -> Int? {
        ByteSearch.lastIndex(of: needle, in: span, from: 0, to: count)
    }
}
