internal import Decode
internal import Glibc
internal import Model
package import Notify
internal import Platform
package import Roster

/// Reads the roster from the disk, in whatever charset a spreadsheet saved it.
package enum RosterFile {
    /// The largest roster that is read, in bytes: far more than any province has.
    private static let maximumBytes = 16 << 20

    /// The roster that the settings name; an empty one where they name none.
    package static func load(_ settings: RosterSettings) throws(RosterError) -> Roster {
        let file = settings.file
        guard !file.isEmpty else { return .empty }
        func refusal(_ message: String) -> RosterError {
            guard let place = settings.places["file"] else {
                return RosterError(file: file, line: nil, message: message)
            }
            return RosterError(file: place, line: nil, message: "roster.file: \(file): \(message)")
        }
        let bytes: [UInt8]
        do {
            bytes = try FileSystem.read(file, limit: maximumBytes)
        } catch {
            throw refusal(Self.remedy(error))
        }
        // A spreadsheet's own file is a ZIP archive, that of its old versions a compound file.
        if bytes.starts(with: Array("PK".utf8)) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw refusal("a spreadsheet; save it as CSV (UTF-8)")
        }
        do {
            return try RosterReader.roster(from: try PlainText.text(of: bytes), file: file)
        } catch let error as RosterError {
            throw error
        } catch let error as Rejection {
            throw refusal(error.message.en)
        } catch {
            throw refusal("\(error)")
        }
    }

    private static func remedy(_ error: PlatformError) -> String {
        switch error.errno {
        case ENOENT: "no such file; mend the path or leave roster.file out"
        case EACCES: "not readable for this user; change its mode or its owner"
        case EISDIR: "a folder; name the file in it"
        case EFBIG: "larger than \(maximumBytes) bytes; is it the roster?"
        default: error.description
        }
    }

    /// Who is to be written to about which agency.
    package static func addresses(_ roster: Roster) -> AddressBook {
        AddressBook { agency in
            roster.entry(named: agency).map { AddressBook.Entry(name: $0.agency, contacts: $0.contacts) }
        }
    }
}
