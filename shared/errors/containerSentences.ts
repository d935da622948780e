/** Sentences about files that hold tables inside: workbooks, databases, archives. */
export const containerSentences = {
  sheetMissing: {
    zh: '文件“{file}”中没有工作表“{sheet}”。',
    en: 'The file “{file}” has no sheet “{sheet}”.',
  },
  sheetEmpty: {
    zh: '文件“{file}”的工作表“{sheet}”是空的。没有载入任何内容。',
    en: 'The sheet “{sheet}” of the file “{file}” is empty. Nothing was loaded.',
  },
  workbookEncrypted: {
    zh: '文件“{file}”设有打开密码。请在 Excel 中去掉密码另存后再导入；没有载入任何内容。',
    en: 'The file “{file}” is protected by a password. Save it in Excel without one; nothing was loaded.',
  },
  workbookTooOld: {
    zh: '文件“{file}”是 Excel 4 或更早的格式。请在 Excel 中另存为 XLSX；没有载入任何内容。',
    en: 'The file “{file}” was written by Excel 4 or older. Save it in Excel as XLSX; nothing was loaded.',
  },
  fileIsWebPage: {
    zh: '文件“{file}”其实是网页或 XML，不是表格文件。请在 Excel 中打开，另存为 XLSX；没有载入任何内容。',
    en: 'The file “{file}” is really a web page or XML. Open it in Excel and save it as XLSX; nothing was loaded.',
  },
  rangeInvalid: {
    zh: '“{range}”不是单元格区域。请写成 B3:H200、B:H 或 3:200；没有载入任何内容。',
    en: '“{range}” is no range of cells. Write B3:H200, B:H or 3:200; nothing was loaded.',
  },
  rangeEmpty: {
    zh: '文件“{file}”的工作表“{sheet}”在所选区域内没有内容。没有载入任何内容。',
    en: 'The sheet “{sheet}” of the file “{file}” holds nothing in the chosen range. Nothing was loaded.',
  },
} as const;
