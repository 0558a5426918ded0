package import Platform

/// Whose reports are expected: the table `[roster]` of the configuration.
package struct RosterSettings: Sendable, Equatable {
    /// The file with the roster; empty: nobody is expected.
    package var file: String
    /// How many days before the due date a reminder goes out; none where this is empty.
    package var remind: [Int]
    /// When the day's reminders and messages about missing reports go out, in minutes after midnight.
    package var minute: Int
    /// Where the configuration names the file.
    package var places = KeyPlaces()

    package init(file: String = "", remind: [Int] = [], minute: Int = 540) {
        self.file = file
        self.remind = remind
        self.minute = minute
    }
}
