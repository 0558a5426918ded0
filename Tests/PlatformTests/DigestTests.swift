import Platform
import Testing

struct DigestTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func hashesTheVectorsOfFIPS180(text: String, digest: String) {
        #expect(SHA256.hex(of: Array(text.utf8)) == digest)
    }

    @Test func codesTheVectorsOfRFC4231() {
        let short = HMACSHA256.code(key: Array(repeating: 0x0B, count: 20), message: Array("Hi There".utf8))
        #expect(Hex.encode(short) == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
        let second = HMACSHA256.code(key: Array("Jefe".utf8), message: Array("what do ya want for nothing?".utf8))
        #expect(Hex.encode(second) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        let text = "Test Using Larger Than Block-Size Key - Hash Key First"
        let long = HMACSHA256.code(key: Array(repeating: 0xAA, count: 131), message: Array(text.utf8))
        #expect(Hex.encode(long) == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }

    @Test func base64GoesThereAndBack() {
        #expect(Base64.encode(Array("foobar!".utf8)) == "Zm9vYmFyIQ==")
        #expect(Base64.decode("Zm9vYmFyIQ==") == Array("foobar!".utf8))
        #expect(Base64.decode("Zm9v YmFy") == nil)
    }
}
