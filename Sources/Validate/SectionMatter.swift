internal import Forms
internal import Model

/// Whether the matter of a section stands in the report, though no heading announces it.
///
/// A sentence that states something of the matter counts. A list of the report's parts, a row of a table or a passing
/// mention does not.
struct SectionMatter {
    enum State {
        /// Said somewhere, which is enough.
        case stands
        /// The section itself is there, only its heading is lost.
        case withoutHeading
        case missing
    }

    private let report: Report
    private let form: Form
    private let partsLists: PartsLists

    init(_ report: Report, form: Form) {
        self.report = report
        self.form = form
        partsLists = PartsLists(report.narrative)
    }

    func state(of section: String) -> State {
        if report.tables.contains(where: { $0.id == section && $0.state != .lost }) { return .withoutHeading }
        if section == "overview" { return isBeforeSections ? .withoutHeading : .missing }
        if section == "other" { return isBehindProblems ? .withoutHeading : .missing }
        guard let matter = Self.matters[section] else { return .missing }
        let isStated = sentences(for: section).contains { whole in
            let sentence = partsLists.rest(of: whole)
            return matter.words.contains { group in group.allSatisfy(sentence.contains) }
                && !matter.otherWords.contains(where: whole.contains) && isStatement(sentence, matter)
        }
        guard isStated else { return .missing }
        return section == "fees" ? .stands : .withoutHeading
    }

    /// The sentences in which the matter of a section may stand. Where another table of the form was read, what the
    /// overview says of the matter of a table is the overview's, not that table's section.
    private func sentences(for section: String) -> [Prose] {
        let tables = form.tables.filter { $0.section != section }.map(\.id)
        guard tables.count < form.tables.count,
            report.tables.contains(where: { $0.state != .lost && tables.contains($0.id) }),
            let overview = report.sections.first(where: { $0.id == "overview" })
        else { return report.narrative.sentences }
        let next = report.sections.first { !$0.isNested && $0.line > overview.line }?.line ?? overview.line
        let start = report.narrative.bytes.startIndex
        return report.narrative.sentences.filter { sentence in
            !(overview.line..<next).contains(report.narrativeLines.line(at: sentence.bytes.endIndex - 1 - start))
        }
    }

    /// What the overview speaks of (国办公开办函〔2021〕30号, 一（一）).
    private static let aspects = ["主动公开", "依申请", "信息管理", "平台", "监督"]

    /// Whether an overview stands before the first part that has a heading: more than one of its matters in sentences
    /// that are no list of the report's parts.
    private var isBeforeSections: Bool {
        guard let first = report.sections.first(where: { $0.id != nil }) else { return false }
        let start = report.narrative.bytes.startIndex
        let sentences = report.narrative.sentences.filter { sentence in
            report.narrativeLines.line(at: sentence.bytes.startIndex - start) < first.line
                && !Self.lists.contains(where: sentence.contains)
        }.map(partsLists.rest)
        return Self.aspects.count { aspect in sentences.contains { $0.contains(aspect) } } > 1
    }

    /// Whether what the last section of the form reports stands behind the problems, the last part that has a heading.
    private var isBehindProblems: Bool {
        guard let last = report.sections.last(where: { $0.id != nil }), last.id == "problems" else { return false }
        return last.body.sentences.contains { sentence in
            sentence.contains("需要报告的事项")
                || sentence.contains("信息处理费") && (sentence.hasDigit || Negation.stands(in: sentence))
        }
    }

    private struct Matter {
        /// A sentence speaks of the matter where it holds all words of one group …
        var words: [[String]]
        /// … and none of these.
        var otherWords: [String]
        /// Whether only a count or a negation states it.
        var needsCount: Bool
    }

    private static let lists = ["组成", "内容包括", "部分内容", "部分构成", "全文包括"]

    private static let matters = [
        "fees": Matter(
            words: [["收取", "费"], ["收费", "公开"], ["收费", "申请"], ["减免", "费"], ["信息处理费"]],
            otherWords: lists + ["行政事业性收费", "行政收费", "收费规范", "收费标准", "收费目录", "收费项目"],
            needsCount: true
        ),
        "applications": Matter(
            words: [["收到", "公开申请"], ["受理", "公开申请"], ["收到", "依申请公开"], ["受理", "依申请公开"]],
            otherWords: lists + ["复议", "诉讼"],
            needsCount: true
        ),
        "disputes": Matter(
            words: [["行政复议"], ["行政诉讼"]],
            otherWords: lists + ["代理", "应诉工作", "法律顾问"],
            needsCount: true
        ),
        "proactive": Matter(
            words: [["主动公开", "条"], ["主动公开", "件"]],
            otherWords: lists,
            needsCount: true
        ),
        "problems": Matter(
            words: [["存在", "问题"], ["存在", "不足"], ["仍有", "不足"], ["薄弱环节"]],
            otherWords: lists,
            needsCount: false
        ),
    ]

    private func isStatement(_ sentence: Prose, _ matter: Matter) -> Bool {
        !matter.needsCount || sentence.hasDigit || Negation.stands(in: sentence)
    }
}

/// Words that say that there was nothing.
enum Negation {
    private static let words = ["无", "未", "没有", "零", "不收", "不存在", "免"]

    static func stands(in text: Prose) -> Bool { words.contains { text.contains($0) } }
}
