import Model

/// Table four of the forms of 2019 and 2021: fifteen numbers in one printed line, under heads in three levels.
enum DisputesTable {
    static let id = "disputes"

    private static let outcomes: [ColumnForm] = [
        ColumnForm("upheld", "结果维持", "upheld"),
        ColumnForm("corrected", "结果纠正", "corrected"),
        ColumnForm("other", "其他结果", "other result"),
        ColumnForm("pending", "尚未审结", "pending"),
    ]

    private static let rows: [RowForm] = [
        RowForm("review", "行政复议", "administrative review"),
        RowForm("litigation_direct", "未经复议直接起诉", "litigation without prior review", group: "行政诉讼"),
        RowForm("litigation_after_review", "复议后起诉", "litigation after review", group: "行政诉讼"),
    ]

    static let table = TableForm(
        id: id,
        section: "disputes",
        title: "政府信息公开行政复议、行政诉讼情况",
        english: "administrative review and litigation",
        columns: outcomes + [ColumnForm("total", "总计", "total", or: ["合计"])],
        rows: rows,
        mergedRows: [],
        isOneLine: true,
        furniture: [
            "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉",
            "结果维持", "结果纠正", "其他结果", "尚未审结",
        ],
        anchors: ["未经复议直接起诉", "复议后起诉", "结果维持", "结果纠正", "行政复议", "行政诉讼"]
    )

    /// A04–A06: each of the three totals is the sum of its four outcomes.
    static func relations(document: String) -> [Relation] {
        [
            Relation(
                rule: "disputes.total",
                code: "A04",
                table: id,
                shape: .eachRow(rows: rows.map(\.id), left: ["total"], right: outcomes.map(\.id)),
                comparison: .totalOfParts,
                severity: .error,
                basis: document + " 表四“总计”列"
            )
        ]
    }
}
