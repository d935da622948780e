import type { Locale } from '#shared/errors/index.ts';

const zh = {
  chooseFiles: '选择要导入的文件',
  chooseFolder: '选择要导入的文件夹',
  tables: '数据文件',
  allFiles: '所有文件',
  createWorkspace: '新建工作区',
  create: '新建',
  workspaceName: '新工作区',
  openWorkspace: '打开工作区文件夹',
  exportReport: '导出报告',
  exportDataset: '导出数据',
  exportQuarantine: '导出隔离行',
  exportRepairSheet: '导出修复表',
  exportPlaybook: '导出方案文件',
  playbookName: '方案',
  choosePlaybook: '选择方案文件',
  choosePlaybookData: '选择数据文件所在的文件夹',
  chooseRepairSheet: '选择改好的修复表',
  repairSheets: '修复表',
  sampleName: '示例组合',
  engineFailed: '数据引擎无法启动',
  engineFailedBody:
    '数据引擎连续几次一启动就退出，客镜将关闭。工作区中的内容都在。请重新启动；若再次出现，请联系支持人员。',
};

const en: typeof zh = {
  chooseFiles: 'Choose files to import',
  chooseFolder: 'Choose a folder to import',
  tables: 'Data files',
  allFiles: 'All files',
  createWorkspace: 'New workspace',
  create: 'Create',
  workspaceName: 'New workspace',
  openWorkspace: 'Open a workspace folder',
  exportReport: 'Export the report',
  exportDataset: 'Export data',
  exportQuarantine: 'Export quarantined rows',
  exportRepairSheet: 'Export the repair sheet',
  exportPlaybook: 'Export a playbook',
  playbookName: 'playbook',
  choosePlaybook: 'Choose a playbook',
  choosePlaybookData: 'Choose the folder of its data files',
  chooseRepairSheet: 'Choose the repair sheet that you have mended',
  repairSheets: 'Repair sheets',
  sampleName: 'Sample portfolio',
  engineFailed: 'The data engine does not start',
  engineFailedBody:
    'The data engine ended several times as soon as it was started, so Clientscope closes. Your workspaces are intact. Start it again; if it happens twice, ask support.',
};

/** Words of the system's own dialogs, which the window's translations do not reach. */
export const dialogTexts: Readonly<Record<Locale, typeof zh>> = { zh, en };
