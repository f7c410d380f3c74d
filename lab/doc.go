// Package lab makes labelled AWS VPC Flow Logs: crypto miners and what looks
// like them, simulated message by message.
//
// In goes a [Config]: a seed, a span of time and the kinds of program that run
// on each network interface. Out come [Object] values, the text objects AWS
// would have put in a bucket (default format, version 2, header line first),
// and a [Label] for every pair of addresses in them. The same Config always
// gives the same bytes.
//
// # How traffic is made
//
// Nothing is drawn as a point in the space of the detector. The layers are
// those of the real thing:
//
//	kind     a program as straight-line code: it waits, connects, sends messages (bytes)
//	conn     TCP: handshake, segments, delayed and piggybacked ACKs, keep-alive, FIN, RST
//	meter    one interface: packets added up by 5-tuple, direction and aggregation interval
//	Object   an hour of records of up to 256 interfaces, as text
//
// Each kind is a coroutine, advanced an hour at a time, so that apart from the
// labels the memory in use depends neither on the length of the simulation nor
// on the size of the fleet. Every kind on every interface has a random stream of its own: adding
// interfaces, or kinds behind the others, changes nothing that was there
// before, and traffic does not depend on the aggregation interval.
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
// second segment, else after a delay; 40 ms is Linux's TCP_DELACK_MIN), RFC
// 6298 (retransmission, SYN retries at 1, 3, 7 s). TLS 1.3: RFC 8446 §5 (22
// bytes a record: header 5, content type 1, tag 16).
//
// Mining: the message sizes follow from the JSON of the protocols: Stratum for
// CryptoNote and RandomX (xmrig-proxy doc/STRATUM.md), Stratum v1 of slush0
// (stratumprotocol.org), eth-proxy (eth_submitLogin, eth_getWork) and NiceHash's
// EthereumStratum/1.0.0, ZIP 301 for Equihash (a solution of 1344 bytes, sent as
// hexadecimal), and the KawPoW dialect of kawpowminer. They agree with public captures: nanopool
// Monero (login 182, job 278 then 242), nanopool Ethereum (job 243, reply 39,
// submit 148), flypool Zcash, NiceHash Equihash and Neoscrypt. Difficulty aims
// of 15, 30, 30 and 100 s a share, retargets of 30-90 s and keep-alives of
// 60 s are the defaults of open-source pools.
//
// Look-alikes: MQTT 3.1.1 §3 (PINGREQ and PUBACK sizes), RFC 6455 (WebSocket
// frames), RFC 4253 (SSH packets), RFC 5905 (NTP, 48 bytes), RFC 1035 (DNS),
// the Redis and PostgreSQL protocol documents, Kubernetes leases (10 s) and
// watches, Prometheus scrape intervals, Elastic Load Balancing health checks
// and Amazon SQS long polls (20 s).
//
// # Addresses
//
// Local sides are in 10.0.0.0/9 and private remote ones in 10.128.0.0/9. Pools
// are in 198.51.100.0/24 and 203.0.113.0/24 (RFC 5737), all other remote sides
// in 198.18.0.0/15 (RFC 2544) and 100.64.0.0/10 (RFC 6598).
package lab
