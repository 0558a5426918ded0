internal import Model

/// What a figure's words tell of whether it may be a part of those before it.
extension StretchReader {
    private static let newMedia = Array("新媒体".utf8)

    /// 新媒体, which are many channels, and no 抖音, which is one.
    func isOfNewMedia(_ left: Range<Int>) -> Bool {
        left.contains { index in
            tokens[index].term == .otherMedia
                && flow.hasPrefix(Self.newMedia, at: tokens[index].end - Self.newMedia.count)
        }
    }

    private static let published: TermSet = [.publish, .disclose]
    private static let copied = Array("转".utf8)
    private static let objects: TermSet = [.information, .filler, .total, .post, .matter]

    /// 头条号发布192条; 公开医疗卫生67条, where the verb begins the clause.
    func isPublished(_ left: Range<Int>, _ own: TermSet, before index: Int) -> Bool {
        guard own.meets(Self.published),
            let verb = left.last(where: { tokens[$0].term.map(Self.published.contains) ?? false }),
            !flow.hasPrefix(Self.copied, at: tokens[verb].start)
        else { return false }
        if verb == left.lowerBound, tokens[verb].start == start(of: left) { return true }
        return words((verb + 1)..<index).isWithin(Self.objects)
            && unknown(verb..<index, before: tokens[index].start) == 0
    }

    /// 公开义务教育39条,其中招生3条;公开医疗卫生67条,…: some of the figures of the sentence are parts of others, which the next ones
    /// are beside.
    func goesOnBehindParts() -> Bool {
        guard let first = items.firstIndex(where: { $0.sentence == sentenceNumber }),
            let part = items[first...].firstIndex(where: { $0.marker == .amongThem && !$0.opensSentence })
        else { return false }
        let isTold = items[part].isPublished
        return items[(part + 1)...].contains {
            $0.marks.isBehindSemicolon || !isTold && $0.isPublished && !$0.sum.isBareTotal
        }
    }

    private static let opening: TermSet = [.thisYear, .filler, .total, .amongThem]
    /// The length of two characters.
    private static let leadLength = 6

    /// 制作 of 全年制作短视频50条.
    func lead(_ left: Range<Int>, before index: Int) -> UInt64 {
        var place = start(of: left)
        for token in tokens[left] {
            guard token.start == place, token.term.map(Self.opening.contains) ?? (token.kind == .pause) else { break }
            place = token.end
        }
        guard place + Self.leadLength < tokens[index].start else { return 0 }
        let bytes = flow.bytes[place..<(place + Self.leadLength)]
        // 新区报发布8条, of the 新区卫生健康委员会: no verb stands in the body's own name.
        guard agency.firstIndex(of: Array(bytes)) == nil else { return 0 }
        guard bytes[place] >= 0xE4, bytes[place + 3] >= 0xE4 else { return 0 }
        return bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static let plain: TermSet = [.amongThem, .filler]

    /// 其中341件同步在公众号推送.
    func isBareBehindMark(_ figure: Figure) -> Bool {
        guard figure.role == .count, figure.own.isWithin(Self.plain),
            ownBytes(figure.left, before: tokens[figure.index].start) == 0
        else { return false }
        let (end, next) = (tokens[figure.index].end, figure.index + 1)
        guard end < stretchEnd else { return false }
        return next >= tokens.count || tokens[next].start > end || tokens[next].term != nil
    }
}
