// The least that prints a page: what any Electron app pays.
const { app, BrowserWindow } = require('electron');
const { writeFileSync } = require('node:fs');

const option = (name) => process.argv.find((each) => each.startsWith(`--${name}=`)).slice(name.length + 3);

app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false });
  await window.loadFile(option('page'));
  writeFileSync(option('pdf'), await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true }));
  app.exit(0);
});
