internal import Bytes
internal import Model

/// The sections on applications and on disputes state a count or a negation for each matter that they name.
struct SectionSilent: Rule {
    static let description = RuleDescription(
        "section.silent",
        severity: .warning,
        statement: Finding.Message(
            zh: "“依申请公开”和“复议、诉讼”部分对所提各事项写明件数或写明没有",
            en: "the sections on applications and disputes state a count or a negation for each matter they name"
        ),
        basis: "《中华人民共和国政府信息公开条例》第五十条第（二）、（三）项"
    )
    static let examples = [
        RuleExample(zh: "有件数或否定", en: "counts and negations", .complete("2008", year: 2017)),
        RuleExample(
            zh: "表已丢失，无从判断",
            en: "the table is lost, so that nothing can be said",
            .complete(bodies: ["disputes": "详见附图。"]).losing("disputes")
        ),
        RuleExample(
            zh: "年份不是件数",
            en: "a year is no count",
            .complete("2008", year: 2017, bodies: ["disputes": "2017年，信息公开引起行政复议和提起行政诉讼。"]),
            finds: ["sections.disputes"]
        ),
        RuleExample(
            zh: "标题有复议和诉讼，正文只说复议",
            en: "a heading of reviews and lawsuits, and no word of lawsuits",
            .complete("2008", year: 2009, bodies: ["disputes": "2009年,我局未发生因政府信息公开申请行政复议的情况。"]),
            finds: ["sections.disputes"]
        ),
        RuleExample(
            zh: "一并说明没有",
            en: "neither of them, in one word",
            .complete("2008", year: 2009, bodies: ["disputes": "2009年,我局未发生行政复议等上述情况。"])
        ),
        RuleExample(
            zh: "没有说有多少件",
            en: "no word of how many",
            .complete("2008", year: 2017, bodies: ["disputes": "我局高度重视行政复议和行政诉讼工作。"]),
            finds: ["sections.disputes"]
        ),
    ]

    private static let matters = ["applications": ["申请"], "disputes": ["复议", "诉讼"]]

    func judgement(of subject: Subject) -> Judgement {
        guard subject.report.identity.kind == .report else { return .clean }
        var result = Judgement()
        for section in subject.report.sections {
            guard let id = section.id, let matters = Self.matters[id], !section.hasTable, !section.body.isEmpty else {
                continue
            }
            let silent = matters.filter {
                section.body.contains($0) ? !isStated($0, in: section.body) : isLeftOut($0, of: section, subject.report)
            }
            guard !silent.isEmpty else { continue }
            if subject.report.tables.contains(where: { $0.id == id || isReferredTo($0, by: section) }) {
                let reason = "section \(id) (line \(section.line)) gives no figures, and its table was not read there"
                result.unverified.append(Unverified(rule: Self.identifier, reason: reason))
            } else {
                result.findings.append(finding(section, id, silent))
            }
        }
        return result
    }

    /// Words that say something of all that a heading names: 未发生上述情况.
    private static let wholes = ["上述", "以上", "此类", "该类", "类似", "同类", "等", "均", "其他", "其它", "相关案件", "有关案件", "附"]
    /// What else the other matter may be called: 申诉, 应诉; 异议.
    private static let names = ["诉讼": "诉", "复议": "议"]

    /// The heading as the Regulation of 2007 has it asks for both; 行政复议及行政诉讼情况 may be no more than the title of a template.
    private static let heading = ["申请行政复议", "提起行政诉讼"]

    /// Whether the heading asks for 复议 and 诉讼, the section speaks of the one alone, and no other word of the report is on the
    /// other.
    private func isLeftOut(_ matter: String, of section: Section, _ report: Report) -> Bool {
        guard let name = Self.names[matter], !section.isNested, !section.body.contains(name),
            Self.heading.allSatisfy(section.heading.holds),
            let other = Self.names.keys.first(where: { $0 != matter }),
            isStated(other, in: section.body), !Self.wholes.contains(where: section.body.contains)
        else { return false }
        return report.tables.isEmpty
            && report.sections.allSatisfy { $0 == section || !$0.heading.holds(matter) && !$0.body.contains(matter) }
    }

    /// Whether a section refers to the table in the annex, which counts what the section does not: 见附表.
    private func isReferredTo(_ table: Table, by section: Section) -> Bool {
        ["statistics", "annex"].contains(table.id) && ["附表", "附件", "附后"].contains { section.body.contains($0) }
    }

    /// Whether some sentence that speaks of `matter` has a figure or a negation.
    private func isStated(_ matter: String, in body: Prose) -> Bool {
        body.sentences.contains { sentence in
            sentence.contains(matter)
                && (FigureMention.stands(in: sentence) || Negation.stands(in: sentence)
                    || ChineseCount.stands(in: sentence.string))
        }
    }

    private func finding(_ section: Section, _ id: String, _ silent: [String]) -> Finding {
        let names = silent.joined(separator: "、")
        return Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "“\(section.heading)”部分没有写明\(names)的件数，也没有写明没有（第 \(section.line) 行）",
                en:
                    "the section \(section.heading) neither counts nor denies what it names: \(names) (line \(section.line))"
            ),
            places: [Finding.Place(path: "sections.\(id)", line: section.line, text: section.heading)],
            basis: Self.description.basis
        )
    }
}

/// A number that is not a date's, a document's or an article's: 2018年 is no count.
enum FigureMention {
    private static let behind = ["年", "月", "日", "号", "]", "〕"].map { Array($0.utf8) }
    private static let ordinal = Array("第".utf8)

    static func stands(in sentence: Prose) -> Bool {
        let bytes = sentence.bytes
        var index = bytes.startIndex
        while let start = bytes[index...].firstIndex(where: ASCII.isDigit) {
            let end = bytes[start...].firstIndex { !ASCII.isDigit($0) } ?? bytes.endIndex
            let isOrdinal = bytes[..<start].suffix(ordinal.count).elementsEqual(ordinal)
            if !isOrdinal, !behind.contains(where: bytes[end...].starts) { return true }
            index = end
        }
        return false
    }
}

/// Counts in Chinese numerals: 一件, 两起, 三次.
enum ChineseCount {
    private static let numerals = Array("一二两三四五六七八九十百千".unicodeScalars)
    private static let units = Array("件起次条宗份".unicodeScalars)

    static func stands(in text: String) -> Bool {
        let characters = text.unicodeScalars
        return zip(characters, characters.dropFirst()).contains { numerals.contains($0) && units.contains($1) }
    }
}
