/// A figure of the text and the parts that the text breaks it down into; all by their index among the claims.
package struct ClaimList: Sendable, Equatable {
    /// What the parts may add up to, the nearest first: in 收到20件,办结18件,其中… either may be meant.
    package var wholes: [Int]
    package var parts: [Int]
    /// How many of the parts are so for certain; behind them the text may have gone on to something else.
    package var certain: Int
    /// Whether the wording leaves nothing out: 分别为, a last part 其他, no 等 and no 主要.
    package var isExhaustive: Bool
    /// Whether the parts may count a thing twice, as the channels of publication do.
    package var mayOverlap: Bool
    /// Where the text names no whole: the cells whose sum the parts may not exceed.
    package var readings: [[String]] = []

    package init(wholes: [Int], parts: [Int], certain: Int, isExhaustive: Bool, mayOverlap: Bool = false) {
        self.wholes = wholes
        self.parts = parts
        self.certain = certain
        self.isExhaustive = isExhaustive
        self.mayOverlap = mayOverlap
    }
}

/// A growth that the text states beside the figures that it follows from: 由12件上升至15件,增长25%; all by their index
/// among the claims.
package struct ClaimGrowth: Sendable, Equatable {
    /// In percent, or in the unit of the figures.
    package var growth: Int
    /// What may have grown, the nearest first.
    package var now: [Int]
    /// What it may have been before, the nearest first.
    package var before: [Int]
    /// By how much it grew, where the text says that too.
    package var change: Int?
    /// How many decimals were printed.
    package var decimals: Int

    package init(growth: Int, now: [Int], before: [Int], change: Int?, decimals: Int) {
        self.growth = growth
        self.now = now
        self.before = before
        self.change = change
        self.decimals = decimals
    }
}

/// A percentage beside the count that it is the share of: 5件,占11.4%; all by their index among the claims.
package struct ClaimShare: Sendable, Equatable {
    package var percentage: Int
    package var part: Int
    /// The figures that it may be a share of, the nearest first.
    package var wholes: [Int]
    /// The cells that it may be a share of, as sums.
    package var readings: [[String]]
    /// How many decimals were printed.
    package var decimals: Int
    /// Whether the text says what it is a share of; else only another share of the same figure can show it.
    package var isKnown: Bool
    /// Where the text gives no count beside a rate: what it may be the rate of, as sums of cells; else empty.
    package var partReadings: [[String]]
    /// Whether it is that of the part and of those before it in its sentence, taken together.
    package var isOfSum: Bool
    /// Where the text does not say what it is of: what makes it one of the figure before it.
    package var ground = Ground.told

    package enum Ground: Sendable {
        case told
        /// There is no other figure in its sentence: 印发文件60件,主动公开15件,占25%.
        case lone
        /// Of those who are content it counts all, and perhaps those who are nearly so: 回访94名,满意60名,满意率63.8%.
        case content
    }

    package init(
        percentage: Int,
        part: Int,
        wholes: [Int],
        readings: [[String]],
        decimals: Int,
        isKnown: Bool = true,
        partReadings: [[String]] = [],
        isOfSum: Bool = false
    ) {
        self.isOfSum = isOfSum
        self.partReadings = partReadings
        self.isKnown = isKnown
        self.percentage = percentage
        self.part = part
        self.wholes = wholes
        self.readings = readings
        self.decimals = decimals
    }
}
