internal import Platform

/// The folder of a site: nothing is written outside it, nothing in it is touched that is not the site's, and every page
/// is whole at any time.
struct SiteFolder {
    /// Its absolute path, without symbolic links.
    let path: String
    /// Pages of the site as it was that have not been written again.
    private var old: Set<String>
    private(set) var written = 0
    private(set) var kept = 0

    /// The file that says that a folder is a site of ours.
    private static let mark = ".gouji-site"

    /// Opens the folder, or makes it.
    ///
    /// - Parameters:
    ///   - name: the path of the folder.
    ///   - forbidden: folders in which no site may stand.
    /// - Throws: `Failure` where something stands in it that is not the site's.
    init(_ name: String, forbidden: [String]) throws {
        if !FileSystem.exists(name) { try FileSystem.makeDirectory(name, mode: 0o755) }
        guard let path = FileSystem.resolved(name), try FileSystem.status(of: path).isDirectory else {
            throw Failure("\(name): not a folder; name one for the site", status: .wrongUse)
        }
        for folder in forbidden.compactMap(FileSystem.resolved) where (path + "/").hasPrefix(folder + "/") {
            throw Failure("\(name): stands in \(folder), which is gouji's own; name another folder", status: .wrongUse)
        }
        self.path = path
        old = []
        let found = try Self.files(in: path, below: "")
        let isOurs = found.isEmpty || found.contains(Self.mark)
        if let foreign = found.first(where: { !Self.isOwn($0) || !isOurs }) {
            throw Failure(
                "\(name): holds \(Column.printable(foreign)), which is not of a site that gouji made; name an empty folder",
                status: .wrongUse
            )
        }
        // What an interrupted run left is no page, and goes with the old ones.
        old = Set(found.filter { $0 != Self.mark })
        if !found.contains(Self.mark) { try put(Array("gouji/site/1\n".utf8), Self.mark) }
    }

    /// Writes a page, or a file beside the pages, unless it is there as it should be.
    mutating func write(_ text: String, to name: String) throws {
        old.remove(name)
        let bytes = Array(text.utf8)
        if let there = try? FileSystem.read(path + "/" + name), there == bytes {
            kept += 1
            return
        }
        try FileSystem.makeDirectory(path + "/" + FileSystem.parent(of: name), mode: 0o755)
        try put(bytes, name)
        written += 1
    }

    /// Takes away the pages that the site no longer has; returns how many.
    mutating func finish() throws -> Int {
        for name in old.sorted() { try FileSystem.remove(path + "/" + name) }
        defer { old = [] }
        return old.count
    }

    /// Aside, then in its place: a reader sees the old page or the new one. No fsync: a site can be made again.
    private func put(_ bytes: [UInt8], _ name: String) throws {
        let temporary = path + "/" + DurableFile.temporaryPrefix + ULID.make()
        do {
            let file = try OwnedDescriptor.create(temporary, mode: 0o644)
            try file.write(bytes)
            try file.close()
            try FileSystem.rename(temporary, to: path + "/" + name, replacing: true)
        } catch {
            try? FileSystem.remove(temporary)
            throw error
        }
    }

    /// Everything in the folder that is no folder itself, by its path there; a symbolic link is never followed.
    private static func files(in root: String, below folder: String) throws -> [String] {
        var found: [String] = []
        for entry in try FileSystem.list(root + "/" + folder).sorted(by: { $0.name < $1.name }) {
            let name = folder.isEmpty ? entry.name : folder + "/" + entry.name
            if try FileSystem.status(of: root + "/" + name).isDirectory {
                found += try files(in: root, below: name)
            } else {
                found.append(name)
            }
        }
        return found
    }

    /// Whether a path is one that a site has.
    private static func isOwn(_ name: String) -> Bool {
        if name == mark || name == SitePage.styleName || name.hasPrefix(DurableFile.temporaryPrefix) { return true }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.last?.hasSuffix(".html") == true else { return false }
        switch (parts.count, parts[0]) {
        case (1, _): return name.hasPrefix("index")
        case (2, "agencies"), (2, "rules"), (2, "years"), (3, "reports"): return true
        default: return false
        }
    }

    /// The way from the folder to another one, as a relative address; nil where that is not there.
    func address(of other: String) -> String? {
        guard let other = FileSystem.resolved(other) else { return nil }
        let own = path.split(separator: "/")
        let parts = other.split(separator: "/")
        let common = zip(own, parts).prefix { $0 == $1 }.count
        let up = Array(repeating: "..", count: own.count - common)
        return (up + parts.dropFirst(common).map { SiteAddress.encoded(String($0)) }).joined(separator: "/")
    }
}
