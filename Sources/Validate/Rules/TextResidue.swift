internal import Bytes
internal import Model

/// No words of a template are left in the text.
struct TextResidue: Rule {
    static let description = RuleDescription(
        "text.residue",
        severity: .warning,
        statement: Finding.Message(
            zh: "没有残留模板文字（样表、××、待填写、文字描述）",
            en: "no words of a template are left (样表, ××, to be filled in)"
        ),
        basis: "国办公开办函〔2021〕30号（内容准确、规范）"
    )
    static let examples = [
        RuleExample(
            zh: "隐去的姓名不算",
            en: "a name made anonymous is none",
            .example(narrative: "张××诉县政府一案已审结;网址为http://xxgk.example.cn。")
        ),
        RuleExample(zh: "供申请人用的样表", en: "forms offered to applicants", .example(narrative: "大厅备有申请表样表,供群众参考。")),
        RuleExample(zh: "只是提到这些词", en: "words spoken of", .example(narrative: "严把内容关,确保不出现\"待填写\"等文字。")),
        RuleExample(
            zh: "引用格式的填写说明",
            en: "the form's instruction in quotes",
            .example(narrative: "按照格式中\"总体情况(文字描述)\"的要求,以文字说明为主。")
        ),
        RuleExample(zh: "提到样表的名称", en: "a form by its name", .example(narrative: "大厅备有《申请表(样表)》供群众取阅。")),
        RuleExample(
            zh: "年份未填",
            en: "the year was not filled in",
            .example(sections: [("overview", "20XX年,我局共公开信息XX条。")]),
            finds: ["sections.overview"]
        ),
        RuleExample(
            zh: "数字未填",
            en: "a number was not filled in",
            .example(sections: [("overview", "2023年,我局通过网站公开信息X条。")]),
            finds: ["sections.overview"]
        ),
        RuleExample(
            zh: "账号名称未填",
            en: "the name of the body's own account was not filled in",
            .example(sections: [("overview", "\"××发布\"微信公众号全年推送信息198条。")]),
            finds: ["sections.overview"]
        ),
        RuleExample(
            zh: "字母属于名称",
            en: "a letter that is a name's",
            .example(sections: [("overview", "2023年,我局采购X光机2台,公开X射线装置许可3件。判决书为(2023)×行初×号。")])
        ),
        RuleExample(
            zh: "表仍是样表",
            en: "a table that is still the sample",
            Report.example().sample(on: 40),
            finds: ["identity.title"]
        ),
        RuleExample(
            zh: "格式自带的填写说明",
            en: "the form's own note",
            .example(sections: [("other", "(文字描述,收取信息处理费情况在此处报告。)")]),
            finds: ["sections.other"]
        ),
    ]

    /// What a placeholder stands before.
    private static let fillers = [
        "年", "月", "日", "件", "条", "次", "人次", "人民政府", "份", "篇", "起", "万元", "元", "%", "局", "厅", "委员会", "县", "市", "区",
        "镇", "乡", "街道", "单位", "部门", "机关", "政府", "办公室",
    ]
    /// … unless the word goes on as another one.
    private static let otherWords = ["市民", "区域", "日常", "年龄"]

    func judgement(of subject: Subject) -> Judgement {
        let text = subject.text
        let template = text.places(of: .template).filter { isTemplate($0, subject) }
        let blanks = text.places(of: .placeholder).compactMap { placeholder($0, text) }
        let numbers = text.places(of: .blankNumber).filter { Blank.isNumber($0, text) }
        let notes = text.places(of: .note).compactMap { Blank.note($0, text) }
        let places = (template + blanks + numbers + notes).sorted { $0.lowerBound < $1.lowerBound }
        var seen: Set<String> = []
        let findings = places.compactMap { range -> Finding? in
            let place = subject.place(range)
            // One for a section: the next is of the same kind.
            return seen.insert(place.path).inserted ? finding(place, subject.text.string(range)) : nil
        }
        let line = subject.report.imprint.sampleLine
        guard line > 0 else { return Judgement(findings: findings) }
        let section = subject.report.sections.last { $0.id != nil && $0.line <= line }?.id
        let place = Finding.Place(path: section.map { "sections." + $0 } ?? "identity.title", line: line, text: "(样表)")
        return Judgement(findings: findings + (seen.insert(place.path).inserted ? [finding(place, "样表")] : []))
    }

