internal import Archive
internal import Platform

/// Finds the bytes of sources that are damaged or gone wherever else they may be: in files that somebody offers, beside
/// another record, in the container that they came in.
struct LostSources {
    /// Where the bytes with an id stand.
    enum Place: Hashable {
        case file(String)
        case member(container: String, number: Int)
    }

    private(set) var places: [String: Place] = [:]
    private let maximumBytes: Int

    /// Looks for the sources with the ids `wanted`; nothing is kept of any other.
    init(_ wanted: Set<String>, offered: [String], archive: ArchiveReader, maximumBytes: Int) throws {
        self.maximumBytes = maximumBytes
        guard !wanted.isEmpty else { return }
        for path in offered {
            note(try "sha256:" + SHA256.hex(ofFile: path), .file(path), wanted)
            try lookInto(path, wanted)
        }
        let (sources, containers) = try archive.originals()
        for path in sources where places.count < wanted.count {
            let path = archive.root + "/" + path
            if let digest = try? SHA256.hex(ofFile: path) { note("sha256:" + digest, .file(path), wanted) }
        }
        for path in containers where places.count < wanted.count { try? lookInto(archive.root + "/" + path, wanted) }
    }

    private mutating func note(_ id: String, _ place: Place, _ wanted: Set<String>) {
        if wanted.contains(id), places[id] == nil { places[id] = place }
    }

    private mutating func lookInto(_ path: String, _ wanted: Set<String>) throws {
        guard let input = try ContainerInput.open(path, name: path, maximumBytes: maximumBytes) else { return }
        var number = 0
        while let document = try input.next() {
            note("sha256:" + SHA256.hex(of: document.bytes), .member(container: path, number: number), wanted)
            number += 1
        }
    }

    /// The bytes with this id, checked once more; nil where they are nowhere.
    func bytes(_ id: String) throws -> [UInt8]? {
        guard let place = places[id], let bytes = try bytes(at: place), "sha256:" + SHA256.hex(of: bytes) == id else {
            return nil
        }
        return bytes
    }

    /// Where the bytes with this id are, for people.
    func words(_ id: String) -> String {
        switch places[id] {
        case .file(let path), .member(let path, _): path
        case nil: ""
        }
    }

    private func bytes(at place: Place) throws -> [UInt8]? {
        switch place {
        case .file(let path): return try FileSystem.read(path, limit: maximumBytes)
        case .member(let path, let wanted):
            guard let input = try ContainerInput.open(path, name: path, maximumBytes: maximumBytes) else { return nil }
            var number = 0
            while let document = try input.next() {
                if number == wanted { return document.bytes }
                number += 1
            }
            return nil
        }
    }
}
