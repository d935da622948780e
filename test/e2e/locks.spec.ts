import { StartScreen } from './pages/start.ts';
import { test as base, expect } from './support/fixture.ts';
import { type LocalServer, openLocalServer } from './support/localServer.ts';

const windowUrl = 'app://clientscope/index.html';

const test = base.extend<{ server: LocalServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures used from the first parameter
  server: async ({}, use) => {
    const server = await openLocalServer();
    // The server can be reached: what does not reach it below was kept from it.
    expect(await (await fetch(server.url)).text()).toBe('ok');
    await use(server);
    expect(server.connections(), 'connections beside our own').toBe(1);
    await server.close();
  },
});

test('the request filter cancels what is not ours, in the sessions there are and in new ones', async ({
  launch,
  server,
}) => {
  const { app } = await launch();
  const answers = await app.evaluate(async ({ net, session }, url) => {
    const words = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown));
    const ask = (fetching: Promise<Response>) => fetching.then((response) => `${response.status}`, words);
    return {
      net: await ask(net.fetch(url)),
      session: await ask(session.defaultSession.fetch(url)),
      secure: await ask(session.defaultSession.fetch('https://example.com/')),
      socket: await ask(session.defaultSession.fetch(url.replace('http:', 'ws:'))),
      made: await ask(session.fromPartition('locks').fetch(url)),
      kept: await ask(session.fromPartition('persist:locks').fetch(url)),
      own: await ask(net.fetch('app://clientscope/index.html')),
    };
  }, server.url);
  // By the filter: the resolver, which knows no names at all, would give another error.
  const { own, socket, ...refused } = answers;
  for (const [asked, answer] of Object.entries(refused)) expect(answer, asked).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(socket).not.toBe('200');
  expect(own).toBe('200');
});

test('no name is resolved, not even that of this machine', async ({ launch }) => {
  const { app } = await launch();
  const answers = await app.evaluate(({ session }) =>
    Promise.all(
      ['localhost', 'example.com'].map((name) =>
        session.defaultSession.resolveHost(name).then(
          ({ endpoints }) => JSON.stringify(endpoints),
          (thrown) => String(thrown),
        ),
      ),
    ),
  );
  for (const answer of answers) expect(answer).toContain('ERR_NAME_NOT_RESOLVED');
});

test('no spell checker looks for a dictionary, in the sessions there are and in new ones', async ({ launch }) => {
  const { app } = await launch();
  const languages = await app.evaluate(({ session }) =>
    [session.defaultSession, session.fromPartition('locks'), session.fromPartition('persist:locks')].map((each) =>
      each.getSpellCheckerLanguages(),
    ),
  );
  expect(languages).toEqual([[], [], []]);
});

test('the content policy is the one we wrote, with another nonce at each load', async ({ launch }) => {
  const { window } = await launch();
  const nonces = new Set<string>();
  for (let load = 0; load < 3; load++) {
    const policy = await (await window.reload())?.headerValue('content-security-policy');
    const nonce = /'nonce-([A-Za-z0-9+/]{22}==)'/.exec(policy ?? '')?.[1] ?? '';
    expect(policy).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; ` +
        `connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    await expect(new StartScreen(window).sampleButton).toBeVisible();
    await expect(window.locator('meta[name="csp-nonce"]')).toHaveAttribute('content', nonce);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

/** What a script that got into the page might try, each with the directive that refuses it. */
const attempts = {
  fetch: 'connect-src',
  local: 'connect-src',
  beacon: 'connect-src',
  socket: 'connect-src',
  image: 'img-src',
  media: 'media-src',
  frame: 'frame-src',
  object: 'object-src',
  worker: 'worker-src',
  foreignScript: 'script-src-elem',
  inlineScript: 'script-src-elem',
  dataScript: 'script-src-elem',
  handler: 'script-src-attr',
  evaluated: 'script-src',
  style: 'style-src-elem',
  base: 'base-uri',
  form: 'form-action',
} as const;

test('the content policy refuses every way out of the page and every script brought in', async ({
  launch,
  server,
  willComplain,
}) => {
  const { window } = await launch();
  willComplain(/Content Security Policy/);
  await expect(new StartScreen(window).sampleButton).toBeVisible();
  for (const [attempt, directive] of Object.entries(attempts)) {
    const violation = await window.evaluate(tryIt, { attempt, url: server.url });
    expect(violation, attempt).toBe(directive);
  }
  expect(await window.evaluate(() => 'gotIn' in globalThis)).toBe(false);
  expect(await window.evaluate(() => document.baseURI)).toBe(windowUrl);
});

/** Runs in the page. Returns the directive that was violated, and what came through, if anything did. */
async function tryIt({ attempt, url }: { attempt: string; url: string }): Promise<string> {
  const gotIn = 'globalThis.gotIn = true';
  const element = (tag: string, attributes: Record<string, string>, text = '') => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.textContent = text;
    document.body.append(made);
    return made;
  };
  const came = (by: string) => `came through: ${by}`;
  return new Promise<string>((resolve) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective), {
      once: true,
    });
    const tries: Record<string, () => unknown> = {
      fetch: () => fetch('https://example.com/'),
      local: () => fetch(url).then(() => resolve(came('an answer'))),
      beacon: () => navigator.sendBeacon(url, 'x'),
      socket: () => new WebSocket(url.replace('http:', 'ws:')),
      image: () => {
        new Image().src = url;
      },
      media: () => element('video', { src: url }),
      frame: () => element('iframe', { src: url }),
      object: () => element('object', { data: url }),
      worker: () => new Worker(URL.createObjectURL(new Blob([gotIn]))),
      foreignScript: () => element('script', { src: url }),
      inlineScript: () => {
        element('script', {}, gotIn);
        if ('gotIn' in globalThis) resolve(came('an inline script'));
      },
      dataScript: () => element('script', { src: `data:text/javascript,${gotIn}` }),
      handler: () => element('button', { onclick: gotIn }).click(),
      // In a task of its own: the test driver may evaluate text in its own.
      evaluated: () => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          // biome-ignore lint/security/noGlobalEval: it is what must not work
          resolve(came(String(globalThis.eval(gotIn))));
        };
        port2.postMessage(null);
      },
      style: () => element('style', {}, 'body { color: red }'),
      base: () => {
        const base = document.createElement('base');
        base.href = url;
        document.head.append(base);
      },
      form: () => {
        const form = document.createElement('form');
        form.action = url;
        document.body.append(form);
        form.submit();
      },
    };
    try {
      const tried = tries[attempt]?.();
      if (tried instanceof Promise) tried.catch(() => undefined);
    } catch {
      // What throws has been refused as well; the event says by which directive.
    }
  });
}

