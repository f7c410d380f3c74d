package office

import "makes/i/internal/rnd"

const (
	minute = 60
	hour   = 3600
	day    = 86400
	kilo   = 1e3
	mega   = 1e6
)

type place int

const (
	lan    place = iota // the same VPC or one next to it
	branch              // over a VPN or a direct line
	cloud               // the Internet
)

type how int

const (
	asks  how = iota // the client asks, the server answers
	pushs            // the server sends, the client may answer
	beats            // as asks, with a clock and sizes that hardly vary
	users            // as asks, in the bursts of a person
	polls            // the server answers late, and the client asks again at once
	both             // either side starts
)

// talk is one kind of exchange in a service: how often, and the bytes of the
// first message and of the one that answers it.
type talk struct {
	how                how
	every, first, then rnd.Span
}

type (
	span  = rnd.Span
	ports = []uint16
	talks = []talk
)

// spec is a kind of service. Roles are those of hosts: desktop, controller,
// files and print, mail, base, application, erp, jump, logs, voice.
type spec struct {
	name  string
	who   string // roles of its clients
	by    byte   // role of its servers; 0 if they have none here
	at    place
	ports ports
	tls   float64 // probability
	life  span    // seconds of a connection; none: one for each exchange
	pool  span    // connections
	hours float64 // probability that it is used in office hours only
	greet int     // exchanges at login, at most
	talks talks
}

