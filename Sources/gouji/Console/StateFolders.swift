internal import Pipeline

/// The folders of a state directory, as the commands look at them.
struct StateFolders {
    /// The state directory itself.
    let state: String
    /// Where scrapers put files.
    let drop: String

    init(_ settings: Settings) {
        state = settings.state
        drop = settings.dropFolder
    }

    var claim: String { state + "/claim" }
    var archive: String { state + "/archive" }
    var quarantine: String { state + "/quarantine" }
    var outbox: String { state + "/outbox" }
}
