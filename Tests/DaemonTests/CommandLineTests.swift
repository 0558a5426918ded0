import Testing

@Suite struct CommandLineTests {
    @Test(arguments: [["--nothing"], ["test-config", "--config"], ["test-config", "extra"], ["nothing"]])
    func wrongUseIsOneLineAndStatusTwo(_ arguments: [String]) throws {
        let result = try Tool.run(arguments)
        #expect(result.status == 2)
        #expect(result.output == "")
        #expect(result.errors.hasPrefix("gouji: "))
        #expect(result.errors.split(separator: "\n").count == 1)
    }

    @Test func aWordThatIsNoCommandIsSaidSo() throws {
        #expect(try Tool.run(["nothing"]).errors == "gouji: nothing: no such command; see gouji --help\n")
        let errors = try Tool.run(["check", "--format", "xml", "a"]).errors
        #expect(errors.hasSuffix("'sarif'; see gouji check --help\n"))
    }

    @Test func saysItsVersion() throws {
        let result = try Tool.run(["--version"])
        #expect(result.status == 0)
        #expect(result.output == "0.1.0\n")
    }

    @Test func everyCommandHasHelp() throws {
        let help = try Tool.run(["--help"]).output
        let commands = help.matches(of: /\n  ([a-z][a-z-]+) +[A-Z]/).map { String($0.1) }
        #expect(commands.contains("test-config"))
        for command in commands {
            let result = try Tool.run([command, "--help"])
            #expect(result.status == 0)
            #expect(result.output.contains("USAGE: gouji \(command)"))
        }
    }
}
