import { app } from 'electron';
import { registerScheme } from './protocol.ts';
import { lockBeforeReady } from './security.ts';
import { startWindow } from './startWindow.ts';

/** Files of this app are for their user only, whatever the system's default. */
process.umask(0o077);
lockBeforeReady();
registerScheme();

// Two ways to run without a window: for the command line, and for the check of a package.
if (app.commandLine.hasSwitch('print-report')) void import('./runPrint.ts').then(({ runPrint }) => runPrint());
else if (app.commandLine.hasSwitch('self-check'))
  void import('./runSelfCheck.ts').then(({ runSelfCheck }) => runSelfCheck());
else void startWindow();
