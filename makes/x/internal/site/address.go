package site

import "makes/x/internal/rnd"

// Where says where a service or a client is.
type Where int

// Places, seen from an interface in AWS.
const (
	Inside Where = iota // the same private network
	Nearby              // another private network: peered, or on premises
	Region              // the cloud provider's own services
	Cloud               // a vendor's service in some public cloud
	Edge                // a content network's nearest place
	World               // servers anywhere
	Home                // devices of people
)

// block is a range of public addresses of an operator.
type block struct {
	base uint32
	bits int
}

func ip(a, b, c, d uint32) uint32 {
	return a<<24 | b<<16 | c<<8 | d
}

var blocks = map[Where][]block{
	Region: {
		{ip(52, 92, 0, 0), 14}, {ip(52, 94, 0, 0), 15}, {ip(54, 239, 0, 0), 17}, {ip(3, 248, 0, 0), 13},
		{ip(52, 119, 192, 0), 19}, {ip(35, 180, 0, 0), 16}, {ip(99, 77, 128, 0), 18}, {ip(18, 68, 0, 0), 16},
	},
	Cloud: {
		{ip(3, 208, 0, 0), 12}, {ip(18, 192, 0, 0), 13}, {ip(34, 192, 0, 0), 10}, {ip(34, 64, 0, 0), 11},
		{ip(35, 184, 0, 0), 13}, {ip(44, 192, 0, 0), 11}, {ip(52, 0, 0, 0), 11}, {ip(54, 144, 0, 0), 12},
		{ip(13, 64, 0, 0), 11}, {ip(20, 33, 0, 0), 11}, {ip(40, 64, 0, 0), 11}, {ip(104, 196, 0, 0), 14},
	},
	Edge: {
		{ip(104, 16, 0, 0), 13}, {ip(172, 64, 0, 0), 13}, {ip(151, 101, 0, 0), 16}, {ip(23, 32, 0, 0), 11},
		{ip(13, 224, 0, 0), 14}, {ip(99, 84, 0, 0), 16}, {ip(142, 250, 0, 0), 15}, {ip(199, 232, 0, 0), 16},
	},
	World: {
		{ip(5, 9, 0, 0), 16}, {ip(51, 68, 0, 0), 14}, {ip(88, 198, 0, 0), 16}, {ip(95, 216, 0, 0), 15},
		{ip(135, 181, 0, 0), 16}, {ip(139, 59, 0, 0), 16}, {ip(157, 90, 0, 0), 16}, {ip(159, 65, 0, 0), 16},
		{ip(185, 0, 0, 0), 8}, {ip(47, 88, 0, 0), 13}, {ip(43, 128, 0, 0), 10}, {ip(116, 202, 0, 0), 15},
		{ip(141, 94, 0, 0), 15}, {ip(146, 59, 0, 0), 16}, {ip(162, 19, 0, 0), 16}, {ip(195, 0, 0, 0), 8},
		{ip(66, 42, 32, 0), 19}, {ip(45, 32, 0, 0), 16}, {ip(103, 0, 0, 0), 8}, {ip(203, 0, 0, 0), 9},
	},
	Home: {
		{ip(24, 0, 0, 0), 8}, {ip(67, 160, 0, 0), 11}, {ip(73, 0, 0, 0), 8}, {ip(79, 192, 0, 0), 10},
		{ip(86, 128, 0, 0), 9}, {ip(91, 0, 0, 0), 8}, {ip(109, 0, 0, 0), 9}, {ip(122, 160, 0, 0), 11},
		{ip(177, 0, 0, 0), 8}, {ip(189, 0, 0, 0), 8}, {ip(223, 16, 0, 0), 12}, {ip(2, 192, 0, 0), 10},
	},
}

// Public draws a public address of a place.
func Public(r *rnd.Rand, w Where) uint32 {
	b := rnd.Pick(r, blocks[w])
	size := uint32(1) << (32 - b.bits)
	return b.base + 1 + r.Uint32N(size-2)
}
