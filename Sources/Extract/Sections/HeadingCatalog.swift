internal import Forms

/// The headings that the forms know, as one list of words.
struct HeadingCatalog: Sendable {
    /// Finds an official heading wherever it stands.
    let matcher: LabelMatcher
    let words: [[UInt8]]
    private let official: WordSet
    /// For each character of U+4E00…U+9FFF, whether an official heading or the number of one begins with it.
    private let beginnings: [Bool]
    /// The rows and group lines of all tables: they have numbers like headings, and are none.
    private let tableLines: WordSet
    /// The same of each form's own tables, by the form's identifier.
    private let tableLinesOfForms: [String: WordSet]

    static let shared = HeadingCatalog()

    private init() {
        let synonyms = [
            "概述", "基本情况", "总体情况", "主动公开政府信息的情况", "主动公开政府信息情况", "主动公开情况",
            "收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况",
            "行政机关收到和处理政府信息公开申请情况", "行政机关收到和处理政府信息公开申请的情况", "依申请公开政府信息情况",
            "政府信息公开行政复议、行政诉讼情况", "政府信息公开行政复议和行政诉讼情况",
            "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "因政府信息公开申请行政复议、提起行政诉讼的情况",
            "因政府信息公开工作被申请行政复议、提起行政诉讼的情况", "存在的主要问题及改进情况",
            "政府信息公开工作存在的主要问题及改进情况", "存在的主要问题和改进情况", "其他需要报告的事项",
            "其他需要报告事项", "政府信息公开的收费及减免情况", "政府信息公开收费及减免情况", "收费及减免情况",
            "依申请收费及减免情况", "依申请公开收费及减免情况", "附表：", "说明与附表", "说明与附表：",
        ]
        let written = FormCatalog.all.flatMap { $0.sections.map(\.heading) } + synonyms
        // A page may lose the mark within: 政府信息公开行政复议行政诉讼情况.
        let labels = Set((written + written.map { $0.replacing("、", with: "") }).map { Normaliser.normalised($0) })
        words = Array(labels)
        beginnings = Self.beginnings(of: words + "一二三四五六七八九十第".map { Array(String($0).utf8) })
        official = WordSet(labels)
        matcher = LabelMatcher(words)
        let lines = FormCatalog.all.map { form in
            Set(form.tables.flatMap { $0.rows.map(\.label) + $0.furniture }.map { Lexicon.core($0) })
                .subtracting(labels)
        }
        tableLines = WordSet(lines.reduce([]) { $0.union($1) })
        tableLinesOfForms = Dictionary(
            uniqueKeysWithValues: zip(FormCatalog.all.map(\.identifier), lines.map { WordSet($0) })
        )
    }

    private static func beginnings(of words: [[UInt8]]) -> [Bool] {
        var result = Array(repeating: false, count: WordIndex.count)
        for word in words { if let slot = WordIndex.slot(word.span, at: 0) { result[slot] = true } }
        return result
    }

    /// Whether an official heading or the number of one may begin at `start`.
    func mayBegin(_ text: [UInt8], _ start: Int) -> Bool {
        WordIndex.slot(text.span, at: start).map { beginnings[$0] } ?? false
    }

    /// The length of the longest official heading, in bytes.
    var longest: Int { official.longest }

    func isOfficial(_ text: [UInt8], _ range: Range<Int>) -> Bool { official.contains(text, range) }

    func isTableLine(_ text: [UInt8], _ range: Range<Int>) -> Bool { tableLines.contains(text, range) }

    /// Whether a text is a line of one of the form's own tables.
    func isTableLine(_ text: [UInt8], _ range: Range<Int>, of form: Form) -> Bool {
        tableLinesOfForms[form.identifier]?.contains(text, range) ?? false
    }
}
