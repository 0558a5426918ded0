/// What a word of the narrative means where figures are told.
enum Term: UInt8, Sendable, CaseIterable {
    /// A longer phrase that holds a telling word and tells nothing: 政府信息公开条例, 申请人.
    case opaque
    /// A word that may stand between what is counted and its number: 公民, 提出的, 案件.
    case filler
    /// What may follow a denied matter: 情况, 发生.
    case tail

    // The matter of a sentence.
    /// 依申请公开工作: what follows is about applications.
    case applicationWork
    case matter, application, plainApplication, review, litigation, direct, afterReview
    /// 行政争议: reviews and lawsuits together.
    case anyDispute
    case normative, regulation, permit, penalty, coercive, adminFee, processingFee, charge
    case information, document
    /// A word for what an account publishes, whatever it is about: 推文, 政务.
    case post

    /// 涉及政府信息公开的: the matter, where it is said of one figure and not of all of its sentence.
    case ofMatter
    case procurement, otherServices
    /// 采购总金额: what was paid for what was bought.
    case sum

    // What was done.
    case receive, accept, newly, process, handle, carriedIn, carriedOut
    /// 应办, 需办理: all that there was to deal with in the year.
    case due
    /// 结转, and 转入 or 顺延: from or to which year the words beside it say.
    case carry, shift
    /// 审结: a dispute was decided.
    case concluded
    case issue, repeal, inForce, kept, decide, disclose, publish
    /// 被申请, 提起, 引发: the matter came up.
    case occur
    /// What begins another matter, so that a number behind it is no part of a list: 召开, 回复.
    case otherVerb

    // Outcomes of applications.
    case granted, partly, refused, unavailable, notProcessed, otherProcessing
    case stateSecret, otherLaw, security, thirdParty, internalAffairs, processInformation, enforcementFile
    case administrativeQuery, notHeld, needsCreation, stillUnclear, petition, repeated, publication, excessive
    case reconfirmation, noCorrection, feeUnpaid
    /// 其他 behind 逾期不补正: the last row of the form of 2021.
    case otherRest
    case alreadyPublic, notThisAgency, nonexistent, needsCorrection, otherChannel, tradeSecret, privacy
    case notGovernmentInformation

    // Outcomes of disputes.
    case upheld, corrected, otherResult, pending, allUpheld, noLoss, noFault, loss

    // Who applied, and how.
    case naturalPerson, business, research, charity, legalService, organisations, otherOrganisation
    /// 公民提出: natural persons, or whoever asked.
    case citizen
    /// 企业: one kind of applicant among others, and anything else elsewhere.
    case enterprise
    case inPerson, fax, online, letter, mail, byMeans

    // Where something is published.
    case website, wechat, weibo, gazette, otherMedia

    // Rows of the statistics of 2014.
    case press, interview, article, readingPoint, office, staffFull, staffPart, staff, budget, meeting, training,
        trainee
    case complaint, responses, social

    // How a list is told.
    case amongThem, respectively, including, containing, each, total, cumulative, etCetera, mainly, otherItem

    // Negation, rates and shares.
    case not, zero, all, allHandled, handlingRate, answeringRate, rate, share, shareOf
    /// 采纳率, 整改率: the share of the count before last that the last one is.
    case countRate
    /// 主动公开率: the share of what was disclosed unasked.
    case disclosureRate
    /// 纠错率: the share of those decided that were corrected.
    case faultRate
    /// 维持率: the share of all, or of those decided, that were upheld.
    case upheldRate
    /// 败诉率: the same of lawsuits, of whatever matter.
    case lossRate
    /// 采纳, 整改到位: what a rate is of.
    case adopted

    // Time, comparison, intent.
    /// 截至: what is told 累计 then may be that of all years.
    case until
    case lastYear, thisYear, since, compare, compared, up, down, plan, condition
    /// 上升至: what follows is the level, and what stands before it that of the year before.
    case reach

    // Whose figures.
    case wideScope, ownScope, onBehalf
    /// 县政府办: in the report of its government an office of its own, in its own report the reporting body.
    case ownOffice

    // What makes it another quantity.
    /// 复议机关: the body that decides, and counts what it decides.
    case decider
    /// 为被申请人, 为被告: the case is against the body named.
    case defendant
    /// 与政府信息公开无关: the cases counted before it are of another matter.
    case unrelated
    case elsewhere
    /// 当年办结: those dealt with that came in this year, where some came over from the year before.
    case inYear
    /// 办结: dealt with in whatever way; 答复 may leave out what was not processed.
    case finished
    /// 从申请方式看: what follows is all of them, told by how they came in.
    case manner
    /// 其他方式公开: the last channel of the statistics of 2014.
    case otherWays
    /// 合并, 重新, 当场: dealt with in a way of which not all were.
    case subset
    /// 撤回: taken back, and counted by some among those dealt with.
    case withdrawn
    /// 上半年, 1-6月: not all of the year.
    case partOfYear
    /// 5个工作日内: those dealt with by then, which are among those by a later day.
    case within
    case filing, drafting, consultation, proposal, handOver, register, about, kind, timely, late, affair, unhandled,
        except, quality
}

