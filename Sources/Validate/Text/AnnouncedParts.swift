internal import Bytes
internal import Forms
internal import Model

/// The parts that a report announces by their names: 本报告由总体情况、主动公开政府信息情况、…等六部分组成.
///
/// Only names that forms have, or that are in use for them, are read. A list with any other word in it may mean what it
/// likes, and is no list for this.
struct AnnouncedParts {
    /// The sections in the order in which they are named.
    let sections: [String]
    /// Whether 等 behind the last leaves others unsaid.
    let isOpen: Bool

    /// The list in a sentence; nil where there is none that is understood to its end.
    init?(_ text: NarrativeText, in sentence: Range<Int>) {
        let matches = Self.openers.matches(in: text.bytes[sentence])
        for match in matches.sorted(by: { ($0.phrase, $0.start) < ($1.phrase, $1.start) }) {
            if let list = Self.list(text, from: sentence.lowerBound + match.end, in: sentence) {
                self = list
                return
            }
        }
        return nil
    }

    private init(sections: [String], isOpen: Bool) {
        self.sections = sections
        self.isOpen = isOpen
    }

    private static func list(_ text: NarrativeText, from start: Int, in sentence: Range<Int>) -> Self? {
        var place = start
        if text.stands(":", at: place) { place += 1 }
        var sections: [String] = []
        while let name = names.first(where: { text.stands($0.words, at: place) }) {
            sections.append(name.section)
            place += name.words.utf8.count
            guard let mark = marks.first(where: { text.stands($0, at: place) }) else { break }
            place += mark.utf8.count
        }
        guard sections.count > 2, place <= sentence.upperBound, Set(sections).count == sections.count else {
            return nil
        }
        let isOpen = text.stands("等", at: place)
        if isOpen { place += "等".utf8.count }
        let isEnd = place == sentence.upperBound || ends.contains { text.stands($0, at: place) }
        return isEnd ? Self(sections: sections, isOpen: isOpen) : nil
    }

    private static let openers = PhraseMatcher(
        ["包括", "包含", "由", "分为", "组成:", "构成:", "部分:", "内容:"].map { Array($0.utf8) }
    )
    private static let marks = ["、", "以及", "和", "及", ","]
    /// What may stand behind the last name: 六个部分, 共六部分, 组成.
    private static let ends = [
        "组成", "构成", "部分", "内容", "共", "三", "四", "五", "六", "七", "八", "九", "3", "4", "5", "6", "7", "8", "9",
    ]

    /// The names of sections, the longest first, so that none is taken for the beginning of another.
    private static let names: [(words: String, section: String)] = {
        var all = usual.flatMap { section, names in names.map { ($0, section) } }
        for form in FormCatalog.all {
            for section in form.sections {
                all.append((section.heading, section.id))
                all.append((section.heading.replacing("行政复议、", with: "行政复议"), section.id))
            }
        }
        return all.sorted { ($0.0.utf8.count, $0.0) > ($1.0.utf8.count, $1.0) }.map { (words: $0.0, section: $0.1) }
    }()

    private static let usual: [(section: String, names: [String])] = [
        ("overview", ["总体情况", "概述", "基本情况", "概况"]),
        ("proactive", ["主动公开情况", "政府信息主动公开情况", "主动公开政府信息", "主动公开"]),
        (
            "applications",
            [
                "收到和处理政府信息公开申请", "依申请公开政府信息情况", "依申请公开政府信息的情况", "依申请公开情况", "政府信息依申请公开情况",
                "依申请公开",
            ]
        ),
        ("fees", ["收费及减免情况", "收费和减免情况", "政府信息公开收费及减免情况", "收费情况"]),
        (
            "disputes",
            [
                "政府信息公开行政复议和行政诉讼情况", "行政复议、行政诉讼情况", "行政复议和行政诉讼情况", "行政复议行政诉讼情况",
                "行政复议和行政诉讼", "行政复议及行政诉讼情况",
            ]
        ),
        (
            "problems",
            [
                "存在的主要问题和改进情况", "存在的问题及改进情况", "存在的问题和改进情况", "存在问题及改进情况", "存在的主要问题及改进措施",
                "存在的主要问题", "存在的问题",
            ]
        ),
        ("other", ["其他需要报告事项", "需要报告的其他事项", "其他事项"]),
    ]
}
