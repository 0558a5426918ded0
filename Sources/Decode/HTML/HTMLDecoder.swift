internal import Bytes
package import Model

/// HTML pages, through gumbo, which repairs broken markup as browsers do.
package enum HTMLDecoder: Decoder {
    /// Deeper nesting is refused: gumbo's time grows with the square of the depth.
    static let maximumDepth = 2000
    /// Tags of formatting that are never closed are made again in every element that follows.
    static let mostRebuilt = 200_000

    package static func recognises(_ input: DecoderInput) -> Bool {
        if isNamedSo(input) { return true }
        let bytes = HTMLSigns.narrow(input.bytes)
        // Markdown and MediaWiki have tags too, in their cells: their own tables are lost to a reader of HTML.
        return HTMLSigns.count(in: bytes) >= 2 && !TextMarkup.hasTableRule(bytes.span)
            && (HTMLSigns.isDocument(bytes) || !WikiMarks.hasTable(bytes.span))
            && (HTMLSigns.isDocument(bytes) || !PandocMarks.holdsSpans(bytes.span))
    }

    private static func isNamedSo(_ input: DecoderInput) -> Bool {
        if input.mediaType == "text/html" || input.mediaType == "application/xhtml+xml" { return true }
        let name = input.name.lowercased()
        return name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xhtml")
    }

    package static func outline(of input: DecoderInput) throws(Rejection) -> Outline {
        let declared = (HTMLSigns.declaredCharset(in: input.bytes) ?? input.charset).flatMap { Charset(label: $0) }
        let text = try CharsetReader.text(of: input.bytes, declared: declared)
        let source = HTMLSigns.withLineFeeds(text.utf8)
        let page = try slim(source)
        var builder = OutlineBuilder(mediaType: "text/html", charset: text.charset, notes: text.notes)
        // Text with tags in it, as converters write what Markdown has no sign for: its lines are lines.
        let isMixed = !isNamedSo(input) && !HTMLSigns.isDocument(source)
        guard HTMLWalker.read(page, keepsLines: isMixed, into: &builder) else { throw tooDeep }
        if let article = ScriptArticle.find(in: source, besides: builder.outline) {
            guard try HTMLWalker.read(article, slim(article.source), into: &builder) else { throw tooDeep }
        }
        if builder.outline.documentDate == nil {
            let dates = ScriptDate.find(in: source)
            builder.setDate(dates.published)
            if builder.outline.postingDate == nil { builder.setPostingDate(dates.posted) }
        }
        var outline = TypedTables.apart(in: builder.outline) ?? builder.outline
        PageNumberLines.remove(from: &outline)
        return outline
    }

    /// What of a page the parser is given; refuses what it must not be given, whatever file that stands in.
    static func slim(_ source: [UInt8]) throws(Rejection) -> HTMLPage {
        let (page, nesting) = HTMLSlimmer.slim(source)
        guard nesting.deepest <= maximumDepth else { throw tooDeep }
        guard nesting.rebuilt <= mostRebuilt else { throw tooManyUnclosed }
        return page
    }

    private static var tooManyUnclosed: Rejection {
        Rejection(
            .tooDeep,
            Finding.Message(
                zh: "网页中大量格式标签（font、b 等）没有关闭，读取会无限膨胀，拒绝读取；请检查抓取到的页面",
                en:
                    "formatting tags (font, b …) that are never closed would make the page grow beyond bounds: check the "
                    + "page that was scraped"
            )
        )
    }

    static var tooDeep: Rejection {
        Rejection(
            .tooDeep,
            Finding.Message(
                zh: "网页的标签嵌套超过 \(maximumDepth) 层，拒绝读取；请检查抓取到的页面",
                en: "the page nests more than \(maximumDepth) tags: check the page that was scraped"
            )
        )
    }
}
