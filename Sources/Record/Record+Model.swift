package import Model

extension Source {
    /// Where a record's bytes came from.
    package init(_ record: ArchivedRecord.Source) {
        self.init(
            name: record.name,
            bytes: record.bytes,
            mediaType: record.media_type,
            charset: record.charset,
            url: record.url,
            fetched: record.fetched,
            container: record.container.map { Container(name: $0.name, id: $0.id, member: $0.member) }
        )
    }
}

extension Beside {
    /// What a record says of the others that it was judged beside; nil: none, and judged once.
    package init(_ record: ArchivedRecord.Beside?) {
        self.init(previous: record?.previous, sibling: record?.sibling, round: record?.round ?? 1)
    }
}
