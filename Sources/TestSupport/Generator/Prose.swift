import Forms
import Model

/// The text of an invented report. What it states of a table follows from the table.
struct Prose {
    var dice: SplitMix64
    var own: String
    var year: Int

    mutating func paragraphs(of section: String, in report: ReportTruth) -> [String] {
        let isRevised = report.form.tables.contains { $0.id == "applications" }
        return switch section {
        case "overview": overview(isRevised)
        case "proactive": isRevised ? revisedDisclosure(report) : originalDisclosure(report)
        case "applications": isRevised ? revisedApplications(report) : originalApplications(report)
        case "fees": [dice.pick(["\(year)年，\(own)未收取政府信息公开相关费用，也没有减免情况。", "\(year)年度没有发生收费，无减免事项。"])]
        case "disputes": isRevised ? revisedDisputes(report) : originalDisputes(report)
        case "problems": problems()
        case "other": [dice.pick(["\(own)没有其他需要报告的事项。", "除以上情况外，无其他需要说明的内容。"])]
        default: []
        }
    }

    func preamble(_ document: String, isRevised: Bool) -> [String] {
        let basis = isRevised ? "第五十条和\(document)的要求" : "第三十二条的要求"
        return [
            "本报告根据《中华人民共和国政府信息公开条例》\(basis)编制。所列数据的统计期限为\(year)年1月1日至\(year)年12月31日。"
        ]
    }

    private mutating func overview(_ isRevised: Bool) -> [String] {
        let opening = [
            "\(year)年，\(own)把公开作为改进工作的抓手，把群众想知道的事情放在前面讲，把办事的门槛和时限讲清楚。",
            "\(year)年，\(own)围绕灌渠整治、学校食堂和道路养护三件群众关心的事，安排专人更新公开内容，回应来信来电。",
        ]
        let parts = [
            "（一）平台建设。网站公开栏目重新编目，旧链接逐条核对，读者可以按办事环节查找文件。",
            "（二）政府信息管理。文件起草时即标注公开属性，不能确定的由法制人员会商后再定。",
            "（三）监督保障。每季度抽查一次更新情况，抽查结果在例会上通报，限期补齐。",
        ]
        return [dice.pick(opening)] + (isRevised || dice.chance(50) ? parts : [])
    }

    private mutating func revisedDisclosure(_ report: ReportTruth) -> [String] {
        let website = dice.number(90...700)
        let social = dice.number(20...300)
        let channels = "通过网站公开信息\(website)条，通过政务新媒体公开信息\(social)条，合计公开\(website + social)条。"
        guard let issued = report.table("proactive")?["normative_documents", "issued"]?.whole else {
            return [channels]
        }
        let repealed = report.count("proactive", "normative_documents", "repealed")
        let gone = repealed == 0 ? "没有废止行政规范性文件" : "废止行政规范性文件\(repealed)件"
        return ["全年制发行政规范性文件\(issued)件，\(gone)，文本均在印发后十日内上网。", channels]
    }

    private func revisedApplications(_ report: ReportTruth) -> [String] {
        let people = report.count("applications", "received", "natural_person")
        let all = report.count("applications", "received", "total")
        let carried = report.count("applications", "carried_in", "total")
        let processed = report.count("applications", "processed_total", "total")
        let granted = report.count("applications", "granted", "total")
        let source = all == people ? "均由自然人提出" : "其中自然人申请\(people)件，法人或其他组织申请\(all - people)件"
        let before = carried == 0 ? "没有上年结转的申请" : "上年结转\(carried)件"
        return ["\(year)年共收到政府信息公开申请\(all)件，\(source)；\(before)。全年办结\(processed)件，其中予以公开\(granted)件。"]
    }

    private func revisedDisputes(_ report: ReportTruth) -> [String] {
        let reviews = report.count("disputes", "review", "total")
        let lawsuits = ["litigation_direct", "litigation_after_review"]
            .map { report.count("disputes", $0, "total") }.reduce(0, +)
        let review = reviews == 0 ? "未发生因政府信息公开引起的行政复议" : "因政府信息公开被申请行政复议\(reviews)件"
        let lawsuit = lawsuits == 0 ? "未发生行政诉讼" : "行政诉讼\(lawsuits)件"
        return ["\(year)年，\(review)，\(lawsuit)。"]
    }

    private func originalDisclosure(_ report: ReportTruth) -> [String] {
        let table = report.form.identifier == "2014" ? "statistics" : "annex"
        let column = table == "statistics" ? "count" : "year"
        let disclosed = report.count(table, "disclosed", column)
        return [
            "\(year)年，\(own)主动公开政府信息\(disclosed)条，内容包括机构职能、办事指南、财政预决算和民生项目进展。",
            "公开的途径有网站、公开栏和查阅点，查阅点配有专人引导。",
        ]
    }

    private func originalApplications(_ report: ReportTruth) -> [String] {
        let table = report.form.identifier == "2014" ? "statistics" : "annex"
        let received = report.count(table, "received", table == "statistics" ? "count" : "year")
        return ["\(year)年共收到政府信息公开申请\(received)件，均在规定的期限内答复申请人。"]
    }

    private func originalDisputes(_ report: ReportTruth) -> [String] {
        let table = report.form.identifier == "2014" ? "statistics" : "annex"
        let column = table == "statistics" ? "count" : "year"
        let reviews = report.count(table, "review", column)
        let lawsuits = report.count(table, "litigation", column)
        return ["\(year)年，因政府信息公开被申请行政复议\(reviews)件，被提起行政诉讼\(lawsuits)件。"]
    }

    private mutating func problems() -> [String] {
        let found = [
            "存在的主要问题：一是个别科室更新不及时，二是解读材料专业词多，群众读起来费力。",
            "工作中还有不足：栏目分得过细，有的文件要点开四五层才能看到；经办人员轮换快，业务不熟。",
        ]
        let remedies = [
            "改进情况：把更新时限写进科室职责，逐月对账；解读材料先请三名群众试读，读不懂的退回重写。",
            "改进措施：合并重复栏目，常用文件置于首页；编印经办手册，新到岗人员先跟班两周。",
        ]
        return [dice.pick(found), dice.pick(remedies)]
    }
}
