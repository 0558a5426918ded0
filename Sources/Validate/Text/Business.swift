internal import Model

/// What a department works on, as its name tells: 教育 of 县教育局.
///
/// Departments are merged, divided and renamed all the time. Two names are certainly two departments' only where both
/// tell what they work on and have nothing of it in common.
enum Business {
    /// Words of one line are, or were somewhere, the business of one department.
    private static let groups = [
        ["教育", "教体", "体育"],
        ["文化", "文旅", "文广", "文体", "旅游", "体育", "文物", "广电", "广播"],
        ["水利", "水务"],
        ["自然资源", "国土", "规划", "林业", "林草", "海洋", "测绘", "绿化"],
        ["市场监", "市监", "工商", "质监", "质量", "食药", "药品", "食品", "知识产权"],
        ["农业", "农村", "畜牧", "渔业", "农机", "水产", "乡村振兴", "扶贫", "水利", "林业"],
        ["住房", "住建", "城乡建设", "城建", "房产", "房管", "规划", "人防", "城管", "城市管理", "行政执法", "综合执法", "园林", "市政", "交通"],
        ["卫生", "卫健", "卫计", "计生", "健康", "疾控", "疾病", "中医", "医保", "医疗保障"],
        ["发改", "发展和改革", "发展改革", "物价", "粮食", "能源", "统计", "工信", "经信", "工业", "经济", "科技", "商务", "招商", "信息化", "大数据"],
        ["科学技术", "科技", "工信", "工业", "经信", "教育", "知识产权", "大数据"],
        ["商务", "商贸", "粮食", "旅游", "招商", "投资"],
        ["人社", "人力资源", "社会保障", "劳动", "人事", "医保", "医疗保障"],
        ["应急", "安监", "安全生产", "地震", "防震"],
        ["生态环境", "环保", "环境保护"],
        ["审批", "政务服务", "数据", "营商", "政务公开"],
        ["民政"], ["公安"], ["审计"], ["司法", "法制"], ["信访"], ["税务"], ["气象"], ["退役军人"], ["档案"], ["机关事务"],
        ["财政", "国资", "国有资产", "金融"],
        ["交通", "公路", "运输"],
        ["民族", "民宗", "宗教"],
    ]

    /// The lines that the words of a name stand in.
    private static func of(_ name: String) -> Set<Int> {
        let words = Prose(name)
        return Set(groups.indices.filter { groups[$0].contains(where: words.contains) })
    }

    static func areApart(_ name: String, _ other: String) -> Bool {
        let first = of(name)
        let second = of(other)
        return !first.isEmpty && !second.isEmpty && first.isDisjoint(with: second)
    }
}
