internal import Foundation

/// A folder that goes away with the test that made it.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        path = NSTemporaryDirectory() + "gouji-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of `name` in the folder.
    package func file(_ name: String) -> String { path + "/" + name }

    /// Writes `text` in place, making the folders above it.
    package func write(_ text: String, to name: String) throws {
        let url = URL(filePath: file(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    package func read(_ name: String) -> String? { try? String(contentsOfFile: file(name), encoding: .utf8) }

    /// The paths of all files below `name`, relative to it, sorted.
    package func files(_ name: String = "") -> [String] {
        let base = name.isEmpty ? path : file(name)
        guard let walk = FileManager.default.enumerator(atPath: base) else { return [] }
        return walk.compactMap { $0 as? String }.filter { entry in
            var isFolder: ObjCBool = false
            return unsafe FileManager.default.fileExists(atPath: base + "/" + entry, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }
}

/// Waits until `condition` holds, at most `seconds`: long, as only a failing test waits that long, and a busy machine is
/// no failure.
///
/// - Returns: whether it came to hold.
package func eventually(within seconds: Double = 180, _ condition: () -> Bool) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while !condition() {
        if Date() > end { return condition() }
        Thread.sleep(forTimeInterval: 0.005)
    }
    return true
}
