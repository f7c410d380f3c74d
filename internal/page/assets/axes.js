// Axes and canvases: what all pictures share.

const light = { ink: '#1c1f23', soft: '#5c636b', rail: '#e3e5e8', back: '#ffffff', local: '#0b63b5', remote: '#c4510a', turned: '#7a7f87', ramp: [0, 0.86] };
const dark = { ink: '#eceef0', soft: '#a2a9b1', rail: '#363b41', back: '#1b1e22', local: '#6bb1f5', remote: '#f2964f', turned: '#8f959d', ramp: [0.22, 1] };
const inDark = matchMedia('(prefers-color-scheme: dark)');
const onPaper = matchMedia('print');
const colours = () => (inDark.matches && !onPaper.matches ? dark : light);

// pictures are drawn anew when the page's width or colours change.
const pictures = new Set();
const redraw = () => { for (const draw of pictures) draw(); };
inDark.addEventListener('change', redraw);
onPaper.addEventListener('change', redraw);
addEventListener('beforeprint', redraw);
addEventListener('resize', () => requestAnimationFrame(redraw));

// axis maps values to 0 … 1. On a logarithmic one, 0 has a place of its own
// before the least value.
function axis(values, log) {
  const some = values.filter((x) => x > 0);
  const zero = some.length < values.length;
  if (!log || some.length === 0) {
    const top = some.length ? Math.max(...some) : 1;
    const lo = zero || some.length === 0 ? 0 : Math.min(...some);
    const room = (top - lo || top) * 0.06;
    const from = Math.max(0, lo - room), to = top + room;
    return { at: (x) => (x - from) / (to - from), ticks: linear(from, to).map((x) => [(x - from) / (to - from), short(x)]), lo, hi: some.length ? top : 0 };
  }
  let lo = Math.log10(Math.min(...some)), hi = Math.log10(Math.max(...some));
  const room = Math.max((hi - lo) * 0.06, 0.08);
  const ends = [10 ** lo, 10 ** hi];
  lo -= room;
  hi += room;
  const ground = zero ? (hi - lo) * 0.12 : 0;
  const from = lo - ground;
  const at = (x) => (x > 0 ? (Math.log10(x) - from) / (hi - from) : ground / 2 / (hi - from));
  const ticks = decades(10 ** lo, 10 ** hi).map((x) => [at(x), short(x)]);
  if (zero) ticks.unshift([at(0), '0']);
  return { at, ticks, lo: zero ? 0 : ends[0], hi: ends[1] };
}

function linear(from, to) {
  const raw = (to - from) / 4;
  const unit = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((m) => m * unit).find((s) => s >= raw);
  const out = [];
  for (let x = Math.ceil(from / step) * step; x <= to; x += step) out.push(Number(x.toPrecision(12)));
  return out;
}

// decades are round numbers on a logarithmic axis; where it is short, round
// steps of a linear one.
function decades(from, to) {
  for (const round of [[1], [1, 3], [1, 2, 5]]) {
    const out = [];
    for (let e = Math.floor(Math.log10(from)); e <= Math.ceil(Math.log10(to)); e++) {
      for (const m of round) if (m * 10 ** e >= from && m * 10 ** e <= to) out.push(m * 10 ** e);
    }
    if (out.length > 6) return out.filter((x, i) => i % Math.ceil(out.length / 6) === 0);
    if (out.length >= 3) return out;
  }
  return linear(from, to);
}

// canvas makes a picture that draws itself in its own pixels. draw gets the
// context, width and height in CSS pixels.
function canvas(height, label, draw) {
  const node = el('canvas', { role: 'img', 'aria-label': label });
  const paint = () => {
    if (!node.isConnected) { pictures.delete(paint); return; }
    const width = node.parentElement.clientWidth;
    if (!width) return;
    const dots = Math.max(window.devicePixelRatio || 1, onPaper.matches ? 2 : 1);
    node.width = Math.round(width * dots);
    node.height = Math.round(height * dots);
    node.style.height = height + 'px';
    const c = node.getContext('2d');
    c.setTransform(dots, 0, 0, dots, 0, 0);
    c.font = '11px system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
    draw(c, width, height, colours());
  };
  pictures.add(paint);
  node.paint = paint;
  return node;
}

// frame draws a grid with ticks and returns where values go.
function frame(c, width, height, pal, x, y, labels) {
  const box = { left: 46, right: width - 10, top: 10, bottom: height - 34 };
  c.strokeStyle = pal.rail;
  c.fillStyle = pal.soft;
  c.lineWidth = 1;
  c.textAlign = 'center';
  c.textBaseline = 'top';
  let free = -Infinity;
  const px = (v) => box.left + v * (box.right - box.left), py = (v) => box.bottom - v * (box.bottom - box.top);
  for (const [v, text] of x.ticks) {
    const at = Math.round(px(v)) + 0.5;
    line(c, at, box.top, at, box.bottom);
    if (at - c.measureText(text).width / 2 > free) { c.fillText(text, at, box.bottom + 5); free = at + c.measureText(text).width / 2 + 6; }
  }
  c.textAlign = 'right';
  c.textBaseline = 'middle';
  for (const [v, text] of y.ticks) {
    const at = Math.round(py(v)) + 0.5;
    line(c, box.left, at, box.right, at);
    c.fillText(text, box.left - 6, at);
  }
  c.textBaseline = 'alphabetic';
  c.textAlign = 'right';
  c.fillText(labels[0], box.right, height - 3);
  return { box, x: (v) => px(x.at(v)), y: (v) => py(y.at(v)) };
}

function line(c, x1, y1, x2, y2) { c.beginPath(); c.moveTo(x1, y1); c.lineTo(x2, y2); c.stroke(); }

function dot(c, x, y, r) { c.beginPath(); c.arc(x, y, r, 0, 2 * Math.PI); c.fill(); }