test('the window goes nowhere else and opens nothing', async ({ launch, server }) => {
  const { app, window } = await launch();
  await expect(new StartScreen(window).sampleButton).toBeVisible();
  await window.evaluate(() => Reflect.set(globalThis, 'stayed', true));
  for (const url of [server.url, 'https://example.com/', 'app://clientscope/other.html', 'app://report/x/']) {
    const left = app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<{ url: string; prevented: boolean }>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.once('will-navigate', (event) => resolve({ url: event.url, prevented: event.defaultPrevented }));
        }),
    );
    await window.evaluate((to) => location.assign(to), url);
    expect(await left).toEqual({ url, prevented: true });
  }

  const opened = await window.evaluate((to) => [globalThis.open(to), globalThis.open('about:blank')], server.url);
  expect(opened).toEqual([null, null]);
  await window.evaluate((src) => {
    const view = document.createElement('webview');
    view.setAttribute('src', src);
    document.body.append(view);
  }, server.url);
  const contents = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((each) => each.getURL()),
  );
  expect(contents).toEqual([windowUrl]);
  expect(await window.evaluate(() => [location.href, Reflect.get(globalThis, 'stayed')])).toEqual([windowUrl, true]);
});

test('a window that could have a webview gets none', async ({ launch }) => {
  const { app } = await launch();
  const attached = await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
    const attaching = new Promise<boolean>((resolve) => {
      window.webContents.once('will-attach-webview', (event) => resolve(!event.defaultPrevented));
    });
    await window.loadURL('data:text/html,<webview src="data:text/html,x"></webview>');
    const result = await attaching;
    window.destroy();
    return result;
  });
  expect(attached).toBe(false);
});

test('every permission is denied', async ({ launch }) => {
  // Without a camera, a false one too, it would not come to the question.
  const { window } = await launch({ args: ['--use-fake-device-for-media-stream'] });
  const answers = await window.evaluate(async () => {
    const state = async (name: PermissionName) => (await navigator.permissions.query({ name })).state;
    const words = (asking: Promise<unknown>) =>
      asking.then(
        () => 'granted',
        (thrown) => (thrown instanceof Error ? thrown.name : String(thrown)),
      );
    return {
      geolocation: await state('geolocation'),
      notifications: await state('notifications'),
      midi: await state('midi'),
      asked: await Notification.requestPermission(),
      camera: await words(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await words(navigator.mediaDevices.getDisplayMedia()),
      clipboard: await words(navigator.clipboard.readText()),
      midiAccess: await words(navigator.requestMIDIAccess({ sysex: true })),
    };
  });
  expect(answers).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    midi: 'denied',
    asked: 'denied',
    camera: 'NotAllowedError',
    screen: 'NotAllowedError',
    clipboard: 'NotAllowedError',
    midiAccess: 'NotAllowedError',
  });
});

test('the page has nothing of Node or Electron but the narrow bridge', async ({ launch }) => {
  const { app, window } = await launch();
  const found = await window.evaluate(() => ({
    node: [
      'require',
      'process',
      'module',
      'exports',
      'Buffer',
      'global',
      'ipcRenderer',
      'electron',
      '__dirname',
    ].filter((name) => name in globalThis),
    bridge: Object.keys(Reflect.get(globalThis, 'clientscope')),
  }));
  expect(found).toEqual({ node: [], bridge: ['grantDropped'] });
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return contents && 'getLastWebPreferences' in contents && typeof contents.getLastWebPreferences === 'function'
      ? contents.getLastWebPreferences()
      : null;
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
  });
});
