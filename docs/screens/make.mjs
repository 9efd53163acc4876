// Makes docs/screens: every page that a visitor or a role of the demonstration reaches by links, at 360 and 1280 px.
//
//   cargo run -- demo --data /tmp/screens-data --listen 127.0.0.1:0 --today 2026-11-26 --address http://doithoai.vantrach.example
//   (leave it running)
//   npm install --prefix /tmp/screens-tools playwright-core
//   NODE_PATH=/tmp/screens-tools/node_modules CHROMIUM=/usr/bin/chromium node docs/screens/make.mjs /tmp/screens-data
//
// Files are WebP, 60 kB at most, named ROLE/PAGE.WIDTH.webp. A page that several roles see is kept once, with the first of
// them; each role's own beginning is always there. index.md lists all, and who else sees them.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const { chromium } = createRequire(path.join(process.env.NODE_PATH ?? '.', 'x.js'))('playwright-core');
const here = path.dirname(new URL(import.meta.url).pathname);
const demo = JSON.parse(fs.readFileSync(path.join(process.argv[2], 'demo.json')));
const only = process.argv[3]?.split(',');
const WIDTHS = [360, 1280];
const TALLEST = { 360: 1800, 1280: 1800 };
// Kept somewhat smaller than they are: readable, and light in the repository.
const SCALE = { 360: 1, 1280: 0.7 };
const BYTES = 60_000;
// One login for each role; where it starts.
const ROLES = [
  ['visitor', null, ['/', '/xa/D0001', '/xa/D0002', '/tinh/31', '/gui-y-kien?xa=D0001', '/tim-kiem?q=nuoc', '/khong-co-trang-nay']],
  ['secretary', 'vanthu.vantrach', ['/cong-viec']],
  ['head', 'chutich.vantrach', ['/cong-viec']],
  ['council', 'hdnd.vantrach', ['/cong-viec']],
  ['body', 'kinhte.vantrach', ['/cong-viec']],
  ['front', 'mttq.vantrach', ['/cong-viec']],
  ['inspector', 'ubkt.vantrach', ['/cong-viec']],
  ['admin', 'quantri.vantrach', ['/cong-viec']],
  ['superior', 'vanphong.thanhpho', ['/cong-viec']],
  ['village', null, demo.links.filter((l) => l.kind === 'village').map((l) => l.path).slice(0, 1)],
  ['task-link', null, demo.links.filter((l) => l.kind === 'task').map((l) => l.path).slice(0, 1)],
];
const ASIDE = /lang=|dang-xuat|^\/tep\/|^\/tai-nguyen|^\/du-lieu/;

/** The path with ids left out: what makes two pages one kind. */
function kind(address) {
  const { pathname } = new URL(address, demo.url);
  // A public id is thirteen letters and digits, now and then letters only.
  const id = (s) => /\d/.test(s) || s.length > 24 || /^[0-9a-z]{13}$/.test(s);
  return pathname.split('/').filter(Boolean).map((s) => (id(s) ? '_' : s)).join('-') || 'home';
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const encoder = await (await browser.newContext()).newPage();

/** PNG to WebP of 60 kB at most: less quality first, then fewer rows. */
async function webp(png, scale, most = BYTES) {
  const encode = ([data, scale, quality, part]) => new Promise((done) => {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(image.width * scale);
      canvas.height = Math.round(image.height * scale * part);
      const draw = canvas.getContext('2d');
      draw.imageSmoothingQuality = 'high';
      draw.drawImage(image, 0, 0, canvas.width, Math.round(image.height * scale));
      done(canvas.toDataURL('image/webp', quality).split(',')[1]);
    };
    image.src = `data:image/png;base64,${data}`;
  });
  for (const [quality, part] of [[0.6, 1], [0.45, 1], [0.3, 1], [0.2, 1], [0.2, 0.7]]) {
    const bytes = Buffer.from(await encoder.evaluate(encode, [png.toString('base64'), scale, quality, part]), 'base64');
    if (bytes.length <= most) return bytes;
  }
  throw new Error('a screen does not fit');
}

