package typeset

import (
	"strings"
	"sync"
)

// variants are characters of Japanese names with those that are written for them where they
// cannot be: the traditional forms of the table of kanji for common use, and the
// variants of family names that people who enter names into systems without them replace so.
// What Unicode itself calls compatible is not here.
const variants = `
	髙高 﨑崎 嵜崎 德徳 濵濱浜 瀨瀬 𠮷吉 𡈽土 栁柳 𣘺橋 槗橋 邉邊辺 邊辺 齋斎 齊斉 嶋島 嶌島 峯峰 舘館 冨富 冝宜 凬風 﨟臈 﨔欅 桒桑 㐂喜 𠀋丈 舩船 𦚰脇 𩗺颯 凛凜
	鷗鴎 俠侠 剝剥 塡填 𠮟叱 頰頬 鄕郷 鄉郷 內内 吳呉 吿告 敎教 敍叙 卽即 旣既 晚晩 每毎 步歩 涉渉 稅税 說説 銳鋭 閱閲 脫脱 戶戸 戾戻 爭争 靜静 產産 彥彦 顏顔 氣気 淨浄 綠緑 錄録
	祿禄 虛虚 查査 溫温 縣県 舍舎 觀観 强強 狀状 將将 廳庁 聽聴 賣売 黃黄 緣縁 姬姫 惠恵 廣広 澤沢 櫻桜 國国 圀国 眞真 濱浜 龍竜 瀧滝 靑青 淸清 增増 橫横 寬寛 黑黒 曾曽 巢巣 萬万 與与
	豐豊 鐵鉄 鐡鉄 藏蔵 壽寿 榮栄 學学 實実 會会 圓円 關関 澁渋 條条 佛仏 應応 禮礼 釋釈 區区 醫医 藝芸 傳伝 團団 圖図 發発 變変 經経 總総 續続 聯連 臺台 亞亜 嚴厳 單単 戰戦 拂払 數数
`

// variantsOf is the table, by character.
var variantsOf = sync.OnceValue(func() map[rune][]rune {
	all := map[rune][]rune{}
	for _, entry := range strings.Fields(variants) {
		letters := []rune(entry)
		all[letters[0]] = letters[1:]
	}
	return all
})

// Variants returns the characters that are written in Japanese names for one that cannot be,
// the closest first, or none.
func Variants(c rune) []rune { return variantsOf()[c] }
