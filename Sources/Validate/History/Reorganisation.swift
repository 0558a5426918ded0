internal import Model

/// Whether a report tells that its agency was reorganised: figures of two years may then differ for a good reason.
enum Reorganisation {
    private static let events = ["合并", "划转", "撤并", "撤销", "更名", "撤镇", "撤乡", "组建", "划入", "划出", "并入"]
    private static let matters = ["机构", "职能", "职责", "部门", "区划", "街道", "乡", "镇", "单位", "局", "委"]
    private static let others = ["栏目", "网站", "账号", "平台", "微信", "微博", "资产", "复议机关", "撤销原", "判决撤销", "领导小组"]

    /// What says so by itself: 市数据局挂牌成立,承接相关职能; 不动产登记职责移交市自然资源局; 撤县设区.
    private static let plain = ["机构改革", "区划调整", "撤县设", "撤市设", "撤县改", "职责移交", "职能移交", "承接相关职", "承接原"]
    /// What is done with news of it, which is no reorganisation: 及时公开机构改革相关信息.
    private static let news = ["公开", "公布", "发布", "更新", "宣传", "解读"]
    private static let reasons = ["因", "后", "受", "根据", "依据", "按照", "随着"]

    static func isTold(in report: Report) -> Bool {
        let text = report.narrative
        let hasPlain = plain.contains(where: text.contains)
        guard hasPlain || events.contains(where: text.contains) else { return false }
        return text.sentences.contains { sentence in
            if hasPlain, isPlain(sentence) { return true }
            return events.contains(where: sentence.contains) && matters.contains(where: sentence.contains)
                && !others.contains(where: sentence.contains)
        }
    }

    /// Whether a clause of the sentence tells of a reorganisation, and not of news of one.
    private static func isPlain(_ sentence: Prose) -> Bool {
        guard plain.contains(where: sentence.contains) else { return false }
        return sentence.bytes.split(separator: UInt8(ascii: ",")).map(Prose.init).contains { clause in
            plain.contains(where: clause.contains)
                && (!news.contains(where: clause.contains) || reasons.contains(where: clause.contains))
        }
    }
}

/// Whether a report itself says why what it took up is not what last year's report carried out.
enum CarriedOverCorrection {
    private static let reasons = ["更正", "有误", "撤回", "未计入", "不一致", "不相符", "并案", "合并办理"]
    private static let years = ["上年", "上一年", "去年", "年报告", "年度报告"]

    /// 上年度报告结转数为1件,实为3件,特此更正; 上年度结转的申请中有2件因申请人撤回未计入.
    static func isTold(in report: Report) -> Bool {
        guard report.narrative.contains("结转") else { return false }
        return report.narrative.sentences.contains { sentence in
            sentence.contains("结转") && reasons.contains(where: sentence.contains)
                && years.contains(where: sentence.contains)
        }
    }
}

/// Whose applications a report counts.
enum Scope: Equatable {
    /// Those of every body of the area: 全市.
    case area
    /// Those of the one office: 本级, 区政府办.
    case own

    private static let areas = ["全省", "全市", "全区", "全县", "全州", "全旗", "各级"]
    private static let offices = ["本级", "本机关", "政府办", "我办"]
    private static let acts = ["收到", "受理", "新收", "办理"]

    /// What the report says of its numbers (统计范围:区政府本级; 以下数据为全区汇总数据), or else what the sentences on
    /// applications say; nil where they say nothing, or both.
    static func told(in report: Report) -> Scope? {
        let sentences = report.narrative.isEmpty ? report.claims.map { Prose($0.words) } : report.narrative.sentences
        if let stated = scope(of: sentences.filter(isStatement), areas + parts) { return stated }
        return scope(of: sentences.filter(isOnApplications), areas)
    }

    private static let parts = ["各部门", "各镇", "各街道", "各乡镇", "各单位"]
    private static let numbers = ["报告数据", "所列数据", "以下数据", "汇总数据", "数据为全", "数据为本级", "部门的数据"]

