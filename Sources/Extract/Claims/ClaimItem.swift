internal import Model

/// What kind of thing a figure of the narrative counts, so far as lists and shares need it.
enum ClaimFamily: Sendable {
    /// Applications that came in, or came over from the year before.
    case intake
    /// Applications dealt with, or left for the next year.
    case handling
    case outcome
    case applicant
    case means
    case dispute
    case disputeOutcome
    case other
}

/// What a figure is.
enum ClaimRole: Sendable {
    case count
    case growth
    case share
    case rate
    case money
}

/// What a figure counts, and what it may state of the tables.
struct Counted: Sendable {
    var key: String?
    var readings: [[String]] = []
    var family: ClaimFamily = .other
    /// Why it may mean something else than the tables.
    var doubt: Claim.Doubt?
    /// Whether it is a quantity of its own and no part of one.
    var isWhole = false
    /// Whether it is only some of what the readings count.
    var isPart = false
}

/// A number of the narrative as the sentence has it.
struct ClaimItem: Sendable {
    var numeral: Numeral
    var role: ClaimRole
    var family: ClaimFamily
    /// Counts the sentences of the stretch.
    var sentence: Int
    /// How many clauses of its sentence end before it.
    var clause: Int
    /// How many brackets are open.
    var depth: Int
    /// Whether 其中, 分别 or 包括 stands before it, since the number before.
    var marker: Term?
    /// Whether the marker stands at the beginning of its sentence.
    var opensSentence: Bool
    /// 在21件申请中,: the marker says less than 其中 of whether the list leaves something out.
    var isLooselyMarked: Bool
    var marks: Marks
    /// All words since the number before it, or since the clause before the last began.
    var words: TermSet
    /// The words since the number or the mark before it.
    var ownWords: TermSet
    /// The quarters of the year that its own words name, a bit each.
    var quarters: UInt8
    /// The first two characters of its own words, behind 其中 and the year: 制作 of 制作短视频50条; 0 where they are none.
    var lead: UInt64
    /// By what its own words tell it from others: 已公开, 女, 党员.
    var criterion: Criterion
    /// Whether the text names kinds of applicants before it, in its sentence or the one before.
    var namesKinds: Bool
    /// 其他方式1件: it came by whatever other way.
    var isOfOtherMeans: Bool
    /// 补正申请22件: whose text was to be corrected, as most are in time.
    var isOfCorrection: Bool
    /// Whether it counts those dealt with within so many days.
    var isWithin: Bool
    /// The figure is last year's, or one of several years.
    var isOfOtherYears: Bool
    /// Whether it is told of new media in general: 新媒体发布817条,公众号、微博分别发布630条、187条.
    var isOfNewMedia: Bool
    /// Whether its own words say that it was published, and not where it was from: 发布192条, 公开医疗卫生67条, but no 转载84条.
    var isPublished: Bool
    /// Of an outcome of disputes: the cells that count all of its kind.
    var wholes: [String]
    /// Whether it is a figure of the table of what was disclosed unasked.
    var isTableRow: Bool
    /// The share's: 共占18.77%, of what stands before it taken together.
    var isOfSum: Bool
    var sum: Sum
    var percentage: Percentage
    /// What the figure before it in its sentence is of.
    var follows: ClaimFamily
    /// Its index among the claims.
    var claim: Int
    /// How many claims it makes: 维持、纠正各1件 are two.
    var claims = 1
    /// 其余10个镇2080条: how many bodies have what the next number counts.
    var isBodies = false
}

extension ClaimItem {
    /// What stands around it.
    struct Marks: Sendable {
        /// Whether a semicolon stands before it.
        var isBehindSemicolon: Bool
        /// Whether 、 stands before its words, behind the number before it.
        var isBehindPause: Bool
        /// Whether a colon stands before its words, directly behind the number before it.
        var isBehindColon: Bool
        /// 下行文80件中主动公开20件: of the number before it.
        var isOutOfLast: Bool
        /// Whether it stands in a bracket of its own.
        var isAloneInBracket: Bool
        /// Whether no words but 其中 stand between the mark before it and the number, and what it counts is told behind:
        /// 其中341件配发图解.
        var isBareBehindMark: Bool
        /// What it counts stands behind it: 7件维持、1件纠正.
        var isToldBehind: Bool
        /// Whether what it counts stands behind it, as 办税指南 does in 发布272项办税指南.
        var hasNounBehind: Bool
        /// Whether 等 follows.
        var isFollowedByOthers: Bool
    }

    /// What its words say of how it adds to the others of a list.
    struct Sum: Sendable {
        /// 两者合计199件: part of what stands before it.
        var isSubtotal: Bool
        /// … by nothing but 合计 or its like; 专题信息累计1819条 may as well be an item of its own.
        var isPlainSubtotal: Bool
        /// Whether nothing but 共 or 合计 says what it counts.
        var isBareTotal: Bool
        /// 其余3件: what is left of those before.
        var isRest: Bool
        /// 148封正在办理: not dealt with yet.
        var isLeft: Bool
        /// The first of a list of which the sentence says that some count twice: 部分事项存在交叉.
        var mayOverlap: Bool
        /// Whether the sentence says outright that what it lists may be counted twice.
        var isSaidToOverlap: Bool
    }

    /// What its words say of what a share, a rate or a growth is of; nothing of a count.
    struct Percentage: Sendable {
        /// Whether nothing but a comma or a bracket parts it from the number before.
        var isBeside = false
        /// The share's: 占总数 does not say whether the total is that of the list.
        var isOfTotal = false
        /// The share's: 占办结总数的6.3%, of applications.
        var isOfAllApplications = false
        /// The share's: 占该类的71.1%, which may have been named in a sentence before.
        var isOfThat = false
        /// The share's: 分别 gives it to one of several.
        var isOfEach = false
        /// The share's, the rate's: what of the tables it says the percentage of, without a count.
        var ofTable: [[String]] = []
        /// The rate's: 办结申请171件,公开率41.5%: of what was answered.
        var isOfAnswers = false
        /// The rate's: 满意率, behind the number of those who are content.
        var isOfContent = false
        /// Whether a rate in it is one of applications and of nothing else.
        var isOfApplications = false
        /// The growth's: words that are not known say what it is of, as in 公告公示增加22条.
        var namesOwn = false
    }
}
