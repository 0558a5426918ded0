import Glibc
import Platform
import TestSupport
import Testing

struct LogTests {
    private func lines(_ threshold: Log.Level, marksLevel: Bool, _ body: (Log) -> Void) throws -> String? {
        let folder = try TemporaryFolder()
        do {
            let file = try OwnedDescriptor.create(folder.file("log"), mode: 0o600)
            body(Log(threshold: threshold, descriptor: file.rawValue, marksLevel: marksLevel))
            _ = consume file
        }
        return folder.read("log")
    }

    @Test func keepsAnEventOnOneLine() throws {
        let text = try lines(.info, marksLevel: false) { log in
            log.warning("a\nb\u{1B}[0m")
            log.debug("not wanted")
        }
        #expect(text == "a\\x0ab\\x1b[0m\n")
    }

    @Test func marksTheLevelForTheJournal() throws {
        let text = try lines(.debug, marksLevel: true) { log in
            log.error("e")
            log.debug("d")
        }
        #expect(text == "<3>e\n<7>d\n")
    }
}
