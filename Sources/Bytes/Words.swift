// Words in strings, compared by bytes: normalised Chinese has no two spellings of one character, and to look for the
// borders of characters, as the standard library does, costs a hundred times as much.

extension String {
    /// Whether `word` stands at the beginning.
    package func begins(with word: String) -> Bool { ByteSearch.stands(word.utf8.span, in: utf8.span, at: 0) }

    /// Whether `word` stands at the end.
    package func ends(with word: String) -> Bool {
        ByteSearch.stands(word.utf8.span, in: utf8.span, at: utf8.count - word.utf8.count)
    }

    /// Where the first `word`, which is not empty, stands.
    package func place(of word: String) -> Range<Index>? { self[...].place(of: word) }

    /// Whether `word`, which is not empty, stands anywhere.
    package func holds(_ word: String) -> Bool { place(of: word) != nil }
}

extension Substring {
    /// Whether `word` stands at the beginning.
    package func begins(with word: String) -> Bool { ByteSearch.stands(word.utf8.span, in: utf8.span, at: 0) }

    /// Whether `word` stands at the end.
    package func ends(with word: String) -> Bool {
        ByteSearch.stands(word.utf8.span, in: utf8.span, at: utf8.count - word.utf8.count)
    }

    /// Where the first `word`, which is not empty, stands.
    package func place(of word: String) -> Range<Index>? {
        guard let start = ByteSearch.index(of: word.utf8.span, in: utf8.span, from: 0, to: utf8.count) else {
            return nil
        }
        let first = utf8.index(startIndex, offsetBy: start)
        return first..<utf8.index(first, offsetBy: word.utf8.count)
    }

    /// Whether `word`, which is not empty, stands anywhere.
    package func holds(_ word: String) -> Bool { place(of: word) != nil }
}
