internal import FoundationEssentials

/// A frozen message in the few lines that a chat has room for: subject, findings or text, where the record is.
struct ShortText: Sendable, Equatable {
    /// The subject.
    var title: String
    /// One a finding, or the lines of the text where it tells of no findings.
    var lines: [String]
    /// How many findings each of `lines` tells of.
    var counts: [Int]
    /// Findings that the frozen body has left out already.
    var omitted: Int
    /// The last line: where the record is, and by what name `gouji messages` knows the message.
    var footer: String
    var tongue: Tongue
}

extension ShortText {
    /// - Parameters:
    ///   - entry: the message.
    ///   - language: that of the endpoint.
    ///   - showsText: whether the text is shown even where there are findings: it is in words of the operator's own.
    /// - Throws: where the body is no message of ours.
    init(_ entry: OutboxEntry, language: MessageSettings.Language, showsText: Bool = false) throws {
        let content = try JSONDecoder().decode(Body.self, from: Data(entry.body.utf8)).data
        tongue = language.tongues[0]
        title = content.message.Subject.clipped(200)
        let groups = showsText ? [] : Self.groups(content.report?.findings ?? [])
        let text = Self.lines(of: content.message.TextBody)
        omitted = content.report?.truncated ?? 0
        let leads = groups.isEmpty ? text : Self.leads(text, language)
        lines = leads + groups.enumerated().map { "\($0 + 1). " + Self.words($1.first, language) }
        counts = leads.map { _ in 0 } + groups.map(\.count)
        let path = content.report?.archive_path?.clipped(300)
        footer = [path, "#" + Self.reference(entry.id)].compactMap(\.self).joined(separator: " · ")
    }

    /// As much of the identifier as tells messages apart.
    static func reference(_ id: String) -> String { String((id.split(separator: "_").last ?? "").prefix(8)) }

    /// The whole in at most `limit` bytes, each line as `style` writes it; `prefix` comes first.
    ///
    /// What does not fit is left out from the end, whole lines first; how many findings that are is said.
    func fitted(to limit: Int, style: ChatStyle, prefix: String = "") -> String {
        let head = (prefix.isEmpty ? "" : prefix + " ") + style.escape(title)
        let foot = style.escape(footer)
        // The note is never longer than this.
        let note = 60
        let frame = style.lineBreak.utf8.count * 2 + foot.utf8.count + note
        var text = style.heading(head.cut(to: max(0, limit - frame)))
        var shown = 0
        for line in lines {
            let added = style.lineBreak + style.escape(line)
            let room = limit - text.utf8.count - frame
            if added.utf8.count > room {
                if shown == 0, room > note { text += added.cut(to: room) }
                break
            }
            text += added
            shown += 1
        }
        if let left = leftOut(shown) { text += style.lineBreak + left }
        return text + style.lineBreak + foot
    }

    /// The sentence about what is left out, where `shown` of the lines are there.
    private func leftOut(_ shown: Int) -> String? {
        let count = counts[shown...].reduce(omitted, +)
        if count > 0 { return tongue("…另有 \(count) 处未列出", "… \(count) more not shown") }
        return shown < lines.count ? tongue("…（下略）", "… (cut)") : nil
    }

    private static func lines(of text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { line in
            // What marks a heading in plain text marks one in a chat too.
            String(line.drop { $0 == "#" || $0 == " " }).clipped(600)
        }
        .filter { !$0.isEmpty }
    }

    /// The sentence that says it all, in each language.
    private static func leads(_ text: [String], _ language: MessageSettings.Language) -> [String] {
        let second = text.firstIndex(of: TextRenderer.rule).map { text[($0 + 1)...].prefix(1) } ?? []
        return Array(text.prefix(1) + (language.tongues.count > 1 ? second : []))
    }

    private static func words(_ finding: Body.Finding, _ language: MessageSettings.Language) -> String {
        let words = language.tongues.map { $0 == .zh ? finding.message.zh : finding.message.en }
        return words.joined(separator: " / ").clipped(600)
    }

    /// The first finding of each group, and how many there are in it: what one repair explains is told as one.
    private static func groups(_ findings: [Body.Finding]) -> [(first: Body.Finding, count: Int)] {
        var groups: [(first: Body.Finding, count: Int)] = []
        var places: [String: Int] = [:]
        for finding in findings {
            if let place = places[finding.group ?? finding.fingerprint] {
                groups[place].count += 1
            } else {
                places[finding.group ?? finding.fingerprint] = groups.count
                groups.append((finding, 1))
            }
        }
        return groups
    }

    /// What of a frozen body is needed here.
    private struct Body: Decodable {
        var data: Content

        struct Content: Decodable {
            var message: Mail
            var report: Report?
        }

        struct Mail: Decodable {
            var Subject: String
            var TextBody: String
        }

        struct Report: Decodable {
            var archive_path: String?
            var findings: [Finding]
            var truncated: Int
        }

        struct Finding: Decodable {
            var message: Words
            var fingerprint: String
            var group: String?
        }

        struct Words: Decodable {
            var zh: String
            var en: String
        }
    }
}

/// How a chat writes a text so that nothing in it is taken for an instruction.
struct ChatStyle: Sendable {
    /// What ends a line.
    var lineBreak: String
    /// A text of others as it may stand in the chat.
    var escape: @Sendable (String) -> String
    /// The first line, escaped already.
    var heading: @Sendable (String) -> String

    /// Markdown of the Chinese chats, which know no escapes: what means something becomes its full-width twin.
    static func markdown(lineBreak: String) -> ChatStyle {
        ChatStyle(lineBreak: lineBreak, escape: { $0.withoutMarkup }, heading: { "**\($0)**" })
    }

    /// Text that the chat takes as it is, apart from mentions and addresses.
    static let plain = ChatStyle(lineBreak: "\n", escape: { $0.withoutMarkup }, heading: { $0 })

    /// Slack's own form: three characters are written as references, and with them mentions and links are gone.
    static let slack = ChatStyle(
        lineBreak: "\n",
        escape: { $0.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;") },
        heading: { $0 }
    )
}

extension String {
    /// At most `limit` bytes, whole characters, the last of them `…` where something was left out.
    func cut(to limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var kept = ""
        var size = 0
        for character in self {
            size += character.utf8.count
            if size > limit - 3 { break }
            kept.append(character)
        }
        return limit < 3 ? "" : kept + "…"
    }

    /// Without anything that a chat takes for a mention, a link or a form of writing.
    fileprivate var withoutMarkup: String {
        var result = ""
        for scalar in replacing("://", with: "：//").unicodeScalars {
            result.unicodeScalars.append(Self.twins[scalar] ?? scalar)
        }
        return result
    }

    private static let twins: [Unicode.Scalar: Unicode.Scalar] = [
        "<": "＜", ">": "＞", "[": "［", "]": "］", "@": "＠", "*": "＊", "`": "｀", "~": "～", "\\": "＼",
    ]
}
