internal import Platform

/// Where what is replaced or does not belong goes: nothing is ever thrown away.
struct SetAside {
    /// `<state>/damaged/<time>`; made when the first file comes.
    let folder: String
    private let archive: String

    /// `time` is RFC 3339.
    init(state: String, archive: String, time: String) {
        self.archive = archive
        let stamp = time.filter { $0 != "-" && $0 != ":" }
        folder = state + "/damaged/" + stamp
    }

    /// Moves what stands at `path` in the archive here, under the same path; tells where it is now.
    func take(_ path: String) throws(PlatformError) -> String {
        try take(archive + "/" + path, as: path)
    }

    /// Moves the file or folder at `source` here.
    func take(_ source: String, as name: String) throws(PlatformError) -> String {
        var target = folder + "/" + name
        var number = 1
        while FileSystem.exists(target) {
            number += 1
            target = folder + "/" + name + ".\(number)"
        }
        try FileSystem.makeDirectory(FileSystem.parent(of: target))
        try DurableFile.rename(from: source, to: target)
        return target
    }

    /// Moves the file at `path` here for as long as `write` takes to put another in its place; where that fails, it is
    /// as it was.
    func replace(_ path: String, by write: () throws -> Void) throws {
        guard FileSystem.exists(archive + "/" + path) else { return try write() }
        let taken = try take(path)
        do {
            try write()
        } catch {
            try? DurableFile.rename(from: taken, to: archive + "/" + path)
            throw error
        }
    }
}
