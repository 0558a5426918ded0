internal import Forms

/// The headings that the forms know, as one list of words.
struct HeadingCatalog: Sendable {
    /// Finds an official heading wherever it stands.
    let matcher: LabelMatcher
    private let official: Set<[UInt8]>
    /// The rows and group lines of all tables: they have numbers like headings, and are none.
    private let tableLines: Set<[UInt8]>

    static let shared = HeadingCatalog()

    private init() {
        let synonyms = [
            "概述", "基本情况", "总体情况", "主动公开政府信息的情况", "主动公开政府信息情况", "主动公开情况",
            "收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况", "依申请公开政府信息情况",
            "政府信息公开行政复议、行政诉讼情况", "政府信息公开行政复议和行政诉讼情况",
            "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "因政府信息公开申请行政复议、提起行政诉讼的情况",
            "因政府信息公开工作被申请行政复议、提起行政诉讼的情况", "存在的主要问题及改进情况",
            "政府信息公开工作存在的主要问题及改进情况", "存在的主要问题和改进情况", "其他需要报告的事项",
            "其他需要报告事项", "政府信息公开的收费及减免情况", "政府信息公开收费及减免情况",
        ]
        let labels = Set(
            (FormCatalog.all.flatMap { $0.sections.map(\.heading) } + synonyms).map { Normaliser.normalised($0) }
        )
        official = labels
        matcher = LabelMatcher(Array(labels))
        var lines: Set<[UInt8]> = []
        for table in FormCatalog.all.flatMap(\.tables) {
            for label in table.rows.map(\.label) + table.furniture { lines.insert(Lexicon.core(label)) }
        }
        tableLines = lines.subtracting(labels)
    }

    func isOfficial(_ text: ArraySlice<UInt8>) -> Bool { official.contains(Array(text)) }

    func isTableLine(_ text: ArraySlice<UInt8>) -> Bool { tableLines.contains(Array(text)) }
}

extension Form {
    /// The section that a heading is, or nil where the form knows no such section.
    ///
    /// `heading` is normalised and has no number.
    func section(of heading: String) -> SectionForm? {
        let bytes = Array(heading.utf8)
        return sections.first { section in
            section.words.contains { group in group.allSatisfy { bytes.holds(Array($0.utf8)) } }
                && !section.otherWords.contains { bytes.holds(Array($0.utf8)) }
        }
    }
}

extension [UInt8] {
    /// Whether `needle` stands in these bytes.
    func holds(_ needle: [UInt8]) -> Bool {
        guard let first = needle.first, count >= needle.count else { return false }
        for start in 0...(count - needle.count) where self[start] == first && self[start...].starts(with: needle) {
            return true
        }
        return false
    }
}
