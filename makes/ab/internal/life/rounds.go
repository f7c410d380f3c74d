package life

// rounds are workers who are told of each new round all at once, and bring
// what they found at times that nobody knows before: searches, trainings and
// auctions with a broker in the middle.
var rounds = []Kind{
	k("federated-rounds", at(0, 443), "gGt", "io", days, hello(ask(near(120, 400), near(200, 900))), on(cast(60, 900), note(near(300, 2500))), on(poisson(15, 240), ask(near(400, 1800), near(20, 90))), maybe(0.5, beat(ask(same(17, 17), same(17, 17)), 20, 60))),
	k("population-training", at(0, 443), "gWp", "io", days, on(cast(40, 600), note(near(200, 900))), on(poisson(10, 120), ask(near(150, 500), near(12, 70))), maybe(0.5, on(tick(15, 30), tell(near(60, 140))))),
	k("sat-clause-sharing", at(0), "p", "i", hours(2, 60), on(stirred(4, 90), tell(wide(60, 900))), on(cast(5, 60), note(wide(80, 1200)))),
	k("password-audit-agent", at(443, 80), "ts", "io", days, loop(sway(5), ask(near(280, 480), near(180, 330))), on(poisson(60, 900), ask(near(330, 560), near(180, 260)))),
	k("factoring-sieve", at(0, 443), "pt", "o", days, jr(near(160, 320), near(60, 120), near(280, 520), near(180, 300), near(50, 110), 20, 400, 0.05, 2, ask(near(90, 180), near(40, 80)), 30, 60)),
	k("protein-docking-broker", at(0, 443), "wWt", "o", days, on(cast(90, 1200), note(near(400, 1600))), on(poisson(12, 180), ask(near(180, 420), near(36, 90))), maybe(0.5, beat(ask(same(2, 30), same(2, 30)), 30, 60))),
	k("compute-auction-bidder", at(0, 443), "wWG", "o", hours(6, 90), on(cast(6, 90), note(near(180, 700))), on(poisson(12, 200), say(u(near(140, 260)), d(near(40, 120)), d(near(60, 160)).After(0.2, 5)))),
	k("ad-bid-pacer", at(0), "gp", "i2", days, paced(near(180, 420), near(24, 60), near(70, 160), 2, 40), on(cast(20, 300), note(near(300, 1200)))),
	k("mutation-test-fleet", at(0), "pg", "i", days, given(near(120, 500), near(16, 40), near(90, 260), near(16, 50), 2, 90, 15), on(cast(300, 4000), note(near(500, 3000)))),
	k("game-ai-selfplay", at(0, 443), "tG", "io", days, on(cast(300, 1800), push(near(300, 900), near(60, 140))), on(poisson(20, 200), ask(near(500, 1500), near(40, 110))), maybe(0.6, on(tick(10, 30, 60), ask(near(60, 180), near(30, 80))))),
	k("weather-ensemble-member", at(0), "p", "i", days, on(minute(600, 3600), say(d(near(300, 900)), u(near(40, 90)))), on(poisson(20, 120), ask(near(120, 300), same(16, 40)))),
	k("telescope-event-broker", at(9092, 0), "pt", "o", days, on(stirred(8, 200), say(d(near(500, 1400)), u(near(40, 80)).After(0.01, 2))), on(poisson(60, 600), ask(near(200, 500), near(40, 90))), pulse(up, same(8, 40), 15, 30, 60)),
	k("credit-based-dispatcher", at(0), "pt", "i", days, stream(down, stirred(3, 60), near(150, 900), near(12, 40), 4, 2), on(poisson(5, 60), ask(near(80, 220), near(12, 40)))),
	k("edge-inference-camera", at(0, 443), "GWt", "od", days, on(work(8, 120), ask(near(240, 900), near(20, 80))), on(cast(600, 6000), push(near(500, 2500), near(40, 120))), maybe(0.7, beat(ask(same(2, 40), same(2, 40)), 15, 30, 60))),
	k("delivery-dispatch-driver", at(443), "W", "od", hours(3, 12), on(tick(4, 10, 15), ask(near(120, 260), near(20, 60))), on(work(60, 900), say(d(near(400, 1200)), u(near(60, 140)), u(near(80, 200)).After(5, 40)))),
	k("quorum-signer", at(0), "tG", "io", days, on(cast(5, 90), say(d(near(160, 420)), u(near(140, 260)).After(0.01, 1.5), d(near(30, 90)))), maybe(0.5, beat(ask(same(8, 30), same(8, 30)), 15, 30))),
	k("validator-relay", at(0, 443), "tp", "io", days, on(tick(6.4, 12), note(near(200, 700))), on(sway(384), ask(near(300, 600), near(60, 120))), on(poisson(60, 900), ask(near(250, 500), near(80, 160)))),
	k("content-moderation-queue", at(443), "W", "ow", people(40, 300, 60), given(wide(600, 4000), near(30, 60), near(90, 200), near(30, 90), 5, 60, 40), beat(ask(same(2, 20), same(2, 20)), 25, 30)),
}
