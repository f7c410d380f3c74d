// Elements, numbers and times. All text goes in as text.

// el makes an element. Of options, class and text are set, on… are listeners,
// all else attributes. Children are elements or text.
function el(tag, options, ...children) {
  const node = document.createElement(tag);
  fill(node, options || {});
  node.append(...children.filter((c) => c !== null && c !== undefined));
  return node;
}

function svg(tag, options, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  fill(node, options || {});
  node.append(...children);
  return node;
}

function fill(node, options) {
  for (const [name, value] of Object.entries(options)) {
    if (name === 'class') node.setAttribute('class', value);
    else if (name === 'text') node.textContent = value;
    else if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined) node.setAttribute(name, value);
  }
}

// grouped writes a whole number, also one of more than 2^53 in decimal text,
// with a comma at every thousand.
function grouped(n) { return String(n).replace(/\B(?=(\d{3})+$)/g, ','); }

// short writes a number in three digits and a unit: 12.3 k.
function short(x) {
  const units = ['', ' k', ' M', ' G', ' T', ' P', ' E'];
  let i = 0;
  while (Math.abs(x) >= 999.5 && i < units.length - 1) { x /= 1000; i++; }
  return (Math.abs(x) >= 100 || Number.isInteger(x) ? Math.round(x) : Number(x.toPrecision(3))) + units[i];
}

const two = (n) => String(n).padStart(2, '0');

// day and clock write epoch seconds, UTC.
function day(s) {
  const d = new Date(1000 * s);
  return Number.isNaN(d.getTime()) ? '–' : d.getUTCFullYear() + '-' + two(d.getUTCMonth() + 1) + '-' + two(d.getUTCDate());
}

function clock(s) {
  const d = new Date(1000 * s);
  return Number.isNaN(d.getTime()) ? '–' : two(d.getUTCHours()) + ':' + two(d.getUTCMinutes());
}

function moment(s) { return day(s) + ' ' + clock(s); }

// lasted writes a length of time.
function lasted(seconds) {
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return minutes + ' min';
  if (minutes < 48 * 60) return Number((minutes / 60).toFixed(1)) + ' h';
  return Number((minutes / 1440).toFixed(1)) + ' days';
}

function plural(n, one, more) { return grouped(n) + ' ' + (n === 1 ? one : more); }

// copier is a button that copies a text.
function copier(text, what) {
  const button = el('button', { type: 'button', class: 'copy', 'aria-label': 'Copy ' + what, text: 'Copy' });
  button.addEventListener('click', async () => {
    let done = false;
    try {
      await navigator.clipboard.writeText(text);
      done = true;
    } catch (e) {
      const field = el('textarea', { class: 'sr', readonly: '' });
      field.value = text;
      button.after(field);
      field.select();
      done = document.execCommand('copy');
      field.remove();
      button.focus();
    }
    button.textContent = done ? 'Copied' : 'Press Ctrl+C';
    setTimeout(() => { button.textContent = 'Copy'; }, 1600);
  });
  return button;
}
