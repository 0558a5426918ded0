/// What a report says of its own making beside its identity: by whom it is signed, and the dates, each with its source.
///
/// Rules read it; the record keeps only the one date of the identity.
package struct Imprint: Sendable, Equatable {
    /// The date under the text, `YYYY-MM-DD`.
    package var signed: String?
    /// The line of that date, from 1; 0 where there is none.
    package var signedLine: Int
    /// The line of the name that signs, where it is another one; 0 where it is the same.
    package var signatoryLine = 0
    /// The body that stands with that date, as written.
    package var signatory: String?
    /// The date of first publication by the file's own metadata, `YYYY-MM-DD`.
    package var metadataDate: String?
    /// The date that the page prints beside a word for it (发布时间), `YYYY-MM-DD`: that of any posting, also a later one.
    package var printedDate: String?
    /// The line on which the title begins; 0 where the text has none.
    package var titleLine = 0
    /// The line on which a table calls itself a sample, 样表; 0 where none does.
    package var sampleLine = 0
    /// The line of the links to the other pages that a site splits the text into; 0 where there are none, or where all
    /// sections are here.
    package var pagerLine = 0

    package init(
        signed: String? = nil,
        signedLine: Int = 0,
        signatory: String? = nil,
        metadataDate: String? = nil,
        printedDate: String? = nil
    ) {
        self.signed = signed
        self.signedLine = signedLine
        self.signatory = signatory
        self.metadataDate = metadataDate
        self.printedDate = printedDate
    }
}

/// Where the lines of the source begin in a text that was put together without its line ends.
package struct LineMap: Sendable, Equatable {
    /// Offsets in the text, growing.
    private var offsets: [Int32] = []
    private var lines: [Int32] = []

    package init() {}

    /// Notes that what stands from `offset` on is on `line`, until the next note. To be called with growing offsets.
    package mutating func note(_ line: Int, at offset: Int) {
        let line = Int32(clamping: line)
        if lines.last == line { return }
        offsets.append(Int32(clamping: offset))
        lines.append(line)
    }

    /// The line, from 1, of what stands at `offset`; 0 where that is not known.
    package func line(at offset: Int) -> Int {
        var low = 0
        var high = offsets.count
        while low < high {
            let middle = (low + high) / 2
            if Int(offsets[middle]) <= offset { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? 0 : Int(lines[low - 1])
    }
}
