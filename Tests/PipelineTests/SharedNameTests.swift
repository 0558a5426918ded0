import Model
import Pipeline
import Testing

/// Reports of bodies whose name many have, 市民政局: they are joined only where something else tells that they are one body's.
struct SharedNameTests {
    private func report(_ agency: String, _ year: Int, url: String? = nil) -> Report {
        Report(
            id: "\(agency) \(year) \(url ?? "")",
            source: Source(url: url),
            identity: Identity(agency: agency, year: year, form: "2021")
        )
    }

    @Test(arguments: [
        "市民政局", "民政局", "县农业农村局", "卫生健康委员会", "区住房和城乡建设局", "自治区教育厅", "州林业和草原局", "旗公安局", "街道办事处", "镇人民政府",
        "县人民政府办公室", "人民政府", "市水上运动中心", "文化广播电视和旅游局", "发展和改革委员会", "经济技术开发区管理委员会",
    ])
    func aNameWithoutItsPlaceIsManyBodies(_ name: String) {
        #expect(SharedName.holds(name))
    }

    @Test(arguments: [
        "云台县民政局", "青禾市", "民政部", "国家税务总局", "国务院办公厅", "中国气象局", "海关总署", "国家林业和草原局", "市中区教育局", "柳塘镇人民政府",
        "青禾大学",
        "松岭县公安局交通警察大队", "青禾财政局",
    ])
    func aNameOfOneBodyIsIts(_ name: String) {
        #expect(!SharedName.holds(name))
    }

    @Test func oneSiteTellsWhichBodyItIs() {
        func areOne(_ agency: String, _ one: String?, _ other: String?) -> Bool {
            AgencyNames().areOne(agency, Source(url: one), Source(url: other))
        }
        let url = "https://MZ.qinghe.example.cn:8080/a/b.html?c=d"
        #expect(areOne("市民政局", url, "http://mz.qinghe.example.cn/x"))
        #expect(!areOne("市民政局", url, "http://mz.yuntai.example.cn/x"))
        #expect(!areOne("市民政局", "file:///tmp/a.html", "file:///tmp/b.html"))
        #expect(!areOne("市民政局", nil, nil))
        #expect(areOne("云台县民政局", nil, url))
    }

    private func previous(_ agency: String, urls: [String?], names: AgencyNames = AgencyNames())
        -> Report?
    {
        var gathered = GatheredReports(names: names)
        let reports = [report(agency, 2022, url: urls[0]), report(agency, 2023, url: urls[1])]
        for report in reports { gathered.add(report) }
        return gathered.neighbours(of: reports[1]).previous
    }

    @Test func lastYearsReportIsThatOfTheSameBody() {
        let (one, other) = ("http://a.example.cn/1", "http://b.example.cn/1")
        #expect(previous("云台县民政局", urls: [nil, nil]) != nil)
        #expect(previous("市民政局", urls: [nil, nil]) == nil)
        #expect(previous("市民政局", urls: [one, other]) == nil)
        #expect(previous("市民政局", urls: [one, nil]) == nil)
        #expect(previous("市民政局", urls: [one, one]) != nil)
    }

    /// The configuration says that whoever calls itself so is that body.
    @Test func theConfigurationNamesTheBody() {
        let names = AgencyNames([["青禾市民政局", "市民政局"]])
        #expect(previous("市民政局", urls: [nil, nil], names: names) != nil)
    }
}
