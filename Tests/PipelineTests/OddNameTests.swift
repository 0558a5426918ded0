import Model
import Testing

/// Names that look like no names, what is left of names, and what a page prints beside a title.
struct OddNameTests {
    private func identity(_ head: String, _ overview: String = "公开工作平稳。") throws -> Identity {
        let text = """
            \(head)
            本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。
            一、总体情况
            \(overview)
            \(BareReport.rest)
            """
        return try readReport(text).identity
    }

    @Test(arguments: [
        ("本溪市水务局2023年政府信息公开工作年度报告", "本溪市水务局"),
        ("2023年全椒县水务局政府信息公开工作年度报告", "全椒县水务局"),
        ("本报告由全州县水务局编制。", "全州县水务局"),
        ("本县水务局2023年政府信息公开工作年度报告", nil),
        ("本报告由全县水务局编制。", nil),
    ])
    func placesThatBeginLikeOwnWordsAreNames(_ head: String, _ agency: String?) throws {
        #expect(try identity(head).agency == agency)
    }

    /// What a body does with its own report is no part of its name.
    @Test(
        arguments: [
            ("现将分局2023年政府信息公开工作年度报告公布如下。", nil), ("制定本局2023年政府信息公开工作年度报告。可与云台县应急管理局联系。", "云台县应急管理局"),
            ("一是发布分局2023年度政府信息公开工作年度报告。", nil), ("现将云台县公安局柳塘分局2023年政府信息公开工作年度报告公布如下。", "云台县公安局柳塘分局"),
            ("现就大队2023年政府信息公开工作年度报告公布如下。", nil), ("固本镇2023年政府信息公开工作年度报告", "固本镇"),
            ("云台县预警信息发布中心2023年政府信息公开工作年度报告", "云台县预警信息发布中心"),
        ] as [(String, String?)]
    )
    func deedsOfTheBodyAreNoNames(_ head: String, _ agency: String?) throws {
        #expect(try identity(head).agency == agency)
    }

    @Test(arguments: [
        "街道2023年政府信息公开工作年度报告", "请与区管委会办公室联系。", "请与市政府办公室联系。",
        "我院公开平稳，健全由负责人任成员的县中医院信息公开工作。",
    ])
    func whatAnyBodyMayBeCalledIsNoName(_ head: String) throws {
        #expect(try identity(head).agency == nil)
    }

    /// Characters that take no room, within the title that a page has in its head.
    @Test(arguments: ["\u{AD}", "\u{200B}", "\u{FEFF}", "\u{2060}"])
    func whatTakesNoRoomIsNoPartOfAName(_ character: String) throws {
        let title = "云台县水\(character)利局2023年政府信息公开工作年度报告"
        let page =
            "<html><head><title>\(title)</title></head><body><h1>政府信息公开工作年度报告</h1><p>一、总体情况</p><p>工作平稳。</p></body></html>"
        let report = try readReport(page, name: "a.html")
        #expect(report.identity.agency == "云台县水利局")
        #expect(report.identity.title?.contains(character) == false)
        #expect(Source.Hint(agency: "云台县水\(character)利局").agency == "云台县水利局")
    }

    @Test func aNameStandsBehindTheVerbOfAnnouncing() throws {
        #expect(try identity("现结合实际，将青禾保税区2023年度政府信息公开年度报告如下。").agency == "青禾保税区")
        #expect(try identity("现公布将乐县2023年度政府信息公开年度报告。").agency == "将乐县")
    }

    @Test(arguments: [
        ("青禾市教育委员会办公室", "青禾市教育委员会"), ("青禾高新区党政办公室", "青禾高新区"), ("云台县中医院行政办公室", "云台县中医院"),
        ("云台县教育局局党政办公室", "云台县教育局"), ("青禾市机构编制委员会办公室", "青禾市机构编制委员会办公室"),
    ])
    func anOfficeAnswersForItsBody(_ contact: String, _ agency: String) throws {
        #expect(try identity("如有疑问，请与\(contact)联系。").agency == agency)
    }

