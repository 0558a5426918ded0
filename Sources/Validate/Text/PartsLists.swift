internal import Bytes
internal import Model

/// The lists of a report's parts in its narrative: 本报告包括概述、主动公开情况、…、存在的主要问题及改进情况等七部分.
///
/// What such a list names is no matter of any part. It begins right behind a word like 包括, in a sentence that speaks of the
/// report, with the first part's name, and ends with the last entry that is a name: one without a count or a denial.
struct PartsLists {
    /// Where they stand, in the narrative's own offsets.
    let ranges: [Range<Int>]

    init(_ narrative: Prose) {
        let bytes = narrative.bytes
        ranges = Self.openers.matches(in: bytes).compactMap { match in
            Self.list(in: narrative, from: bytes.startIndex + match.end, opener: bytes.startIndex + match.start)
        }
    }

    /// What of a sentence stands behind the last list that reaches into it; all of it where none does.
    func rest(of sentence: Prose) -> Prose {
        let range = sentence.bytes.startIndex..<sentence.bytes.endIndex
        let end = ranges.filter { $0.overlaps(range) }.map(\.upperBound).max() ?? range.lowerBound
        return Prose(sentence.bytes[min(max(end, range.lowerBound), range.upperBound)...])
    }

    private static let openers = PhraseMatcher(
        ["包括", "包含", "由", "分为", "涵盖", "组成:", "构成:", "部分:", "内容:", "分别是", "分别为", "内容为", "内容有", "内容如下:", "部分如下:"].map {
            Array($0.utf8)
        }
    )
    private static let subjects = ["报告", "年报", "全文", "内容"]
    /// 40 Chinese characters may stand between 本报告 and the list.
    private static let longestLead = 120
    /// 40 Chinese characters: no part's name is longer.
    private static let longestName = 120
    private static let fewest = 3

    private static func list(in narrative: Prose, from start: Int, opener: Int) -> Range<Int>? {
        let bytes = narrative.bytes
        guard isOfReport(bytes[max(bytes.startIndex, opener - longestLead)..<opener]) else { return nil }
        var named: Set<String> = []
        var end = start
        var place = start
        while place < bytes.endIndex {
            let stop = bytes[place...].prefix(longestName + 1).indices.first { isMark(bytes, at: $0) } ?? bytes.endIndex
            let next = stop < bytes.endIndex ? stop + (bytes[stop] < 0x80 ? 1 : 3) : stop
            let entry = Prose(behindNumber(bytes[place..<stop]))
            if isNumber(entry), !isFullStop(bytes, at: stop) {
                place = next
                continue
            }
            guard entry.bytes.count <= longestName, isName(entry) else { break }
            let section = section(entry)
            // The first entry is the first part, or the sentence lists something else.
            if named.isEmpty, section != "overview", section != "proactive" { break }
            if let section { named.insert(section) }
            end = stop
            // 等六个部分 ends the list, whatever follows.
            guard stop < bytes.endIndex, !isFullStop(bytes, at: stop), !entry.contains("部分") else { break }
            place = next
        }
        return named.count >= fewest ? start..<end : nil
    }

    /// Whether the sentence that `lead` ends speaks of the report.
    private static func isOfReport(_ lead: ArraySlice<UInt8>) -> Bool {
        let stop = lead.indices.last { isFullStop(lead, at: $0) } ?? lead.startIndex
        let sentence = Prose(lead[stop...])
        return subjects.contains(where: sentence.contains)
    }

    private static func isFullStop(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
        index + 2 < bytes.endIndex && bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82
    }

    /// 。 、 , ; and the colon behind the opener.
    private static func isMark(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: ","), UInt8(ascii: ";"): true
        case 0xE3: index + 2 < bytes.endIndex && bytes[index + 1] == 0x80 && (0x81...0x82).contains(bytes[index + 2])
        default: false
        }
    }

    private static let ordinals = ["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是"].map { Array($0.utf8) }

    /// An entry without the number before it: 1.总体情况, (二)主动公开情况, 三是….
    private static func behindNumber(_ entry: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = entry.drop { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "\"") }
        if let ordinal = ordinals.first(where: { rest.starts(with: $0) }) { return rest.dropFirst(ordinal.count) }
        if rest.first == UInt8(ascii: "(") {
            rest =
                rest.prefix(while: { $0 != UInt8(ascii: ")") }).count < 8 ? rest.drop { $0 != UInt8(ascii: ")") } : rest
            return rest.dropFirst()
        }
        let digits = rest.prefix { ASCII.isDigit($0) }.count
        return digits > 0 && digits <= 2 ? rest.dropFirst(digits).drop { $0 == UInt8(ascii: ".") } : rest
    }

    private static let numerals = "一二三四五六七八九十".map(String.init)

    /// Whether all of an entry is a part's number, as 、 ends that, too: 一、总体情况, 1、总体情况.
    private static func isNumber(_ entry: Prose) -> Bool {
        entry.isEmpty || entry.bytes.count <= 6 && numerals.contains(where: entry.contains) && !entry.contains("是")
    }

    private static let denials = ["没有", "未", "无", "零"]

    private static func isName(_ entry: Prose) -> Bool {
        let isCounted = entry.contains("部分") && !behindDigits(entry).hasDigit
        return (!entry.hasDigit || isCounted) && !denials.contains(where: entry.contains)
    }

    /// What stands behind the first number of an entry: 存在的主要问题等6部分.
    private static func behindDigits(_ entry: Prose) -> Prose {
        Prose(entry.bytes.drop { !ASCII.isDigit($0) }.drop { ASCII.isDigit($0) })
    }

    /// The words by which an entry names a part.
    private static let names: [(section: String, words: [String])] = [
        ("fees", ["收费", "减免"]), ("disputes", ["复议", "诉讼"]), ("problems", ["问题", "不足"]),
        ("applications", ["依申请", "公开申请", "申请公开", "不予公开"]), ("proactive", ["主动公开"]),
        ("overview", ["概述", "概况", "总体情况", "基本情况", "总述", "综述"]), ("other", ["其他", "其它", "附表", "说明"]),
    ]

    private static func section(_ entry: Prose) -> String? {
        names.first { $0.words.contains(where: entry.contains) }?.section
    }
}
