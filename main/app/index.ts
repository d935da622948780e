import { app } from 'electron';
import { registerScheme } from './protocol.ts';
import { runPrint } from './runPrint.ts';
import { runSelfCheck } from './runSelfCheck.ts';
import { runWindow } from './runWindow.ts';
import { lockBeforeReady } from './security.ts';

/** Files of this app are for their user only, whatever the system's default. */
process.umask(0o077);
lockBeforeReady();
registerScheme();

// Two ways to run without a window: for the command line, and for the check of a package.
if (app.commandLine.hasSwitch('print-report')) void runPrint();
else if (app.commandLine.hasSwitch('self-check')) void runSelfCheck();
else void runWindow();
