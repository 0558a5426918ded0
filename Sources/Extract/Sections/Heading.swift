/// A line that stands as a heading.
struct Heading {
    /// Where it begins, with its number.
    var start: Int
    var end: Int
    /// Where its text begins, behind its number.
    var textStart: Int
    /// The number, where it has one.
    var enumerator: Enumerator?
    var line: Int
    /// As printed, without white space.
    var written: String
    /// Whether it is one of the report's main parts.
    var isChapter: Bool
    /// Whether a table of some form has a line of these words, which is a heading only in a report on another form.
    var isTableLine = false
    /// Whether its sentence goes on behind it, after a colon: （一）主动公开情况：2024年，….
    var endsInSentence = false
    /// Whether the format marks it.
    var isMarked = false
}
