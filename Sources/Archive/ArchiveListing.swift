internal import Platform

/// What stands in the archive's folders: the truth that the index is checked against.
struct ArchiveListing {
    /// The paths of the records, relative to the archive.
    var records: [String] = []
    /// The paths of the sources.
    var sources: [String] = []
    /// The containers whose documents came into the archive.
    var containers: [String] = []
    /// What a crash left of files that were being written.
    var temporaries: [String] = []
    /// What belongs to none of these.
    var strays: [String] = []

    init(of root: String) throws(PlatformError) {
        for top in try Self.entries(root) {
            if top.isDirectory, top.name == ArchiveLayout.containers {
                for file in try Self.entries(root + "/" + top.name) { containers.append(top.name + "/" + file.name) }
                continue
            }
            guard top.isDirectory else {
                note(top.name, path: top.name, isRoot: true)
                continue
            }
            for agency in try Self.entries(root + "/" + top.name) {
                let path = top.name + "/" + agency.name
                guard agency.isDirectory else {
                    note(agency.name, path: path)
                    continue
                }
                for file in try Self.entries(root + "/" + path) { note(file.name, path: path + "/" + file.name) }
            }
        }
    }

    private static func entries(_ folder: String) throws(PlatformError) -> [(name: String, isDirectory: Bool)] {
        var result: [(name: String, isDirectory: Bool)] = []
        for entry in try FileSystem.list(folder) {
            let isDirectory =
                entry.isDirectory ?? ((try? FileSystem.status(of: folder + "/" + entry.name))?.isDirectory)
            result.append((entry.name, isDirectory ?? false))
        }
        return result
    }

    private mutating func note(_ name: String, path: String, isRoot: Bool = false) {
        if name.hasPrefix(DurableFile.temporaryPrefix) {
            temporaries.append(path)
        } else if isRoot {
            if name != IndexFile.name { strays.append(path) }
        } else if ArchiveLayout.source(named: name) != nil {
            sources.append(path)
        } else if ArchiveLayout.record(named: name) != nil {
            records.append(path)
        } else {
            strays.append(path)
        }
    }
}
