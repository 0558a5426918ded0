/// A straight line that a page draws along one of its edges, in points from the page's upper left corner.
struct RuledLine: Equatable {
    /// Whether it goes from left to right.
    var isAcross: Bool
    /// Where it stands, from above if it goes across, from the left if it goes down.
    var place: Double
    /// Where it begins and ends along its way.
    var range: ClosedRange<Double>

    /// As wide as the thickest line of a table, and as far as two borders of neighbouring cells stand from each other.
    static let thickest = 2.6

    /// The line between two points; nil where it is none, or too short.
    init?(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
        let width = abs(end.x - start.x)
        let height = abs(end.y - start.y)
        if height <= 0.5, width > Self.thickest {
            self.init(isAcross: true, place: (start.y + end.y) / 2, range: min(start.x, end.x)...max(start.x, end.x))
        } else if width <= 0.5, height > Self.thickest {
            self.init(isAcross: false, place: (start.x + end.x) / 2, range: min(start.y, end.y)...max(start.y, end.y))
        } else {
            return nil
        }
    }

    /// The line that a thin filled rectangle draws; nil where it is a field of colour, or a dot.
    init?(filling points: [(x: Double, y: Double)]) {
        let xs = points.map(\.x)
        let ys = points.map(\.y)
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max(),
            points.allSatisfy({ near($0.x, left, right) && near($0.y, top, bottom) })
        else { return nil }
        if bottom - top <= Self.thickest, right - left > Self.thickest {
            self.init(isAcross: true, place: (top + bottom) / 2, range: left...right)
        } else if right - left <= Self.thickest, bottom - top > Self.thickest {
            self.init(isAcross: false, place: (left + right) / 2, range: top...bottom)
        } else {
            return nil
        }
    }

    init(isAcross: Bool, place: Double, range: ClosedRange<Double>) {
        self.isAcross = isAcross
        self.place = place
        self.range = range
    }

    /// What of the line is on a page of a height; nil where nothing is. Some tools draw the whole table on each of its pages.
    func clipped(to height: Double) -> RuledLine? {
        if isAcross { return (0...height).contains(place) ? self : nil }
        guard range.upperBound > 0, range.lowerBound < height else { return nil }
        var line = self
        line.range = max(0, range.lowerBound)...min(height, range.upperBound)
        return line
    }

    /// Whether two lines meet, be it at their ends.
    func touches(_ other: RuledLine) -> Bool {
        let room = Self.thickest
        if isAcross == other.isAcross {
            return abs(place - other.place) <= room && range.lowerBound - room <= other.range.upperBound
                && other.range.lowerBound - room <= range.upperBound
        }
        return (range.lowerBound - room...range.upperBound + room).contains(other.place)
            && (other.range.lowerBound - room...other.range.upperBound + room).contains(place)
    }

    /// Whether two borders meet, closer than a line below a text and the border beside it do.
    func meets(_ other: RuledLine) -> Bool {
        isAcross != other.isAcross
            && (range.lowerBound - Self.gap...range.upperBound + Self.gap).contains(other.place)
            && (other.range.lowerBound - Self.gap...other.range.upperBound + Self.gap).contains(place)
    }

    /// So far the ends of two borders may stand from each other.
    private static let gap = 1.2

    /// The lines with those that go on in each other made one.
    static func joined(_ lines: [RuledLine]) -> [RuledLine] {
        var result: [RuledLine] = []
        let order = lines.sorted {
            ($0.isAcross ? 0 : 1, $0.place, $0.range.lowerBound) < ($1.isAcross ? 0 : 1, $1.place, $1.range.lowerBound)
        }
        for line in order {
            // Lines of one place follow each other closely, but not in the order of their beginnings.
            let like = result.indices.suffix(mostBeside).last {
                result[$0].isAcross == line.isAcross && abs(result[$0].place - line.place) <= 1
                    && result[$0].touches(line)
            }
            guard let like else {
                result.append(line)
                continue
            }
            let range = result[like].range
            result[like].range =
                min(range.lowerBound, line.range.lowerBound)...max(range.upperBound, line.range.upperBound)
        }
        return result
    }

    /// So many lines that do not touch may stand at one place of a page.
    private static let mostBeside = 24
}

private func near(_ value: Double, _ one: Double, _ other: Double) -> Bool {
    min(abs(value - one), abs(value - other)) <= 0.5
}
