internal import Bytes
internal import CGumbo

/// What a reader of the page sees of an element, as it says of itself.
extension HTMLNode {
    /// Whether it says of itself that it is not shown.
    var isHidden: Bool {
        hasAttributes && (attribute("hidden") != nil || hasStyle(HTMLHiding.hiding) || isShrunk)
    }

    /// Whether it sets its text in no size at all. What stands in an element within it may have another, and of blocks that is not
    /// known: pages close the gaps between the elements in them so.
    private var isShrunk: Bool {
        isInline && hasStyle(HTMLHiding.shrinking) && children.allSatisfy { $0.kind != .element }
    }

    /// Whether it strikes out what stands in it.
    var isStruck: Bool {
        switch tag {
        case GUMBO_TAG_DEL, GUMBO_TAG_S, GUMBO_TAG_STRIKE: true
        default: hasAttributes && hasStyle(HTMLHiding.striking)
        }
    }

    /// The number or mark that a form shows in a field of its table: <input type="text" readonly value="3">; nil of a button,
    /// a box to search by, and what is not shown.
    var shownValue: String? {
        guard let value = attribute("value"), Self.textTypes.contains(attribute("type")?.lowercased() ?? "text"),
            Self.holdsDigit(value) || value.utf8.count <= Self.longestMark, value.utf8.count <= Self.longestValue
        else { return nil }
        return value
    }

    private static let textTypes = ["text", "number", "tel", ""]
    /// In bytes: 无, and 16（其中网上申请15件，当面申请1件）.
    private static let longestMark = 3
    private static let longestValue = 96

    /// Whether a digit stands in a text, of whatever width.
    private static func holdsDigit(_ text: String) -> Bool {
        text.unicodeScalars.contains { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
    }
}