/// A set of terms.
struct TermSet: ExpressibleByArrayLiteral, Equatable {
    /// The terms below 128, and those from there on.
    private var low: UInt128 = 0
    private var high: UInt128 = 0

    init() {}

    init(_ term: Term) {
        insert(term)
    }

    init(arrayLiteral terms: Term...) {
        for term in terms { insert(term) }
    }

    var isEmpty: Bool { low == 0 && high == 0 }

    /// The bit of a term in its half: the shift takes the number without its highest bit.
    @inline(__always)
    private static func bit(_ term: Term) -> UInt128 { 1 &<< UInt128(truncatingIfNeeded: term.rawValue) }

    @inline(__always)
    mutating func insert(_ term: Term) {
        if term.rawValue < 128 { low |= Self.bit(term) } else { high |= Self.bit(term) }
    }

    mutating func remove(_ term: Term) {
        if term.rawValue < 128 { low &= ~Self.bit(term) } else { high &= ~Self.bit(term) }
    }

    @inline(__always)
    func contains(_ term: Term) -> Bool { (term.rawValue < 128 ? low : high) & Self.bit(term) != 0 }

    func without(_ term: Term) -> Self {
        var result = self
        result.remove(term)
        return result
    }

    func meets(_ other: Self) -> Bool { low & other.low != 0 || high & other.high != 0 }

    func intersection(_ other: Self) -> Self {
        var result = self
        result.low &= other.low
        result.high &= other.high
        return result
    }

    /// Whether all of its terms are in the other.
    func isWithin(_ other: Self) -> Bool { low & ~other.low == 0 && high & ~other.high == 0 }

    mutating func formUnion(_ other: Self) {
        low |= other.low
        high |= other.high
    }

    func union(_ other: Self) -> Self {
        var result = self
        result.formUnion(other)
        return result
    }
}

extension TermSet {
    static let outcomes: TermSet = [
        .granted, .partly, .refused, .unavailable, .notProcessed, .otherProcessing, .stateSecret, .otherLaw, .security,
        .thirdParty, .internalAffairs, .processInformation, .enforcementFile, .administrativeQuery, .notHeld,
        .needsCreation, .stillUnclear, .petition, .repeated, .publication, .excessive, .reconfirmation, .noCorrection,
        .feeUnpaid, .otherRest, .alreadyPublic, .notThisAgency, .nonexistent, .needsCorrection, .otherChannel,
        .tradeSecret,
        .privacy, .notGovernmentInformation,
    ]
    /// The reasons that stand under a group of outcomes.
    static let reasons: TermSet = [
        .stateSecret, .otherLaw, .security, .thirdParty, .internalAffairs, .processInformation, .enforcementFile,
        .administrativeQuery, .notHeld, .needsCreation, .stillUnclear, .petition, .repeated, .publication, .excessive,
        .reconfirmation, .noCorrection, .feeUnpaid, .otherRest,
    ]
    static let outcomeGroups: TermSet = [
        .granted, .partly, .refused, .unavailable, .notProcessed, .otherProcessing, .alreadyPublic, .notThisAgency,
        .nonexistent, .needsCorrection, .otherChannel,
    ]
    static let applicants: TermSet = [
        .naturalPerson, .business, .research, .charity, .legalService, .organisations, .otherOrganisation,
    ]
    static let means: TermSet = [.inPerson, .fax, .online, .letter, .mail, .byMeans]
    static let disputes: TermSet = [.review, .litigation, .direct, .afterReview]
    static let disputeOutcomes: TermSet = [.upheld, .corrected, .otherResult, .pending]
    static let proactive: TermSet = [
        .normative, .regulation, .permit, .penalty, .coercive, .adminFee, .procurement, .otherServices,
    ]
    static let media: TermSet = [.website, .wechat, .weibo, .gazette, .otherMedia]
    static let applicationVerbs: TermSet = [.receive, .accept, .newly, .process, .handle, .due]
    /// What makes a figure another quantity than the one that its noun names.
    static let foreign: TermSet = [
        .filing, .drafting, .consultation, .proposal, .handOver, .register, .about, .kind, .quality, .loss, .plan,
        .rate,
        .affair,
    ]
    static let foreignToDisputes: TermSet = [
        .filing, .drafting, .consultation, .proposal, .handOver, .register, .quality, .loss, .plan, .rate, .withdrawn,
    ]
    /// What a figure may be of.
    static let nouns: TermSet = outcomes.union(disputes).union(disputeOutcomes).union(proactive).union(statistics)
        .union(applicants).union(means)
        .union([
            .carriedIn, .carriedOut, .carry, .application, .plainApplication, .information, .document, .processingFee,
        ])
    static let telling = nouns.union(applicationVerbs)
        .union([.concluded, .disclose, .publish, .charge, .issue, .repeal, .inForce, .kept, .decide])
    static let statistics: TermSet = [
        .press, .interview, .article, .readingPoint, .office, .staffFull, .staffPart, .staff, .budget, .meeting,
        .training, .trainee, .complaint, .responses, .social,
    ]
}
