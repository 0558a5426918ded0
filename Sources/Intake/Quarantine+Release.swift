package import Platform

extension Quarantine {
    /// The names of the files that lie here, without their reasons and sidecars.
    package func files() throws(PlatformError) -> [String] {
        try FileSystem.list(root).map(\.name).filter { name in
            !name.hasPrefix(".") && !name.hasSuffix(Self.reasonEnding) && !name.hasSuffix(DropName.sidecarEnding)
        }.sorted()
    }

    /// Returns a file to the drop folder, with its sidecar; its reason goes.
    ///
    /// Throws where no such file lies here, or one of that name waits in the drop folder.
    package func release(_ name: String, into drop: String) throws(PlatformError) {
        let sidecar = name + DropName.sidecarEnding
        // The sidecar first: it must be there when the file is taken in.
        if FileSystem.exists(root + "/" + sidecar) {
            try FileSystem.rename(root + "/" + sidecar, to: drop + "/" + sidecar, replacing: true)
        }
        try DurableFile.rename(from: root + "/" + name, to: drop + "/" + name, replacing: false)
        try? FileSystem.remove(root + "/" + name + Self.reasonEnding)
    }
}
