internal import Model

extension MessageComposer {
    /// With fewer lines that say what is wrong, where there are more reports, the names stand in the plain text alone, or
    /// else the digest is made two.
    private static let fewestLines = [DigestLetter.Shape.brief: 4, .briefest: 16]
    /// The bytes of names that every chat has room for.
    private static let chatRoom = 2_400

    /// The messages that stand for those of `digest`: one, or as many as it takes to name every report.
    package func compose(_ digest: DigestNotice, for endpoint: EndpointSettings) -> [Message] {
        let composer = addressed(by: endpoint)
        let whole = composer.fits(digest, endpoint)
        let parts = whole ? [digest] : composer.halves(of: digest).flatMap { composer.parts($0, endpoint) }
        return parts.enumerated().map { index, part in
            var part = part
            if parts.count > 1 { part.part = DigestNotice.Part(number: index + 1, count: parts.count) }
            return composer.compose(.digest(part), endpoint: endpoint.name, created: digest.created)
        }
    }

    private func parts(_ digest: DigestNotice, _ endpoint: EndpointSettings) -> [DigestNotice] {
        var digest = digest
        // As long as the numbers can become.
        digest.part = DigestNotice.Part(number: 999, count: 999)
        guard !fits(digest, endpoint) else { return [digest] }
        let halves = halves(of: digest)
        return halves.count < 2 ? [digest] : halves.flatMap { parts($0, endpoint) }
    }

    private func fits(_ digest: DigestNotice, _ endpoint: EndpointSettings) -> Bool {
        let occasion = Occasion.digest(digest)
        let envelope = Envelope(
            occasion,
            subject: subject(of: occasion),
            settings: settings,
            to: settings.to,
            created: digest.created
        )
        return digestBody(Self.identifier(occasion, endpoint: endpoint.name), digest, envelope).namesAll
    }

    /// The reports of a digest in two: the worse ones, and the others.
    private func halves(of digest: DigestNotice) -> [DigestNotice] {
        let lines = DigestLetter.lines(of: digest)
        guard lines.count > 1 else { return [digest] }
        let middle = (lines.count + 1) / 2
        return [lines[..<middle], lines[middle...]].map { half in
            let places = half.joined().sorted()
            return DigestNotice(
                created: digest.created,
                members: places.map { digest.members[$0] },
                rows: places.map { digest.rows[$0] }
            )
        }
    }

    /// The body with as many lines as there is room for, and whether it names every report.
    func digestBody(_ id: String, _ notice: DigestNotice, _ envelope: Envelope) -> (body: String, namesAll: Bool) {
        let most = DigestLetter.rows(of: notice).count
        let full = digestBody(id, notice, envelope, most, .full)
        let hasRoom = !isForChat || nameBytes(notice) <= Self.chatRoom
        if full.utf8.count <= limit { return (full, hasRoom) }
        var last = full
        for shape in [DigestLetter.Shape.brief, .briefest] {
            var (fits, exceeds) = (0, most + 1)
            last = digestBody(id, notice, envelope, 0, shape)
            while exceeds - fits > 1 {
                let middle = (fits + exceeds) / 2
                let candidate = digestBody(id, notice, envelope, middle, shape)
                if candidate.utf8.count <= limit { (fits, last) = (middle, candidate) } else { exceeds = middle }
            }
            if last.utf8.count <= limit, fits >= min(most, Self.fewestLines[shape] ?? 0) { return (last, hasRoom) }
        }
        return (last, false)
    }

    private func nameBytes(_ notice: DigestNotice) -> Int {
        DigestLetter.rows(of: notice).reduce(0) { $0 + ($1.agency ?? $1.path ?? "").utf8.count + 3 }
    }

    private func digestBody(
        _ id: String,
        _ notice: DigestNotice,
        _ envelope: Envelope,
        _ count: Int,
        _ shape: DigestLetter.Shape
    ) -> String {
        let letters = settings.language.tongues.enumerated().map { index, tongue in
            DigestLetter(
                digest: notice,
                count: count,
                shape: shape,
                tongue: tongue,
                isFirst: index == 0,
                isForChat: isForChat
            ).blocks
        }
        let occasion = Occasion.digest(notice)
        let (text, html) = wording(Array(letters.joined(separator: [Block.rule])), occasion, envelope)
        return MessageBody(
            id: id,
            occasion: occasion,
            envelope: envelope,
            text: text,
            html: html,
            count: count,
            shape: shape
        ).json
    }
}
