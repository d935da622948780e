import type { controlContract } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { Handlers } from '#shared/rpc/index.ts';
import { exportCsv, exportQuarantine, exportRepairSheet } from '../exports/index.ts';
import { exportPlaybook } from '../playbooks/index.ts';
import { renderReport } from '../reports/index.ts';
import type { Host } from './host.ts';
import { makeFromPlaybook } from './makeFromPlaybook.ts';
import { makeSample } from './makeSample.ts';
import { selfCheck } from './selfCheck.ts';

/** What the engine answers to main. */
export function controlHandlers(host: Host): Handlers<typeof controlContract> {
  return {
    'control.open': async (options) => ({ name: (await host.open(options)).name }),
    'control.ping': () => ({}),
    'control.close': async () => {
      await host.close();
      return {};
    },
    'control.grant': ({ token, path }) => {
      host.grant(token, path);
      return {};
    },
    'control.makeSample': async (params, context) => {
      await host.close();
      await makeSample(params, context);
      return {};
    },
    'control.makeFromPlaybook': async (params, context) => {
      await host.close();
      return makeFromPlaybook(params, context);
    },
    'control.getReport': ({ id }) => {
      const definition = host.workspace().catalogue.definitions.byId(id);
      if (definition.kind !== 'report')
        throw new AppError('notFound', 'definitionMissing', { kind: 'report', name: definition.name });
      return { name: definition.name, body: definition.body };
    },
    'control.recordExport': ({ name, bytes, sha256 }) => {
      host.workspace().catalogue.audit.append('export', name, { bytes, sha256, masked: 'yes' });
      return {};
    },
    'control.exportDataset': ({ request, temporary, target }, context) =>
      exportCsv(host.workspace(), request, { temporary, target }, context),
    'control.exportQuarantine': ({ dataset, locale, temporary, target }, context) =>
      exportQuarantine(host.workspace(), { dataset, locale }, { temporary, target }, context.signal),
    'control.exportRepairSheet': ({ temporary, target, ...request }, context) =>
      exportRepairSheet(host.workspace(), request, { temporary, target }, context.signal),
    'control.exportPlaybook': async (paths) => {
      const { remarks, ...written } = await exportPlaybook(host.workspace(), paths);
      return { ...written, remarks: [...remarks] };
    },
    'control.renderReport': async ({ name, body }, context) => {
      const { html, footer } = await renderReport(host.workspace(), name, body, context);
      return { html, footer };
    },
    'control.selfCheck': selfCheck,
  };
}
