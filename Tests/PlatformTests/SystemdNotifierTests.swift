import Glibc
import Platform
import TestSupport
import Testing

struct SystemdNotifierTests {
    @Test(arguments: [false, true]) func speaksToASocketWithAndWithoutAPath(isAbstract: Bool) throws {
        let folder = try TemporaryFolder()
        let name = isAbstract ? "@gouji-\(Random.hex(8))" : folder.file("socket")
        let listener = try DatagramListener(name)
        let notifier = SystemdNotifier(address: name)
        notifier.ready()
        #expect(listener.next() == "READY=1")
        notifier.status("3 files wait")
        #expect(listener.next() == "STATUS=3 files wait")
        notifier.reloading()
        #expect(listener.next().hasPrefix("RELOADING=1\nMONOTONIC_USEC="))
    }

    @Test func isSilentWhereNobodyListens() {
        SystemdNotifier(address: nil).ready()
        SystemdNotifier(address: "/no/such/socket").ready()
    }
}
