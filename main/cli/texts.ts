import type { Locale } from '#shared/errors/index.ts';
import type { Outcome } from '#shared/playbook/index.ts';

interface CommandTexts {
  readonly help: string;
  readonly kind: Readonly<Record<Outcome['kind'], string>>;
  failed(kind: string, name: string, sentence: string): string;
  noPrinter(file: string): string;
  done(count: number, folder: string, files: readonly string[]): string;
  partly(failed: number, count: number, folder: string, files: readonly string[]): string;
  sample(files: readonly string[], folder: string): string;
}

const usage = `clientscope run PLAYBOOK.json --data DIR --out DIR [--workspace DIR] [--lang zh|en]
clientscope sample --size S|M|L --out DIR [--seed N] [--lang zh|en]
clientscope --help | --version`;

/** What the command says, beside errors. */
export const commandTexts: Readonly<Record<Locale, CommandTexts>> = {
  zh: {
    help: `${usage}

run     运行一个方案文件，不打开窗口：把 results.json 和报告 PDF 写入 --out。
        方案中的文件名相对于 --data；给出 --workspace 时数据和定义保留在该工作区，否则用后即删。
sample  生成样例组合（S 2,000 户，M 20,000 户，L 500,000 户、1,000 万笔交易）。
退出码  0 全部成功；1 有定义失败；2 命令或方案文件有误；130 已取消。`,
    kind: {
      data: '数据',
      clients: '客户',
      portrait: '画像',
      segment: '客群',
      funnel: '漏斗',
      roi: '投放',
      report: '报告',
    },
    failed: (kind, name, sentence) => `${kind}“${name}”：${sentence}`,
    noPrinter: (file) => `这里无法打印 PDF（需要 Electron 和显示环境或 Xvfb），报告保存为 HTML：${file}`,
    done: (count, folder, files) => `完成：${count} 项定义全部成功，已写入 ${folder}：${files.join('、')}`,
    partly: (failed, count, folder, files) =>
      `完成，但 ${count} 项定义中有 ${failed} 项失败，已写入 ${folder}：${files.join('、')}`,
    sample: (files, folder) => `完成：样例已写入 ${folder}：${files.join('、')}`,
  },
  en: {
    help: `${usage}

run     Runs a playbook without a window: writes results.json and the reports' PDFs to --out.
        Its files are named relative to --data. With --workspace, data and definitions stay there; without, nothing does.
sample  Makes the sample portfolio (S 2,000 clients, M 20,000, L 500,000 with 10 million transactions).
Exit    0 all went well; 1 a definition failed; 2 the command or the playbook is wrong; 130 cancelled.`,
    kind: {
      data: 'Data',
      clients: 'Clients',
      portrait: 'Portrait',
      segment: 'Segment',
      funnel: 'Funnel',
      roi: 'ROI',
      report: 'Report',
    },
    failed: (kind, name, sentence) => `${kind} “${name}”: ${sentence}`,
    noPrinter: (file) =>
      `No PDF can be printed here (it takes Electron and a display or Xvfb); the report is kept as HTML: ${file}`,
    done: (count, folder, files) =>
      `Done: all ${count} definitions went well; written to ${folder}: ${files.join(', ')}`,
    partly: (failed, count, folder, files) =>
      `Done, but ${failed} of ${count} definitions failed; written to ${folder}: ${files.join(', ')}`,
    sample: (files, folder) => `Done: the sample is written to ${folder}: ${files.join(', ')}`,
  },
};
