package main

import (
	"math"

	"davy/shape"
	"davy/trait"
)

// A figure is one number of a cloud, in a unit people read.
type figure struct {
	name, unit string
	trait      int                   // −1 for the medians of the counts
	of         func(*cloud) float64  // where trait is −1
	shown      func(float64) float64 // of the trait; nil shows it as it is
}

// median is that of one of the four counts, see biflow.Point.
func median(name string, axis int) figure {
	return figure{name: name, unit: "a window, median", trait: -1, of: func(c *cloud) float64 { return shape.Median(c.column(axis)) }}
}

func (f *figure) value(c *cloud) float64 {
	switch {
	case f.trait < 0:
		return f.of(c)
	case f.shown != nil:
		return f.shown(c.traits[f.trait])
	}
	return c.traits[f.trait]
}

// figures are the rows of the tables: where the cloud lies, how large packets
// are, how wide the cloud is, how it hangs together, how it follows the clock.
var figures = func() []figure {
	list := []figure{
		median("local bytes", 0),
		median("local packets", 1),
		median("remote bytes", 2),
		median("remote packets", 3),
	}
	of := func(unit string, shown func(float64) float64, traits ...int) {
		for _, t := range traits {
			list = append(list, figure{name: "`" + trait.Names[t] + "`", unit: unit, trait: t, shown: shown})
		}
	}
	of("bytes a packet", math.Exp, trait.LocalSize, trait.RemoteSize)
	of("local for a remote one", math.Exp, trait.PacketRatio, trait.ByteRatio)
	of("quartiles, ln", nil, trait.LocalSizeSpread, trait.RemoteSizeSpread)
	of("0 to 1", nil, trait.LocalSpread, trait.RemoteSpread, trait.LocalByteSpread, trait.RemoteByteSpread)
	of("times", math.Exp, trait.Peak, trait.Dip)
	of("−1 to 1", nil, trait.LocalSkew, trait.RemoteSkew)
	of("rank correlation", nil, trait.PacketTie, trait.ByteTie, trait.LocalTie, trait.RemoteTie)
	of("bytes for a packet more", math.Expm1, trait.LocalSlope, trait.RemoteSlope)
	of("share of the bytes", math.Exp, trait.LocalScatter, trait.RemoteScatter)
	of("share of the first", math.Exp, trait.SecondAxis, trait.ThirdAxis, trait.FourthAxis)
	of("for each packet", math.Exp, trait.Events)
	of("correlation", nil, trait.Memory)
	of("0 to 1", nil, trait.Occupancy)
	return list
}()
