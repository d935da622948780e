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
  partMissing: {
    zh: '数据集“{name}”现在没有这个文件。请重新打开“读取方式”。',
    en: 'The dataset “{name}” has no such file now. Look at how it was read again.',
  },
  partUnclear: {
    zh: '“{name}”中分不清哪些行来自“{file}”，不能单独替换它。请用所有文件替换整个数据集。',
    en: 'Which rows of “{name}” are from “{file}” cannot be told, so that it cannot be replaced alone. Replace the dataset with all of its files.',
  },
  partNameTaken: {
    zh: '“{name}”已有另一个名为“{file}”的文件，替换后就分不清两者的行。请先给新文件改名。',
    en: '“{name}” has another file called “{file}”: their rows could not be told apart. Give the new file another name first.',
  },
  partIsSeveral: {
    zh: '“{file}”里有几个文件。一个文件只能由一个文件替换。',
    en: '“{file}” holds several files. One file can be replaced by one only.',
  },
  quarantineChanged: {
    zh: '隔离行刚有变动，没有改动任何内容。请重新打开这一行。',
    en: 'The quarantine has just changed; nothing was done. Open the row again.',
  },
  repairSheetNeverShown: {
    zh: '字段“{field}”的级别不允许查看原值，不能导出修复表。请逐行修复；若它其实是别的类别，可在字段页改类别并写明理由。',
    en: 'The field “{field}” is of a class that is never shown, so no repair sheet can be exported. Repair row by row; if it is of another class, change that on the page of fields and say why.',
  },
  repairSheetUnknown: {
    zh: '“{file}”不是修复表：没有 _line 这一列。请用导出的修复表，改好后原样存回。没有改动任何内容。',
    en: '“{file}” is no repair sheet: it has no column _line. Use the sheet that was exported, mended and saved as it was. Nothing was changed.',
  },
  repairSheetBroken: {
    zh: '修复表“{file}”有 {rows} 行列数不对或无法读取。请检查引号和分隔符，或存为 XLSX。没有改动任何内容。',
    en: '{rows} rows of the repair sheet “{file}” cannot be read or have too many or too few cells. Check quotes and commas, or save it as XLSX. Nothing was changed.',
  },
  repairSheetColumns: {
    zh: '修复表“{file}”的列与数据集不符。缺少：{missing}；多出：{strange}。列名请保持导出时的样子。没有改动任何内容。',
    en: 'The columns of the repair sheet “{file}” are not those of the dataset. Missing: {missing}; too many: {strange}. Keep the names as they were exported. Nothing was changed.',
  },
  repairSheetElsewhere: {
    zh: '修复表“{file}”中原文件第 {line} 行不在这个数据集的隔离行里，可能属于另一份文件或旧版本。请从修复表删去这一行，或重新导出修复表。没有改动任何内容。',
    en: 'Line {line} in the repair sheet “{file}” is not in the quarantine of this dataset: it may be of another file or an older one. Delete it from the sheet, or export the sheet anew. Nothing was changed.',
  },
  repairSheetUnfit: {
    zh: '修复表“{file}”中原文件第 {line} 行的“{field}”还不是{type}；这样的值共 {count} 个。请改好，或把这些行改回原样，它们会留在隔离区。没有改动任何内容。',
    en: 'In the repair sheet “{file}”, “{field}” of line {line} is still no {type} (such values in all: {count}). Mend them, or leave those rows as they were: they stay in quarantine. Nothing was changed.',
  },
  viewExpired: { zh: '表格视图已过期，正在重新打开。', en: 'The table view has expired and is being opened again.' },
  matchFactUnlinked: {
    zh: '“{table}”要按名单“{list}”自己的客户编号对应，而合并中没有这份名单，或没有指定它的编号字段。',
    en: '“{table}” hangs on the client number of the list “{list}”, but that list is not merged, or its number is not set.',
  },
  matchContradiction: {
    zh: '人工认定前后矛盾：判为不同客户的两行，又经别的认定成了同一客户。请撤销其中一条。',
    en: 'The decisions contradict each other: two rows that are said to be different clients are the same by other decisions. Take one of them back.',
  },
  personalNotShown: {
    zh: '字段“{field}”属于“其他个人信息”（例如由个人信息改写而来），整格遮盖，不能查看原值。请到原字段查看；若它其实是别的类别，可在字段页改类别并写明理由。',
    en: 'The field “{field}” is of the class “other personal” (made from parts of personal data, say), which is hidden whole. Look at the field that it was made from; if it is of another class, change that on the page of fields and say why.',
  },
} as const;
