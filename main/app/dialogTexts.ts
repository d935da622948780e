import type { Locale } from '#shared/errors/index.ts';

const zh = {
  chooseFiles: '选择要导入的文件',
  tables: '数据文件',
  allFiles: '所有文件',
  createWorkspace: '新建工作区',
  create: '新建',
  workspaceName: '新工作区',
  openWorkspace: '打开工作区文件夹',
  exportReport: '导出报告',
  sampleName: '示例组合',
};

const en: typeof zh = {
  chooseFiles: 'Choose files to import',
  tables: 'Data files',
  allFiles: 'All files',
  createWorkspace: 'New workspace',
  create: 'Create',
  workspaceName: 'New workspace',
  openWorkspace: 'Open a workspace folder',
  exportReport: 'Export the report',
  sampleName: 'Sample portfolio',
};

/** Words of the system's own dialogs, which the window's translations do not reach. */
export const dialogTexts: Readonly<Record<Locale, typeof zh>> = { zh, en };
