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
  /** A dataset that a control figure does not fit: of a field's sum, or (null) of its rows. */
  controlOff(name: string, field: string | null, difference: string | null): string;
  converted(rows: number, repaired: number, path: string): string;
  /** `sheet`: where they were written to be mended, or null. */
  leftOut(rows: number, sheet: string | null): string;
}

const usage = `clientscope run PLAYBOOK.json --data DIR --out DIR [--workspace DIR] [--lang zh|en]
clientscope sample --size S|M|L --out DIR [--seed N] [--lang zh|en]
clientscope inspect FILE [how it is read] [--lang zh|en]
clientscope assess FILE [--as-of DATE] [how it is read] [--lang zh|en]
clientscope compare OLD NEW [--key FIELD] [how they are read] [--lang zh|en]
clientscope convert FILE --to OUT.csv|- [--text] [how it is read] [--lang zh|en]
  [--quarantine SHEET.xlsx|csv] [--repairs SHEET.xlsx|csv]
how it is read:
  [--format delimited|xlsx|parquet|jsonl] [--encoding NAME] [--delimiter C|tab|comma|semicolon|pipe] [--quote C|none]
  [--escape backslash|doubled] [--comment MARK|none] [--header | --no-header | --header-rows N] [--skip LINES]
  [--totals | --no-totals] [--column-starts 0,7,16] [--sheet NAME] [--type COLUMN=TYPE ...]
  [--range B3:H200] [--entry NAME | --together]
clientscope --help | --version`;

/** What the command says, beside errors. */
export const commandTexts: Readonly<Record<Locale, CommandTexts>> = {
  zh: {
    help: `${usage}

run     运行一个方案文件，不打开窗口：把 results.json 和报告 PDF 写入 --out。
        方案中的文件名相对于 --data；给出 --workspace 时数据和定义保留在该工作区，否则用后即删。
sample  生成样例组合（S 2,000 户，M 20,000 户，L 500,000 户、1,000 万笔交易）。
inspect 识别一个文件并输出一个 JSON 对象：格式、编码、分隔方式、表头、各列类型和敏感级别、载入与隔离的行、全部记录的去向。
assess  检查一个文件的数据质量并输出一个 JSON 对象：得分及其各部分、各字段的检验、发现的问题和建议；--as-of 是日期的截至日（默认今天）。
compare 比较两个文件并输出一个 JSON 对象：列的不同、按标识新增、消失和有变化的行、各字段的非空、平均和 PSI。NEW 照 OLD 的方式读取。
convert 把文件写成标准 CSV（UTF-8、带表头、LF）；--text 时每个值保持原样，不按类型转换。原文件不会被覆盖，也不写进所读的文件夹。
        --quarantine 把无法读取的行写成修复表（值为原文，未遮盖），在表格软件里改好，再用 --repairs 读回。
退出码  0 全部成功；1 有定义失败；2 命令或方案文件有误；130 已取消；141 管道的读取方已离开。`,
    kind: {
      data: '数据',
      recipe: '清洗方案',
      clients: '客户',
      match: '名单合并',
      features: '特征',
      quality: '质量',
      portrait: '画像',
      segment: '客群',
      funnel: '漏斗',
      roi: '投放',
      report: '报告',
    },
    failed: (kind, name, sentence) => `${kind}“${name}”：${sentence}`,
    controlOff: (name, field, difference) =>
      `数据“${name}”与控制数不符：${field === null ? '行数' : `${field} 合计`}${difference === null ? '无法核对' : `差 ${difference}`}`,
    noPrinter: (file) => `这里无法打印 PDF（需要 Electron 和显示环境或 Xvfb），报告保存为 HTML：${file}`,
    done: (count, folder, files) => `完成：${count} 项定义全部成功，已写入 ${folder}：${files.join('、')}`,
    partly: (failed, count, folder, files) =>
      `完成，但 ${count} 项定义中有 ${failed} 项失败，已写入 ${folder}：${files.join('、')}`,
    converted: (rows, repaired, path) =>
      `完成：${rows} 行已写入 ${path}${repaired > 0 ? `，其中 ${repaired} 行来自修复表` : ''}`,
    leftOut: (rows, sheet) =>
      sheet === null
        ? `有 ${rows} 行无法读取，未写入；clientscope inspect 会列出行号和原因，--quarantine 把它们写成修复表`
        : `有 ${rows} 行无法读取，已写入修复表 ${sheet}；改好后用 --repairs 读回`,
    sample: (files, folder) => `完成：样例已写入 ${folder}：${files.join('、')}`,
  },
  en: {
    help: `${usage}

run     Runs a playbook without a window: writes results.json and the reports' PDFs to --out.
        Its files are named relative to --data. With --workspace, data and definitions stay there; without, nothing does.
sample  Makes the sample portfolio (S 2,000 clients, M 20,000, L 500,000 with 10 million transactions).
inspect Says what a file is, as one JSON object: format, encoding, dialect, header, columns with type and class, rows
        loaded and quarantined, and where every record went.
assess  Says how good the data of a file are, as one JSON object: a score with its parts, each field with its test, what was
        found and what to do; --as-of is the day that dates are held against (today where it is left out).
compare Says what moved from one file to a newer one, as one JSON object: columns, rows by key, and in each field the filled
        share, the mean and the PSI. NEW is read as OLD is.
convert Writes a file as standard CSV (UTF-8, header, LF); with --text every value stays as it stood. Never over the file
        itself, nor into the folder that is read. --quarantine writes the rows that could not be read as a repair sheet
        (values as they are, unmasked): mend it in a spreadsheet, and give it back by --repairs.
Exit    0 all went well; 1 a definition failed; 2 the command or the playbook is wrong; 130 cancelled; 141 the reader of the pipe has gone.`,
    kind: {
      data: 'Data',
      recipe: 'Recipe',
      clients: 'Clients',
      match: 'Merged list',
      features: 'Features',
      quality: 'Quality',
      portrait: 'Portrait',
      segment: 'Segment',
      funnel: 'Funnel',
      roi: 'ROI',
      report: 'Report',
    },
    failed: (kind, name, sentence) => `${kind} “${name}”: ${sentence}`,
    controlOff: (name, field, difference) =>
      `Data “${name}” and its control figure: ${field === null ? 'rows' : `sum of ${field}`} ${difference === null ? 'cannot be checked' : `off by ${difference}`}`,
    noPrinter: (file) =>
      `No PDF can be printed here (it takes Electron and a display or Xvfb); the report is kept as HTML: ${file}`,
    done: (count, folder, files) =>
      `Done: all ${count} definitions went well; written to ${folder}: ${files.join(', ')}`,
    partly: (failed, count, folder, files) =>
      `Done, but ${failed} of ${count} definitions failed; written to ${folder}: ${files.join(', ')}`,
    converted: (rows, repaired, path) =>
      `Done: ${rows} rows are written to ${path}${repaired > 0 ? `, ${repaired} of them from the repair sheet` : ''}`,
    leftOut: (rows, sheet) =>
      sheet === null
        ? `${rows} rows could not be read and are left out; clientscope inspect names their lines and reasons, --quarantine writes them as a repair sheet`
        : `${rows} rows could not be read and are in the repair sheet ${sheet}; mend them there and give it back by --repairs`,
    sample: (files, folder) => `Done: the sample is written to ${folder}: ${files.join(', ')}`,
  },
};
