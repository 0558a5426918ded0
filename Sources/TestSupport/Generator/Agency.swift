/// An invented agency; none of these places exists.
package struct Agency: Sendable {
    package var name: String
    /// How it speaks of itself: 我县, 我局.
    package var own: String

    package static let all: [Agency] = [
        Agency(name: "青禾市人民政府", own: "我市"),
        Agency(name: "云台县教育局", own: "我局"),
        Agency(name: "云台县柳塘镇人民政府", own: "我镇"),
        Agency(name: "青禾市水务局", own: "我局"),
        Agency(name: "云台县人民政府", own: "我县"),
        Agency(name: "云台县松岭乡人民政府", own: "我乡"),
        Agency(name: "青禾市河东区人民政府桂花街道办事处", own: "我街道"),
        Agency(name: "云台县民政局", own: "我局"),
        Agency(name: "青禾市交通运输局", own: "我局"),
        Agency(name: "云台县司法局", own: "我局"),
        Agency(name: "青禾市审计局", own: "我局"),
        Agency(name: "云台县石桥镇人民政府", own: "我镇"),
        Agency(name: "青禾市统计局", own: "我局"),
    ]
}