const index = [];
// Who sees a page, by its kind.
const readers = new Map();
async function shot(page, role, name) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const height = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), TALLEST[width]);
    const png = await page.screenshot({ clip: { x: 0, y: 0, width, height }, fullPage: true });
    const file = `${role}/${name}.${width}.webp`;
    fs.writeFileSync(path.join(here, file), await webp(png, SCALE[width]));
  }
  index.push([role, name, await page.title()]);
}

async function signIn(page, login) {
  const account = demo.accounts.find((a) => a.login === login);
  await page.goto(`${demo.url}/dang-nhap`);
  await page.fill('input[name=login]', login);
  await page.fill('input[type=password]', account.password);
  await page.click('main button');
}

for (const [role, login, start] of ROLES.filter(([r]) => !only || only.includes(r))) {
  fs.rmSync(path.join(here, role), { recursive: true, force: true });
  fs.mkdirSync(path.join(here, role), { recursive: true });
  const context = await browser.newContext({ locale: 'vi', extraHTTPHeaders: { 'Accept-Language': 'vi' }, javaScriptEnabled: login !== null });
  const page = await context.newPage();
  if (login) await signIn(page, login);
  const queue = [...start];
  const known = new Set(queue);
  const seen = new Set();
  while (queue.length) {
    const at = queue.shift();
    const name = kind(at);
    const first = start.includes(at);
    if (seen.has(name) && !first) continue;
    const answer = await page.goto(demo.url + at).catch(() => null);
    if (!answer?.headers()['content-type']?.includes('html')) continue;
    const others = readers.get(name) ?? [];
    readers.set(name, others.includes(role) ? others : [...others, role]);
    if (others.length === 0 || first) await shot(page, role, seen.has(name) ? `${name}-${known.size}` : name);
    seen.add(name);
    for (const link of await page.$$eval('a[href]', (all) => all.filter((a) => a.origin === location.origin && !a.download).map((a) => a.pathname + a.search))) {
      const public_ = role === 'visitor' || role === 'village' || role === 'task-link';
      const inside = public_ || /^\/(cong-viec|nhiem-vu|cap-tren|nguoi-dung-dau|mat-tran|hdnd|quan-tri)/.test(link);
      if (inside && !ASIDE.test(link) && !known.has(link)) {
        known.add(link);
        queue.push(link);
      }
    }
  }
  if (role === 'visitor') {
    const states = new Map(demo.codes.map((c) => [c.state, c]));
    for (const [state, { code }] of states) {
      await page.goto(`${demo.url}/theo-doi`);
      await page.fill('input[name=code]', code);
      await Promise.all([page.waitForURL('**/y-kien'), page.click('main form button')]);
      await shot(page, role, `follow-${state}`);
    }
  }
  await context.close();
  console.log(role, seen.size);
}
if (!only || only.includes('readme')) {
  const page = await (await browser.newContext({ locale: 'vi', extraHTTPHeaders: { 'Accept-Language': 'vi' } })).newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  const large = async (name, height) => {
    const png = await page.screenshot({ clip: { x: 0, y: 0, width: 1280, height }, fullPage: true });
    fs.writeFileSync(path.join(here, `readme-${name}.webp`), await webp(png, 0.75, 60_000));
  };
  await page.goto(`${demo.url}/theo-doi`);
  await page.fill('input[name=code]', demo.codes.find((c) => c.state === 'reopened').code);
  await Promise.all([page.waitForURL('**/y-kien'), page.click('main form button')]);
  await large('thread', 1750);
  await page.goto(`${demo.url}/xa/D0001`);
  await large('commune', 1900);
  await page.goto(demo.url + (await page.getAttribute('a[href^="/thong-bao/"]', 'href')));
  await large('notice', 2000);
}
await browser.close();
const lines = index.map(([role, name, title]) => `| ${role} | [${name}](${role}/${name}.1280.webp) | [360](${role}/${name}.360.webp) | ${title.replaceAll('|', '–')} | ${(readers.get(name) ?? []).filter((r) => r !== role).join(', ')} |`);
if (!only) {
  fs.writeFileSync(path.join(here, 'index.md'), `# Screens\n\nMade by \`make.mjs\` from the demonstration. Everything in them is invented. What readers remarked and what was mended: [remarks.md](remarks.md).\n\n| role | page | phone | title | also seen by |\n|---|---|---|---|---|\n${lines.join('\n')}\n`);
}
