import { app, type Session, session, type WebContents } from 'electron';

/** Chromium's own errands. The request filter never sees some of them, so they are switched off at the source. */
const switches = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-sync',
  'no-pings',
  'no-proxy-server',
] as const;

/** Locks that must be set before the app is ready. */
export function lockBeforeReady(): void {
  for (const name of switches) app.commandLine.appendSwitch(name);
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  // Chromium has no sandbox for root: whoever starts it so has said --no-sandbox, and forcing it would only crash.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('session-created', lockSession);
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}

/** Locks of the session that exists from the start; call first thing when the app is ready. */
export function lockDefaultSession(): void {
  lockSession(session.defaultSession);
}

function lockSession(target: Session): void {
  // Without this a window looks up a dictionary server, past the filter below, even with spellcheck off.
  target.setSpellCheckerLanguages([]);
  target.webRequest.onBeforeRequest((details, respond) => respond({ cancel: !isOwn(details.url) }));
  target.setPermissionRequestHandler((_contents, _permission, respond) => respond(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
}

function isOwn(url: string): boolean {
  return url.startsWith('app:') || url.startsWith('devtools:') || url.startsWith('data:');
}

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
