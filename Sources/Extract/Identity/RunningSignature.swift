internal import Bytes
internal import Model

/// The signature at the end of a text without line ends: …处理费。青禾市水务局2024年1月23日.
///
/// What stands before the name is told from it by a full stop, or by the province that the name begins with.
struct RunningSignature {
    let name: String
    /// `YYYY-MM-DD`.
    let date: String
    /// Where the date begins.
    let place: Int

    /// What a page says behind the signature is not longer: 200 characters.
    private static let longestRest = 600
    private static let longestName = 90
    private static let endings = ["政府", "委员会", "办公室", "办公厅", "办事处", "管委会", "局", "厅"].map { Array($0.utf8) }
    private static let provinces =
        "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆"
        .split(separator: " ").map { Array($0.utf8) }

    init?(_ flow: Flow) {
        let first = max(0, flow.bytes.count - Self.longestRest)
        for start in flow.years().reversed() where start >= first {
            guard let date = DateReader.date(flow.bytes, at: start, end: flow.bytes.count),
                flow.hasPrefix(Self.year, at: start + 4)
            else { continue }
            // Where the last date signs nothing, one before it does not either.
            guard let name = Self.name(before: start, flow) else { return nil }
            self.name = name
            self.date = date.text
            place = start
            return
        }
        return nil
    }

    private static let year = Array("年".utf8)

    private static func name(before end: Int, _ flow: Flow) -> String? {
        guard endings.contains(where: { flow.bytes[..<end].suffix($0.count).elementsEqual($0) }) else { return nil }
        var start = end
        while start >= 3, end - start < 2 * longestName, flow.bytes[start - 3] >= 0xE4, flow.bytes[start - 3] <= 0xE9 {
            start -= 3
        }
        let isBehindStop = start >= 3 && flow.hasPrefix(TableParse.sentenceEnd, at: start - 3)
        let province = stride(from: end - 9, through: start, by: -3).first { place in
            provinces.contains { flow.hasPrefix($0, at: place) }
        }
        guard let begin = isBehindStop ? start : province, end - begin <= longestName, end - begin >= 9 else {
            return nil
        }
        return flow.string(begin..<end)
    }
}
