internal import Platform

/// How many files wait in a folder and below it, and since when.
struct Backlog: Equatable {
    private(set) var files = 0
    /// When the oldest of them was last changed, in seconds since 1970.
    private(set) var oldest: Double?

    /// Counts the regular files below `folder` whose names `isCounted` admits; none where there is no such folder.
    ///
    /// The daemon works while this looks: what has gone in between is passed over.
    init(of folder: String, isCounted: (String) -> Bool) {
        var folders = [folder]
        while let next = folders.popLast() {
            for entry in (try? FileSystem.list(next)) ?? [] where !entry.name.hasPrefix(".") {
                let path = next + "/" + entry.name
                guard let status = try? FileSystem.status(of: path) else { continue }
                if status.isDirectory { folders.append(path) }
                if status.isRegular, isCounted(entry.name) { count(status) }
            }
        }
    }

    private mutating func count(_ status: FileStatus) {
        files += 1
        let changed = Double(status.modified) / 1e9
        oldest = min(oldest ?? changed, changed)
    }

    /// `3 files, the oldest 2 h old`.
    func words(now: Double) -> String {
        guard let oldest else { return "0 files" }
        return "\(files) \(files == 1 ? "file" : "files"), the oldest \(Self.age(now - oldest)) old"
    }

    /// A time span in its largest whole unit.
    static func age(_ seconds: Double) -> String {
        let seconds = max(0, Int(seconds))
        if seconds < 120 { return "\(seconds) s" }
        if seconds < 7200 { return "\(seconds / 60) min" }
        return seconds < 172_800 ? "\(seconds / 3600) h" : "\(seconds / 86_400) days"
    }
}
