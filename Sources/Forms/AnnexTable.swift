import Model

/// The annexed table of Fujian's reports before 2019: fifteen indicators, for the year and since 2008.
enum AnnexTable {
    static let id = "annex"

    private static let disclosed = "主动公开文件数"
    private static let received = "受理政府信息公开申请总数"
    private static let answered = "对申请的答复总数"

    private static let rows: [RowForm] = [
        RowForm("disclosed", "主动公开文件数", "information disclosed", or: ["主动公开信息数", "主动公开政府信息数"], unit: "条"),
        RowForm(
            "disclosed.website",
            "其中：1、政府网站公开数",
            "of which on the website",
            or: ["政府网站公开数", "网站公开数"],
            group: disclosed,
            unit: "条"
        ),
        RowForm(
            "disclosed.gazette",
            "2、政府公报公开数",
            "of which in the gazette",
            or: ["公报公开数"],
            group: disclosed,
            unit: "条"
        ),
        RowForm("received", "受理政府信息公开申请总数", "applications received", or: ["申请总数"], unit: "条"),
        RowForm("received.in_person", "其中：1、当面申请数", "received in person", or: ["当面申请数"], group: received, unit: "条"),
        RowForm(
            "received.online",
            "2、网上申请数",
            "received online",
            or: ["网上、电子邮件申请数", "网上申请（含电子邮件）数", "网上申请（含电邮）数"],
            group: received,
            unit: "条"
        ),
        RowForm(
            "received.letter",
            "3、信函、传真申请数",
            "received by letter or fax",
            or: ["传真、信函申请数"],
            group: received,
            unit: "条"
        ),
        RowForm("answered", "对申请的答复总数", "applications answered", or: ["对申请的答复数"], unit: "条"),
        RowForm("answered.granted", "其中：1、同意公开答复数", "granted", or: ["同意公开答复数"], group: answered, unit: "条"),
        RowForm("answered.partly", "2、同意部分公开答复数", "partly granted", or: ["部分公开答复数"], group: answered, unit: "条"),
        RowForm("answered.refused", "3、不予公开答复数", "refused", or: ["否决公开答复数", "否决公开答复总数"], group: answered, unit: "条"),
        RowForm("answered.other", "4、其他类型答复数", "other answers", group: answered, unit: "条"),
        RowForm("appeals", "接受行政申诉、举报数", "appeals and complaints", or: ["接受行政申诉举报数", "行政申诉数"], unit: "件"),
        RowForm("review", "行政复议数", "administrative reviews", unit: "件"),
        RowForm("litigation", "行政诉讼数", "lawsuits", unit: "件"),
    ]

    static let table = TableForm(
        id: id,
        section: "annex",
        title: "附表",
        english: "annexed table",
        columns: [
            ColumnForm("year", "本年度", "this year", or: ["年度", "数量", "本年数", "本期数"]),
            ColumnForm("cumulative", "历年累计", "since the beginning", or: ["累计", "累计数"], isOptional: true),
        ],
        rows: rows,
        mergedRows: [],
        isOneLine: false,
        furniture: ["指标名称", "计量单位", "历年累计", "本年度", "条", "件"],
        anchors: ["指标名称", "计量单位", "历年累计", "主动公开文件数", "主动公开信息数"],
        codeHeads: ["代码", "指标代码", "序号", "编号", "行次"]
    )

    /// P01, P02 and P04. Website and gazette are parts of which, and overlap: no sum.
    static let relations: [Relation] = [
        sum("P01", "received", ["received.in_person", "received.online", "received.letter"]),
        sum("P02", "answered", ["answered.granted", "answered.partly", "answered.refused", "answered.other"]),
        Relation(
            rule: "annex.sum",
            code: "P04",
            table: id,
            shape: .eachRow(rows: rows.map(\.id), left: ["year"], right: ["cumulative"]),
            comparison: .atMost,
            severity: .error,
            basis: basis
        ),
    ]

    private static let basis = "各地年度报告附表 指标名称"

    private static func sum(_ code: String, _ total: String, _ parts: [String]) -> Relation {
        .total(
            "annex.sum",
            code,
            in: id,
            columns: ["year", "cumulative"],
            total: total,
            parts: parts,
            basis: basis
        )
    }
}
