// Package lab makes labelled AWS VPC Flow Logs: crypto miners and what looks
// like them, simulated message by message.
//
// In goes a [Config]: a seed, a span of time and the kinds of program that run
// on each network interface. Out come [Object] values, the text objects AWS
// would have put in a bucket (header line first), and a [Label] for every pair
// of addresses in them, as a reader finds it. The same Config always gives the
// same bytes. [Plan] draws fleets of interfaces with everyday roles, and
// [Faults] are what AWS does to records and objects on their way.
//
// # How traffic is made
//
// Nothing is drawn as a point in the space of the detector. The layers are
// those of the real thing:
//
//	kind     a program as straight-line code: it waits, connects, sends messages (bytes)
//	conn     TCP: handshake, segments, delayed and piggybacked ACKs, keep-alive, FIN, RST
//	meter    one interface: packets added up by 5-tuple, direction and aggregation interval
//	uplink   the same packets at a NAT gateway
//	Faults   records split, skewed, lost
//	carrier  records of up to 256 interfaces become objects, late or twice
//	Object   an hour or five minutes of them, as text
//
// Each kind is a coroutine, advanced from delivery to delivery, so that apart
// from the labels the memory in use does not depend on the length of the
// simulation: an interface takes about a quarter of a megabyte where objects
// come every five minutes, and one where they come every hour. A kind may start
// others beside it: rigs of a farm, the workers of a proxy, the peers of a
// node. Every kind on every interface has a random stream of its own: adding
// interfaces, or kinds behind the others, changes nothing that was there
// before, and traffic depends neither on the aggregation interval nor on how
// often objects come.
//
// # Mining
//
// Each coin comes over each transport, as "monero-plain", "monero-tls",
// "monero-socks" (a SOCKS5 relay, or a Tor client's guard) and "monero-vpn"
// (whole packets inside another connection). What differs from pool to pool,
// and from miner to miner, is drawn from ranges that sources give: message
// sizes, when jobs come, how difficulty is steered, who hangs up and when.
// All miners of a pool get the same jobs at the same time; blocks come to all
// pools of a coin.
//
//	proxy-upstream   a proxy's connections to the pool, for up to 256 workers
//	proxy-star       the proxy's interface: 3 to 40 workers, and the pool
//	proxy-worker     a miner at a proxy in the same network
//	solo-poll        a miner that asks a node for work: each 0.2 to 30 s
//	solo-node        a node that mines: 8 to 52 peers
//	blocked-reject   a miner whose packets are rejected
//	blocked-silent   one whose packets are lost
//	blocked-refused  one whose connections are reset
//
// Some miners work for their author a minute in a hundred; that pair has the
// kind "donation" in its label. [Evasion] says what a host's miners do so as
// not to be found, Host.Shared how many of its ordinary programs have a server
// at an address that serves something else too.
//
// # Units
//
// Times inside the package are seconds since Config.Start, as seen at the
// interface. Message sizes are bytes of application payload, before TLS.
// Record bytes are IP-level, as AWS counts them.
//
// # Sources of the constants
//
// TCP: RFC 9293 (segments, handshake), RFC 7323 (timestamps: 12 bytes a
// segment, so 52 bytes of header and a segment of 1448 in an MTU of 1500; 40
// and 1460 without), RFC 1122 §4.2.3.2 and RFC 5681 §4.2 (an ACK for every
// second segment, else after a delay; 40 ms is Linux's TCP_DELACK_MIN, 200 its
// TCP_DELACK_MAX), RFC 6298 (retransmission, SYN retries at 1, 3, 7 s; at 3 and
// 9 s before it). TLS 1.3: RFC 8446 §5 (22 bytes a record: header 5, content
// type 1, tag 16). TLS 1.2: RFC 5246, RFC 5288 (29: header 5, nonce 8, tag 16).
// SOCKS5: RFC 1928, RFC 1929. Tor: tor-spec §3 (cells of 514 bytes). Tunnels:
// see methods.
//
// Mining: the message sizes follow from the JSON of the protocols: Stratum for
// CryptoNote and RandomX (xmrig-proxy doc/STRATUM.md), Stratum v1 of slush0
// (stratumprotocol.org, BIP 310), Stratum V2 (binary), eth-proxy
// (eth_submitLogin, eth_getWork) and NiceHash's EthereumStratum/1.0.0, ZIP 301
// for Equihash (a solution of 1344 bytes, sent as hexadecimal) and VerusHash,
// and the KawPoW dialect of kawpowminer. They agree with public captures:
// nanopool Monero (login 182, job 278 then 242), nanopool Ethereum (job 243,
// reply 39, submit 148), flypool Zcash, NiceHash Equihash and Neoscrypt, whose
// medians, packet ratios, variation and correlations lie among the lab's.
// Steering, rebroadcasts and idle timeouts are the defaults of open-source
// pools (see newPool), polls, retries and timeouts those of clients (see
// soloPoll, retries), donations those of xmrig and common GPU miners.
//
// Look-alikes: MQTT 3.1.1 §3 (PINGREQ and PUBACK sizes), RFC 6455 (WebSocket
// frames), RFC 4253 (SSH packets), RFC 5905 (NTP, 48 bytes), RFC 1035 (DNS),
// the Redis and PostgreSQL protocol documents, Kubernetes leases (10 s) and
// watches, Prometheus scrape intervals, Elastic Load Balancing health checks
// and Amazon SQS long polls (20 s).
//
// # Addresses
//
// Local sides are in 10.0.0.0/10, secondary ones (pods) in 10.64.0.0/10, and
// private remote ones in 10.128.0.0/9. Pools are in 198.51.100.0/24, and
// further addresses of theirs in 203.0.113.0/24 (RFC 5737); all other remote
// sides in 198.18.0.0/15 (RFC 2544) and 100.64.0.0/10 (RFC 6598), relays,
// tunnels and nodes of miners too. Over IPv6, local sides are in 3fff::/20 (RFC
// 9637) and a public IPv4 address is the last four bytes of one in
// 2001:db8::/96 (RFC 3849).
package lab
