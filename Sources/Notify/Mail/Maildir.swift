package import Platform

/// A Maildir: a mail is written in `tmp/` and then renamed into `new/`, so that readers see it whole or not at all.
package struct Maildir: Sendable {
    /// `<state>/mail`.
    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    /// Makes `tmp`, `new` and `cur` where they are not there.
    package func prepare() throws(PlatformError) {
        for name in ["tmp", "new", "cur"] { try FileSystem.makeDirectory(folder + "/" + name) }
    }

    /// Puts `mail` into `new/`, unless it is there or a reader has taken it to `cur/`.
    ///
    /// `id`, the message's identifier, and `created`, in seconds since 1970, make the file's name, which is thus the same
    /// every time.
    func deliver(_ mail: [UInt8], id: String, created: Int) throws(PlatformError) {
        try prepare()
        let name = "\(created).\(id).gouji"
        if FileSystem.exists(folder + "/new/" + name) { return }
        // Readers add flags after a colon: `NAME:2,S`.
        if try FileSystem.list(folder + "/cur").contains(where: { $0.name == name || $0.name.hasPrefix(name + ":") }) {
            return
        }
        let temporary = folder + "/tmp/" + name
        try DurableFile.write(mail, to: temporary, mode: 0o640, replacing: true)
        do throws(PlatformError) {
            try DurableFile.rename(from: temporary, to: folder + "/new/" + name)
        } catch {
            try? FileSystem.remove(temporary)
            if !error.isExisting { throw error }
        }
    }
}
