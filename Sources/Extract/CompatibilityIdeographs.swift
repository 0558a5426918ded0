/// The compatibility ideographs: second places of Chinese characters in Unicode, which some fonts of PDF files give in place
/// of the characters themselves: 行 as U+FA08, 理 as U+F9E4.
///
/// U+F900…U+FAFF as NFKC has them. A point stands for what is a character of its own, or none, and for the few that stand for
/// one of more than three bytes.
enum CompatibilityIdeographs {
    private static let characters = """
        豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞\
        擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧\
        怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐\
        戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂\
        燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘\
        藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀··塚·晴··凞猪益礼神祥福靖精羽·\
        蘒·諸··逸都···飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐\
        祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵·舘··並况全侀充冀勇勺喝啕喙嗢塚墳奄奔\
        婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛\
        練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜···㮝䀘䀹···齃龎
        """.map { Array(String($0).utf8) }
    private static let none = Array("·".utf8)

    /// The three bytes of the character that the ideograph `EF second third` stands for; nil where it is none.
    static func character(_ second: UInt8, _ third: UInt8) -> ArraySlice<UInt8>? {
        guard (0xA4...0xAB).contains(second) else { return nil }
        let index = Int(second - 0xA4) * 64 + Int(third & 0x3F)
        return characters.indices.contains(index) && characters[index] != none ? characters[index][...] : nil
    }
}
