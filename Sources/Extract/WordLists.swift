internal import Forms

/// The lists of words that every text is searched for, in one pass.
struct WordLists: OptionSet {
    let rawValue: UInt8

    /// What tells the form.
    static let evidence = Self(rawValue: 1)
    /// Official headings.
    static let headings = Self(rawValue: 2)
    /// The labels of all forms' tables.
    static let labels = Self(rawValue: 4)
    /// The word that stands in every report's title.
    static let subjects = Self(rawValue: 8)
    /// What stands before a date of publication.
    static let dates = Self(rawValue: 16)
    /// What asks for the body that filled a form in.
    static let signers = Self(rawValue: 32)

    /// The words of all lists, in the order of their bits.
    static let index = WordIndex([
        FormTeller.evidence.map(\.label) + FormTeller.sharedTableWords,
        HeadingCatalog.shared.words,
        Lexicon.all.flatMap(\.labels),
        [TitleReader.subjectWord],
        DateReader.words,
        AgencyReader.signerLabels,
    ])
}

extension WordLists {
    /// Where in a text a word of the list may begin, in order.
    func places(in text: [UInt8]) -> some Sequence<Int> { places(among: Self.index.places(in: text)) }

    fileprivate func places(among places: [WordIndex.Place]) -> some Sequence<Int> {
        places.lazy.filter { $0.lists & rawValue != 0 }.map { Int($0.start) }
    }
}

extension Flow {
    /// Where a word of `list` may begin, in order.
    func places(of list: WordLists) -> some Sequence<Int> { list.places(among: places) }
}
