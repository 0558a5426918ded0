internal import CGumbo
internal import Model

/// The title and the date that content systems write into the head (the standard of Chinese government websites names
/// them ArticleTitle and PubDate).
struct HTMLHead {
    private(set) var title: String?
    /// Of the first publication, `YYYY-MM-DD`.
    private(set) var published: String?

    /// What others call PubDate, in plain letters: Open Graph's article:published_time is 2024-01-18T10:20:00+08:00.
    private static let otherNames = Set(
        [
            "publishdate", "publishtime", "publicationdate", "publisheddate", "publishedtime", "article:publishedtime",
            "og:publishedtime", "datepublished", "dc.date.issued", "dcterms.issued", "releasedate", "releasetime",
        ].map { Array($0.utf8) }
    )
    private static let articleTitle = Array("articletitle".utf8)
    private static let pubDate = Array("pubdate".utf8)

    init(_ head: HTMLNode) {
        var other: String?
        for child in head.children {
            if child.tag == GUMBO_TAG_TITLE { title = title ?? child.text }
            guard child.tag == GUMBO_TAG_META, let content = child.attribute("content"), !content.isEmpty,
                let name = child.attribute("name") ?? child.attribute("property") ?? child.attribute("itemprop")
            else { continue }
            switch PageRecord.plain(Array(name.utf8)) {
            case Self.articleTitle: title = content
            case Self.pubDate: published = StatedDate.text(of: content) ?? published
            case let name where Self.otherNames.contains(name): other = other ?? StatedDate.text(of: content)
            default: break
            }
        }
        published = published ?? other
    }
}