var specs = []spec{
	// Directory services.
	{"ldap", "dfmaejlv", 'c', lan, ports{389, 3268}, 0, span{minute, 8 * hour}, span{1, 3}, 0.3, 3, talks{{asks, span{3, 900}, span{60, 700}, span{120, 20 * kilo}}}},
	{"ldaps", "maelv", 'c', lan, ports{636, 3269}, 1, span{5 * minute, 12 * hour}, span{1, 4}, 0.1, 2, talks{{asks, span{2, 600}, span{70, 500}, span{20, 8 * kilo}}, {beats, span{10, 300}, span{14, 80}, span{14, 120}}}},
	{"ldap-persistent-search", "ael", 'c', lan, ports{389, 636}, 0.5, span{2 * hour, 4 * day}, span{1, 1}, 0, 2, talks{{pushs, span{5, 1800}, span{200, 2500}, span{0, 0}}, {beats, span{20, 300}, span{40, 90}, span{14, 60}}}},
	{"kerberos", "dfmbaejlv", 'c', lan, ports{88, 464}, 0, span{}, span{1, 1}, 0.4, 0, talks{{asks, span{60, 2 * hour}, span{200, 2800}, span{150, 3200}}}},
	{"netlogon-rpc", "dfmaej", 'c', lan, ports{135, 49155, 49667, 49670}, 0, span{minute, hour}, span{1, 1}, 0.4, 2, talks{{asks, span{60, 3600}, span{120, 900}, span{80, 1200}}}},
	{"ad-replication", "c", 'c', branch, ports{49155, 49667, 135}, 0, span{10 * minute, 3 * hour}, span{1, 2}, 0, 3, talks{{asks, span{15, 900}, span{200, 900}, span{200, 300 * kilo}}}},
	{"sysvol-dfsr", "cf", 'c', lan, ports{5722, 49668}, 0, span{hour, 2 * day}, span{1, 2}, 0, 2, talks{{polls, span{20, 1800}, span{150, 500}, span{120, 4 * kilo}}, {asks, span{300, 4 * hour}, span{300, 2 * kilo}, span{kilo, 5 * mega}}}},
	{"adws", "jal", 'c', lan, ports{9389}, 0, span{minute, hour}, span{1, 1}, 0.7, 2, talks{{asks, span{20, 1200}, span{500, 3 * kilo}, span{kilo, 60 * kilo}}}},
	{"ad-connect", "c", 0, cloud, ports{443}, 1, span{}, span{1, 1}, 0, 0, talks{{asks, span{2 * minute, 30 * minute}, span{600, 9 * kilo}, span{400, 6 * kilo}}}},
	{"pass-through-auth", "ca", 0, cloud, ports{443}, 1, span{hour, day}, span{2, 6}, 0, 2, talks{{polls, span{10, 600}, span{120, 700}, span{90, 1500}}, {beats, span{30, 120}, span{20, 80}, span{20, 80}}}},
	{"radius-radsec", "v", 'c', branch, ports{2083}, 1, span{hour, 3 * day}, span{1, 2}, 0.3, 0, talks{{asks, span{1, 300}, span{90, 600}, span{40, 350}}, {beats, span{10, 60}, span{38, 60}, span{20, 60}}}},
	{"tacacs", "jl", 'c', lan, ports{49}, 0, span{}, span{1, 1}, 0.3, 1, talks{{asks, span{30, 1800}, span{40, 180}, span{18, 120}}}},
	{"sssd-ipa", "baej", 'c', lan, ports{389, 88}, 0.6, span{15 * minute, 4 * hour}, span{1, 1}, 0, 3, talks{{asks, span{30, 5400}, span{120, 600}, span{40, 3 * kilo}}}},
	{"oidc-token", "dam", 0, cloud, ports{443}, 1, span{}, span{1, 1}, 0.4, 0, talks{{asks, span{5 * minute, 90 * minute}, span{800, 4 * kilo}, span{1500, 6 * kilo}}}},
	{"scim-sync", "ca", 0, cloud, ports{443}, 1, span{}, span{1, 2}, 0, 0, talks{{asks, span{20, 40 * minute}, span{300, 5 * kilo}, span{200, 80 * kilo}}}},
	// Files and printing.
	{"smb", "dfaejb", 'f', lan, ports{445}, 0, span{15 * minute, 12 * hour}, span{1, 2}, 0.7, 5, talks{{users, span{20, 1200}, span{120, 600}, span{100, 400 * kilo}}, {beats, span{30, 600}, span{72, 124}, span{72, 180}}}},
	{"smb-write", "dae", 'f', lan, ports{445}, 0, span{10 * minute, 6 * hour}, span{1, 1}, 0.6, 5, talks{{asks, span{30, 3600}, span{2 * kilo, 2 * mega}, span{84, 200}}}},
	{"smb-notify", "da", 'f', lan, ports{445}, 0, span{hour, day}, span{1, 1}, 0.5, 4, talks{{polls, span{15, 1200}, span{100, 160}, span{76, 400}}, {beats, span{30, 120}, span{72, 72}, span{72, 72}}}},
	{"nfs", "abel", 'f', lan, ports{2049}, 0, span{hour, 6 * day}, span{1, 4}, 0, 3, talks{{asks, span{0.8, 300}, span{120, 400}, span{100, 64 * kilo}}, {beats, span{20, 60}, span{100, 160}, span{60, 120}}}},
	{"nfs-idle-lease", "abe", 'f', lan, ports{2049}, 0, span{6 * hour, 9 * day}, span{1, 1}, 0, 3, talks{{beats, span{30, 60}, span{132, 168}, span{84, 120}}}},
	{"print-ipp", "df", 'f', branch, ports{631, 443}, 0.4, span{}, span{1, 1}, 0.8, 0, talks{{beats, span{10, 600}, span{300, 900}, span{250, 3 * kilo}}}},
	{"print-jetdirect", "f", 0, branch, ports{9100}, 0, span{}, span{1, 1}, 0.8, 0, talks{{users, span{120, 3600}, span{5 * kilo, 4 * mega}, span{0, 200}}}},
	{"print-lpd", "fe", 0, branch, ports{515}, 0, span{}, span{1, 1}, 0.6, 2, talks{{asks, span{60, 3600}, span{200, 300 * kilo}, span{1, 1}}}},
	{"universal-print", "f", 0, cloud, ports{443}, 1, span{20 * minute, day}, span{1, 4}, 0, 1, talks{{polls, span{30, 1200}, span{90, 400}, span{60, 900}}}},
	{"onedrive-sync", "d", 0, cloud, ports{443}, 1, span{10 * minute, 3 * hour}, span{1, 2}, 0.8, 1, talks{{polls, span{20, 900}, span{300, 1200}, span{200, 1500}}, {users, span{120, 3600}, span{600, 300 * kilo}, span{500, 20 * kilo}}}},
	{"sftp-drop", "ae", 0, cloud, ports{22, 2222}, 0, span{}, span{1, 1}, 0, 6, talks{{asks, span{5 * minute, 4 * hour}, span{500, 2 * mega}, span{40, 200}}}},
	{"ftps", "a", 0, cloud, ports{990, 21}, 0.7, span{}, span{1, 1}, 0.3, 6, talks{{asks, span{10 * minute, 6 * hour}, span{10, 60}, span{40, 100 * kilo}}}},
	{"rsync", "afb", 'f', branch, ports{873}, 0, span{}, span{1, 1}, 0, 2, talks{{asks, span{5 * minute, 6 * hour}, span{50, 5 * kilo}, span{100, 3 * mega}}}},
	{"iscsi-nop", "bf", 0, lan, ports{3260}, 0, span{day, 20 * day}, span{1, 4}, 0, 2, talks{{beats, span{5, 30}, span{48, 48}, span{48, 48}}, {asks, span{5, 600}, span{48, 9 * kilo}, span{48, 64 * kilo}}}},
	// Mail.
	{"imap-idle", "dam", 'm', cloud, ports{993, 143}, 0.9, span{20 * minute, day}, span{1, 5}, 0.4, 5, talks{{pushs, span{20, 1800}, span{18, 160}, span{0, 60}}, {beats, span{2 * minute, 29 * minute}, span{6, 18}, span{20, 60}}}},
	{"imap-poll", "da", 'm', branch, ports{993}, 1, span{}, span{1, 1}, 0.5, 5, talks{{asks, span{30, 1800}, span{12, 60}, span{30, 3 * kilo}}}},
	{"pop3", "da", 'm', branch, ports{995, 110}, 0.7, span{}, span{1, 1}, 0.5, 4, talks{{asks, span{60, 1800}, span{6, 14}, span{9, 30 * kilo}}}},
	{"smtp-relay", "amefl", 'm', lan, ports{25, 587}, 0.5, span{}, span{1, 1}, 0.2, 4, talks{{asks, span{20, 3600}, span{800, 200 * kilo}, span{30, 110}}}},
	{"smtp-out", "m", 0, cloud, ports{25}, 0.8, span{}, span{1, 3}, 0.3, 4, talks{{asks, span{15, 1200}, span{2 * kilo, 600 * kilo}, span{40, 120}}}},
	{"smtp-probe", "l", 'm', lan, ports{25}, 0, span{}, span{1, 1}, 0, 0, talks{{beats, span{10, 300}, span{6, 22}, span{40, 140}}}},
	{"activesync-ping", "vm", 'm', branch, ports{443}, 1, span{20 * minute, day}, span{1, 6}, 0.2, 1, talks{{polls, span{60, 3400}, span{400, 1100}, span{250, 600}}}},
	{"mapi-http", "d", 0, cloud, ports{443}, 1, span{10 * minute, 4 * hour}, span{2, 5}, 0.8, 1, talks{{polls, span{15, 300}, span{600, 1600}, span{300, 900}}, {users, span{10, 600}, span{700, 12 * kilo}, span{500, 60 * kilo}}}},
	{"outlook-notifications", "d", 0, cloud, ports{443}, 1, span{15 * minute, hour}, span{1, 1}, 0.8, 1, talks{{pushs, span{10, 400}, span{90, 900}, span{0, 0}}, {beats, span{5, 60}, span{35, 90}, span{35, 60}}}},
	{"exchange-dag", "m", 'm', branch, ports{64327}, 0, span{hour, 4 * day}, span{1, 3}, 0, 2, talks{{asks, span{0.7, 60}, span{100, 1 * mega}, span{60, 200}}, {beats, span{1, 30}, span{50, 300}, span{50, 300}}}},
	{"ews-subscription", "am", 'm', lan, ports{443}, 1, span{10 * minute, hour}, span{1, 4}, 0, 2, talks{{pushs, span{5, 600}, span{400, 1800}, span{0, 0}}, {beats, span{20, 60}, span{5, 90}, span{300, 700}}}},
	// Databases.
	{"mssql-pool", "ae", 'b', lan, ports{1433}, 0.4, span{4 * minute, 8 * hour}, span{2, 12}, 0.3, 3, talks{{asks, span{1, 240}, span{80, 900}, span{40, 6 * kilo}}}},
	{"mssql-monitor", "l", 'b', lan, ports{1433}, 0.5, span{hour, 3 * day}, span{1, 2}, 0, 3, talks{{beats, span{3, 120}, span{150, 4 * kilo}, span{100, 9 * kilo}}}},
	{"mssql-always-on", "b", 'b', lan, ports{5022}, 1, span{2 * hour, 8 * day}, span{1, 1}, 0, 2, talks{{both, span{0.7, 30}, span{150, 20 * kilo}, span{90, 200}}, {beats, span{1, 10}, span{60, 140}, span{60, 140}}}},
	{"mssql-broker", "ab", 'b', lan, ports{1433, 4022}, 0.5, span{hour, 2 * day}, span{1, 3}, 0, 3, talks{{polls, span{4, 900}, span{180, 700}, span{50, 900}}}},
	{"oracle-net", "ae", 'b', lan, ports{1521, 2484}, 0.3, span{10 * minute, 2 * day}, span{1, 10}, 0.2, 5, talks{{asks, span{1, 300}, span{60, 1200}, span{90, 8 * kilo}}, {beats, span{60, 600}, span{10, 21}, span{10, 27}}}},
	{"oracle-dataguard", "b", 'b', branch, ports{1521}, 0.3, span{5 * hour, 9 * day}, span{1, 2}, 0, 4, talks{{asks, span{0.8, 20}, span{512, 300 * kilo}, span{60, 200}}, {beats, span{6, 60}, span{80, 200}, span{60, 160}}}},
	{"postgres-pool", "alm", 'b', lan, ports{5432, 6432}, 0.6, span{10 * minute, day}, span{1, 10}, 0.1, 3, talks{{asks, span{1, 300}, span{50, 1500}, span{40, 9 * kilo}}, {beats, span{10, 120}, span{14, 40}, span{20, 70}}}},
	{"postgres-listen", "a", 'b', lan, ports{5432}, 0.7, span{2 * hour, 6 * day}, span{1, 3}, 0, 3, talks{{pushs, span{2, 600}, span{30, 500}, span{0, 0}}, {beats, span{10, 300}, span{13, 30}, span{20, 70}}}},
	{"postgres-replication", "b", 'b', branch, ports{5432}, 0.6, span{day, 20 * day}, span{1, 1}, 0, 3, talks{{pushs, span{0.7, 30}, span{60, 60 * kilo}, span{39, 39}}, {beats, span{10, 10}, span{39, 39}, span{23, 23}}}},
	{"mysql", "al", 'b', lan, ports{3306}, 0.5, span{minute, 8 * hour}, span{1, 8}, 0.1, 2, talks{{asks, span{1, 300}, span{30, 900}, span{11, 12 * kilo}}, {beats, span{15, 600}, span{5, 5}, span{11, 11}}}},
	{"db2-drda", "e", 'b', branch, ports{50000, 446}, 0.2, span{10 * minute, day}, span{1, 6}, 0.3, 4, talks{{asks, span{2, 400}, span{120, 1500}, span{100, 5 * kilo}}}},
	{"hana-sql", "e", 'b', lan, ports{30013, 30015, 30041}, 0.3, span{5 * minute, day}, span{2, 10}, 0.2, 4, talks{{asks, span{1, 180}, span{90, 2 * kilo}, span{80, 16 * kilo}}, {beats, span{15, 180}, span{56, 120}, span{56, 120}}}},
	{"redis", "a", 'b', lan, ports{6379}, 0.2, span{hour, 5 * day}, span{1, 5}, 0, 1, talks{{asks, span{0.8, 120}, span{25, 400}, span{5, 3 * kilo}}, {beats, span{3, 60}, span{14, 14}, span{7, 7}}}},
	{"redis-pubsub", "a", 'b', lan, ports{6379, 6380}, 0.3, span{hour, 5 * day}, span{1, 2}, 0, 1, talks{{pushs, span{1, 120}, span{50, 900}, span{0, 0}}, {beats, span{10, 60}, span{14, 14}, span{20, 40}}}},
	{"mongodb", "a", 'b', lan, ports{27017}, 0.5, span{hour, 5 * day}, span{1, 5}, 0, 2, talks{{polls, span{2, 10}, span{130, 300}, span{200, 900}}, {asks, span{2, 300}, span{120, 900}, span{60, 9 * kilo}}}},
	{"cassandra", "a", 'b', lan, ports{9042}, 0.3, span{hour, 9 * day}, span{1, 4}, 0, 2, talks{{asks, span{1, 120}, span{50, 800}, span{20, 4 * kilo}}, {beats, span{30, 30}, span{9, 9}, span{9, 90}}}},
	{"zookeeper", "ab", 'b', lan, ports{2181}, 0, span{hour, 9 * day}, span{1, 2}, 0, 1, talks{{beats, span{1.3, 15}, span{12, 12}, span{20, 20}}, {pushs, span{60, 3600}, span{40, 300}, span{0, 60}}}},
	// SAP and other business programs.
	{"sap-gui", "d", 'e', branch, ports{3200, 3201, 3210}, 0, span{30 * minute, 9 * hour}, span{1, 2}, 0.9, 3, talks{{users, span{15, 600}, span{150, 2 * kilo}, span{400, 12 * kilo}}, {beats, span{60, 1200}, span{8, 12}, span{8, 12}}}},
	{"sap-rfc", "ae", 'e', lan, ports{3300, 3301}, 0.1, span{minute, 10 * hour}, span{1, 5}, 0.2, 2, talks{{asks, span{3, 600}, span{300, 5 * kilo}, span{200, 9 * kilo}}}},
	{"sap-message-server", "e", 'e', lan, ports{3600, 3900}, 0, span{2 * hour, 9 * day}, span{1, 2}, 0, 2, talks{{both, span{2, 120}, span{110, 400}, span{0, 400}}, {beats, span{5, 60}, span{110, 120}, span{110, 120}}}},
	{"sap-enqueue", "e", 'e', lan, ports{3201, 3202}, 0, span{2 * hour, 9 * day}, span{1, 4}, 0.1, 1, talks{{asks, span{1, 90}, span{200, 700}, span{100, 500}}}},
	{"sap-cloud-connector", "e", 0, cloud, ports{443}, 1, span{2 * hour, 5 * day}, span{1, 4}, 0, 2, talks{{beats, span{10, 60}, span{20, 90}, span{20, 90}}, {pushs, span{5, 1200}, span{300, 3 * kilo}, span{300, 20 * kilo}}}},
	{"idoc-as2", "e", 0, cloud, ports{443, 4080}, 0.8, span{}, span{1, 1}, 0.3, 0, talks{{asks, span{3 * minute, 4 * hour}, span{2 * kilo, 400 * kilo}, span{400, 2 * kilo}}}},
	{"ibm-mq", "ae", 'a', lan, ports{1414, 1415}, 0.5, span{hour, 9 * day}, span{1, 5}, 0, 4, talks{{polls, span{2, 300}, span{110, 400}, span{80, 2 * kilo}}, {beats, span{10, 300}, span{28, 36}, span{28, 36}}}},
	{"amqp", "ae", 'a', lan, ports{5671, 5672}, 0.5, span{hour, 9 * day}, span{1, 3}, 0, 4, talks{{pushs, span{1, 300}, span{100, 2 * kilo}, span{21, 21}}, {both, span{10, 60}, span{8, 8}, span{0, 0}}}},
	{"kafka-consumer", "ael", 'a', lan, ports{9092, 9093}, 0.4, span{hour, 9 * day}, span{1, 4}, 0, 3, talks{{polls, span{0.5, 60}, span{80, 250}, span{17, 3 * kilo}}, {beats, span{3, 10}, span{60, 110}, span{16, 20}}}},
	{"jms-stomp", "ae", 'a', lan, ports{61613, 61616}, 0.3, span{20 * minute, 5 * day}, span{1, 2}, 0.1, 2, talks{{pushs, span{2, 600}, span{150, 2 * kilo}, span{40, 120}}, {both, span{5, 30}, span{1, 12}, span{0, 0}}}},
	{"fix-session", "ae", 0, cloud, ports{9876, 5001, 443}, 0.5, span{hour, day}, span{1, 2}, 0.4, 1, talks{{both, span{10, 60}, span{78, 110}, span{0, 0}}, {both, span{2, 600}, span{140, 420}, span{120, 420}}}},
	{"as400-tn5250", "d", 0, branch, ports{23, 992}, 0.5, span{20 * minute, 9 * hour}, span{1, 2}, 0.9, 4, talks{{users, span{10, 400}, span{15, 250}, span{120, 2200}}, {beats, span{60, 900}, span{2, 6}, span{2, 6}}}},
	{"soap-service", "ae", 'a', lan, ports{8080, 8443, 443}, 0.5, span{}, span{1, 3}, 0.2, 0, talks{{asks, span{5, 600}, span{700, 6 * kilo}, span{600, 20 * kilo}}}},
	{"grpc-stream", "a", 'a', lan, ports{50051, 8443}, 0.5, span{20 * minute, 2 * day}, span{1, 3}, 0, 1, talks{{both, span{1, 120}, span{40, 1200}, span{0, 300}}, {beats, span{10, 300}, span{17, 17}, span{17, 17}}}},
	// Management agents.
	{"wsus", "dfmbaejlv", 'l', lan, ports{8530, 8531}, 0.4, span{}, span{1, 1}, 0.3, 0, talks{{asks, span{20 * minute, 22 * hour}, span{800, 20 * kilo}, span{2 * kilo, 3 * mega}}}},
	{"sccm-policy", "dfmbaej", 'l', lan, ports{80, 443}, 0.5, span{}, span{1, 2}, 0.3, 0, talks{{asks, span{3 * minute, hour}, span{600, 3 * kilo}, span{300, 30 * kilo}}}},
	{"sccm-notification", "dfmbaej", 'l', lan, ports{10123}, 0.8, span{2 * hour, 9 * day}, span{1, 1}, 0.4, 1, talks{{beats, span{3 * minute, 15 * minute}, span{60, 300}, span{40, 260}}, {pushs, span{hour, 9 * hour}, span{200, 900}, span{90, 400}}}},
	{"scom-agent", "cfmbae", 'l', lan, ports{5723}, 0.6, span{3 * hour, 9 * day}, span{1, 1}, 0, 3, talks{{beats, span{30, 300}, span{250, 1500}, span{40, 150}}, {asks, span{10, 900}, span{400, 20 * kilo}, span{40, 200}}}},
	{"intune", "d", 0, cloud, ports{443}, 1, span{}, span{1, 1}, 0.7, 0, talks{{asks, span{10 * minute, 8 * hour}, span{2 * kilo, 20 * kilo}, span{2 * kilo, 90 * kilo}}}},
	{"windows-push", "d", 0, cloud, ports{443}, 1, span{hour, 2 * day}, span{1, 1}, 0.6, 2, talks{{beats, span{3 * minute, 20 * minute}, span{20, 70}, span{20, 70}}, {pushs, span{4 * minute, 5 * hour}, span{200, 2500}, span{30, 90}}}},
	{"ssm-agent", "cfmbaejlv", 0, cloud, ports{443}, 1, span{hour, 5 * hour}, span{1, 2}, 0, 1, talks{{beats, span{minute, 5 * minute}, span{4, 130}, span{4, 130}}, {polls, span{20, 20}, span{900, 1500}, span{250, 600}}}},
	{"puppet", "baej", 'l', lan, ports{8140}, 1, span{}, span{1, 1}, 0, 0, talks{{asks, span{10 * minute, 3 * hour}, span{20 * kilo, 200 * kilo}, span{30 * kilo, 600 * kilo}}}},
	{"salt-minion", "bael", 'l', lan, ports{4505, 4506}, 0, span{3 * hour, 9 * day}, span{1, 2}, 0, 2, talks{{pushs, span{2 * minute, 3 * hour}, span{200, 3 * kilo}, span{300, 3 * kilo}}, {beats, span{30, 600}, span{9, 70}, span{0, 70}}}},
	{"rmm-agent", "dfma", 0, cloud, ports{443, 8883, 8027}, 1, span{20 * minute, 2 * day}, span{1, 2}, 0.4, 2, talks{{beats, span{5, 180}, span{30, 400}, span{30, 300}}, {pushs, span{2 * minute, 3 * hour}, span{120, 3 * kilo}, span{120, 9 * kilo}}}},
	{"teamviewer-standby", "dj", 0, cloud, ports{5938, 443}, 0.3, span{2 * hour, 3 * day}, span{1, 1}, 0.3, 4, talks{{beats, span{10, 120}, span{16, 90}, span{16, 90}}}},
	{"antivirus-console", "dfmbaej", 'l', lan, ports{8443, 8014, 13000, 443}, 0.8, span{}, span{1, 1}, 0.3, 1, talks{{beats, span{30, 2 * hour}, span{400, 5 * kilo}, span{200, 9 * kilo}}}},
	{"edr-sensor", "dcfmbaej", 0, cloud, ports{443}, 1, span{hour, 3 * day}, span{1, 1}, 0.2, 3, talks{{asks, span{2, 120}, span{200, 5 * kilo}, span{20, 200}}, {pushs, span{20, 1800}, span{60, 900}, span{30, 400}}, {beats, span{20, 120}, span{14, 60}, span{14, 60}}}},
	{"antivirus-updates", "dfma", 0, cloud, ports{443, 80}, 0.5, span{}, span{1, 1}, 0.2, 0, talks{{asks, span{20 * minute, 6 * hour}, span{300, 900}, span{500, 6 * mega}}}},
	{"vulnerability-agent", "cfmbae", 0, cloud, ports{443}, 1, span{}, span{1, 1}, 0, 0, talks{{beats, span{30, 30 * minute}, span{300, 2500}, span{200, 1500}}, {asks, span{2 * hour, 9 * hour}, span{50 * kilo, 3 * mega}, span{200, 900}}}},
	{"kms-activation", "dfma", 'c', lan, ports{1688}, 0, span{}, span{1, 1}, 0.5, 1, talks{{asks, span{20 * minute, 8 * hour}, span{260, 300}, span{190, 260}}}},
	{"licence-server", "dae", 'a', branch, ports{27000, 27001, 5053, 1947}, 0, span{20 * minute, 10 * hour}, span{1, 3}, 0.6, 3, talks{{beats, span{20, 1200}, span{20, 180}, span{20, 180}}}},
	// Remote work.
	{"rdp", "dj", 'j', branch, ports{3389}, 1, span{10 * minute, 9 * hour}, span{1, 1}, 0.9, 8, talks{{users, span{1, 60}, span{20, 160}, span{60, 30 * kilo}}, {both, span{20, 120}, span{12, 60}, span{0, 40}}}},
	{"rdp-idle", "dj", 'j', branch, ports{3389}, 1, span{hour, 2 * day}, span{1, 2}, 0.4, 8, talks{{pushs, span{10, 90}, span{40, 900}, span{0, 60}}, {beats, span{30, 300}, span{14, 50}, span{14, 50}}}},
	{"citrix-ica", "d", 'j', branch, ports{1494, 2598}, 0.3, span{20 * minute, 10 * hour}, span{1, 2}, 0.9, 6, talks{{users, span{1, 40}, span{20, 140}, span{60, 12 * kilo}}, {beats, span{10, 60}, span{6, 40}, span{6, 40}}}},
	{"citrix-vda-broker", "dj", 'a', lan, ports{80, 443}, 0.4, span{}, span{1, 1}, 0, 0, talks{{beats, span{minute, 10 * minute}, span{700, 3 * kilo}, span{500, 1800}}}},
	{"avd-broker", "d", 0, cloud, ports{443}, 1, span{hour, 3 * day}, span{1, 2}, 0, 2, talks{{beats, span{15, 60}, span{6, 300}, span{6, 90}}, {pushs, span{minute, 2 * hour}, span{200, 2 * kilo}, span{200, 3 * kilo}}}},
	{"ssh-idle", "j", 'a', lan, ports{22}, 0, span{20 * minute, 2 * day}, span{1, 4}, 0.4, 7, talks{{beats, span{15, 300}, span{44, 80}, span{28, 44}}, {users, span{minute, hour}, span{36, 60}, span{36, 2 * kilo}}}},
	{"ssh-shell", "jl", 'b', lan, ports{22}, 0, span{2 * minute, 4 * hour}, span{1, 2}, 0.7, 7, talks{{users, span{5, 300}, span{36, 52}, span{36, 4 * kilo}}}},
	{"winrm", "jl", 'a', lan, ports{5985, 5986}, 0.4, span{minute, 2 * hour}, span{1, 2}, 0.3, 3, talks{{polls, span{5, 60}, span{900, 2200}, span{800, 3 * kilo}}}},
	{"vpn-gateway", "v", 0, branch, ports{443, 1194}, 0.8, span{20 * minute, 10 * hour}, span{1, 3}, 0.7, 5, talks{{both, span{0.8, 30}, span{60, 1300}, span{0, 900}}, {both, span{10, 30}, span{16, 90}, span{0, 0}}}},
	{"guacamole", "d", 'j', lan, ports{443, 8443}, 1, span{10 * minute, 6 * hour}, span{1, 1}, 0.8, 3, talks{{both, span{5, 15}, span{10, 40}, span{0, 40}}, {users, span{1, 90}, span{20, 60}, span{200, 9 * kilo}}}},
	// Logs and monitoring.
	{"syslog-tls", "cfmbaejv", 'l', lan, ports{6514, 514, 1514}, 0.6, span{hour, 9 * day}, span{1, 2}, 0.1, 0, talks{{asks, span{1, 300}, span{100, 1500}, span{0, 0}}}},
	{"splunk-forwarder", "cfmbaej", 'l', lan, ports{9997}, 0.5, span{5 * minute, day}, span{1, 2}, 0, 2, talks{{asks, span{2, 60}, span{300, 30 * kilo}, span{0, 60}}, {beats, span{30, 30}, span{30, 60}, span{0, 12}}}},
	{"splunk-deployment", "cfmbaej", 'l', lan, ports{8089}, 1, span{}, span{1, 1}, 0, 0, talks{{beats, span{30, 600}, span{500, 1500}, span{500, 2500}}}},
	{"beats-lumberjack", "bael", 'l', lan, ports{5044}, 0.6, span{hour, 9 * day}, span{1, 2}, 0, 0, talks{{asks, span{1, 60}, span{200, 20 * kilo}, span{6, 6}}}},
	{"wef-subscription", "dcfmaej", 'l', lan, ports{5985, 5986}, 0.3, span{5 * minute, 5 * hour}, span{1, 1}, 0.2, 2, talks{{asks, span{5, 900}, span{2 * kilo, 60 * kilo}, span{500, 1200}}, {beats, span{30, 900}, span{1200, 2500}, span{700, 1400}}}},
	{"wazuh-agent", "dcfbae", 'l', lan, ports{1514}, 0, span{2 * hour, 9 * day}, span{1, 1}, 0.1, 1, talks{{asks, span{2, 120}, span{120, 900}, span{0, 0}}, {beats, span{10, 60}, span{90, 220}, span{73, 90}}}},
	{"zabbix-active", "cfmbaej", 'l', lan, ports{10051}, 0.3, span{}, span{1, 1}, 0, 0, talks{{beats, span{1.5, 120}, span{90, 3 * kilo}, span{90, 300}}}},
	{"zabbix-passive", "l", 'a', lan, ports{10050}, 0.2, span{}, span{1, 3}, 0, 0, talks{{asks, span{1.5, 60}, span{20, 90}, span{14, 60}}}},
	{"prometheus-scrape", "l", 'b', lan, ports{9100, 9182, 8080, 9187}, 0.2, span{hour, 9 * day}, span{1, 2}, 0, 0, talks{{beats, span{5, 120}, span{180, 400}, span{3 * kilo, 90 * kilo}}}},
	{"nagios-nrpe", "l", 'f', lan, ports{5666, 12489}, 0.7, span{}, span{1, 3}, 0, 0, talks{{beats, span{20, 600}, span{40, 1036}, span{30, 1036}}}},
	{"wmi-poll", "l", 'm', lan, ports{135, 49666}, 0, span{minute, 2 * hour}, span{1, 2}, 0, 3, talks{{beats, span{15, 900}, span{200, 1500}, span{200, 12 * kilo}}}},
	{"tcp-check", "lv", 'a', lan, ports{443, 8080, 3389, 25, 1521}, 0, span{}, span{1, 2}, 0, 0, talks{{beats, span{2, 60}, span{0, 0}, span{0, 0}}}},
	{"cloud-metrics", "cfmbaejlv", 0, cloud, ports{443}, 1, span{}, span{1, 1}, 0, 0, talks{{beats, span{10, 300}, span{600, 30 * kilo}, span{200, 700}}}},
	{"apm-agent", "ae", 0, cloud, ports{443, 8200}, 0.9, span{20 * minute, day}, span{1, 2}, 0, 1, talks{{beats, span{5, 60}, span{400, 20 * kilo}, span{100, 500}}, {beats, span{20, 60}, span{150, 500}, span{90, 600}}}},
	{"log-tail-websocket", "jl", 'l', lan, ports{443, 8000}, 0.8, span{10 * minute, 9 * hour}, span{1, 1}, 0.6, 1, talks{{pushs, span{0.8, 60}, span{120, 1500}, span{0, 0}}, {both, span{15, 60}, span{2, 10}, span{2, 10}}}},
	// Backup.
	{"veeam-control", "fmbae", 'l', lan, ports{9392, 6160, 2500}, 0.5, span{20 * minute, 12 * hour}, span{1, 3}, 0, 3, talks{{beats, span{5, 300}, span{40, 500}, span{40, 500}}}},
	{"backup-stream", "fmbae", 'l', lan, ports{2500, 10000, 8400, 1556}, 0.3, span{}, span{1, 2}, 0, 2, talks{{asks, span{2 * hour, day}, span{mega, 150 * mega}, span{100, 2 * kilo}}}},
	{"networker-tsm", "fmb", 'l', branch, ports{7937, 1500}, 0.4, span{5 * minute, 6 * hour}, span{1, 2}, 0, 4, talks{{asks, span{20, 1800}, span{100, 400 * kilo}, span{20, 300}}, {beats, span{30, 600}, span{24, 120}, span{24, 120}}}},
	{"commvault-cvd", "fmbae", 'l', branch, ports{8400, 8403}, 0.6, span{hour, 4 * day}, span{1, 2}, 0, 3, talks{{both, span{30, 300}, span{60, 400}, span{40, 400}}}},
	// Telephony and chat.
	{"sip-tls", "dv", 'v', branch, ports{5061, 5060}, 0.7, span{hour, 3 * day}, span{1, 1}, 0.4, 2, talks{{beats, span{20, 600}, span{4, 700}, span{2, 500}}, {both, span{5 * minute, 2 * hour}, span{500, 1600}, span{300, 1200}}}},
	{"sccp-phone", "v", 'v', branch, ports{2000, 2443}, 0.2, span{2 * hour, 9 * day}, span{1, 6}, 0, 6, talks{{beats, span{30, 60}, span{12, 12}, span{12, 12}}, {both, span{2 * minute, 2 * hour}, span{20, 300}, span{16, 200}}}},
	{"xmpp-jabber", "d", 'v', branch, ports{5222}, 1, span{hour, 2 * day}, span{1, 1}, 0.5, 5, talks{{both, span{30, 1200}, span{120, 700}, span{0, 400}}, {beats, span{30, 300}, span{1, 90}, span{0, 90}}}},
	{"teams-trouter", "d", 0, cloud, ports{443}, 1, span{30 * minute, day}, span{1, 2}, 0.6, 2, talks{{beats, span{10, 45}, span{5, 90}, span{5, 60}}, {pushs, span{20, 900}, span{300, 4 * kilo}, span{60, 200}}}},
	{"slack-websocket", "d", 0, cloud, ports{443}, 1, span{hour, day}, span{1, 1}, 0.6, 1, talks{{beats, span{5, 30}, span{30, 60}, span{60, 120}}, {pushs, span{5, 300}, span{90, 1800}, span{0, 0}}}},
	{"presence-signalr", "da", 0, cloud, ports{443}, 1, span{20 * minute, 12 * hour}, span{1, 2}, 0.4, 2, talks{{both, span{15, 15}, span{11, 11}, span{0, 0}}, {pushs, span{2, 400}, span{60, 900}, span{0, 90}}}},
	{"cti-link", "av", 'v', lan, ports{1720, 3804, 2748}, 0.2, span{3 * hour, 9 * day}, span{1, 2}, 0.1, 3, talks{{beats, span{5, 60}, span{12, 60}, span{12, 60}}, {pushs, span{3, 300}, span{80, 600}, span{0, 60}}}},
	// Things, rates, chains: sparse and small, both ways, for days.
	{"mqtt-building", "av", 0, branch, ports{1883, 8883}, 0.6, span{hour, 9 * day}, span{1, 3}, 0, 1, talks{{both, span{2, 300}, span{30, 400}, span{0, 4}}, {beats, span{15, 300}, span{2, 2}, span{2, 2}}}},
	{"opcua-bacnet-gateway", "a", 0, branch, ports{4840, 47808, 502}, 0.1, span{hour, 9 * day}, span{1, 4}, 0, 2, talks{{beats, span{0.8, 60}, span{12, 200}, span{12, 900}}}},
	{"badge-reader", "av", 0, branch, ports{4050, 10001}, 0.3, span{2 * hour, 9 * day}, span{1, 4}, 0.2, 1, talks{{beats, span{3, 60}, span{6, 40}, span{6, 40}}, {pushs, span{30, 1800}, span{40, 200}, span{12, 60}}}},
	{"rates-websocket", "dae", 0, cloud, ports{443, 9443}, 1, span{20 * minute, day}, span{1, 2}, 0.4, 1, talks{{pushs, span{0.8, 60}, span{80, 900}, span{0, 0}}, {both, span{10, 180}, span{2, 30}, span{0, 30}}}},
	{"electrum-wallet", "da", 0, cloud, ports{50001, 50002}, 0.7, span{20 * minute, 2 * day}, span{1, 1}, 0.3, 3, talks{{pushs, span{5 * minute, 20 * minute}, span{200, 320}, span{0, 0}}, {beats, span{30, 300}, span{50, 80}, span{38, 70}}, {asks, span{5 * minute, 2 * hour}, span{100, 200}, span{60, 2 * kilo}}}},
	{"chain-rpc-subscription", "a", 0, cloud, ports{443, 8546}, 0.8, span{hour, 3 * day}, span{1, 2}, 0, 1, talks{{pushs, span{2, 15}, span{700, 1900}, span{0, 0}}, {asks, span{5, 600}, span{90, 300}, span{50, 2 * kilo}}}},
	{"chain-node-peer", "a", 0, cloud, ports{8333, 30303, 18080, 8233}, 0, span{hour, 2 * day}, span{1, 1}, 0, 2, talks{{both, span{1, 30}, span{61, 1200}, span{0, 600}}, {both, span{60, 120}, span{32, 32}, span{32, 32}}}},
	{"wallet-daemon-poll", "a", 'b', lan, ports{18081, 8332, 8545}, 0, span{10 * minute, day}, span{1, 1}, 0, 0, talks{{beats, span{1, 60}, span{180, 420}, span{200, 1800}}}},
	{"json-rpc-feed", "ae", 'a', lan, ports{3333, 4444, 7777, 9000, 443}, 0.4, span{30 * minute, 4 * day}, span{1, 2}, 0.1, 2, talks{{pushs, span{5, 180}, span{150, 900}, span{0, 0}}, {asks, span{4, 200}, span{90, 300}, span{30, 120}}, {beats, span{30, 120}, span{40, 90}, span{40, 90}}}},
	{"job-dispatcher", "abe", 'a', lan, ports{4730, 7000, 8786, 5555}, 0.3, span{30 * minute, 6 * day}, span{1, 3}, 0.2, 2, talks{{pushs, span{8, 300}, span{120, 1500}, span{40, 120}}, {asks, span{5, 120}, span{80, 400}, span{10, 90}}}},
	{"web-browsing", "dj", 0, cloud, ports{443, 80}, 0.9, span{}, span{1, 3}, 0.9, 0, talks{{users, span{15, 1200}, span{400, 2500}, span{kilo, 300 * kilo}}}},
	{"web-proxy", "d", 'a', lan, ports{8080, 3128}, 0, span{minute, hour}, span{1, 4}, 0.8, 1, talks{{users, span{10, 400}, span{500, 3 * kilo}, span{400, 100 * kilo}}}},
	{"intranet", "d", 'a', lan, ports{443, 80}, 0.8, span{}, span{1, 2}, 0.9, 0, talks{{users, span{30, 1800}, span{500, 3 * kilo}, span{kilo, 100 * kilo}}}},
	{"package-mirror", "bael", 0, cloud, ports{443, 80}, 0.5, span{}, span{1, 1}, 0, 0, talks{{asks, span{hour, 12 * hour}, span{200, 600}, span{10 * kilo, 20 * mega}}}},
	{"object-store", "afbel", 0, cloud, ports{443}, 1, span{}, span{1, 2}, 0.1, 0, talks{{asks, span{10, 3600}, span{600, 200 * kilo}, span{300, 200 * kilo}}}},
	{"queue-long-poll", "ae", 0, cloud, ports{443}, 1, span{5 * minute, 5 * hour}, span{1, 3}, 0, 0, talks{{polls, span{20, 20}, span{700, 1400}, span{250, 1500}}}},
}
