internal import Model

extension ContainerMember {
    /// The page that `record` holds, which stands on `line` of the container.
    init(of record: PageRecord, name: String, line: Int, limits: DecodeLimits) throws(Rejection) {
        guard let page = record.page else { throw .noPage(line: line) }
        guard page.bytes.count <= limits.maximumBytes else { throw .memberTooLarge(limits, line: line) }
        self.init(name: name, bytes: page.bytes)
        mediaType = page.isHTML ? "text/html" : nil
        url = record.url
        fetched = record.fetched
        hint = record.hint
    }
}

extension Rejection {
    fileprivate static func noPage(line: Int) -> Rejection {
        Rejection(
            .unreadable,
            Finding.Message(
                zh: "这一条没有 html、content、body、text 或“正文”字段，没有可读的正文；请检查抓取程序",
                en: "there is no text under html, content, body, text or 正文: check the scraper"
            ),
            line: line
        )
    }

    static func memberTooLarge(_ limits: DecodeLimits, line: Int? = nil) -> Rejection {
        Rejection(
            .tooLarge,
            Finding.Message(
                zh: "容器中的这一份超过 \(limits.maximumBytes) 字节，拒绝读取；如确需读取，请调大 intake.max_bytes",
                en: "this member of the container has more than \(limits.maximumBytes) bytes; raise intake.max_bytes"
            ),
            line: line
        )
    }
}
