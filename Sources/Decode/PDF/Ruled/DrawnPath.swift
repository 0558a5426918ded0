internal import Bytes

/// One `path` element of a page's drawing: `<path style="fill:none;…" d="M 97.5 235.3 L 497.7 235.3 " transform="matrix(…)"/>`.
struct DrawnPath {
    private typealias Point = (x: Double, y: Double)

    /// The lines along the page's edges that it draws.
    let lines: [RuledLine]

    private static let curve = Array(" C ".utf8)
    private static let white = Array("rgb(100%,100%,100%)".utf8)
    private static let unfilled = [Array("fill:none".utf8), Array("fill=\"none\"".utf8)]

    init(_ element: ArraySlice<UInt8>) {
        // Most paths are letters.
        guard !Self.has(Self.curve, in: element), !Self.has(Self.white, in: element),
            let drawing = Self.attribute(" d=\"", of: element),
            let parts = Self.parts(drawing, moved: Self.matrix(of: element))
        else {
            lines = []
            return
        }
        if Self.unfilled.contains(where: { Self.has($0, in: element) }) {
            lines = parts.flatMap { points in zip(points, points.dropFirst()).compactMap { RuledLine(from: $0, to: $1) }
            }
        } else {
            lines = parts.compactMap { RuledLine(filling: $0) }
        }
    }

    private static func has(_ word: [UInt8], in element: ArraySlice<UInt8>) -> Bool {
        ByteSearch.index(of: word, in: element.span, from: 0, to: element.count) != nil
    }

    private static func attribute(_ name: String, of element: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let name = Array(name.utf8)
        let span = element.span
        guard let start = ByteSearch.index(of: name, in: span, from: 0, to: span.count) else { return nil }
        let value = element[(element.startIndex + start + name.count)...]
        return value.prefix { $0 != UInt8(ascii: "\"") }
    }

    /// The six numbers of `matrix(a,b,c,d,e,f)`; nothing is moved where there are none.
    private static func matrix(of element: ArraySlice<UInt8>) -> [Double] {
        guard let value = attribute(" transform=\"matrix(", of: element) else { return [1, 0, 0, 1, 0, 0] }
        let numbers = value.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ")") || $0 == ASCII.space }
            .compactMap { Double(String(decoding: $0, as: UTF8.self)) }
        return numbers.count == 6 ? numbers : [1, 0, 0, 1, 0, 0]
    }

    /// A drawing with more points is no border.
    private static let mostPoints = 400

    /// The parts of the drawing, each as its points; nil where it has curves: a letter, or a picture's.
    private static func parts(_ drawing: ArraySlice<UInt8>, moved by: [Double]) -> [[Point]]? {
        var parts: [[Point]] = []
        var numbers: [Double] = []
        var count = 0
        for word in drawing.split(separator: ASCII.space) {
            guard let first = word.first else { continue }
            switch first {
            case UInt8(ascii: "M"): parts.append([])
            case UInt8(ascii: "L"): break
            case UInt8(ascii: "Z"):
                if let start = parts.last?.first { parts[parts.count - 1].append(start) }
            default:
                guard let number = Double(String(decoding: word, as: UTF8.self)), !parts.isEmpty else { return nil }
                numbers.append(number)
                guard numbers.count == 2 else { continue }
                let (x, y) = (numbers[0], numbers[1])
                parts[parts.count - 1].append((x * by[0] + y * by[2] + by[4], x * by[1] + y * by[3] + by[5]))
                numbers = []
                count += 1
                if count > mostPoints { return nil }
            }
        }
        return parts
    }
}