    private static func isStatement(_ sentence: Prose) -> Bool {
        sentence.contains("统计范围") || sentence.contains("数据") && numbers.contains(where: sentence.contains)
    }

    private static func isOnApplications(_ sentence: Prose) -> Bool {
        sentence.contains("申请") && acts.contains(where: sentence.contains)
    }

    private static func scope(of told: [Prose], _ areas: [String]) -> Scope? {
        let isArea = told.contains { areas.contains(where: $0.contains) }
        let isOwn = told.contains { offices.contains(where: $0.contains) }
        return isArea == isOwn ? nil : isArea ? .area : .own
    }

    private static let changes = ["调整", "变化", "改变", "改为", "变更", "不一致", "不同", "扩大", "缩小"]

    /// Whether the report says that it counts otherwise than last year's: 今年起统计范围由本级扩大到全市.
    static func isChanged(in report: Report) -> Bool {
        let text = report.narrative
        guard hints.contains(where: text.contains) else { return false }
        return text.sentences.contains { sentence in
            isChange(sentence) || isContrast(sentence) || isInclusion(sentence)
        }
    }

    private static let hints = ["口径", "统计范围"] + others
    private static let lastYears = ["上年", "上一年", "去年"]

    private static func isChange(_ sentence: Prose) -> Bool {
        guard changes.contains(where: sentence.contains) else { return false }
        if sentence.contains("统计口径") || sentence.contains("统计范围") { return true }
        guard sentence.contains("口径"), sentence.contains("数据"), lastYears.contains(where: sentence.contains) else {
            return false
        }
        // 数据口径与上年报告不同; not 统一对外口径,公开数据比去年有不同程度的增加.
        return clauses(sentence).contains { clause in
            clause.contains("口径") && changes.contains(where: clause.contains)
        }
    }

    // MARK: Two scopes side by side

    private static let single = ["本级", "本机关", "局机关", "委机关", "厅机关", "机关本身", "政府办"]
    private static let bodies = ["所属单位", "下属单位", "直属单位", "下属事业单位", "所属事业单位", "派出机构", "二级单位"]
    private static let wide = areas + bodies + ["全系统", "系统汇总", "系统数据", "汇总数据"]
    private static let others = single + bodies
    private static let counted = ["数据", "统计", "报告", "年报"]

    /// Whether one clause tells what this report counts and another one what last year's did: 本报告为全市水务系统汇总数据,
    /// 上年报告为局本级数据.
    private static func isContrast(_ sentence: Prose) -> Bool {
        guard single.contains(where: sentence.contains), wide.contains(where: sentence.contains),
            lastYears.contains(where: sentence.contains)
        else { return false }
        let clauses = clauses(sentence).filter { clause in counted.contains(where: clause.contains) }
        let before = Set(clauses.filter { lastYears.contains(where: $0.contains) }.compactMap(scope))
        let now = Set(clauses.filter { !lastYears.contains(where: $0.contains) }.compactMap(scope))
        return before.count == 1 && now.count == 1 && before != now
    }

    /// The one scope that a clause speaks of.
    private static func scope(_ clause: Prose) -> Scope? {
        let (isWide, isOwn) = (wide.contains(where: clause.contains), single.contains(where: clause.contains))
        return isWide == isOwn ? nil : isWide ? .area : .own
    }

    private static let beginnings = ["今年起", "本年起", "本年度起", "年起", "年度起", "首次"]
    private static let inclusions = ["纳入", "并入", "计入", "汇总", "合并"]

    /// 自2023年起将所属单位数据纳入统计.
    private static func isInclusion(_ sentence: Prose) -> Bool {
        bodies.contains(where: sentence.contains)
            && clauses(sentence).contains { clause in
                beginnings.contains(where: clause.contains) && inclusions.contains(where: clause.contains)
                    && (clause.contains("数据") || clause.contains("统计"))
            }
    }

    private static func clauses(_ sentence: Prose) -> [Prose] {
        sentence.bytes.split(separator: UInt8(ascii: ",")).map(Prose.init)
    }
}
