/// Whether a name is one that hundreds of bodies have: that of a department without its place, 市民政局, 公安局.
package enum SharedName {
    /// No name begins with the level of its place, 县水务局; but for districts that are called so: 市中区.
    private static let levels = ["自治区", "自治州", "自治县", "自治旗", "省", "市", "州", "盟", "县", "区", "旗"].map { Array($0.utf8) }
    private static let placesLikeLevels = ["市中区", "市南区", "市北区"].map { Array($0.utf8) }
    /// What the names of departments and seats are made of, and nothing of a place's name.
    private static let words = [
        "公安", "民政", "教育", "体育", "文化", "旅游", "文物", "广播", "电视", "电影", "新闻", "出版", "版权", "卫生", "健康", "计划", "生育", "发展",
        "改革",
        "财政", "审计", "统计", "司法", "人力", "资源", "社会", "保障", "自然", "规划", "生态", "环境", "保护", "住房", "城乡", "城市", "建设", "交通",
        "运输",
        "水务", "水利", "农业", "农村", "农牧", "牧业", "农机", "林业", "草原", "园林", "绿化", "畜牧", "兽医", "商务", "应急", "管理", "市场", "监督",
        "退役", "军人", "事务", "医疗", "信访", "行政", "审批", "服务", "政务", "大数据", "数据", "数字", "综合", "执法", "科学", "技术", "科技", "工业",
        "信息化", "信息", "经济", "贸易", "民族", "宗教", "国有", "资产", "粮食", "物资", "储备", "地方", "金融", "机关", "招商", "投资", "促进", "合作",
        "交流", "气象", "地震", "税务", "国税", "地税", "烟草", "专卖", "档案", "邮政", "房产", "房屋", "房地产", "国土", "质量", "工商", "食品", "药品",
        "安全", "生产", "知识产权", "海洋", "渔业", "水产", "港口", "口岸", "物流", "外事", "侨务", "港澳", "人民防空", "乡村", "振兴", "扶贫", "开发",
        "移民", "消防", "救援", "住房公积金", "公共", "交易", "能源", "煤炭", "矿产", "地质", "铁路", "民航", "公路", "供销", "就业", "不动产", "登记",
        "卫健", "发改", "住建", "人社", "教体", "科教", "文旅", "文广旅", "文广", "文体", "国资", "城管", "交运", "工信", "市监", "退役军人", "人防",
        "高新", "产业", "经开", "园区", "新区", "开发区", "高新区", "经开区", "街道", "镇", "乡", "民族乡", "人民政府", "政府", "和", "与", "及", "、",
    ].map { Array($0.utf8) }
    private static let endings = [
        "局", "厅", "委员会", "委", "管委会", "办公室", "办公厅", "办事处", "办", "中心", "分局", "人民政府", "政府", "支队", "大队", "总队", "队", "院",
        "站",
        "所", "处",
    ].map { Array($0.utf8) }
    /// 40 Chinese characters: no such name is longer.
    private static let longest = 120

    package static func holds(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard bytes.count <= longest, !placesLikeLevels.contains(where: bytes.starts) else { return false }
        if levels.contains(where: bytes.starts) { return true }
        return endings.contains { ending in
            bytes.count >= ending.count && bytes.suffix(ending.count).elementsEqual(ending)
                && isMade(bytes.dropLast(ending.count), isSeat: ending.count >= seat)
        }
    }

    /// 政府, 委员会, 办公室 are a name by themselves; 局 is none.
    private static let seat = 6

    /// Whether the words follow each other without a rest.
    private static func isMade(_ name: ArraySlice<UInt8>, isSeat: Bool) -> Bool {
        if name.isEmpty { return isSeat }
        var ends: Set<Int> = [name.startIndex]
        for start in name.indices where ends.contains(start) {
            for word in words where name[start...].starts(with: word) { ends.insert(start + word.count) }
        }
        return ends.contains(name.endIndex)
    }
}

extension AgencyNames {
    /// Whether many bodies have a name, and the configuration does not give it to one of them.
    package func isShared(_ name: String) -> Bool { !knows(name) && SharedName.holds(name) }

    /// Whether what came under one name from two places is known to be one body's.
    package func areOne(_ name: String, _ one: Source, _ other: Source) -> Bool {
        !isShared(name) || one.isOfSameSite(as: other)
    }
}

extension Source {
    /// Whether both are known to come from one site.
    fileprivate func isOfSameSite(as other: Source) -> Bool { host.map { $0 == other.host } ?? false }

    /// The host that the scraper found the source at, in small letters.
    private var host: String? {
        guard let url, let scheme = url.firstRange(of: "://") else { return nil }
        let authority = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = authority.split(separator: "@").last?.prefix { $0 != ":" }.lowercased() ?? ""
        let isPlain = host.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x2D...0x39).contains($0) && $0 != 0x2F }
        return isPlain && host.utf8.contains(UInt8(ascii: ".")) && !host.hasPrefix(".") ? host : nil
    }
}
