import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import { controlContract, controlEventSchema } from '#shared/contract/index.ts';
import { type Client, createClient, mainPort } from '#shared/rpc/index.ts';
import { paths } from './paths.ts';

/** Connections of the warehouse plus file reading: see architecture.md on UV_THREADPOOL_SIZE. */
const threads = '12';
const heartbeatEvery = 10_000;
const heartbeatPatience = 30_000;
/** Deaths within this time are of one cause. */
const inARow = 30_000;
const deathsBeforeClosing = 3;
const deathsBeforeGivingUp = 5;

export interface EngineProcess {
  readonly control: Client<typeof controlContract>;
  /** A port for a window to the engine that is running now. */
  windowPort(): MessagePortMain;
  stop(): void;
}

export interface EngineWatch {
  /**
   * Another engine runs: windows need new ports, the workspace has to be opened again. Not when `again` is true: then
   * engines have died in a row, and opening the workspace may well be why.
   */
  onRestart: (again: boolean) => void;
  /** Engines die as soon as they start: there is no use in trying on. */
  onGivenUp: () => void;
}

/** Keeps an engine running: starts it, and starts another when it dies, hangs or cannot be cancelled. */
export function superviseEngine(watch: EngineWatch): EngineProcess {
  const control = createClient(controlContract);
  let child = start();
  let stopping = false;
  let deaths: number[] = [];

  function start(): UtilityProcess {
    const next = utilityProcess.fork(paths.engine, [], {
      serviceName: 'clientscope-engine',
      env: { ...process.env, ...packagedBinding(), UV_THREADPOOL_SIZE: threads },
    });
    const { port1, port2 } = new MessageChannelMain();
    next.postMessage('control', [port1]);
    control.attach(mainPort(port2));
    next.on('exit', () => {
      if (stopping || next !== child) return;
      deaths = [...deaths.filter((time) => Date.now() - time < inARow), Date.now()];
      if (deaths.length >= deathsBeforeGivingUp) {
        watch.onGivenUp();
        return;
      }
      child = start();
      watch.onRestart(deaths.length >= deathsBeforeClosing);
    });
    return next;
  }

  /** SIGKILL, because what hangs answers nothing less; both databases roll back on their own. */
  function kill(): void {
    if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
  }

  control.onEvent((event) => {
    if (controlEventSchema.safeParse(event).success) kill();
  });
  const heartbeat = setInterval(() => {
    const watched = child;
    const patience = setTimeout(() => watched === child && kill(), heartbeatPatience);
    control
      .call('control.ping', {})
      .catch(() => undefined)
      .finally(() => clearTimeout(patience));
  }, heartbeatEvery);

  return {
    control,
    windowPort() {
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage('window', [port1]);
      return port2;
    },
    stop() {
      stopping = true;
      clearInterval(heartbeat);
      child.kill();
    },
  };
}

/** A package for an older Electron carries the SQLite that was built for it. */
function packagedBinding(): Record<string, string> {
  const file = join(process.resourcesPath, 'better_sqlite3.node');
  return existsSync(file) ? { CLIENTSCOPE_SQLITE_BINDING: file } : {};
}
