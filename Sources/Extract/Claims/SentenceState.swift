/// What is known of the sentence when a number comes: one object for each sentence, as it is asked at every word, and
/// large.
final class SentenceState {
    /// The matter that the sentence, or the one before, was last about.
    enum Topic {
        case none, application, dispute, normative, regulation, decisions, publication
    }

    var topic: Topic = .none
    /// The topic of the sentence before.
    var topicBefore: Topic = .none
    /// The kinds of dispute named in this sentence, and in the one before.
    var disputes = TermSet()
    var disputesBefore = TermSet()
    /// The kinds of dispute named last.
    var dispute: [Term] = []
    /// The row that applicants are counted in.
    var applicationRow = "received"
    /// The figures behind are last year's, or those of another year.
    var isOtherYear = false
    /// The sentence says that applications were taken back.
    var namesWithdrawn = false
    /// … and tells what became of those: 上年结转的申请予以公开1件、无法提供2件.
    var isOfCarriedOutcomes = false
    /// The sentence speaks of what came over from the year before.
    var namesCarriedIn = false
    /// A semicolon stands before, in this sentence.
    var isBehindSemicolon = false
    /// The figures behind are those of some months.
    var isPartOfYear = false
    /// … those of the sentence before were.
    var wasPartOfYear = false
    /// … so long as a comparison lasts: 与2022年…相比.
    var isComparison = false
    /// The figures behind are those of several years.
    var isSince = false
    /// … those of the sentence before were.
    var wasSince = false
    var isPlan = false
    /// The sentence says until when it counts.
    var isUntil = false
    /// … and 累计 stands before the number.
    var isSoFar = false
    /// Somebody else's deed: 起草省政府规章1件、省政府规范性文件2件.
    var isForeignDeed = false
    var scope: Int?
    /// The section in which the sentence stands.
    var section: String?
    /// How many groups of outcomes the sentence names.
    var outcomes = 0
    /// How many reasons under groups of outcomes it names.
    var reasons = 0
    /// It says how many were disclosed in part.
    var namesPartly = false
    /// How often it names kinds of applicants.
    var applicants = 0
    /// The kinds of applicants that the sentence has named so far.
    var kinds: [Term] = []
    /// The kind that the sentence before named, where it named one.
    var kindBefore: Term?
    /// The outcomes of applications that the sentence has named so far.
    var results: [Term] = []
    /// The outcome of disputes that a clause without a number named before them: 未审结的案件,复议、诉讼分别为….
    var outcomeBefore: Term?
    /// What the figure counts of which the figures are parts: 予以公开的24件中,自然人19件; 上年结转的9件申请中,自然人8件.
    var amongReadings: [[String]] = []
    /// The sentence has said how lawsuits without a review ended.
    var tellsDirectOutcomes = false
    /// The sentence has named the body that decides reviews.
    var namesDecider = false
    /// The row of what was carried over that the sentence before ended with.
    var carriedBefore: String?
    /// What was dealt with was named, in this sentence or one before.
    var saysHandled = false
    /// What came over from the year before was named, in this sentence or one before.
    var spokeOfCarried = false
    /// The sentence tells by what ways applications came in.
    var namesManner = false
    /// The outcomes of applications that the sentence before named.
    var resultsBefore: [Term] = []
    /// Where the sentence names a kind of applications: 征地批复类申请全部办结,其中公开21件.
    var kindStart: Int?
    /// The sentence says what is left for the next year.
    var namesCarriedOut = false
    var namesMatter = false
    /// How many bytes of unknown words the number has before it.
    var ownBytes = 0
    /// Whether the number has unknown words before it other than the name of a body that begins its clause.
    var isQualified = false
    /// 其中 stands before, in this sentence.
    var isAmong = false
    /// … behind a figure of applications.
    var isAmongApplications = false
    /// … and behind it a body whose part the next figure is.
    var isOfPart = false
    /// The sentence has counted something else.
    var countsOthers = false
    /// The documents named last are those of a party or of another body: 对党组规范性文件24件开展清理.
    var isOfOthersDocuments = false
    /// What the sentence counted last was no application by its own noun: 受理问题7件,解决6件.
    var isOfOtherNoun = false
    /// The figure before counted disputes.
    var countedDispute = false
    /// The sentence begins with whose applications it speaks of, and no number: 自然人提出的申请经办理,予以公开7件.
    var isOfApplicant = false
    /// Whether shares of some applications alone are told: 涉及征收的申请,予以公开占60%.
    var isShareOfSome = false
    /// The figure before a colon counts some applicants' applications: 商业企业3件:予以公开1件.
    var isBehindApplicant = false
    /// What the applications are of which the figures are parts, where it is not all of them: 予以公开的9件中,自然人申请7件.
    var amongSome: ClaimFamily?
    /// Two kinds of disputes were counted in one breath: 行政复议6宗、行政诉讼5宗,其中….
    var isJoint = false
    /// A figure of the sentence counted disputes on the matter.
    var countsDisputes = false
    /// The figure before counted applications that came in, or were dealt with.
    var countsApplications = false
    /// The sentence says of documents whether they may be read: 主动公开12件、依申请公开3件、不予公开41件.
    var isOfAttributes = false
    /// Whether it speaks of what was disclosed unasked.
    var saysDisclosed = false
    /// Whether the sentence says that something was published.
    var namesPublishing = false
    /// Whether the sentence has named what the government bought.
    var namesProcurement = false
    /// Whether this sentence or one before it in this stretch was about applications.
    var spokeOfApplications = false
    /// The sentence says of disputes that they are of another matter: 均与政府信息公开无关.
    var namesUnrelated = false
    /// Whether the sentence says so of some of its figures.
    var saysUnrelated = false
    /// The sentence says of figures that another report has them: 由原单位单独报告.
    var namesElsewhere = false
    /// The sentence has named a training on the matter: the people trained are those of it.
    var namesTraining = false
    /// The sentence speaks of what was revised beside what was issued.
    var namesDrafting = false
    /// Whether the sentence before did.
    var namedMatter = false
    /// The disputes of this sentence are those that the body decides: 共受理行政复议1起,行政诉讼5起.
    var isOthersDispute = false
    /// The disputes named last are of another matter: 另有行政处罚类复议41件.
    var isOfOtherMatter = false
    /// The sentence is about proposals or questions and not about applications.
    var isOfProposals = false
    /// The sentence speaks of a list of powers, of what was made public or handled online.
    var namesRegister = false
    /// How many of the numbers behind 分别 are of things that could not be told.
    var untold = 0
    /// How many bytes of unknown words stand between what is counted and the number.
    var gapBytes = 0
    /// The things before 分别 whose numbers are still to come.
    var respective: [SubjectTeller.Placed] = []

