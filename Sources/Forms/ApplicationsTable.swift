import Model

/// Table three of the forms of 2019 and 2021: applications by outcome and by kind of applicant.
///
/// The two forms differ in the rows of （六）其他处理 alone: three rows since 2021, one before.
enum ApplicationsTable {
    static let id = "applications"

    static let organisations = ["business", "research", "charity", "legal_service", "other_organisation"]

    static let columns: [ColumnForm] = [
        ColumnForm("natural_person", "自然人", "natural persons"),
        ColumnForm("business", "商业企业", "businesses", or: ["企业"]),
        ColumnForm("research", "科研机构", "research institutes"),
        ColumnForm("charity", "社会公益组织", "charities", or: ["公益组织"]),
        ColumnForm("legal_service", "法律服务机构", "legal services"),
        ColumnForm("other_organisation", "其他", "other organisations", or: ["其它"]),
        ColumnForm("total", "总计", "total", or: ["合计"]),
    ]

    private static let outcome = "本年度办理结果"
    private static let refused = "不予公开"
    private static let unavailable = "无法提供"
    private static let notProcessed = "不予处理"
    private static let other = "其他处理"

    private static let incoming: [RowForm] = [
        RowForm("received", "一、本年新收政府信息公开申请数量", "received this year", or: ["本年度新收政府信息公开申请数量", "本年新收申请数量"]),
        RowForm("carried_in", "二、上年结转政府信息公开申请数量", "carried in from last year", or: ["上年度结转政府信息公开申请数量", "上年结转申请数量"]),
    ]

    private static let disclosed: [RowForm] = [
        RowForm("granted", "（一）予以公开", "granted", or: ["同意公开"], group: outcome),
        RowForm(
            "partly_granted",
            "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
            "partly granted",
            or: ["部分公开"],
            group: outcome
        ),
    ]

    private static let refusals: [RowForm] = [
        RowForm("refused.state_secret", "1.属于国家秘密", "state secret", group: refused),
        RowForm(
            "refused.prohibited_by_law",
            "2.其他法律行政法规禁止公开",
            "prohibited by law",
            or: ["其他法律行政止公开", "其他法律法规禁止公开"],
            group: refused
        ),
        RowForm("refused.security_stability", "3.危及“三安全一稳定”", "security and stability", group: refused),
        RowForm("refused.third_party", "4.保护第三方合法权益", "third-party rights", group: refused),
        RowForm("refused.internal_affairs", "5.属于三类内部事务信息", "internal affairs", group: refused),
        RowForm("refused.process_information", "6.属于四类过程性信息", "process information", group: refused),
        RowForm("refused.enforcement_file", "7.属于行政执法案卷", "enforcement file", group: refused),
        RowForm("refused.administrative_query", "8.属于行政查询事项", "administrative query", group: refused),
    ]

    private static let withoutInformation: [RowForm] = [
        RowForm("unavailable.not_held", "1.本机关不掌握相关政府信息", "not held", group: unavailable),
        RowForm(
            "unavailable.needs_creation",
            "2.没有现成信息需要另行制作",
            "would have to be made",
            or: ["没有现成信息需另行制作"],
            group: unavailable
        ),
        RowForm("unavailable.still_unclear", "3.补正后申请内容仍不明确", "still unclear", group: unavailable),
    ]

    private static let unprocessed: [RowForm] = [
        RowForm("not_processed.petition", "1.信访举报投诉类申请", "petition or complaint", group: notProcessed),
        RowForm("not_processed.repeated", "2.重复申请", "repeated", group: notProcessed),
        RowForm("not_processed.publication", "3.要求提供公开出版物", "publication", group: notProcessed),
        RowForm("not_processed.excessive", "4.无正当理由大量反复申请", "excessive", group: notProcessed),
        RowForm(
            "not_processed.reconfirmation",
            "5.要求行政机关确认或重新出具已获取信息",
            "reconfirmation",
            group: notProcessed
        ),
    ]

    private static let closing: [RowForm] = [
        RowForm("processed_total", "（七）总计", "processed in total", or: ["合计"], group: outcome),
        RowForm(
            "carried_out",
            "四、结转下年度继续办理",
            "carried out to next year",
            or: ["结转下一年度继续办理", "结转下年继续办理", "结转下一年度", "结转下年度"]
        ),
    ]

    private static let otherRow = RowForm(
        "other",
        "（六）其他处理",
        "other handling",
        or: ["其他", "其它处理", "其它"],
        group: outcome
    )

    private static let otherRows: [RowForm] = [
        RowForm(
            "other.no_correction",
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "not corrected in time",
            or: [
                "逾期不补正", "申请人无正当理由逾期不补正", "申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请",
                "申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请",
            ],
            group: other
        ),
        RowForm(
            "other.fee_unpaid",
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "fee unpaid",
            or: [
                "逾期不缴费", "逾期未缴费", "申请人逾期未缴费", "申请人逾期未按收费通知要求缴纳费用", "申请人逾期未按收费通知要求缴纳费用，行政机关不再处理其政府信息公开申请",
                "申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请",
            ],
            group: other
        ),
        RowForm("other.other", "3.其他", "other", or: ["其它"], group: other),
    ]

    private static let head: [String] = [
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况", "法人或其他组织",
        "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构",
    ]

    private static let groupLines: [String] = [
        "三、本年度办理结果", "本年度办理结果", "（三）不予公开", "不予公开", "（四）无法提供", "无法提供",
        "（五）不予处理", "不予处理",
    ]

    /// The table with （六）其他处理 as one row (form 2019) or as three (form 2021).
    static func table(splitsOther: Bool) -> TableForm {
        let others = splitsOther ? otherRows : [otherRow]
        let merged = [MergedRow(row: otherRow, replaces: otherRows.map(\.id))]
        let outcomes = disclosed + refusals + withoutInformation + unprocessed + others
        return TableForm(
            id: id,
            section: "applications",
            title: "收到和处理政府信息公开申请情况",
            english: "applications received and processed",
            columns: columns,
            rows: incoming + outcomes + closing,
            mergedRows: splitsOther ? merged : [],
            isOneLine: false,
            furniture: head + groupLines + (splitsOther ? ["（六）其他处理", "其他处理", "其它处理"] : []),
            anchors: ["（本列数据的勾稽关系为", "申请人情况", "一、本年新收政府信息公开申请数量"]
        )
    }

    /// A01–A03: what the table prints as its own relation, and what its totals mean.
    static func relations(splitsOther: Bool, document: String) -> [Relation] {
        let rows = table(splitsOther: splitsOther).rows.map(\.id)
        let all = columns.map(\.id)
        let around = ["received", "carried_in", "processed_total", "carried_out"]
        return [
            Relation(
                rule: "applications.balance",
                code: "A01",
                table: id,
                shape: .eachColumn(
                    columns: all,
                    left: ["received", "carried_in"],
                    right: ["processed_total", "carried_out"]
                ),
                comparison: .equalSums,
                severity: .error,
                basis: document + " 表三"
            ),
            .total(
                "applications.column-sum",
                "A02",
                in: id,
                columns: all,
                total: "processed_total",
                parts: rows.filter { !around.contains($0) },
                basis: document + " 表三“（七）总计”"
            ),
            Relation(
                rule: "applications.row-total",
                code: "A03",
                table: id,
                shape: .eachRow(rows: rows, left: ["total"], right: ["natural_person"] + organisations),
                comparison: .totalOfParts,
                severity: .error,
                basis: document + " 表三“总计”列"
            ),
        ]
    }
}