    @Test(arguments: [
        ("[ 索引号 ] | 0144/2024 | [ 发布机构 ] | 云台县水务局 |", "云台县水务局"),
        ("索引号： | 0144/2024 | 分类： | |\n发文机关： | 云台县水务局 | 发文日期： |", "云台县水务局"),
        ("发布时间： 2024-01-22 15:40:00来源：云台县水务局字号：[ 大 中 小 ]", "云台县水务局"),
        // A place's office without its place tells less than who published it.
        ("来源：青禾市人民政府\n请与市政府办公室联系。", "青禾市人民政府"),
    ])
    func whoPublishedItIsRead(_ head: String, _ agency: String) throws {
        #expect(try identity(head).agency == agency)
    }

    @Test(arguments: [
        ("水发[2024]3号 签发人：张三 2023年云台县第二中学 政府信息公开工作年度报告", "2023年云台县第二中学政府信息公开工作年度报告"),
        ("名称 云台县2023年政府信息公开年度报告\n索引号 0001/2024", "云台县2023年政府信息公开年度报告"),
        ("Page 8 - 云台县水务局2023年政府信息公开工作年度报告", "云台县水务局2023年政府信息公开工作年度报告"),
        ("example.cn云台县水务局2023年政府信息公开工作年度报告", "云台县水务局2023年政府信息公开工作年度报告"),
    ])
    func theFrameOfATitleIsNoPartOfIt(_ head: String, _ title: String) throws {
        let identity = try identity(head)
        #expect(identity.title == title)
        #expect(identity.year == 2023)
    }

    @Test(arguments: [
        ("柳塘镇2023年政府信息公开工作年度报告\n2024-01-29 10:27:52 云台县人民政府办公室 字体：", "2024-01-29"),
        ("柳塘镇2023年政府信息公开工作年度报告\n\n  • 云台县人民政府门户网\n  • 2024-02-10 15:59\n", "2024-02-10"),
        ("柳塘镇2023年政府信息公开工作年度报告\n2024-01-29 全县会议召开", nil),
    ])
    func theDateUnderATitleIsThatOfPublication(_ head: String, _ date: String?) throws {
        #expect(try identity(head).published == date)
    }

    /// Beside the words for it a date is the page's, and says nothing of the year that sentences tell.
    @Test func theDateOfThePageDoesNotHideTheYear() throws {
        let text = """
            发布时间：2024-01-31
            一、总体情况
            2023年，我委认真落实条例。
            二、主动公开政府信息情况
            三、收到和处理政府信息公开申请情况
            五、存在的主要问题及改进情况
            培训不够，下一步加强培训。
            """
        #expect(try readReport(text).identity.year == 2023)
    }

    @Test func theNameAboveTheTextMayBeThatOfTheWholeGovernment() throws {
        let text = """
            2012年云台县政府信息公开年报
            发布时间：2013-09-10
            青禾市云台县人民政府
            2013年3月19日
            一、概述
            2012年，我县依法公开。
            二、主动公开政府信息情况
            2012年，主动公开政府信息45条。
            """
        #expect(!(try readReport(text).findings.contains { $0.rule == "deadline.missed" }))
    }

    /// Signed under its own name before the text begins.
    @Test(arguments: [
        ("云台县水务局\n2024.05.08", true), ("云台县水务局\n2024年1月18日", false), ("云台县民政局\n2024年5月8日", false),
    ])
    func aReportMayBeSignedAboveItsText(_ signature: String, _ isLate: Bool) throws {
        let text = """
            云台县水务局2023年政府信息公开工作年度报告
            发布日期：2024年5月8日
            \(signature)
            一、总体情况
            公开工作平稳。
            二、主动公开政府信息情况
            三、收到和处理政府信息公开申请情况
            五、存在的主要问题及改进情况
            培训不够，下一步加强培训。
            """
        let late = try readReport(text).findings.first { $0.rule == "deadline.missed" }
        #expect((late?.severity == .error) == isLate)
    }
}
