import { containerSentences } from './containerSentences.ts';
import { datasetSentences } from './datasetSentences.ts';
import { featureSentences } from './featureSentences.ts';
import { movingFileSentences } from './movingFileSentences.ts';
import { playbookSentences } from './playbookSentences.ts';
import { recipeSentences } from './recipeSentences.ts';
import { termOf } from './terms.ts';

/** The languages of the product. Chinese first. */
export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];

type Sentence = Readonly<Record<Locale, string>>;

/**
 * Every sentence an error can say: what happened, what was kept, what to do. `{name}` marks a parameter.
 * Kept in one table so that neither language can lack one.
 */
const sentences = {
  cancelled: { zh: '已取消，没有改动任何内容。', en: 'Cancelled. Nothing was changed.' },
  internal: {
    zh: '出现了意外错误，已有内容都已保存。请重试；若再次出现，请把详情交给支持人员。',
    en: 'Something unexpected went wrong. Your work is saved. Try again; if it happens twice, pass the details on.',
  },
  invalidParams: { zh: '请求有误：{path} {reason}', en: 'The request is not valid: {path} {reason}' },
  engineRestarted: {
    zh: '数据引擎已重新启动。正在运行的查询已中断，其他内容都在；请再试一次。',
    en: 'The data engine was restarted. The running query was lost and nothing else; please try again.',
  },
  noWorkspace: { zh: '尚未打开工作区。', en: 'No workspace is open.' },
  workspaceMissing: { zh: '找不到工作区文件夹“{name}”。', en: 'The workspace folder “{name}” cannot be found.' },
  workspaceNotOne: {
    zh: '“{name}”不是客镜工作区。请选择一个工作区，或选空文件夹新建。',
    en: '“{name}” is not a Clientscope workspace. Choose one, or an empty folder for a new one.',
  },
  workspaceNotEmpty: {
    zh: '文件夹“{name}”不是空的。请选一个空文件夹来新建工作区。',
    en: 'The folder “{name}” is not empty. Choose an empty folder for a new workspace.',
  },
  workspaceNewer: {
    zh: '工作区“{name}”由更新的版本（格式 {found}）创建，本版本只能打开到格式 {known}。未作任何改动。',
    en: 'The workspace “{name}” was made by a newer version (format {found}; this one reads up to {known}). Nothing was changed.',
  },
  workspaceLocked: {
    zh: '工作区“{name}”已在另一个窗口或进程中打开。请先在那里关闭。',
    en: 'The workspace “{name}” is already open in another window or process. Close it there first.',
  },
  workspaceNotWritable: {
    zh: '没有在“{name}”中读写文件的权限。请选择自己可以写入的文件夹。',
    en: 'You may not read and write files in “{name}”. Choose a folder that you can write to.',
  },
  workspaceCorrupt: {
    zh: '工作区“{name}”的数据文件已损坏，无法打开。未作任何改动；请从备份恢复。',
    en: 'A data file of the workspace “{name}” is damaged and cannot be opened. Nothing was changed; restore a backup.',
  },
  exportMissing: {
    zh: '“{file}”已不在导出时的位置。请在移到的地方打开，或再导出一次。',
    en: '“{file}” is no longer where it was exported to. Open it where it was moved, or export it again.',
  },
  notOpened: {
    zh: '没有程序打开“{file}”。请改用“在文件夹中显示”。',
    en: 'No program opened “{file}”. Show it in its folder instead.',
  },
  datasetComputed: {
    zh: '“{name}”是计算出来的，没有自己的文件。请更新它的来源，再重新计算。没有改动任何内容。',
    en: '“{name}” is computed and has no file of its own. Bring its source up to date and compute it again. Nothing was changed.',
  },
  versionGone: {
    zh: '“{name}”的第 {version} 版已不在。没有改动任何内容。',
    en: 'Version {version} of “{name}” is no longer there. Nothing was changed.',
  },
  datasetMoved: {
    zh: '“{name}”在此期间有了改动。请再试一次；没有改动任何内容。',
    en: '“{name}” was changed in the meantime. Try again; nothing was changed.',
  },
  fileMissing: {
    zh: '找不到文件“{file}”，可能已被移动或删除。没有载入任何内容。',
    en: 'The file “{file}” cannot be found; it may have been moved or deleted. Nothing was loaded.',
  },
  fileNotGranted: {
    zh: '这个文件不是在本窗口中选取的。请重新选择文件。',
    en: 'That file was not chosen in this window. Choose it again.',
  },
  fileIsFolder: { zh: '“{file}”是文件夹。请选择其中的文件。', en: '“{file}” is a folder. Choose the files inside it.' },
  fileNotReadable: {
    zh: '没有读取文件“{file}”的权限。没有载入任何内容。',
    en: 'The file “{file}” may not be read with your permissions. Nothing was loaded.',
  },
  fileEmpty: { zh: '文件“{file}”是空的。没有载入任何内容。', en: 'The file “{file}” is empty. Nothing was loaded.' },
  fileHeaderOnly: {
    zh: '文件“{file}”只有表头（第 1 行），没有数据行。没有载入任何内容。',
    en: 'The file “{file}” holds a header (line 1) and no rows. Nothing was loaded.',
  },
  fileNoRows: {
    zh: '文件“{file}”没有数据行。没有载入任何内容。',
    en: 'The file “{file}” holds no rows. Nothing was loaded.',
  },
  fileNotTable: {
    zh: '文件“{file}”不能按分隔符“{delimiter}”和引号“{quote}”读成表格。请换一种再试；没有载入任何内容。',
    en: 'The file “{file}” is no table with the delimiter “{delimiter}” and the quote “{quote}”. Choose others; nothing was loaded.',
  },
  fileHasNul: {
    zh: '文件“{file}”第 {line} 行含有 NUL 字节，不像文本文件。没有载入任何内容。',
    en: 'The file “{file}” has a NUL byte in line {line}; it does not look like text. Nothing was loaded.',
  },
  fileBadEncoding: {
    zh: '文件“{file}”第 {line} 行不是有效的 {encoding} 编码。请换一种编码再试；没有载入任何内容。',
    en: 'Line {line} of the file “{file}” is not valid {encoding}. Choose another encoding; nothing was loaded.',
  },
  fileTruncated: {
    zh: '文件“{file}”不完整（{format} 数据被截断或损坏）。请重新导出；没有载入任何内容。',
    en: 'The file “{file}” is incomplete (its {format} data is cut off or damaged). Export it again; nothing was loaded.',
  },
  fileUnknownFormat: {
    zh: '无法识别文件“{file}”的格式。可读取 CSV、TSV（可 gzip）、XLSX、XLS、Parquet、JSON、SQLite、DuckDB 和 zip。',
    en: 'The format of the file “{file}” is not known. CSV, TSV (also gzip), XLSX, XLS, Parquet, JSON, SQLite, DuckDB and zip can be read.',
  },
  fileNoUsableRows: {
    zh: '文件“{file}”中没有能读取的行：{rejected} 行均有问题，首个在第 {line} 行。没有载入任何内容。',
    en: 'No row of the file “{file}” can be read: all {rejected} have problems, the first in line {line}. Nothing was loaded.',
  },
  fileLineTooLong: {
    zh: '文件“{file}”第 {line} 行超过 {limit} MB，可能引号没有配对。没有载入任何内容。',
    en: 'Line {line} of the file “{file}” is longer than {limit} MB; a quote may be left open. Nothing was loaded.',
  },
  fileTooWide: {
    zh: '文件“{file}”有 {columns} 列，超过上限 {limit} 列。没有载入任何内容。',
    en: 'The file “{file}” has {columns} columns; the limit is {limit}. Nothing was loaded.',
  },
  ...containerSentences,
  ...featureSentences,
  columnOptionUnknown: {
    zh: '文件“{file}”没有名为“{column}”的列，列设置无法应用。',
    en: 'The file “{file}” has no column “{column}”, so its settings cannot be applied.',
  },
  ...datasetSentences,
  ...movingFileSentences,
  ...recipeSentences,
  valueNotOfType: {
    zh: '“{value}”不能用作字段“{field}”（{type}）的值。',
    en: '“{value}” cannot be used as a value of the field “{field}” ({type}).',
  },
  clientsMissing: {
    zh: '尚未指定客户清单。请先在“客户”中指定哪张表列出客户。',
    en: 'No client list is set. First say under Clients which table lists the clients.',
  },
  factNotLinked: {
    zh: '数据集“{table}”没有与客户清单关联。请先在“客户”中指定关联字段。',
    en: 'The dataset “{table}” is not linked to the client list. Say under Clients by which field.',
  },
  definitionMissing: { zh: '找不到{kind}“{name}”。', en: 'There is no {kind} “{name}”.' },
  definitionGone: {
    zh: '这个定义已不存在，可能刚被删除。',
    en: 'This definition no longer exists; it may just have been deleted.',
  },
  definitionExists: { zh: '已有名为“{name}”的{kind}。', en: 'There is already a {kind} named “{name}”.' },
  definitionConflict: {
    zh: '“{name}”刚被另一处修改。已载入最新版本，请在其上再改一次。',
    en: '“{name}” was changed elsewhere in the meantime. The newest version is loaded; make the change there.',
  },
  ruleTooDeep: { zh: '条件嵌套超过 {limit} 层。', en: 'The conditions are nested deeper than {limit} levels.' },
  segmentCycle: {
    zh: '客群“{name}”直接或间接引用了自己。',
    en: 'The segment “{name}” refers to itself, directly or through another.',
  },
  roiNotNumeric: {
    zh: '字段“{field}”是{type}，不能作为成本或收益。请选一个数值字段。',
    en: 'The field “{field}” ({type}) can be neither cost nor return. Choose a field of numbers.',
  },
  roiPeriodNotNumber: {
    zh: '字段“{field}”是{type}，不能作为期次。请选一个整数字段，或改为按日期推算。',
    en: 'The field “{field}” ({type}) cannot be the period. Choose a whole number, or count from a date.',
  },
  roiPeriodNotDate: {
    zh: '字段“{field}”是{type}，不能推算期次。请选一个日期字段，或改用期次字段。',
    en: 'Periods cannot be counted from the field “{field}” ({type}). Choose a date, or a field that numbers the periods.',
  },
  roiIdentity: {
    zh: '字段“{field}”属于身份信息，不能用于投放分析。请换一个字段。',
    en: 'The field “{field}” holds identities and cannot be used in an ROI study. Choose another field.',
  },
  roiScopeNotLinked: {
    zh: '只看客群“{segment}”时，数据集“{table}”须与客户清单关联。请在“客户”中关联它，或改为全部客户。',
    en: 'To look at the segment “{segment}” alone, the dataset “{table}” must be linked to the client list. Link it under Clients, or choose all clients.',
  },
  roiPeriodTooLarge: {
    zh: '字段“{field}”中有 {value}，超过 {limit}，不像上线后的第几期。请选期次字段，或改为按日期推算。',
    en: 'The field “{field}” holds {value}, above {limit}: that is no number of periods since launch. Choose another field, or count from a date.',
  },
  roiTooManyPeriods: {
    zh: '活动和期次的组合超过 {limit} 个。请换一个区分活动的字段，或用更长的期。',
    en: 'There are more than {limit} combinations of campaign and period. Choose another campaign field, or longer periods.',
  },
  funnelNoSteps: {
    zh: '漏斗还没有步骤。请至少添加一个步骤。',
    en: 'The funnel has no steps yet. Add at least one.',
  },
  funnelWindowZero: {
    zh: '时间窗口为零，任何事件都不在其中。请填 1 或更大的数，或选“不限”。',
    en: 'A window of zero holds no event. Enter 1 or more, or choose no limit.',
  },
  funnelTimeField: {
    zh: '字段“{field}”（{type}）不能用作时间。请选择日期或日期时间字段。',
    en: 'The field “{field}” ({type}) cannot be used as the time. Choose a date, or a date and time.',
  },
  funnelNeedsKey: {
    zh: '客户清单“{table}”没有客户号字段，每行都是一个客户，因此看不出先后。请在“客户”中指定客户号字段。',
    en: 'The client list “{table}” has no key: each of its rows is a client, so nothing comes after anything. Choose a key under Clients.',
  },
  funnelGroupsWithheld: {
    zh: '字段“{field}”能识别个人或账户，不能用来分组。请选择其他字段。',
    en: 'The field “{field}” identifies people or accounts and cannot be used to compare groups. Choose another field.',
  },
  funnelStepMissing: {
    zh: '漏斗“{name}”没有第 {step} 步（共 {steps} 步）。请重新选择步骤。',
    en: 'The funnel “{name}” has no step {step} (it has {steps}). Choose the step again.',
  },
  funnelLastStep: {
    zh: '第 {step} 步是漏斗“{name}”的最后一步，之后没有流失。请改选前面的步骤，或改为“到达”。',
    en: 'Step {step} is the last of the funnel “{name}”: nobody drops out after it. Choose an earlier step, or “reached”.',
  },
  playbookNotJson: {
    zh: '方案文件“{file}”不是有效的 JSON（第 {line} 行第 {column} 列）。',
    en: 'The playbook “{file}” is not valid JSON (line {line}, column {column}).',
  },
  playbookTooDeep: {
    zh: '方案文件“{file}”嵌套超过 {limit} 层（第 {line} 行），没有运行。',
    en: 'The playbook “{file}” is nested deeper than {limit} levels (line {line}); it was not run.',
  },
  playbookInvalid: {
    zh: '方案文件“{file}”有误：{path} {reasonZh}',
    en: 'The playbook “{file}” is not valid: {path} {reason}',
  },
  playbookNewer: {
    zh: '方案文件“{file}”的版本为 {found}，本程序只支持到 {known}。',
    en: 'The playbook “{file}” is of version {found}; this program knows up to {known}.',
  },
  playbookPathEscapes: {
    zh: '方案文件引用的“{path}”不在数据文件夹之内。',
    en: 'The playbook refers to “{path}”, which is outside the data folder.',
  },
  playbookIsFolder: {
    zh: '“{file}”是文件夹，不是方案文件。请指明其中的 JSON 文件。',
    en: '“{file}” is a folder, not a playbook. Name the JSON file inside it.',
  },
  ...playbookSentences,
  dataFolderMissing: {
    zh: '找不到数据文件夹“{path}”。没有运行任何内容。',
    en: 'The data folder “{path}” cannot be found. Nothing was run.',
  },
  dependencyFailed: {
    zh: '它依赖的数据集“{name}”在本次运行中没有载入成功，因此没有计算。',
    en: 'It depends on the dataset “{name}”, which could not be loaded in this run, so it was not computed.',
  },
  pageFailed: {
    zh: '报告引用的“{name}”没有结果，因此没有生成报告。{reasonZh}',
    en: '“{name}”, which the report shows, has no result, so the report was not made. {reason}',
  },
  outputNotWritable: {
    zh: '无法写入输出文件夹“{path}”。请检查权限，或换一个文件夹；没有写入任何内容。',
    en: 'The output folder “{path}” cannot be written to. Check its permissions or choose another; nothing was written.',
  },
  printFailed: {
    zh: '报告“{name}”没有打印成功。HTML 版本已保存：{file}',
    en: 'The report “{name}” could not be printed. It is saved as HTML: {file}',
  },
  convertOntoItself: {
    zh: '“{file}”不能写到它自己上面：请给 --to 另一个名字',
    en: '“{file}” cannot be written over itself: give --to another name',
  },
  convertIntoItsFolder: {
    zh: '“{file}”不能写进所读的文件夹“{folder}”：下次读取会把它也算进去。请给 --to 另一个位置',
    en: '“{file}” cannot be written into the folder “{folder}” that is read: it would be read with it the next time. Give --to another place',
  },
  usageNeeds: { zh: '命令需要 {what}', en: 'The command needs {what}' },
  usage: { zh: '命令有误：{reason}', en: 'The command is not right: {reason}' },
  syntax: { zh: '查询写法有误。', en: 'The query is not well formed.' },
  catalog: { zh: '查询引用了不存在的表或函数。', en: 'The query refers to a table or function that does not exist.' },
  binder: { zh: '查询引用了不存在的字段，或类型不符。', en: 'The query refers to a missing field or mixes types.' },
  conversion: { zh: '有值无法转换为所需类型。', en: 'A value cannot be converted to the type needed.' },
  constraint: { zh: '数据违反了约束。', en: 'The data breaks a constraint.' },
  permission: { zh: '此操作不被允许：“{path}”。', en: 'This is not allowed: “{path}”.' },
  outOfMemory: {
    zh: '内存不足，查询已停止，数据完好。请缩小范围再试，或关闭其他程序。',
    en: 'There was not enough memory; the query was stopped and the data is intact. Narrow the scope or close other programs.',
  },
  diskFull: {
    zh: '磁盘空间不足：需要约 {needed}，剩余 {free}。没有写入任何内容。',
    en: 'There is not enough disk space: about {needed} needed, {free} left. Nothing was written.',
  },
  diskFullNow: {
    zh: '磁盘空间不足，没有写入任何内容。请腾出空间后再试。',
    en: 'There is not enough disk space; nothing was written. Free some and try again.',
  },
  secretsUnconfirmed: {
    zh: '文件“{file}”的列“{columns}”像是机密信息（C3）。请打开该文件的导入面板，确认跳过这些列；没有载入任何内容。',
    en: 'The columns “{columns}” of the file “{file}” look like secrets (C3). Open the file in the list and confirm that they are left out; nothing was loaded.',
  },
  secretNeedsReason: {
    zh: '列“{column}”像是机密信息（C3）。要载入它，请先写明理由；没有载入任何内容。',
    en: 'The column “{column}” looks like a secret (C3). To load it, give a reason; nothing was loaded.',
  },
  noColumnsLeft: {
    zh: '文件“{file}”的所有列都被跳过，没有可以载入的内容。',
    en: 'Every column of the file “{file}” is left out, so there is nothing to load.',
  },
  secretNotShown: {
    zh: '字段“{field}”是机密信息（C3），任何情况下都不显示原值。',
    en: 'The field “{field}” is a secret (C3): its values are never shown.',
  },
  reasonNeeded: {
    zh: '这一步需要写明理由（至少 4 个字），理由会记入审计日志。',
    en: 'This needs a reason of at least 4 characters; it goes into the audit log.',
  },
  rowGone: {
    zh: '表格“{table}”里已没有这一行，可能排序或筛选已改变。请重新选取。',
    en: 'That row is no longer in the view of “{table}”; its sort or filters may have changed. Choose it again.',
  },
  io: {
    zh: '读写“{file}”失败。已保存的内容不受影响。',
    en: 'Reading or writing “{file}” failed. What was saved is not affected.',
  },
  pdfUnavailable: {
    zh: '这里没有显示环境，无法打印 PDF（需要 Xvfb）。报告已保存为 HTML：{file}',
    en: 'There is no display here to print a PDF with (Xvfb is needed). The report is saved as HTML: {file}',
  },
} as const satisfies Record<string, Sentence>;

export type MessageId = keyof typeof sentences;
export const messageIds = Object.keys(sentences) as [MessageId, ...MessageId[]];

/**
 * Fills `{name}` marks of a sentence, with the locale's word where the value is a name from the code. A mark without a
 * parameter stays as it is.
 */
export function describe(id: MessageId, params: Readonly<Record<string, string | number>>, locale: Locale): string {
  return sentences[id][locale].replace(/\{(\w+)\}/g, (mark, name: string) => {
    const value = params[name];
    return value === undefined ? mark : (termOf(name, value)?.[locale] ?? String(value));
  });
}
