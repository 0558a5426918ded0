import Archive
import Foundation
import Model
import Platform
import TestSupport
import Testing

struct ResemblanceStoreTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func store() throws -> ResemblanceStore { try ResemblanceStore(folder: folder.file("resemblance")) }

    private func report(_ agency: String, _ year: Int, text seed: UInt64, number: Int) -> Report {
        var dice = SplitMix64(seed: seed)
        let text = (0..<900).compactMap { _ in Unicode.Scalar(0x4E00 + dice.number(0...3000)).map(String.init) }
        let digits = String(number, radix: 16)
        return Report(
            id: "sha256:" + String(repeating: "0", count: 64 - digits.count) + digits,
            identity: Identity(agency: agency, year: year),
            narrative: Prose(text.joined() + "共\(number)件")
        )
    }

    @Test func findsItsOwnLastYearAndAnotherBody() throws {
        let store = try store()
        let reports = [
            report("甲局", 2022, text: 1, number: 1), report("乙局", 2023, text: 1, number: 2),
            report("丙局", 2023, text: 3, number: 3),
        ]
        for report in reports { store.add(report) }
        let found = store.resemblances(to: report("甲局", 2023, text: 1, number: 4))
        #expect(found.map(\.agency) == ["甲局", "乙局"])
        #expect(found.map(\.year) == [2022, 2023])
        #expect(found.map(\.isOwnPrevious) == [true, false])
        #expect(found.allSatisfy { $0.similarity > 0.97 })
    }

    @Test func itsOwnRevisionsAndLaterYearsAreNoNews() throws {
        let store = try store()
        let reports = [report("甲局", 2023, text: 1, number: 1), report("甲局", 2024, text: 1, number: 2)]
        for report in reports { store.add(report) }
        #expect(store.resemblances(to: report("甲局", 2023, text: 1, number: 3)).isEmpty)
    }

    @Test func whatWasAddedOnceIsThereOnceAndAfterARestart() throws {
        let reports = [report("甲局", 2022, text: 1, number: 1)]
        do {
            let store = try store()
            store.add(reports[0])
            store.add(reports[0])
            #expect(store.count == 1)
        }
        let store = try store()
        #expect(store.count == 1)
        #expect(store.resemblances(to: report("乙局", 2023, text: 1, number: 9)).count == 1)
    }

    @Test func aTornSketchAndLostChainsAreMended() throws {
        let reports = (1...5).map { report("第\($0)局", 2022, text: UInt64($0), number: $0) }
        do {
            let store = try store()
            for report in reports { store.add(report) }
        }
        // As after a crash: the last sketch is cut off, and the chains are gone.
        let path = folder.file("resemblance/sketches")
        let bytes = try FileSystem.read(path)
        try DurableFile.write(bytes.dropLast(7), to: path, replacing: true)
        for name in ["heads", "links", "mark"] { try FileSystem.remove(folder.file("resemblance/" + name)) }
        let store = try store()
        #expect(store.count == 4)
        for report in reports.prefix(4) {
            var other = report
            other.identity.agency = "另局"
            other.id = "sha256:" + String(repeating: "f", count: 64)
            #expect(store.resemblances(to: other).count == 1)
        }
    }

    @Test func garbageInTheFilesIsNoError() throws {
        let reports = [report("甲局", 2022, text: 1, number: 1)]
        do { try store().add(reports[0]) }
        for name in ["sketches", "heads", "links", "mark", "names"] {
            let path = folder.file("resemblance/" + name)
            let size = try FileSystem.status(of: path).size
            var dice = SplitMix64(seed: 5)
            let bytes = (0..<max(size, 500)).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
            try DurableFile.write(bytes, to: path, replacing: true)
        }
        let store = try store()
        _ = store.resemblances(to: report("乙局", 2023, text: 1, number: 2))
        store.add(report("丙局", 2023, text: 1, number: 3))
    }

    @Test func aTemplateOfManyStaysCheap() throws {
        let store = try store()
        let reports = (1...60).map { report("第\($0)镇", 2023, text: 1, number: $0) }
        for report in reports { store.add(report) }
        #expect(store.resemblances(to: report("另镇", 2023, text: 1, number: 99)).count == 1)
        // Not every one of them stands in every chain.
        #expect(try FileSystem.status(of: folder.file("resemblance/links")).size < 60 * 8 * 12)
    }
}
