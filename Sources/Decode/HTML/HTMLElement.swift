/// An element as `HTMLNesting` keeps it: its name, and what the standard's tree construction makes of that name.
struct HTMLElement {
    /// The name's bytes as one number; two names of the standard never share one.
    let name: UInt64
    let kinds: Kinds

    init(_ name: UInt64) {
        self.name = name
        kinds = HTMLElementKinds.known.kinds(of: name)
    }

    /// What a name is to the parser (HTML Standard, 13.2.6).
    struct Kinds: OptionSet {
        let rawValue: UInt32

        /// Without content, or never within one another.
        static let neverNests = Kinds(rawValue: 1 << 0)
        static let table = Kinds(rawValue: 1 << 1)
        static let cell = Kinds(rawValue: 1 << 2)
        static let row = Kinds(rawValue: 1 << 3)
        /// Rows and cells, which are passed over outside of a table.
        static let inTable = Kinds(rawValue: 1 << 4)
        static let formatting = Kinds(rawValue: 1 << 5)
        static let rawText = Kinds(rawValue: 1 << 6)
        static let link = Kinds(rawValue: 1 << 7)
        /// The root of a drawing or a formula.
        static let drawing = Kinds(rawValue: 1 << 8)
        /// What drawings are made of: they close themselves.
        static let drawn = Kinds(rawValue: 1 << 9)
        static let item = Kinds(rawValue: 1 << 10)
        /// What an item does not close through; it does through paragraphs and div.
        static let itemBarrier = Kinds(rawValue: 1 << 11)
        static let scope = Kinds(rawValue: 1 << 12)
        static let special = Kinds(rawValue: 1 << 13)
        /// Nothing to the text that stands in it, nor to the tree around it.
        static let inline = Kinds(rawValue: 1 << 14)
        static let superscript = Kinds(rawValue: 1 << 15)
        /// Raw text that is none of the page's.
        static let code = Kinds(rawValue: 1 << 16)
    }

    static let paragraph = key("p")

    /// As the tokenizer makes it from the bytes of a tag.
    static func key(_ name: some StringProtocol) -> UInt64 { name.utf8.reduce(0, extended) }

    /// The number of a name that goes on with `byte`; letters count as small ones.
    static func extended(_ name: UInt64, by byte: UInt8) -> UInt64 {
        let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        return name &* 131 &+ UInt64(isCapital ? byte | 0x20 : byte)
    }
}

/// The kinds of all names that matter, in one table: each tag of a page is looked up once.
private struct HTMLElementKinds {
    static let known = HTMLElementKinds()

    /// Open addressing: a name stands at its slot or behind it. Four times as many slots as names.
    private var names = [UInt64](repeating: 0, count: size)
    private var kinds = [HTMLElement.Kinds](repeating: [], count: size)
    private static let size = 512

    private static func slot(_ name: UInt64) -> Int { Int(truncatingIfNeeded: (name &* 0x9E37_79B9_7F4A_7C15) >> 55) }

    func kinds(of name: UInt64) -> HTMLElement.Kinds {
        var slot = Self.slot(name)
        while names[slot] != 0 {
            if names[slot] == name { return kinds[slot] }
            slot = (slot + 1) % Self.size
        }
        return []
    }

    private mutating func add(_ kind: HTMLElement.Kinds, _ list: String) {
        for word in list.split(separator: " ") {
            let name = HTMLElement.key(word)
            var slot = Self.slot(name)
            while names[slot] != 0, names[slot] != name { slot = (slot + 1) % Self.size }
            names[slot] = name
            kinds[slot].formUnion(kind)
        }
    }

    private init() {
        add(.neverNests, "br img input meta link hr col option area base embed param source wbr html body head")
        add([.table, .special, .scope, .itemBarrier], "table")
        add([.cell, .inTable, .special, .scope, .itemBarrier], "td th caption")
        add([.row, .inTable], "tr tbody thead tfoot colgroup")
        add([.special, .scope, .itemBarrier], "object marquee applet template svg math")
        add(.formatting, "a b big code em font i nobr s small strike strong tt u")
        add(.rawText, "script style textarea title xmp iframe noembed noframes")
        add(.code, "script style")
        add(.inline, "span font b strong i em u s big small tt code nobr a label o:p st1:chsdate st1:chmetcnv")
        add(.superscript, "sup")
        add(.link, "a")
        add(.drawing, "svg math")
        add(.drawn, "path rect circle line use polygon polyline ellipse stop")
        add(.item, "li dd dt")
        add(.special, "p div address")
        add(
            [.special, .itemBarrier],
            """
            article aside blockquote button center dd details dialog dir dl dt fieldset figcaption figure footer form \
            frameset h1 h2 h3 h4 h5 h6 header hgroup iframe li listing main menu nav ol plaintext pre section select \
            summary ul
            """
        )
    }
}
