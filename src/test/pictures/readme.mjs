// Takes the pictures of README.md from a running server, in both themes: docs/NAME-light.png and docs/NAME-dark.png.
//
//   MAYDAY_ADMIN_PASSWORD=... java -jar target/mayday.jar serve --data SOME-EMPTY-FOLDER --port 8080
//   npm install playwright-core        (once, anywhere; NODE_PATH or a copy of this file beside node_modules finds it)
//   MAYDAY_ADMIN_PASSWORD=... CHROMIUM=/usr/bin/chromium node readme.mjs http://localhost:8080 docs
//
// The incident is always the same: what is in the pictures is what the program showed.
import { chromium } from 'playwright-core';

const [url = 'http://localhost:8080', folder = 'docs'] = process.argv.slice(2);
const password = process.env.MAYDAY_ADMIN_PASSWORD ?? '';
const facilitator = { Authorization: 'Basic ' + Buffer.from(`facilitator:${password}`).toString('base64') };
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });

async function send(page, method, path, data, headers = {}) {
  const answer = await page.context().request.fetch(url + '/api/v1' + path, { method, data, headers });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return answer.status() === 204 ? {} : answer.json().catch(() => ({}));
}

async function theme(page, path, name, prepare = async () => {}) {
  for (const scheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto(url + path);
    await page.waitForTimeout(1500);
    await prepare(page);
    await page.screenshot({ path: `${folder}/${name}-${scheme}.png` });
  }
}

async function screen(width = 1280, height = 720) {
  const context = await browser.newContext({ viewport: { width, height } });
  return context.newPage();
}

const asked = ['which services are failing?', 'since when?', 'all regions or one?', 'what do customers notice?', 'any recent deployments?',
  'which flags were changed?', 'checkout logs', 'error budget?'];

async function incident() {
  const page = await screen();
  const { id } = await send(page, 'POST', '/incidents', { scenario: 'elevated-500s', clock: 'practice', seed: 3 });
  const move = (path, data, method = 'POST') => send(page, method, `/incidents/${id}${path}`, data);
  await move('/acknowledge', {});
  for (const text of asked.slice(0, 4)) await move('/questions', { text });
  await move('/severity', { severity: 'SEV2' });
  await move('/updates', { audience: 'status-page', text: 'About a third of the orders fail. We are looking into it; more in 15 minutes.' });
  for (const text of asked.slice(4)) await move('/questions', { text });
  await move('/hypotheses', { text: '', faultClass: 'bad-release', target: 'checkout', confidence: 70 });
  await move('/hypotheses', { text: '', faultClass: 'flag-change', target: 'web', confidence: 15 });
  const { evidence } = await send(page, 'GET', `/incidents/${id}`);
  const logs = evidence.find((each) => each.title.includes('checkout logs'));
  await move('/hypotheses/H1/links', { evidence: logs.id, stance: 'for' });
  await move('/actions', { action: 'roll-back', target: 'checkout', arguments: {}, expectation: 'Errors fall below 1 % within two minutes of it' });
  await move('/wait', { seconds: 90 });
  await theme(page, `/incidents/${id}`, 'room');
  await move('/wait', { seconds: 300 });
  await move('/questions', { text: 'what is the error rate?' });
  await move('/hypotheses/H1', { confidence: 95 }, 'PATCH');
  await move('/updates', { audience: 'status-page', text: 'Orders go through again since the release was taken back.' });
  await move('/close', { statement: 'Release 3.18.0 of checkout failed on saved addresses. Rolled back; the error rate is as before.' });
  await theme(page, `/incidents/${id}/debrief`, 'debrief');
}

async function drillAndStudio() {
  const page = await screen();
  const lead = await screen(1440, 860);
  const drill = await send(page, 'POST', '/drills', { title: 'Thursday drill', scenario: 'elevated-500s', seed: 3, minutes: 45, speed: 10,
    teams: ['Kestrel', 'Heron', 'Osprey'], roles: 'advised', scoreboard: 'facilitator', hints: true }, facilitator);
  const people = [];
  for (const [name, team] of [['Ada', 'kestrel'], ['Ben', 'kestrel'], ['Chen', 'heron'], ['Dana', 'heron'], ['Emre', 'osprey'], ['Fay', 'osprey']]) {
    const one = await screen();
    await send(one, 'POST', '/drills/join', { code: drill.code, name, team });
    people.push([one, team]);
  }
  await send(page, 'POST', `/drills/${drill.id}/start`, {}, facilitator);
  let turn = 0;
  for (const [one, team] of people) {
    const seen = await send(one, 'GET', `/drills/${drill.id}`);
    const room = seen.incidents[team];
    for (const text of asked.slice(turn % 3, 3 + (turn++ % 4))) await send(one, 'POST', `/incidents/${room}/questions`, { text });
    if (turn === 1) await send(one, 'POST', `/incidents/${room}/hypotheses`, { text: '', faultClass: 'bad-release', target: 'checkout', confidence: 60 });
    if (turn === 1) await send(one, 'POST', `/incidents/${room}/actions`, { action: 'roll-back', target: 'checkout', arguments: {}, expectation: '' });
    if (turn === 3) await send(one, 'POST', `/incidents/${room}/severity`, { severity: 'SEV2' });
  }
  await login(lead);
  await lead.waitForTimeout(40000);
  await theme(lead, `/drills/${drill.id}/console`, 'console');
  await theme(lead, '/studio/elevated-500s', 'studio', (shown) => shown.waitForTimeout(6000));
}

async function login(page) {
  await page.goto(url + '/login');
  await page.fill('input[name=name]', 'facilitator');
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForTimeout(1500);
}

await incident();
await drillAndStudio();
await browser.close();
