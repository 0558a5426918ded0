internal import Bytes

/// A line of words, from left to right.
struct BoxLine: Equatable {
    var words: [WordBox]
    var page: Int
    /// The column of the text that the line stands in; nil where the page has one.
    var column: ClosedRange<Double>?

    init(words: [WordBox], page: Int) {
        self.words = words
        self.page = page
    }

    var left: Double { words.first?.left ?? 0 }
    var right: Double { words.map(\.right).max() ?? 0 }
    var top: Double { words.map(\.top).min() ?? 0 }
    var bottom: Double { words.map(\.bottom).max() ?? 0 }
    var height: Double { words.map(\.height).max() ?? 0 }
    var text: [UInt8] { words.flatMap { word -> [UInt8] in word.text } }

    /// Whether a word of text begins at this place across, more or less.
    func hasText(at left: Double) -> Bool {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].left <= left - 1.5 { low = middle + 1 } else { high = middle }
        }
        return words[low...].prefix { $0.left < left + 1.5 }.contains { $0.kind == .text }
    }

    /// The words of a page as lines, from top to bottom; vertical ones are left out.
    static func lines(of words: [WordBox], page: Int) -> [BoxLine] {
        var lines: [BoxLine] = []
        for word in words.filter({ !$0.isVertical }).sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
            // A line is found by its last word: sorted by their middles, words of one line follow each other closely.
            let index = lines.indices.suffix(4).last { lines[$0].words.contains { $0.sharesLine(word) } }
            if let index, !lines[index].words.contains(where: { $0.overlapsAcross(word) }) {
                lines[index].words.append(word)
            } else {
                lines.append(BoxLine(words: [word], page: page))
            }
        }
        for index in lines.indices { lines[index].words.sort { $0.left < $1.left } }
        return lines.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
    }
}

/// The lines of a whole document, one below the other as on one endless page.
struct EndlessPage {
    private(set) var lines: [BoxLine] = []
    /// Words whose characters stand one below the other.
    private(set) var verticals: [WordBox] = []
    /// Where each page that is not empty begins from above, and its number from 0.
    private var beginnings: [(top: Double, page: Int)] = []
    /// Where the text begins and ends across, over all pages.
    private(set) var left = 0.0
    private(set) var right = 0.0

    init(_ pages: [WordBoxReader.Page]) {
        var pages = pages
        for index in pages.indices {
            pages[index].words = LetterSpacing.joined(pages[index].words)
            Self.gatherVerticals(&pages[index].words)
        }
        let furniture = PageFurniture(pages)
        var end = 0.0
        let columns = TextColumns(pages.indices.map { furniture.body(of: $0) })
        let parts = pages.enumerated().flatMap { number, page in
            columns.parts(of: furniture.body(of: number), page.words.filter(\.isVertical)).map { (number, $0) }
        }
        for (number, part) in parts {
            var lines = part.lines
            var upright = part.verticals
            guard let first = (lines.map(\.top) + upright.map(\.top)).min() else { continue }
            // A row that a page's end cuts goes on as close as if it were one.
            let shift = end == 0 ? 0 : end + 0.2 * (lines.first?.height ?? 0) - first
            beginnings.append((first + shift, number))
            for index in lines.indices { lines[index].move(by: shift) }
            for index in upright.indices { upright[index].move(by: shift) }
            end = max(end, (lines.map(\.bottom) + upright.map(\.bottom)).max() ?? end)
            self.lines += lines
            verticals += upright
        }
        left = Self.margin(self.lines.map(\.left), share: 0.05)
        right = Self.margin(self.lines.map(\.right), share: 0.95)
    }

    /// The page, from 0, on which what begins at `top` stands.
    func page(at top: Double) -> Int { beginnings.last { $0.top <= top + 0.1 }?.page ?? 0 }

    private static func margin(_ edges: [Double], share: Double) -> Double {
        guard !edges.isEmpty else { return 0 }
        return edges.sorted()[min(edges.count - 1, Int(Double(edges.count) * share))]
    }

    /// Joins single characters that stand one below the other into vertical words.
    private static func gatherVerticals(_ words: inout [WordBox]) {
        let singles = words.indices.filter { index in
            let word = words[index]
            if word.kind == .text { return word.length == 1 || word.isVertical }
            // A mark elsewhere: 无 over 法, 提 and 供.
            return word.kind == .value && word.length == 1 && word.text[0] >= 0xE4
        }
        var runs: [[Int]] = []
        for index in singles.sorted(by: { words[$0].top < words[$1].top }) {
            let word = words[index]
            let fits = runs.indices.last { run in
                guard let last = runs[run].last else { return false }
                let gap = word.top - words[last].bottom
                return abs(words[last].center - word.center) < 0.35 * word.em && gap > -0.5 * word.em
                    && gap < 1.6 * word.em
            }
            if let fits { runs[fits].append(index) } else { runs.append([index]) }
        }
        var gone: Set<Int> = []
        for run in runs.map({ Self.withoutMarks($0, words) })
        where run.reduce(0, { $0 + words[$1].length }) >= 4 && stands(run, among: words) {
            for index in run.dropFirst() {
                words[run[0]].join(words[index])
                gone.insert(index)
            }
        }
        words = words.indices.filter { !gone.contains($0) }.map { words[$0] }
    }

    /// A run without the marks at its end: 无 below a head whose characters stand one below the other is a cell's.
    private static func withoutMarks(_ run: [Int], _ words: [WordBox]) -> [Int] {
        Array(run[..<((run.lastIndex { words[$0].kind == .text } ?? -1) + 1)])
    }

    /// Whether nothing touches the characters of a run from the side.
    private static func stands(_ run: [Int], among words: [WordBox]) -> Bool {
        let own = Set(run)
        return run.allSatisfy { index in
            let word = words[index]
            return !words.indices.contains { other in
                guard other != index, words[other].sharesLine(word), !own.contains(other) else { return false }
                let gap = max(words[other].left - word.right, word.left - words[other].right)
                return gap < 0.3 * word.em
            }
        }
    }
}

extension BoxLine {
    mutating func move(by distance: Double) {
        for index in words.indices { words[index].move(by: distance) }
    }
}

extension WordBox {
    mutating func move(by distance: Double) {
        top += distance
        bottom += distance
    }
}
