import Foundation
import Model
import TestSupport
import Testing

@Suite struct FixtureSetTests {
    /// `GOUJI_WRITE_FIXTURES=1 swift test --filter FixtureSetTests` writes the fixtures anew.
    private static let writes = ProcessInfo.processInfo.environment["GOUJI_WRITE_FIXTURES"] == "1"

    @Test(.enabled(if: writes)) func writesFixtures() throws {
        try FixtureSet.write(to: Fixture.root)
    }

    @Test(.disabled(if: writes, "they are being written")) func fixturesOnDiskAreWhatTheGeneratorMakes() throws {
        let names = Fixture.all.map(\.description)
        for fixture in FixtureSet.all {
            #expect(names.contains(fixture.name))
            let folder = Fixture.root.appending(path: fixture.name)
            for (name, bytes) in fixture.files {
                let found = try Data(contentsOf: folder.appending(path: name))
                #expect([UInt8](found) == bytes, "\(fixture.name)/\(name) differs from what the generator makes")
            }
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(files.sorted() == fixture.files.keys.sorted())
        }
    }

    @Test func everyFixtureIsMade() {
        #expect(FixtureSet.all.count == 48 + 7 + 3 + 7)
        #expect(Set(FixtureSet.all.map(\.name)).count == FixtureSet.all.count)
    }

    @Test(.disabled(if: writes, "they are being written"), arguments: Fixture.all)
    func everyFixtureLoads(_ fixture: Fixture) throws {
        let expectation = try fixture.expectation()
        let cells = try fixture.cells()
        #expect(fixture.input != nil)
        if expectation.kind == .notAReport { #expect(cells.isEmpty) }
        if expectation.kind == .statistics { #expect(!cells.isEmpty) }
        #expect(expectation.missing.allSatisfy { !expectation.sections.contains($0) })
    }
}
