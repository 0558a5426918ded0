import Model

extension Form {
    /// The form in force, for report years from 2021.
    package static let form2021 = Form(
        identifier: "2021",
        reportYears: 2021...9999,
        citation: citation2021,
        summary: "the form in force since report year 2021: six sections, three tables",
        sections: SectionForm.revised(document: citation2021, missingOther: .error),
        tables: [proactive2021, ApplicationsTable.table(splitsOther: true), DisputesTable.table],
        relations: ApplicationsTable.relations(splitsOther: true, document: citation2021)
            + DisputesTable.relations(document: citation2021) + [inForce],
        evidence: ["本年制发件数", "本年废止件数", "现行有效件数", "本年处理决定数量", "本年收费金额"]
    )

    private static let citation2021 = "国办公开办函〔2021〕30号"
    private static let documents = ["issued", "repealed", "in_force"]

    private static let proactive2021 = TableForm(
        id: "proactive",
        section: "proactive",
        title: "主动公开政府信息情况",
        english: "proactive disclosure",
        columns: [
            ColumnForm("issued", "本年制发件数", "issued this year"),
            ColumnForm("repealed", "本年废止件数", "repealed this year"),
            ColumnForm("in_force", "现行有效件数", "in force"),
            ColumnForm("decisions", "本年处理决定数量", "decisions this year"),
            ColumnForm("amount", "本年收费金额（单位：万元）", "fees charged", or: ["本年收费金额"], kind: .money(unit: "万元")),
        ],
        rows: [
            RowForm("regulations", "规章", "regulations", group: "第二十条第（一）项", columns: documents),
            RowForm(
                "normative_documents",
                "行政规范性文件",
                "normative documents",
                or: ["规范性文件"],
                group: "第二十条第（一）项",
                columns: documents
            ),
            RowForm("permits", "行政许可", "permits", group: "第二十条第（五）项", columns: ["decisions"]),
            RowForm("penalties", "行政处罚", "penalties", group: "第二十条第（六）项", columns: ["decisions"]),
            RowForm("coercive_measures", "行政强制", "coercive measures", group: "第二十条第（六）项", columns: ["decisions"]),
            RowForm("fees", "行政事业性收费", "administrative fees", group: "第二十条第（八）项", columns: ["amount"]),
        ],
        mergedRows: [],
        isOneLine: false,
        furniture: [
            "第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项", "信息内容",
            "本年制发件数", "本年废止件数", "现行有效件数", "本年处理决定数量", "本年收费金额（单位：万元）", "本年收费金额",
            "（单位：万元）", "单位：万元",
        ],
        anchors: ["第二十条第（一）项", "信息内容", "本年制发件数", "规章", "行政规范性文件"],
        otherHeads: ["新公开数量", "对外公开总数量"]
    )

    /// A08: what is in force is at least what the year added.
    private static let inForce = Relation(
        rule: "proactive.in-force",
        code: "A08",
        table: "proactive",
        shape: .eachRow(
            rows: ["regulations", "normative_documents"],
            left: ["in_force"],
            right: ["issued", "repealed"]
        ),
        comparison: .atLeastDifference,
        severity: .warning,
        basis: citation2021 + " 表二"
    )
}
