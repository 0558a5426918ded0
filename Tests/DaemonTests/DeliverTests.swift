import Foundation
import Glibc
import TestSupport
import Testing

/// `gouji watch --no-deliver` and `gouji deliver` as two processes of the built program.
@Suite struct DeliverTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let text = "state = \"\(folder.file("state"))\"\n[intake]\nsettle = 0\n"
        try folder.write(text, to: "gouji.toml")
        try FileManager.default.createDirectory(atPath: folder.file("state/drop"), withIntermediateDirectories: true)
    }

    private func start(_ arguments: String..., log: String) throws -> Child {
        try Child(
            [Tool.path] + arguments + ["--config", folder.file("gouji.toml")],
            output: folder.file("out"),
            errors: folder.file(log)
        )
    }

    private func names(_ path: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.file("state/" + path))
        return (names ?? []).filter { !$0.hasPrefix(".") }
    }

    private var waiting: Int { names("outbox/mail/held").count + names("outbox/mail/pending").count }

    @Test func oneReadsAndQueuesTheOtherDelivers() throws {
        let watch = try start("watch", "--no-deliver", log: "watch.log")
        try folder.write("", to: "state/drop/a.txt")
        #expect(eventually { waiting == 1 })
        #expect(names("mail/new") == [])
        let status = try Tool.run(["status", "--config", folder.file("gouji.toml")]).output
        #expect(status.contains("delivery    not running, messages wait: start gouji deliver\n"))

        var deliver = try start("deliver", log: "deliver.log")
        #expect(eventually { names("outbox/mail/sent").count == 1 && waiting == 0 })
        #expect(names("mail/new").count == 1)
        kill(deliver.pid, SIGKILL)
        _ = deliver.wait()

        // What is queued while it is gone, it finds; what is queued while it runs, it is told of.
        try folder.write("", to: "state/drop/b.txt")
        #expect(eventually { waiting == 1 })
        deliver = try start("deliver", log: "deliver.log")
        #expect(eventually { names("mail/new").count == 2 })
        try folder.write("", to: "state/drop/c.txt")
        #expect(eventually { names("mail/new").count == 3 && names("outbox/mail/sent").count == 3 })
        for child in [watch, deliver] { child.terminate() }
        #expect(watch.wait() == 0)
        #expect(deliver.wait() == 0)
    }

    @Test(arguments: ["watch", "deliver"])
    func aReloadSaysWhatNeedsARestart(_ command: String) throws {
        let child = try start(command, log: "log")
        #expect(eventually { folder.read("log")?.contains("ing ") == true })
        try folder.write("state = \"\(folder.file("other"))\"\n", to: "gouji.toml")
        kill(child.pid, SIGHUP)
        #expect(eventually { folder.read("log")?.contains("configuration read again") == true })
        #expect(folder.read("log")?.contains("another state or intake.drop needs a restart\n") == true)
        #expect(!FileManager.default.fileExists(atPath: folder.file("other")))
        child.terminate()
        #expect(child.wait() == 0)
    }

    @Test func noTwoDeliver() throws {
        let deliver = try start("deliver", log: "deliver.log")
        #expect(eventually { folder.read("deliver.log")?.contains("delivering from ") == true })
        for command in ["deliver", "watch"] {
            let result = try Tool.run([command, "--config", folder.file("gouji.toml")])
            #expect(result.status == 1)
            #expect(result.errors.contains("another process delivers messages from this state directory"))
        }
        deliver.terminate()
        #expect(deliver.wait() == 0)
    }
}
