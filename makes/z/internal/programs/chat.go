package programs

import (
	"makes/z/internal/acts"
	"makes/z/internal/rng"
)

// chats: bots, messengers, mail, webhooks.
var chats = []Program{
	{Name: "slack-socket-mode", Tags: "chat", Where: Net, Ports: ports(443), Servers: 2, Make: func(k *Kit) acts.Plan {
		return short(k.talk(1, k.poke(acts.Every(k.log(5, 30), 0.1), k.fix(30, 60), k.fix(30, 60)), human(k.poke(k.rand(60, 2000), k.sz(700, 3000), k.fix(60, 70)))), k.every(3600, 18000), acts.Every(1, 0.5))
	}},
	{Name: "discord-gateway", Tags: "chat game", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.talk(1, k.ask(acts.Every(41.25, 0.001), k.fix(20, 26), k.fix(22, 28)), human(push(k.rand(2, 120), k.sz(150, 1200))))
	}},
	{Name: "telegram-bot-longpoll", Tags: "chat attack", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return work(k.talk(1), acts.Cycle{Ask: k.near(180, 350), Wait: rng.Pick(k.R, 10.0, 25, 30, 50, 60), Empty: k.near(280, 350), Job: k.sz(500, 1500), Come: k.rand(60, 3000), Busy: k.heavy(0.1, 2), Done: k.sz(300, 900), Ack: k.near(500, 900), Pause: acts.Every(0.05, 0.8)})
	}},
	{Name: "telegram-mtproto", Tags: "chat", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.talk(0, k.ask(acts.Every(60, 0.1), k.near(100, 150), k.near(100, 170)), human(push(k.rand(10, 300), k.sz(150, 900))))
	}},
	{Name: "matrix-sync", Tags: "chat lab", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return work(k.talk(1), acts.Cycle{Ask: k.near(250, 600), Wait: 30, Empty: k.near(200, 500), Job: k.sz(600, 4000), Come: k.rand(10, 600), Busy: acts.Every(0.02, 0.5), Done: k.near(250, 500), Ack: k.near(150, 300), Pause: acts.Every(0.02, 0.5)})
	}},
	{Name: "xmpp-client", Tags: "chat", Where: Net, Ports: ports(5222), Make: func(k *Kit) acts.Plan {
		return k.talk(0.9, k.ask(k.every(60, 300), k.near(90, 130), k.near(80, 120)), human(push(k.rand(20, 600), k.sz(150, 700))), tell(k.every(60, 300), k.fix(1, 1)))
	}},
	{Name: "xmpp-federation", Tags: "chat srv-chat", Where: Net, Ports: ports(5269), Servers: 3, Make: func(k *Kit) acts.Plan {
		return k.talk(0.9, human(tell(k.rand(20, 900), k.sz(150, 800))), k.ask(k.every(60, 600), k.fix(90, 130), k.fix(80, 110)))
	}},
	{Name: "irc-client", Tags: "chat attack", Where: Net, Ports: ports(6697, 6667), Make: func(k *Kit) acts.Plan {
		return k.talk(0.6, k.poke(k.every(60, 240), k.near(20, 45), k.near(20, 45)), human(push(k.rand(5, 400), k.sz(80, 250))))
	}},
	{Name: "mattermost-websocket", Tags: "chat", Where: Private, Ports: ports(443, 8065), Make: func(k *Kit) acts.Plan {
		return k.talk(0.8, k.ask(k.every(30, 60), k.near(30, 60), k.near(60, 100)), human(push(k.rand(8, 200), k.sz(200, 1500))))
	}},
	{Name: "zulip-event-queue", Tags: "chat lab", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return work(k.talk(1), acts.Cycle{Ask: k.near(300, 600), Wait: acts.Every(52, 0.1).Mean, Empty: k.near(300, 500), Job: k.sz(500, 2500), Come: k.rand(15, 500), Busy: acts.Every(0.02, 0.5), Done: k.near(300, 600), Ack: k.near(250, 400), Pause: acts.Every(0.1, 0.5)})
	}},
	{Name: "push-notification-client", Tags: "chat desk", Where: Net, Ports: ports(5228, 5223, 443), Make: func(k *Kit) acts.Plan {
		return k.talk(1, k.ask(acts.Every(k.log(280, 1700), 0.05), k.fix(6, 26), k.fix(6, 26)), human(push(k.rand(200, 4000), k.sz(150, 900))))
	}},
	{Name: "push-notification-provider", Tags: "chat media game app", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.talk(1, k.ask(k.every(60, 3600), k.fix(17, 17), k.fix(17, 17)), human(burst(k.ask(k.rand(20, 900), k.sz(250, 900), k.near(60, 150)), 4)))
	}},
	{Name: "webhook-sender", Tags: "chat app fin", Where: Net, Ports: ports(443), Servers: 5, Own: true, Make: func(k *Kit) acts.Plan {
		return byDay(k.poll(1, k.rand(40, 2000), k.sz(500, 3000), k.near(120, 500)))
	}},
	{Name: "webhook-receiver", Tags: "srv-web srv-chat", Where: Net, Ports: ports(443), Clients: 8, Make: func(k *Kit) acts.Plan {
		return byDay(k.poll(1, k.rand(30, 1500), k.sz(700, 4000), k.near(120, 350)))
	}},
	{Name: "teams-webhook", Tags: "chat msp", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.poll(1, k.rand(600, 9000), k.sz(700, 3000), k.near(400, 900))
	}},
	{Name: "whatsapp-gateway", Tags: "chat clinic school", Where: Net, Ports: ports(443, 5222), Make: func(k *Kit) acts.Plan {
		return k.talk(0, k.ask(acts.Every(k.log(20, 30), 0.1), k.near(30, 50), k.near(30, 60)), human(k.poke(k.rand(30, 900), k.sz(120, 700), k.near(40, 90))))
	}},
	{Name: "chat-websocket-support", Tags: "chat web", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return short(k.talk(1, k.ask(k.every(10, 30), k.fix(6, 40), k.fix(6, 40)), human(burst(push(k.rand(20, 300), k.sz(150, 900)), 0.7))), k.heavy(600, 9000), k.heavy(60, 3000))
	}},
	{Name: "imap-idle", Tags: "chat desk mail", Where: Net, Ports: ports(993), Servers: 2, Make: func(k *Kit) acts.Plan {
		return k.talk(1, k.ask(k.every(120, 1740), k.fix(14, 20), k.fix(30, 60)), human(burst(k.poke(k.rand(200, 4000), k.near(20, 50), k.near(30, 90)), 3)))
	}},
	{Name: "exchange-activesync", Tags: "desk mail", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return work(k.talk(1), acts.Cycle{Ask: k.near(500, 1200), Wait: rng.Pick(k.R, 470.0, 900, 1680), Empty: k.near(250, 500), Job: k.near(300, 600), Come: k.rand(200, 3000), Busy: acts.Every(0.2, 0.5), Done: k.sz(600, 1500), Ack: k.sz(900, 20000), Pause: acts.Every(0.1, 0.5)})
	}},
	{Name: "smtp-outbound", Tags: "mail app", Where: Net, Ports: ports(587, 465), Servers: 2, Make: func(k *Kit) acts.Plan {
		return byDay(rounds(k.poll(0.9, k.rand(200, 5000), k.sz(30, 9000), k.fix(20, 90)), 5, acts.Every(0.1, 0.5)))
	}},
	{Name: "smtp-inbound", Tags: "srv-mail", Where: Net, Ports: ports(25), Clients: 30, Own: true, Make: func(k *Kit) acts.Plan {
		return byDay(rounds(k.poll(0.6, k.heavy(600, 9000), k.odd(25, 90, 15000), k.fix(20, 90)), 5, acts.Every(0.1, 0.5)))
	}},
	{Name: "voip-sip-register", Tags: "chat clinic school iot", Where: Net, Ports: ports(5060), Make: func(k *Kit) acts.Plan {
		return k.grams(5060, wave(0, k.every(60, 600), k.near(450, 750), k.near(380, 600)), wave(0, k.every(15, 30), k.fix(2, 4), none()), wave(1, k.every(30, 60), k.near(350, 500), k.near(350, 500)))
	}},
	{Name: "presence-longpoll", Tags: "chat school web", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return work(k.talk(0.9), acts.Cycle{Ask: k.near(300, 900), Wait: rng.Pick(k.R, 15.0, 25, 30, 45), Empty: k.near(150, 400), Job: k.sz(250, 1500), Come: k.rand(10, 300), Busy: acts.Every(0.02, 0.5), Done: k.near(300, 700), Ack: k.near(150, 300), Pause: acts.Every(0.05, 0.5)})
	}},
	{Name: "chat-server-clients", Tags: "srv-chat", Where: Net, Ports: ports(443, 5222), Clients: 45, Own: true, Make: func(k *Kit) acts.Plan {
		return short(k.talk(0.9, k.ask(k.every(25, 120), k.fix(5, 60), k.fix(5, 60)), human(push(k.rand(15, 500), k.sz(100, 900))), human(k.ask(k.rand(100, 3000), k.sz(100, 500), k.near(30, 200)))), k.heavy(1200, 20000), k.heavy(300, 9000))
	}},
}
