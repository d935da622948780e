import { contextBridge, ipcRenderer, webUtils } from 'electron';

/** The narrowest bridge: passes ports on to the page, and turns files that the user dropped into tokens. Channel names stay here. */

/** Ports that came before the page was ready for them; null: it is. */
let early: (() => void)[] | null = [];

ipcRenderer.on('port', (event, name: string) => {
  // A port does not pass through contextBridge: it is posted to the page.
  const pass = () => window.postMessage({ type: 'clientscope-port', name }, '*', event.ports);
  if (early) early.push(pass);
  else pass();
});

// Ports are asked for before the page is: they come while it is being read.
ipcRenderer.send('ready');

window.addEventListener('message', (event) => {
  if (event.source !== window || event.data?.type !== 'clientscope-ready') return;
  const waiting = early ?? [];
  early = null;
  for (const pass of waiting) pass();
});

contextBridge.exposeInMainWorld('clientscope', {
  /** Only a File that came out of a drop has a path; one that a script made has none. */
  grantDropped: (files: File[]) =>
    ipcRenderer.invoke(
      'grant',
      files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''),
    ),
});
