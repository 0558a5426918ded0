/// A figure that the text states.
package struct Claim: Sendable, Equatable {
    /// What is counted: the path of the cell where there is one, else words of the text.
    package var key: String
    /// The value, or nil where the text gives only bounds.
    package var value: Quantity?
    package var low: Quantity?
    package var high: Quantity?
    /// The unit as printed: 件, 条, %.
    package var unit: String?
    package var line: Int
    /// Where in the document it stands, where its format has pages or tables.
    package var inDocument: DocumentPlace?
    /// The words that it was read from, as written.
    package var text: String
    /// What of the tables it may state: each reading is the cells, by path, whose sum it is. It agrees with the tables
    /// where one of the readings does. Empty: nothing that a table counts. The record does not keep it.
    package var readings: [[String]]
    /// Whether the text denies the matter in words: 未收到, 没有发生, 为零. The record keeps neither this nor what follows.
    package var isDenial: Bool
    /// Why the text may mean something else than the table; nil: it speaks of the same.
    package var doubt: Doubt?
    /// Where the words stand that the scope of this claim comes from, the same for all claims that share them.
    package var scope: Int?
    /// Where its sentence begins, the same for all claims of one sentence.
    package var sentence: Int
    /// Whether its scope is that of the whole area (全市) and not of one body (本级).
    package var isOfWideScope: Bool
    /// Whether it states a quantity of its own, so that saying it twice with two numbers contradicts itself.
    package var isWhole: Bool
    /// Whether it counts only some of what the cells count, and so is no more than they.
    package var isPart: Bool
    /// Of how many figures before it the words say that it is the sum, 0 where they do not say; nil: it is no total.
    package var total: Int?
    /// Whether words that are not known stand before its number, which may make it another quantity.
    package var isQualified: Bool
    /// Whether its scope is that of another body, by name: 省水利厅收到申请900件.
    package var isOfOtherBody = false
    /// Whether its bounds are those of a word that is taken easily: 近100件, 约100件.
    package var isLoose = false

    /// The same words without the blanks and signs that nobody sees: what is looked for in them stands unbroken.
    package var words: String {
        guard text.utf8.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xE3 || $0 == 0xEF }) else { return text }
        let seen = text.unicodeScalars.filter {
            !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
        }
        return String(String.UnicodeScalarView(seen))
    }

    package init(
        key: String,
        value: Quantity?,
        low: Quantity?,
        high: Quantity?,
        unit: String?,
        line: Int,
        inDocument: DocumentPlace? = nil,
        text: String,
        readings: [[String]] = [],
        isDenial: Bool = false,
        doubt: Doubt? = nil,
        scope: Int? = nil,
        sentence: Int = 0,
        isOfWideScope: Bool = false,
        isWhole: Bool = false,
        isPart: Bool = false,
        isQualified: Bool = false
    ) {
        self.key = key
        self.value = value
        self.low = low
        self.high = high
        self.unit = unit
        self.line = line
        self.inDocument = inDocument
        self.text = text
        self.readings = readings
        self.isDenial = isDenial
        self.doubt = doubt
        self.scope = scope
        self.sentence = sentence
        self.isOfWideScope = isOfWideScope
        self.isWhole = isWhole
        self.isPart = isPart
        self.isQualified = isQualified
    }

    /// Why a claim may mean something else than the table.
    package enum Doubt: Sendable, Equatable {
        /// 全市, 本级, 代表区政府: another body's figures, or those of several, may be meant.
        case scope
        /// The same, said in a sentence before.
        case earlierScope
        /// The words are near those of the table, not the same.
        case wording
        /// As wording, but meant where figures beside it in its sentence are those of the same table: 公示行政许可286件、行政处罚12件.
        case company
        /// 截至2024年底,累计收到3258件: all that came in since the beginning may be meant, if that is more.
        case allYears
    }

    /// Begins the key of a claim that says by how much a quantity has grown; the quantity's key follows. The value is
    /// below zero where it shrank, and its unit is `%` or the quantity's own.
    package static let growth = "growth:"
    /// The key of what was charged for processing applications (信息处理费), in 元.
    package static let processingFee = "processing_fee"
}
