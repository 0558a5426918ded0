import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Another body in a report, through the whole reader: where it stands for the report's own, and where it is only named.
struct OtherBodyTests {
    private static let waterworks = agency("云台县水利局", "我局")
    private static let town = agency("青禾市柳塘镇人民政府", "我镇")
    private static let county = agency("云台县人民政府", "我县")
    private static let city = agency("青禾市人民政府", "我市")

    private static func agency(_ name: String, _ own: String) -> Agency {
        var agency = Agency.all[0]
        agency.name = name
        agency.own = own
        return agency
    }

    private func found(
        _ agency: Agency,
        preamble: String = "",
        overview: String = "",
        other: String = "",
        signed: String? = nil
    ) throws -> [String?] {
        let form = try #require(FormCatalog.form("2021"))
        var truth = ReportTruth.make(form: form, agency: agency, year: 2023, seed: 5)
        if !preamble.isEmpty { truth.preamble.append(preamble) }
        for (id, text) in [("overview", overview), ("other", other)] where !text.isEmpty {
            let index = try #require(truth.sections.firstIndex { $0.id == id })
            truth.sections[index].paragraphs = [text]
        }
        var text = truth.text(.markdown)
        if let signed, let last = text.ranges(of: "\n" + agency.name + "\n").last {
            text.replaceSubrange(last, with: "\n" + signed + "\n")
        }
        let source = Source(name: "a.md")
        let reading = ReportReader.read(Array(text.utf8), source: source, received: "2024-01-31T09:00:00Z")
        guard case .report(let report) = reading else {
            Issue.record("no report")
            return []
        }
        return report.findings.filter { $0.rule == "identity.agency" }.map(\.places.first?.path)
    }

    @Test(arguments: [
        "2023年，县教育局认真贯彻条例，安排专人更新内容。", "2023年，河东县水利局未收到投诉。", "一年来，县卫健局始终坚持把公开放在前面。",
        "2023年，在县委、县政府领导下，河东县民政局认真落实条例。", "河东县高度重视公开工作。", "2023年，云台县住房和城乡建设局坚持以公开为常态。", "2023年，县财政局在县政府的指导下推进公开。",
    ])
    func anotherBodyOpensASection(_ sentence: String) throws {
        #expect(try found(Self.waterworks, overview: sentence) == ["sections.overview"])
    }

    /// Full names of bodies of another county, of whatever kind, and 我厅, which no bureau of a county is.
    @Test(arguments: [
        "加强公开。2023年，河东县松岭镇人民政府共收到政府信息公开申请4件。", "加强公开。2023年，河东县人力资源和社会保障局共收到政府信息公开申请4件。",
        "加强公开。我厅高度重视政务公开工作。",
    ])
    func aBodyOfAnotherCountyIsSpokenOf(_ sentence: String) throws {
        #expect(try found(Self.waterworks, overview: sentence).count == 1)
    }

    @Test(arguments: [
        "加强公开。2023年，云台县松岭镇人民政府严格执行公示制度，受到表彰。", "加强公开。2023年，学习河东县水利局严格执行公示制度的做法。",
        "2023年，学习河东县水利局严格执行公示制度的做法。", "加强公开。清理“我厅统一部署”等旧表述。",
    ])
    func aBodyOfAnotherCountyIsAnExample(_ sentence: String) throws {
        #expect(try found(Self.waterworks, overview: sentence) == [])
    }

    @Test(arguments: [
        "2023年，县水利局认真贯彻条例。县教育局认真落实减负，我局予以配合。", "2023年，县水务局认真贯彻条例。", "2023年，与县教育局联合开展宣传，认真贯彻条例。",
        "2023年，市水利局认真部署，我局积极落实。", "2023年，县委、县政府高度重视公开工作。", "县水利局水政监察大队认真落实公示制度。",
        "2023年，我局联合河东县水利局认真开展巡查。", "2023年，在县政府办公室、县教育局指导下，我局认真贯彻条例。",
        "2023年，县公安局、县教育局认真落实防溺水安排，我局参加巡查。", "2023年，青禾市人民政府认真部署，我局落实。", "2023年，××县认真贯彻条例。",
    ])
    func aBodyThatIsNamedInPassing(_ sentence: String) throws {
        #expect(try found(Self.waterworks, overview: sentence) == [])
    }

