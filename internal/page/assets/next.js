// What to do next: commands and names to copy. Only names of the form AWS gives
// go into commands.

const forms = { eni: /^eni-[0-9a-f]{8,17}$/, instance: /^i-[0-9a-f]{8,17}$/ };

function command(text) {
  return el('div', { class: 'command' }, el('code', { text }), copier(text, 'command'));
}

// commands are AWS CLI calls that read, none that changes a thing.
function commands(f) {
  if (!forms.eni.test(f.eni)) return [];
  const out = [
    ['Which machine is it, and who owns it? Look at its tags, security groups and attachment.',
      'aws ec2 describe-network-interfaces --network-interface-ids ' + f.eni],
    ['When was it launched, from which image, with which role?', forms.instance.test(f.instance)
      ? 'aws ec2 describe-instances --instance-ids ' + f.instance
      : 'aws ec2 describe-instances --filters Name=network-interface.network-interface-id,Values=' + f.eni],
    ['Who called what on it of late?', 'aws cloudtrail lookup-events --max-results 20 --lookup-attributes AttributeKey=ResourceName,AttributeValue=' + (forms.instance.test(f.instance) ? f.instance : f.eni)],
  ];
  return out;
}

function next(f) {
  const box = el('section', { class: 'next' }, el('h3', { text: 'What to do next' }));
  const list = commands(f);
  if (list.length === 0) {
    box.append(el('p', { text: 'The interface id is not of the form AWS gives, so there is no command to copy. Find the interface by its address in the account the log is from.' }));
  } else {
    const steps = el('ol');
    for (const [why, text] of list) steps.append(el('li', {}, el('p', { text: why }), command(text)));
    steps.append(el('li', {}, el('p', { text: 'If nobody can explain the traffic: keep a snapshot of the disk before anything is stopped, then look at what runs on the machine, and at how it came there.' })));
    box.append(steps, el('p', { class: 'note', text: 'These calls only read. Add --region and --profile of the account' + (f.account ? ' ' + f.account : '') + '.' }));
  }
  const others = findings.filter((g) => g !== f && g.remote === f.remote).length;
  if (others) {
    const button = el('button', { type: 'button', class: 'plain', text: 'Show ' + plural(others, 'more finding', 'more findings') + ' with this peer' });
    button.addEventListener('click', () => searchFor(f.remote));
    box.append(button);
  }
  return box;
}

function identifiers(f) {
  const dl = el('dl', { class: 'ids' });
  for (const [name, text] of [['interface', f.eni], ['local', f.local], ['remote', f.peer], ['instance', f.instance], ['account', f.account], ['VPC', f.vpc], ['subnet', f.subnet], ['finding', f.id]]) {
    if (text) dl.append(el('div', {}, el('dt', { text: name }), el('dd', {}, el('code', { text }), copier(text, name))));
  }
  return el('section', { class: 'identity' }, el('h3', { text: 'Identifiers' }), dl);
}

// where says what the interface is, if not the machine's own, and which others saw the traffic.
function where(f) {
  if (f.where.length === 0) return null;
  return el('section', { class: 'where' }, el('h3', { text: 'Where the traffic was seen' }), el('ul', {}, ...f.where.map((text) => el('li', { text }))));
}

// calledNames are the names of the two ends, null if there are none.
function calledNames(d) {
  if (!d.n) return null;
  const dl = el('dl', { class: 'ids' });
  for (const [what, text] of d.n) dl.append(el('div', {}, el('dt', { text: what }), el('dd', { text })));
  return el('section', { class: 'names' }, el('h3', { text: 'Names, which are no evidence' }), dl);
}

const clues = {
  'flow-direction': 'the records say which way they went', 'packet-address': 'the interface stands for the other end',
  'shared-address': 'most pairs of the interface have this address', 'private-address': 'it is private, the peer is public',
  'client-port': 'it has the higher, changing port', 'address-order': 'nothing tells the sides apart: the lower address',
};

// talk says what went which way, and at which ports.
function talk(f, t) {
  const rows = [['local side', f.local + (clues[f.clue] ? ': ' + clues[f.clue] : '')]];
  if (t) {
    rows.push(['sent', grouped(t.s[1]) + ' packets, ' + grouped(t.s[0]) + ' bytes'], ['received', grouped(t.s[3]) + ' packets, ' + grouped(t.s[2]) + ' bytes']);
    const where = ['at either side', 'at the local side', 'at the remote side'][t.a];
    if (t.p.length) rows.push(['service ' + where, t.p.map(([p, n]) => 'port ' + p + ' (' + plural(n, 'window', 'windows') + ')').join(', ')]);
    const [records, rejected, conns, unheard, clients, siblings] = t.c;
    if (conns) rows.push(['connections', grouped(conns) + ', counted anew in each window' + (unheard ? '; ' + grouped(unheard) + ' without a packet back' : '') + (clients > 1 ? '; up to ' + grouped(clients) + ' client ports in one' : '')]);
    rows.push(['records', grouped(records) + ' accepted' + (rejected ? ', ' + grouped(rejected) + ' rejected with ' + grouped(t.j) + ' packets' : '')]);
    if (siblings) rows.push(['like it', plural(siblings, 'other lasting peer', 'other lasting peers') + ' of this interface at the same service']);
    if (t.x !== '0') rows.push(['not TCP', grouped(t.x) + ' packets, in no picture']);
  }
  const known = f.possible - f.unknown;
  rows.push(['seen', moment(f.first) + ' to ' + moment(f.last + windowSeconds) + ' UTC, ' + lasted(f.last + windowSeconds - f.first)]);
  rows.push(['windows', grouped(f.windows) + ' with traffic of ' + grouped(known) + ' watched' + (f.unknown ? '; ' + grouped(f.unknown) + ' more under SKIPDATA' : '')]);
  if (f.profile) rows.push(['nearest miner known', f.profile]);
  const dl = el('dl', { class: 'ids wide' });
  for (const [name, text] of rows) dl.append(el('div', {}, el('dt', { text: name }), el('dd', { text })));
  return el('section', { class: 'talk' }, el('h3', { text: 'Peers and ports' }), dl);
}
