extension Form {
    /// The statistics table of report years 2014 to 2018, over the six items of the Regulation of 2007.
    package static let form2014 = Form(
        identifier: "2014",
        reportYears: 2014...2018,
        citation: citation2014,
        summary: "the statistics table of report years 2014 to 2018, with the sections of the Regulation of 2007",
        sections: SectionForm.original(annexBasis: citation2014),
        tables: [StatisticsTable.table],
        relations: StatisticsTable.relations,
        evidence: [
            "政府信息公开情况统计表", "申请办结数", "申请答复数", "主动公开规范性文件数", "制发规范性文件总数",
            "告知作出更改补充数",
        ]
    )

    private static let citation2014 = "国办发〔2014〕32号"
}
