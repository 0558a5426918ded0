extension Form {
    /// The years before a national table, with the table that Fujian and others annexed; some kept it until 2018.
    package static let form2008 = Form(
        identifier: "2008",
        reportYears: 2008...2018,
        citation: "《中华人民共和国政府信息公开条例》（国务院令第492号）第三十二条",
        summary: "no national table: the sections of the Regulation of 2007 (art. 32), with local tables annexed",
        sections: SectionForm.original(annexBasis: "各地年度报告编制通知"),
        tables: [AnnexTable.table],
        relations: AnnexTable.relations,
        evidence: [
            "历年累计", "否决公开", "咨询处理情况", "主动公开文件数", "政府网站公开数", "政府公报公开数",
            "受理政府信息公开申请总数", "对申请的答复总数", "其他类型答复数", "接受行政申诉",
        ]
    )
}
