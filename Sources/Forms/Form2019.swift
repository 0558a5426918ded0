import Model

extension Form {
    /// The trial form of report years 2019 and 2020.
    package static let form2019 = Form(
        identifier: "2019",
        reportYears: 2019...2020,
        citation: citation2019,
        summary: "the trial form of report years 2019 and 2020: six sections, three tables",
        sections: SectionForm.revised(document: citation2019, missingOther: .warning),
        tables: [proactive2019, ApplicationsTable.table(splitsOther: false), DisputesTable.table],
        relations: ApplicationsTable.relations(splitsOther: false, document: citation2019)
            + DisputesTable.relations(document: citation2019),
        evidence: ["新制作数量", "新公开数量", "对外公开总数量", "上一年项目数量", "本年增/减", "采购项目数量", "采购总金额"]
    )

    private static let citation2019 = "国办公开办函〔2019〕60号"
    private static let documents = ["made", "disclosed", "disclosed_total"]
    private static let matters = ["items_last_year", "change", "decisions"]

    private static let proactive2019 = TableForm(
        id: "proactive",
        section: "proactive",
        title: "主动公开政府信息情况",
        english: "proactive disclosure",
        columns: [
            ColumnForm("made", "本年新制作数量", "made this year", or: ["本年度新制作数量"]),
            ColumnForm("disclosed", "本年新公开数量", "disclosed this year", or: ["本年度新公开数量", "本年度公开数量"]),
            ColumnForm("disclosed_total", "对外公开总数量", "disclosed in total"),
            ColumnForm("items_last_year", "上一年项目数量", "items last year"),
            ColumnForm("change", "本年增/减", "change this year", kind: .change),
            ColumnForm("decisions", "处理决定数量", "decisions"),
            ColumnForm("items", "采购项目数量", "procurement items"),
            ColumnForm("amount", "采购总金额", "procurement amount", kind: .money(unit: nil)),
        ],
        rows: [
            RowForm("regulations", "规章", "regulations", group: "第二十条第（一）项", columns: documents),
            RowForm(
                "normative_documents",
                "规范性文件",
                "normative documents",
                or: ["行政规范性文件"],
                group: "第二十条第（一）项",
                columns: documents
            ),
            RowForm("permits", "行政许可", "permits", group: "第二十条第（五）项", columns: matters),
            RowForm("other_services", "其他对外管理服务事项", "other services", group: "第二十条第（五）项", columns: matters),
            RowForm("penalties", "行政处罚", "penalties", group: "第二十条第（六）项", columns: matters),
            RowForm("coercive_measures", "行政强制", "coercive measures", group: "第二十条第（六）项", columns: matters),
            RowForm(
                "fees",
                "行政事业性收费",
                "administrative fees",
                group: "第二十条第（八）项",
                columns: ["items_last_year", "change"]
            ),
            RowForm("procurement", "政府集中采购", "procurement", group: "第二十条第（九）项", columns: ["items", "amount"]),
        ],
        mergedRows: [],
        isOneLine: false,
        furniture: [
            "第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项", "第二十条第（九）项", "信息内容",
            "本年新制作数量", "本年新公开数量", "本年度新制作数量", "本年度公开数量", "对外公开总数量",
            "上一年项目数量", "本年增/减", "处理决定数量", "采购项目数量", "采购总金额",
        ],
        anchors: ["第二十条第（一）项", "信息内容", "本年新制作数量"],
        otherHeads: ["本年制发件数", "现行有效件数"]
    )
}
