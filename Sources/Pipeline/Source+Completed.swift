internal import Model

extension Source {
    /// With what `other` says beside the same bytes where this says nothing; nil where that adds nothing.
    func completed(by other: Source) -> Source? {
        var result = self
        result.url = url ?? other.url
        result.fetched = fetched ?? other.fetched
        result.hint = Hint(
            agency: hint?.agency ?? other.hint?.agency,
            year: hint?.year ?? other.hint?.year,
            title: hint?.title ?? other.hint?.title,
            published: hint?.published ?? other.hint?.published
        )
        return result == self ? nil : result
    }
}
