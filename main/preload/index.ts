import { contextBridge, ipcRenderer, webUtils } from 'electron';

/**
 * The narrowest bridge: passes ports on to the page, and turns files that the user dropped into tokens. Channel names
 * stay here.
 */
ipcRenderer.on('port', (event, name: string) => {
  // A port does not pass through contextBridge: it is posted to the page.
  window.postMessage({ type: 'clientscope-port', name }, '*', event.ports);
});

window.addEventListener('message', (event) => {
  if (event.source === window && event.data?.type === 'clientscope-ready') ipcRenderer.send('ready');
});

contextBridge.exposeInMainWorld('clientscope', {
  /** Only a File that came out of a drop has a path; one that a script made has none. */
  grantDropped: (files: File[]) =>
    ipcRenderer.invoke(
      'grant',
      files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''),
    ),
});
