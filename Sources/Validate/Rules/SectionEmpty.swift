internal import Model

/// A section says something.
struct SectionEmpty: Rule {
    static let description = RuleDescription(
        "section.empty",
        severity: Finding.Message(
            zh: "“存在的主要问题”写“无”或“不存在”为错误，其余为警告",
            en: "error where the section on problems says that there are none, else warning"
        ),
        statement: Finding.Message(zh: "每一部分都有内容", en: "every section says something"),
        basis: "《中华人民共和国政府信息公开条例》第五十条"
    )
    static let examples = [
        RuleExample(zh: "各部分都有内容", en: "something everywhere", .complete()),
        RuleExample(zh: "其他事项可以答“无”", en: "无 is an answer for other matters", .complete(bodies: ["other": "无。"])),
        RuleExample(
            zh: "两个标题之间全无文字，不作判断",
            en: "nothing at all between two headings is not judged",
            .complete(bodies: ["problems": ""])
        ),
        RuleExample(
            zh: "称没有问题",
            en: "no problems at all",
            .complete(bodies: ["problems": "无。"]),
            finds: ["sections.problems"]
        ),
        RuleExample(
            zh: "称没有需要改进的问题",
            en: "nothing to be improved",
            .complete(bodies: ["problems": "目前没有需要改进的问题。"]),
            finds: ["sections.problems"]
        ),
        RuleExample(
            zh: "否认的是别的事，并写了要改进的",
            en: "something else is denied, and an improvement told",
            .complete(bodies: ["problems": "不存在推诿扯皮，但仍需改进公开方式。"])
        ),
        RuleExample(
            zh: "没有改进的正是问题",
            en: "what was not improved is the problem",
            .complete(bodies: ["problems": "工作方法没有改进，公开渠道单一。部分科室未发现问题，自查流于形式。"])
        ),
        RuleExample(
            zh: "只有套话",
            en: "a phrase",
            .complete(bodies: ["problems": "按要求整改。"]),
            finds: ["sections.problems"]
        ),
        RuleExample(zh: "寥寥数字也是问题", en: "a problem in five characters", .complete(bodies: ["problems": "人员不足。"])),
        RuleExample(zh: "内容在附件", en: "an attachment has it", .complete(bodies: ["problems": "详见附件。"])),
        RuleExample(
            zh: "总体情况为空",
            en: "an empty overview",
            .complete(bodies: ["overview": "略。"]),
            finds: ["sections.overview"]
        ),
        RuleExample(
            zh: "落款之前的“略”",
            en: "略 above a signature",
            .complete(bodies: ["other": "略。青禾市档案局2024年1月15日"]),
            finds: ["sections.other"]
        ),
        RuleExample(
            zh: "其他事项不可答“略”",
            en: "略 is none for other matters",
            .complete(bodies: ["other": "略。"]),
            finds: ["sections.other"]
        ),
    ]

    private static let none: Set<String> = ["无", "暂无", "没有", "无内容", "无情况"]
    private static let omissions: Set<String> = ["略", "从略", "此处略", "此处从略"]
    private static let nothing = none.union(omissions).union(["空", "/", "-"])
    /// What names neither a problem nor what is done about it.
    private static let phrases: Set<String> = [
        "按要求整改", "按要求落实", "按要求改进", "按要求进行整改", "已按要求整改", "已整改", "已整改到位", "已整改完毕", "已完成整改", "正在整改",
        "正在整改中", "整改中", "已改进", "正在改进", "待改进", "有待改进", "有待加强", "有待提高", "有待完善", "存在一些问题", "存在一定问题",
        "存在不足", "存在一些不足", "同上", "如上", "如上所述", "同去年", "同上年", "与上年相同", "与去年相同",
    ]
    /// What stands elsewhere, where the report that is read may not hold it.
    private static let references: Set<String> = [
        "见附件", "详见附件", "见附表", "详见附表", "附后", "见后附", "详见后附", "见附件1", "详见附件1", "见附件2", "详见附件2",
    ]
    /// Sections to which 无 is an answer.
    private static let answered: Set<String> = ["other", "applications", "disputes", "fees", "annex"]

    func judgement(of subject: Subject) -> Judgement {
        guard subject.report.identity.kind == .report else { return .clean }
        var result = Judgement()
        for section in subject.report.sections {
            guard let id = section.id, !section.hasTable, id != "annex" else { continue }
            // A body longer than this says something, whatever it is.
            guard section.body.bytes.count <= 90 else { continue }
            let text = Self.words(of: Self.unsigned(section.body))
            if text.isEmpty {
                let reason = "section \(id) (line \(section.line)): nothing stands between its heading and the next"
                result.unverified.append(Unverified(rule: Self.identifier, reason: reason))
            } else if Self.references.contains(text) {
                let reason = "section \(id) (line \(section.line)): what it says stands in an attachment"
                result.unverified.append(Unverified(rule: Self.identifier, reason: reason))
            } else if isEmpty(text, section, id) {
                result.findings.append(finding(section, id, isDenial: isDenial(text, section, id)))
            }
        }
        return result
    }

    private static let marks: Set<Unicode.Scalar> = ["。", ".", "、", ",", ";", ":", "!", "(", ")", "（", "）"]

    /// A body without the name and the date below it: 略。青禾市水务局2024年1月15日.
    private static func unsigned(_ body: Prose) -> Prose {
        let sentences = body.sentences
        guard sentences.count == 2, let last = sentences.last, last.contains("年"),
            last.contains("月"), last.hasDigit, !last.contains(","), last.bytes.suffix(3).elementsEqual("日".utf8)
        else { return body }
        return sentences[0]
    }

    /// The text without its punctuation.
    private static func words(of body: Prose) -> String {
        String(String.UnicodeScalarView(body.string.unicodeScalars.filter { !marks.contains($0) }))
    }

    private func isEmpty(_ text: String, _ section: Section, _ id: String) -> Bool {
        // 无 tells that there is nothing to report; 略 tells nothing.
        if id == "other" || id == "fees", Self.omissions.contains(text) { return true }
        if Self.answered.contains(id) { return false }
        if Self.nothing.contains(text) || isDenial(text, section, id) { return true }
        return id == "problems" && Self.phrases.contains(text)
    }

    /// Whether the section on problems says that there are none.
    private func isDenial(_ text: String, _ section: Section, _ id: String) -> Bool {
        guard id == "problems" else { return false }
        return Self.none.contains(text) || Self.deniesProblems(Self.unsigned(section.body).string)
    }

    private func finding(_ section: Section, _ id: String, isDenial: Bool) -> Finding {
        let isProblems = id == "problems"
        return Finding(
            rule: Self.identifier,
            severity: isDenial ? .error : .warning,
            message: Finding.Message(
                zh: "“\(section.heading)”部分只写了“\(section.body.string)”（第 \(section.line) 行）；"
                    + (isProblems ? "应写明存在的问题和改进情况" : "应写明情况"),
                en: "the section \(section.heading) only says \"\(section.body.string)\" (line \(section.line)): "
                    + (isProblems ? "it must name problems and improvements" : "it must say what there is")
            ),
            places: [Finding.Place(path: "sections.\(id)", line: section.line, text: section.body.string)],
            basis: Self.description.basis
        )
    }
}