    private func isTemplate(_ range: Range<Int>, _ subject: Subject) -> Bool {
        let text = subject.text
        let word = text.string(range)
        // 不出现“待填写”“样表”等文字: quoted, and spoken of.
        if text.ends("\"", before: range.lowerBound), text.stands("\"", at: range.upperBound) { return false }
        let isBracketed = text.ends("(", before: range.lowerBound) && text.stands(")", at: range.upperBound)
        switch word {
        // A sample that a hall keeps for applicants is no residue.
        case "样表": return isBracketed && !text.stands("》", at: range.upperBound + 1) && !isPrinted(range, text)
        // A line for the pen within a sentence, and no rule between paragraphs.
        case "___": return range.lowerBound > 0 && text.bytes[range.lowerBound - 1] > 0x7F
        case "文字描述": return text.ends("(", before: range.lowerBound) && !isQuoted(range, text)
        // 《报告(参考模板)》: the name of a document, and no title.
        case "(模板)", "(范本)", "(参考模板)", "(参考范本)", "(参考格式)", "(参考样式)", "(参考样本)", "(模版)", "(参考模版)", "(范文)":
            return !text.stands("》", at: range.upperBound)
        case "请填写": return text.ends("(", before: range.lowerBound) || text.ends("【", before: range.lowerBound)
        default: return true
        }
    }

    /// 按格式中“总体情况(文字描述)”的要求: a quotation mark is open before it, and closed behind it.
    private func isQuoted(_ range: Range<Int>, _ text: NarrativeText) -> Bool {
        let sentence = text.sentence(at: range.lowerBound)
        let quote = UInt8(ascii: "\"")
        let before = text.bytes[sentence.lowerBound..<range.lowerBound].count { $0 == quote }
        return before % 2 == 1 && text.bytes[range.upperBound..<sentence.upperBound].contains(quote)
    }

    /// 印制申请表(样表)409份: a thing that is counted.
    private func isPrinted(_ range: Range<Int>, _ text: NarrativeText) -> Bool {
        let next = range.upperBound + 1
        return text.ends("申请表", before: range.lowerBound - 1) && next < text.bytes.count
            && (0x30...0x39).contains(text.bytes[next])
    }

    /// The whole run of signs with what it stands before, where it is a placeholder.
    private func placeholder(_ range: Range<Int>, _ text: NarrativeText) -> Range<Int>? {
        if text.string(range).contains("年") { return range }
        let sign = text.string(range).first.map(String.init) ?? "X"
        if text.ends(sign, before: range.lowerBound) { return nil }
        var end = range.upperBound
        while text.stands(sign, at: end) { end += sign.utf8.count }
        // Within an address or an abbreviation it is a letter.
        let isLetter = sign.utf8.count == 1
        if isLetter, isWord(text.bytes, at: range.lowerBound - 1) || isWord(text.bytes, at: end) { return nil }
        if text.ends("\"", before: range.lowerBound), let account = Blank.account(end, text) {
            return range.lowerBound..<account
        }
        // “××镇供水工程”: a name that was made unknown, and quoted so.
        if text.ends("\"", before: range.lowerBound) || text.ends("《", before: range.lowerBound) { return nil }
        if Blank.isContact(range, text) { return range.lowerBound..<end }
        guard let filler = Self.fillers.first(where: { text.stands($0, at: end) }),
            !Self.otherWords.contains(where: { text.stands($0, at: end) })
        else { return nil }
        return range.lowerBound..<(end + filler.utf8.count)
    }

    /// Whether a letter or a mark of an address stands there.
    private func isWord(_ bytes: [UInt8], at index: Int) -> Bool {
        guard bytes.indices.contains(index) else { return false }
        let byte = bytes[index]
        let isLetter = (0x41...0x5A).contains(byte & 0xDF)
        return isLetter || "./-_@".utf8.contains(byte)
    }

    private func finding(_ place: Finding.Place, _ word: String) -> Finding {
        Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "残留模板文字“\(word)”：“\(place.text)”（第 \(place.line) 行）；请补填或删除",
                en: "\(word) is left of a template: \(place.text) (line \(place.line)): fill it in or take it out"
            ),
            places: [place],
            actual: .words(word),
            basis: Self.description.basis
        )
    }
}

extension Report {
    fileprivate func sample(on line: Int) -> Report {
        var report = self
        report.imprint.sampleLine = line
        return report
    }
}
