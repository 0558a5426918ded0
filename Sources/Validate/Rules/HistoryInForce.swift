internal import Forms
internal import Model

/// Documents in force are last year's, with what was issued and without what was repealed.
struct HistoryInForce: Rule {
    static let description = RuleDescription(
        "history.in-force",
        severity: Finding.Message(
            zh: "警告；机构变动、失效或修改有说明的为提示",
            en: "warning; info where the report tells of a reorganisation, or of documents expired or amended"
        ),
        statement: Finding.Message(
            zh: "现行有效件数 = 上年现行有效件数 + 本年制发 − 本年废止",
            en: "documents in force are last year's, and those issued, less those repealed"
        ),
        basis: "国办公开办函〔2021〕30号 表一（本年制发、本年废止、现行有效）",
        forms: ["2021"]
    )
    static let examples = [
        RuleExample(zh: "推算相符", en: "it follows", documents(issued: 3, repealed: 1, inForce: 12), beside: inForce(10)),
        RuleExample(zh: "没有上年报告", en: "no report of the year before", documents(issued: 3, repealed: 1, inForce: 40)),
        RuleExample(
            zh: "少了九件",
            en: "nine are missing",
            documents(issued: 5, repealed: 17, inForce: 159),
            beside: inForce(181),
            finds: ["proactive.normative_documents.in_force"]
        ),
    ]

    private static func documents(issued: Int, repealed: Int, inForce: Int) -> Report {
        .example(proactive: ["normative_documents": ["issued": issued, "repealed": repealed, "in_force": inForce]])
    }

    private static func inForce(_ count: Int) -> Neighbours {
        Neighbours(previous: .before(.example(proactive: ["normative_documents": ["in_force": count]])))
    }

    /// Ways in which the number changes without an issue or a repeal.
    private static let otherChanges = ["失效", "修订", "修改", "清理"]

    func judgement(of subject: Subject) -> Judgement {
        guard subject.form.identifier == "2021", subject.context.neighbours.previous?.identity.form == "2021" else {
            return .clean
        }
        switch YearPair.of("proactive", in: subject) {
        case .nothing: return .clean
        case .unreadable(let reason):
            return Judgement(unverified: [Unverified(rule: Self.identifier, reason: reason)])
        case .pair(let pair):
            return ["regulations", "normative_documents"].reduce(into: Judgement()) { result, row in
                judge(row, pair, subject, into: &result)
            }
        }
    }

    private func judge(_ row: String, _ pair: YearPair, _ subject: Subject, into result: inout Judgement) {
        guard let cell = pair.now.cell(row, "in_force"), let last = pair.before.cell(row, "in_force"),
            cell.content != .blank, last.content != .blank
        else { return }
        guard let inForce = cell.addend, let before = last.addend, let issued = pair.now.cell(row, "issued")?.addend,
            let repealed = pair.now.cell(row, "repealed")?.addend
        else {
            let reason = "row \(row) could not be read for certain in \(pair.year) or \(pair.year + 1)"
            result.unverified.append(Unverified(rule: Self.identifier, reason: reason))
            return
        }
        let expected = before + issued - repealed
        guard expected != inForce else { return }
        let isTold = isTold(row, cell, subject)
        result.findings.append(
            Finding(
                rule: Self.identifier,
                severity: isTold ? .info : pair.severity(.warning),
                message: message(pair, row, (before, issued, repealed, inForce), isTold: isTold),
                places: ["in_force", "issued", "repealed"].map { pair.place(row, $0) },
                expected: .number(expected),
                actual: .number(inForce),
                basis: Self.description.basis
            )
        )
    }

    /// Whether the report counts documents of that row that expired or were amended, in the text or beside the number.
    private func isTold(_ row: String, _ cell: Cell, _ subject: Subject) -> Bool {
        if Self.otherChanges.contains(where: cell.text.contains) { return true }
        let name = row == "regulations" ? "规章" : "规范性文件"
        return subject.report.narrative.sentences.contains { sentence in
            sentence.contains(name) && sentence.hasDigit && Self.otherChanges.contains(where: sentence.contains)
                && sentence.contains("件")
        }
    }

    private func message(
        _ pair: YearPair,
        _ row: String,
        _ counts: (before: Quantity, issued: Quantity, repealed: Quantity, inForce: Quantity),
        isTold: Bool
    ) -> Finding.Message {
        let expected = counts.before + counts.issued - counts.repealed
        let line = pair.place(row, "in_force").line
        let zh = isTold ? "；报告提到失效、修改或清理，可能由此而来" : pair.excuse?.words.zh ?? ""
        let en =
            isTold
            ? "; the report tells of documents expired or amended, which may explain it" : pair.excuse?.words.en ?? ""
        return Finding.Message(
            zh: "“\(pair.chinese(row: row))”现行有效 \(counts.inForce) 件（第 \(line) 行），按 \(pair.year) 年报告推算应为 \(expected) 件："
                + "\(counts.before) + \(counts.issued) − \(counts.repealed)" + zh,
            en: "\(pair.english(row: row)): \(counts.inForce) in force (line \(line)), but from the report for "
                + "\(pair.year) it follows that there are \(expected): \(counts.before) + \(counts.issued) − "
                + "\(counts.repealed)" + en
        )
    }
}
