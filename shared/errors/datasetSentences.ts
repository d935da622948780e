/** Sentences about datasets: what is there, what was made from what, and their quarantine. */
export const datasetSentences = {
  datasetExists: {
    zh: '已有名为“{name}”的数据集。请换一个名称，或先删除原有的。',
    en: 'There is already a dataset “{name}”. Choose another name, or delete that one first.',
  },
  datasetMissing: { zh: '数据集“{name}”不存在。', en: 'The dataset “{name}” does not exist.' },
  derivedCycle: {
    zh: '数据集“{name}”不能由它自己得出的数据再算出来。请换一个来源。',
    en: 'The dataset “{name}” cannot be made from what is itself made from it. Choose another source.',
  },
  fieldMissing: {
    zh: '数据集“{table}”中没有字段“{field}”。其余定义不受影响。',
    en: 'The dataset “{table}” has no field “{field}”. The other definitions are not affected.',
  },
  valuesWithheld: {
    zh: '字段“{field}”能识别个人或账户，不列出它的取值。请直接输入。',
    en: 'The field “{field}” identifies people or accounts, so its values are not listed. Type the value instead.',
  },
  quarantineChanged: {
    zh: '隔离行刚有变动，没有改动任何内容。请重新打开这一行。',
    en: 'The quarantine has just changed; nothing was done. Open the row again.',
  },
  viewExpired: { zh: '表格视图已过期，正在重新打开。', en: 'The table view has expired and is being opened again.' },
} as const;
