/// The text of a document as a run of pieces: what Decode gives and Extract reads, whatever the format was.
///
/// A piece is text without white space in it. What separated it from the piece before (a blank, a line end, a cell's
/// border) is kept beside it, because it is that which tells a table's cells apart. All text lies in one buffer, so
/// that reading a report makes no string for each cell.
package struct Outline: Sendable, Equatable {
    /// For example `text/plain`.
    package var mediaType: String
    /// In IANA's spelling.
    package var charset: String
    /// The text of all pieces, UTF-8.
    package var text: [UInt8]
    package var pieces: [Piece]
    /// What is left out of `text` beside line ends and ASCII's blanks, in its order; nearly always nothing.
    package var unseen: [UnseenCharacter] = []
    /// The places in the text before which a line has nothing but blanks that a page's author typed, `&nbsp;`, in order, and
    /// once more for each other column of tabs that has one: what a blank cell may have left.
    package var typedBlanks: [Int] = []
    /// The title that the format keeps apart from the text (HTML's `title` element).
    package var documentTitle: String?
    /// The date that the format's own metadata give for the first publication, `YYYY-MM-DD`.
    package var documentDate: String?
    /// The date that the format marks as that of the posting, which need not be the first, `YYYY-MM-DD`.
    package var postingDate: String?
    /// What was done to make the bytes readable, and what of them is lost: sentences for people, in English.
    package var notes: [String]
    /// The tables whose rows stand as columns in the document: the places of their pieces are turned, as the form has them.
    package var turnedTables: Set<Int> = []

    package init(mediaType: String, charset: String) {
        self.mediaType = mediaType
        self.charset = charset
        text = []
        pieces = []
        notes = []
    }

    package func string(_ piece: Piece) -> String {
        String(decoding: text[piece.start..<piece.end], as: UTF8.self)
    }
}

/// A run of text without white space, or a cell that is blank.
///
/// A flattened table has a piece for every few bytes, so that these are most of the memory that a text takes: numbers
/// are kept in 32 bits, which is enough for documents of 4 GB, and a cell's place within the piece.
package struct Piece: Sendable, Equatable {
    private var storedStart: UInt32
    private var storedEnd: UInt32
    private var storedLine: UInt32
    private var storedLineEnds: UInt16
    /// The page that it stands on, from 1; 0 where the format has no pages.
    package var page: UInt16
    private var storedPlace: GridPlace
    /// What separates it from the piece before.
    package var gap: Gap
    package var kind: Kind
    /// 1…6 where the format marks it as a heading, else 0.
    package var headingLevel: UInt8

    package init(
        start: Int,
        end: Int,
        line: Int,
        gap: Gap,
        kind: Kind = .text,
        headingLevel: UInt8 = 0,
        page: UInt16 = 0,
        lineEnds: Int = 0,
        place: GridPlace? = nil
    ) {
        storedStart = UInt32(clamping: start)
        storedEnd = UInt32(clamping: end)
        storedLine = UInt32(clamping: line)
        storedLineEnds = UInt16(min(max(lineEnds, 0), Int(~Self.pageBegin)))
        storedPlace = place ?? .nowhere
        self.gap = gap
        self.kind = kind
        self.headingLevel = headingLevel
        self.page = page
    }

    /// Where its text begins and ends in the outline's buffer; equal for a blank cell.
    package var start: Int { Int(storedStart) }
    package var end: Int { Int(storedEnd) }
    /// The piece with its text from `start` on in another buffer.
    package func moved(to start: Int) -> Piece {
        var piece = self
        piece.storedStart = UInt32(clamping: start)
        piece.storedEnd = UInt32(clamping: start + end - self.start)
        return piece
    }

    /// The line in the decoded source, from 1.
    package var line: Int { Int(storedLine) }
    /// How many line ends lie before it.
    package var lineEnds: Int {
        get { Int(storedLineEnds & ~Self.pageBegin) }
        set { storedLineEnds = UInt16(min(max(newValue, 0), Int(~Self.pageBegin))) | storedLineEnds & Self.pageBegin }
    }
    /// Whether a form feed stands before it, with which `pdftotext` ends each page; kept beside the number of line ends.
    package var beginsPage: Bool {
        get { storedLineEnds & Self.pageBegin != 0 }
        set { storedLineEnds = newValue ? storedLineEnds | Self.pageBegin : storedLineEnds & ~Self.pageBegin }
    }

    private static let pageBegin: UInt16 = 1 << 15
    /// The cell that it stands in, where the format has tables.
    package var place: GridPlace? {
        get { storedPlace.isNowhere ? nil : storedPlace }
        set { storedPlace = newValue ?? .nowhere }
    }

    /// Where it begins on its line, in a plain text's line that has blanks; kept in what its place in a table would take.
    package var textColumn: TextColumn? {
        get { storedPlace.textColumn }
        set { storedPlace = newValue.map(GridPlace.init(nowhereAt:)) ?? .nowhere }
    }

    /// What separates two pieces, the weakest first.
    package enum Gap: UInt8, Sendable, Comparable {
        /// One blank.
        case space
        /// Several blanks, or an ideographic one.
        case wide
        /// A line end.
        case line
        /// A cell's border.
        case cell
        /// A row's border.
        case row

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    package enum Kind: UInt8, Sendable {
        case text
        /// A cell with nothing in it.
        case blank
        /// A border with nothing beside it: a blank cell, or no cell at all.
        case perhapsBlank
    }
}

/// The position of a cell in a table of the document.
package struct GridPlace: Sendable, Hashable {
    private var storedTable: Int32
    private var storedRow: Int32
    private var storedColumn: Int32
    private var storedWidth: Int16
    private var storedHeight: Int16

    package init(table: Int, row: Int, column: Int, width: Int = 1, height: Int = 1) {
        storedTable = Int32(clamping: table)
        storedRow = Int32(clamping: row)
        storedColumn = Int32(clamping: column)
        storedWidth = Int16(clamping: width)
        storedHeight = Int16(clamping: height)
    }

    /// Counts the document's tables from 0.
    package var table: Int { Int(storedTable) }
    /// From 0.
    package var row: Int { Int(storedRow) }
    /// From 0, with the columns that merged cells cover counted.
    package var column: Int { Int(storedColumn) }
    /// How many columns the cell covers, at least 1.
    package var width: Int { Int(storedWidth) }
    /// How many rows the cell covers, at least 1; 0 where it covers all rows below it that have no cell of their own there,
    /// as merged cells of a Word document do.
    package var height: Int { Int(storedHeight) }

    /// What a piece that stands in no table keeps for its place.
    fileprivate static var nowhere: GridPlace { GridPlace(table: -1, row: -1, column: -1, width: 0) }
    fileprivate var isNowhere: Bool { storedTable < 0 }

    fileprivate init(nowhereAt column: TextColumn) {
        self.init(table: -1, row: column.characters, column: column.cells, width: 0)
    }

    fileprivate var textColumn: TextColumn? {
        isNowhere && storedRow >= 0 ? TextColumn(characters: row, cells: column) : nil
    }
}

/// Where a word begins on a line of plain text. Which of the two a text is aligned by depends on the tool that wrote it.
package struct TextColumn: Sendable, Equatable {
    /// How many characters stand before it.
    package var characters: Int
    /// How many cells of a terminal they take: a Chinese character takes two.
    package var cells: Int

    package init(characters: Int, cells: Int) {
        self.characters = characters
        self.cells = cells
    }
}
