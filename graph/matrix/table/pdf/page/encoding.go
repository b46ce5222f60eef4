package page

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// What the codes of simple fonts from 128 on stand for, by the name of the encoding.
const (
	winAnsi  = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
	macRoman = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"
	standard = "\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\ufffd–†‡·\ufffd¶•‚„”»…‰\ufffd¿\ufffd`´ˆ˜¯˘˙¨\ufffd˚¸\ufffd˝˛ˇ—\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdÆ\ufffdª\ufffd\ufffd\ufffd\ufffdŁØŒº\ufffd\ufffd\ufffd\ufffd\ufffdæ\ufffd\ufffd\ufffdı\ufffd\ufffdłøœß\ufffd\ufffd\ufffd\ufffd"
)

// characterNames are names by which fonts know characters, each with its character.
const characterNames = `exclam ! quotedbl " numbersign # dollar $ percent % ampersand & quotesingle ' quoteright ’ quoteleft ‘ parenleft ( parenright ) asterisk * plus +
comma , hyphen - minus − period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 colon : semicolon ; less < equal =
greater > question ? at @ bracketleft [ backslash \ bracketright ] asciicircum ^ underscore _ braceleft { bar | braceright } asciitilde ~
exclamdown ¡ cent ¢ sterling £ fraction ⁄ yen ¥ florin ƒ section § currency ¤ quotedblleft “ guillemotleft « guilsinglleft ‹ guilsinglright › fi fi
fl fl ff ff ffi ffi ffl ffl endash – dagger † daggerdbl ‡ periodcentered · paragraph ¶ bullet • quotesinglbase ‚ quotedblbase „ quotedblright ”
guillemotright » ellipsis … perthousand ‰ questiondown ¿ acute ´ circumflex ˆ tilde ˜ macron ¯ dieresis ¨ cedilla ¸ caron ˇ emdash — AE Æ ordfeminine ª
Lslash Ł Oslash Ø OE Œ ordmasculine º ae æ dotlessi ı lslash ł oslash ø oe œ germandbls ß eth ð Eth Ð thorn þ Thorn Þ mu µ multiply × divide ÷
plusminus ± degree ° copyright © registered ® trademark ™ Euro € logicalnot ¬ brokenbar ¦ onehalf ½ onequarter ¼ threequarters ¾ onesuperior ¹
twosuperior ² threesuperior ³ circle ○ H18533 ● filledbox ■ triagup ▲ triagdn ▼ lozenge ◊ checkmark ✓ arrowright → arrowleft ← arrowup ↑ arrowdown ↓
lessequal ≤ greaterequal ≥ notequal ≠ infinity ∞ dotmath ⋅ asteriskmath ∗ openbullet ◦ square □`

// accented are letters, each without and with an accent, behind its name.
const accented = `acute AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹaácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzź
grave AÀEÈIÌNǸOÒUÙWẀYỲaàeèiìnǹoòuùwẁyỳ
circumflex AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑ
dieresis AÄEËHḦIÏOÖUÜWẄXẌYŸaäeëhḧiïoötẗuüwẅxẍyÿ
tilde AÃEẼIĨNÑOÕUŨVṼYỸaãeẽiĩnñoõuũvṽyỹ
ring AÅUŮaåuůwẘyẙ
cedilla CÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢcçdḑeȩgģhḩkķlļnņrŗsştţ
caron AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzž
macron AĀEĒGḠIĪOŌUŪYȲaāeēgḡiīoōuūyȳ
breve AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ
ogonek AĄEĘIĮOǪUŲaąeęiįoǫuų
dotaccent AȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻaȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzż
hungarumlaut OŐUŰoőuű`

// base returns what the codes of an encoding stand for; those of the standard one where
// the name is not known.
func base(name string) (codes [256]string) {
	high := standard
	switch name {
	case "WinAnsiEncoding":
		high = winAnsi
	case "MacRomanEncoding":
		high = macRoman
	}
	for c := ' '; c < 127; c++ {
		codes[c] = string(c)
	}
	if high == standard {
		codes['\''], codes['`'] = "’", "‘"
	}
	at := 128
	for _, c := range high {
		if c != utf8.RuneError {
			codes[at] = strings.NewReplacer("ﬁ", "fi", "ﬂ", "fl").Replace(string(c))
		}
		at++
	}
	return codes
}

// named returns the characters that fonts know by names.
func named() map[string]string {
	names := map[string]string{"space": " ", "nbspace": " ", "nonbreakingspace": " ", "grave": "`"}
	words := strings.Fields(characterNames)
	for i := 0; i+1 < len(words); i += 2 {
		names[words[i]] = words[i+1]
	}
	for line := range strings.Lines(accented) {
		accent, letters, _ := strings.Cut(strings.TrimSpace(line), " ")
		list := []rune(letters)
		for i := 0; i+1 < len(list); i += 2 {
			names[string(list[i])+accent] = string(list[i+1])
		}
	}
	return names
}

// character returns the character of a name, or "" where it is not known.
func (w *walker) character(name string) string {
	if w.names == nil {
		w.names = named()
	}
	name, _, _ = strings.Cut(name, ".")
	if text := w.names[name]; text != "" {
		return text
	}
	if len(name) == 1 {
		return name
	}
	digits, ok := strings.CutPrefix(name, "uni")
	if !ok {
		digits, ok = strings.CutPrefix(name, "u")
	}
	n, err := strconv.ParseUint(digits, 16, 21)
	if !ok || err != nil || len(digits) < 4 || !utf8.ValidRune(rune(n)) {
		return ""
	}
	return string(rune(n))
}

// dingbats returns what a code of the font Zapf Dingbats shows: the signs of Unicode
// stand in its order, but for those that it had before.
func dingbats(code int) string {
	known := map[int]string{'%': "☎", '*': "☛", '+': "☞", 'H': "★", 'l': "●", 'n': "■", 's': "▲", 't': "▼", 'u': "◆", 'w': "◗"}
	if text := known[code]; text != "" || code <= ' ' || code > '~' {
		return text
	}
	return string(rune(0x2700 + code - ' '))
}
