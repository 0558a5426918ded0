import Forms
import Testing

@Suite struct SectionWordsTests {
    /// Headings as reports print them, and the section that each begins.
    private static let headings: [(String, String)] = [
        ("(二)附表:", "annex"),
        ("八、附表", "annex"),
        ("三、依申请公开政府信息、不予公开政府信息情况", "applications"),
        ("三、依申请公开政府信息情况", "applications"),
        ("三、收到和处理政府信息公开申请情况", "applications"),
        ("三、政府信息依申请公开办理情况", "applications"),
        ("三、政府信息依申请公开情况", "applications"),
        ("二、收到和处理政府信息公开申请情况", "applications"),
        ("依申请公开政府信息和不予公开政府信息的情况", "applications"),
        ("政府信息公开申请情况", "applications"),
        ("（三）依申请公开政府信息情况", "applications"),
        ("（二）依申请公开政府信息情况", "applications"),
        ("三、政府信息公开行政复议、行政诉讼情况", "disputes"),
        ("五、复议、诉讼和申诉情况", "disputes"),
        ("五、政府信息公开复议、诉讼情况", "disputes"),
        ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "disputes"),
        ("四、因政府信息公开申请行政复议、提起行政诉讼的情况", "disputes"),
        ("四、政府信息公开行政复议、行政诉讼情况", "disputes"),
        ("四、申请行政复议、提起行政诉讼和申诉的情况", "disputes"),
        ("四、行政复议、行政诉讼情况", "disputes"),
        ("复议、诉讼和申诉", "disputes"),
        ("（三）行政复议及行政诉讼情况", "disputes"),
        ("（四）行政复议及行政诉讼情况", "disputes"),
        ("五、收费及减免情况", "fees"),
        ("五、政府信息公开收费及减免情况", "fees"),
        ("依申请收费及减免情况", "fees"),
        ("六、政府信息公开收费及减免情况", "fees"),
        ("四、依申请收费及减免情况", "fees"),
        ("支出和收费", "fees"),
        ("收费及减免情况", "fees"),
        ("七、其他事项", "other"),
        ("五、其他需要报告的事项", "other"),
        ("六、其他需要报告的事项", "other"),
        ("需要说明的事项与附表", "other"),
        ("一、基本情况", "overview"),
        ("一、总体情况", "overview"),
        ("一、政府信息公开工作组织推进情况", "overview"),
        ("一、政府信息公开情况概述", "overview"),
        ("一、概况", "overview"),
        ("一、概述", "overview"),
        ("政府信息基本情况", "overview"),
        ("一、主动公开政府信息情况", "proactive"),
        ("主动公开工作情况", "proactive"),
        ("二、主动公开政府信息情况", "proactive"),
        ("二、主动公开政府信息的情况", "proactive"),
        ("二、政府信息主动公开情况", "proactive"),
        ("（一）主动公开政府信息情况", "proactive"),
        ("七、存在主要问题", "problems"),
        ("七、存在的主要问题及改进措施", "problems"),
        ("五、存在的主要问题及改进情况", "problems"),
        ("五、存在的主要问题及整改措施", "problems"),
        ("五、政府信息公开工作存在的主要问题及改进情况", "problems"),
        ("五、政府信息公开工作存在的主要问题及改进措施", "problems"),
        ("六、存在的主要问题", "problems"),
        ("六、存在的主要问题及改进措施", "problems"),
        ("六、政府信息公开工作中存在的主要问题及改进情况", "problems"),
        ("四、主要问题和改进措施", "problems"),
        ("四、存在的主要问题和改进措施", "problems"),
        ("（一）2024年工作中存在问题的改进情况", "problems"),
        ("（一）主要问题", "problems"),
    ]
    /// Lines with the words of a heading that begin no section: rows of tables, and parts that no form knows.
    private static let others: [String] = [
        "四、咨询情况",
        "回应解读",
        "政策解读",
        "二、上年结转政府信息公开申请数量",
        "一、本年新收政府信息公开申请数量",
        "三、本年度办理结果",
        "四、结转下年度继续办理",
        "四、行政复议数量",
        "五、行政诉讼数量",
        "六、举报投诉数量",
        "七、依申请公开信息收取的费用",
        "其他对外管理服务事项",
        "行政事业性收费",
        "8.属于行政查询事项",
        "（一）主动公开政府信息数",
        "主动公开文件数",
        "行政复议数",
        "行政诉讼数",
        "受理政府信息公开申请总数",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "（一）维持具体行政行为或者驳回原告诉讼请求数",
        "（五）监督保障",
        "（三）政府信息管理",
        "积极回应社会关切问题",
    ]

    @Test(arguments: headings) func headingIsToldByItsWords(_ heading: String, _ section: String) {
        for form in FormCatalog.all where form.sections.contains(where: { $0.id == section }) {
            #expect(Self.sections(of: form, in: heading) == [section], "form \(form.identifier)")
        }
    }

    @Test(arguments: others, FormCatalog.all) func otherLinesAreNoHeading(_ line: String, _ form: Form) {
        #expect(Self.sections(of: form, in: line) == [])
    }

    @Test(arguments: FormCatalog.all) func officialHeadingIsTold(_ form: Form) {
        for section in form.sections { #expect(Self.sections(of: form, in: section.heading) == [section.id]) }
    }

    /// The sections whose words the heading has, by the meaning that `SectionForm` gives them.
    private static func sections(of form: Form, in heading: String) -> [String] {
        form.sections.filter { section in
            section.words.contains { $0.allSatisfy { heading.contains($0) } }
                && !section.otherWords.contains { heading.contains($0) }
        }.map(\.id)
    }
}