    @Test(arguments: [
        "现公布河东县水利局2023年政府信息公开工作年度报告。", "特编制2023年河东县水利局政府信息公开工作年度报告。",
        "本报告由云台县林业局根据《条例》要求编制。", "如对本报告有疑问，请与河东县水利局办公室联系（电话：2663008）。",
        "对本年度报告如有疑问，请联系：河东区人民政府办公室。",
    ])
    func anotherBodyStatesTheReport(_ sentence: String) throws {
        #expect(try found(Self.waterworks, preamble: sentence).count == 1)
    }

    @Test(arguments: [
        "现公布云台县水利局（以下简称县水利局）2023年政府信息公开工作年度报告。", "现将县水利局2023年政府信息公开工作年度报告公布如下。",
        "本报告由县水利局办公室根据《条例》要求编制。", "公开目录由县行政审批局根据《条例》编制。",
        "如对本报告有疑问，请与云台县人民政府办公室联系。", "如有疑问，请联系云台县政务服务管理局。",
        "根据县政府办公室《关于做好2023年政府信息公开工作年度报告编制工作的通知》编制。",
        "协助县政府编制云台县人民政府2023年政府信息公开工作年度报告。", "请与水利局水政监察大队联系。",
        "如对本报告有疑问，请与青禾市水利局联系。", "本报告由我局按照《条例》规定编制。", "本年度报告由本局编制。",
    ])
    func theReportsOwnStatement(_ sentence: String) throws {
        #expect(try found(Self.waterworks, preamble: sentence) == [])
    }

    @Test func anotherTownOrSomethingOfTowns() throws {
        #expect(try found(Self.town, overview: "2023年，松岭镇认真贯彻条例，更新栏目6个。") == ["sections.overview"])
        #expect(try found(Self.town, preamble: "如对本报告有疑问，请与松岭镇党政办公室联系。").count == 1)
        for sentence in [
            "2023年，柳塘镇认真贯彻条例。", "2023年，小城镇建设扎实推进。", "2023年，特色小镇不断完善设施。", "2023年，柳塘街道认真贯彻条例。",
            "2023年，各乡镇认真落实条例。", "2023年，青禾市人民政府认真部署，我镇落实。",
        ] {
            #expect(try found(Self.town, overview: sentence) == [], "\(sentence)")
        }
    }

    /// The street's whole name and the one that it is called by.
    @Test func aShortNameIsNoOtherBody() throws {
        let street = Self.agency("河东区广内街道办事处", "我街道")
        let contact = "如对本报告有疑问，请与%办事处联系。"
        #expect(try found(street, preamble: contact.replacing("%", with: "河东区广安门内街道")) == [])
        #expect(try found(street, preamble: contact.replacing("%", with: "河东区陶然亭街道")).count == 1)
    }

    @Test(arguments: ["河东县人民政府", "河东县人民政府办公室", "青禾市河东区人民政府", "河东县政务服务管理局"])
    func anotherGovernmentSigns(_ name: String) throws {
        #expect(try found(Self.county, signed: name) == ["identity.agency"])
    }

    @Test(arguments: ["青禾市云台县人民政府", "云台县人民政府办公室", "云台县政务服务管理局", "云台区人民政府", "青禾市人民政府"])
    func theGovernmentItselfSigns(_ name: String) throws {
        #expect(try found(Self.county, signed: name) == [])
    }

    @Test func aGovernmentsOpeningSpeaksOfItself() throws {
        #expect(try found(Self.county, overview: "2023年，河东县认真贯彻条例。") == ["sections.overview"])
        #expect(try found(Self.city, overview: "2023年，河东市人民政府认真贯彻条例。") == ["sections.overview"])
        for sentence in ["2023年，云台县认真贯彻条例。", "2023年，全县各单位认真贯彻条例。", "2023年，县政府认真贯彻条例。"] {
            #expect(try found(Self.county, overview: sentence) == [], "\(sentence)")
        }
        // A city below this one, told of as an example.
        #expect(try found(Self.city, overview: "2023年，全市落实条例。2023年，松岭市认真贯彻条例。") == [])
    }
}
