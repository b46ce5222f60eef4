package section

import (
	"tasuki/analysis/concentration"
	"tasuki/render/messages"
)

// AuthorityName says who states limits of the index, and where.
func AuthorityName(p messages.Printer, a concentration.Authority) string {
	switch a {
	case concentration.US2023:
		return p.Plain("US Merger Guidelines 2023")
	case concentration.US2010:
		return p.Plain("US Horizontal Merger Guidelines 2010 (replaced in 2023)")
	case concentration.EU2004:
		return p.Plain("EU Horizontal Merger Guidelines 2004")
	}
	return p.Plain("Japan Fair Trade Commission, safe harbour")
}

// authoritySays says what an authority says of a market at a level. Where it has
// no word for one, there is none.
func authoritySays(p messages.Printer, a concentration.Authority, l concentration.Level) string {
	type at struct {
		authority concentration.Authority
		level     concentration.Level
	}
	switch (at{a, l}) {
	case at{concentration.US2023, concentration.BetweenLimits}, at{concentration.US2010, concentration.BetweenLimits}:
		return p.Plain("moderately concentrated")
	case at{concentration.US2023, concentration.AboveLimits}, at{concentration.US2010, concentration.AboveLimits}:
		return p.Plain("highly concentrated")
	case at{concentration.US2010, concentration.BelowLimits}:
		return p.Plain("unconcentrated")
	case at{concentration.EU2004, concentration.BelowLimits}:
		return p.Plain("concerns are unlikely")
	case at{concentration.EU2004, concentration.BetweenLimits}:
		return p.Plain("concerns are unlikely if a merger adds less than 250")
	case at{concentration.EU2004, concentration.AboveLimits}:
		return p.Plain("concerns are unlikely if a merger adds less than 150")
	case at{concentration.JFTC, concentration.BelowLimits}:
		return p.Plain("safe harbour")
	case at{concentration.JFTC, concentration.BetweenLimits}:
		return p.Plain("safe harbour if a merger adds 250 or less")
	case at{concentration.JFTC, concentration.AboveLimits}:
		return p.Plain("safe harbour if a merger adds 150 or less")
	}
	return ""
}