    var isAboutApplications: Bool { topic == .application || section == "applications" }
}

extension SentenceState {
    /// What is known of the sentence that follows, before its first word.
    func next() -> SentenceState {
        let next = SentenceState()
        let isCarried = applicationRow == "carried_in" || applicationRow == "carried_out"
        next.topicBefore = topic
        next.spokeOfApplications = spokeOfApplications || topic == .application
        next.countsApplications = countsApplications
        next.applicationRow = isCarried ? "received" : applicationRow
        next.carriedBefore = isCarried ? applicationRow : nil
        next.spokeOfCarried = spokeOfCarried
        next.resultsBefore = results
        next.saysHandled = saysHandled
        next.isOfOtherNoun = isOfOtherNoun
        next.disputesBefore = disputes
        next.namedMatter = namesMatter || namedMatter && topic == .dispute
        next.saysDisclosed = saysDisclosed
        next.section = section
        next.wasPartOfYear = isPartOfYear
        next.wasSince = isSince
        // 自然人申请办结322件。予以公开110件。部分公开34件。
        next.kindBefore = kinds.count == 1 ? kinds[0] : kinds.isEmpty ? kindBefore : nil
        next.scope = scope
        return next
    }

    /// Counts a word of the sentence, wherever in it the word stands.
    func count(_ term: Term) {
        if TermSet.outcomeGroups.contains(term) { outcomes += 1 }
        if TermSet.applicants.contains(term) { applicants += 1 }
        if TermSet.reasons.contains(term) { reasons += 1 }
    }

    /// Takes note of the words of the sentence, wherever in it they stand.
    func know(_ words: TermSet) {
        namesPartly = words.contains(.partly)
        namesWithdrawn = words.contains(.withdrawn)
        namesCarriedIn = words.contains(.carriedIn) || words.contains(.carry)
        if namesCarriedIn { spokeOfCarried = true }
        namesManner = words.contains(.manner)
        namesCarriedOut = words.contains(.carriedOut) || words.contains(.carry) || words.contains(.unhandled)
        saysUnrelated = words.contains(.unrelated)
        namesUnrelated = saysUnrelated
        namesElsewhere = words.contains(.elsewhere)
        namesDrafting = words.contains(.drafting)
        namesMatter = words.contains(.matter)
        namesPublishing = words.contains(.publish) || words.contains(.disclose)
        if words.contains(.disclose) { saysDisclosed = true }
    }
}
