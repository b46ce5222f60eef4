package identifier

import (
	"strings"

	"tasuki/graph/said"
)

// countries are the officially assigned codes of ISO 3166-1 alpha-2, 249 of them, and XK:
// a user-assigned code that registers of the European Union have for Kosovo.
const countries = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
	"CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
	"GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
	"KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ " +
	"NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW " +
	"SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ " +
	"UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW XK"

// Region returns why a text is no code of a region, nil for one that is: a country of
// ISO 3166-1 alpha-2, or one with a hyphen and up to three capital letters and digits
// behind it, as ISO 3166-2 writes its parts. Which parts a country has is not checked.
func Region(text string) error {
	country, part, parted := strings.Cut(text, "-")
	if len(country) != 2 || !strings.Contains(" "+countries+" ", " "+country+" ") {
		return said.Errorf("a region begins with the two capital letters of a country, such as JP")
	}
	if parted && (part == "" || len(part) > 3 || strings.Trim(part, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != "") {
		return said.Errorf("a part of a country has up to three capital letters and digits behind the hyphen, such as JP-13")
	}
	return nil
}
