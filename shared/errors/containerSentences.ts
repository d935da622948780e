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
  tableMissing: {
    zh: '数据库文件“{file}”中没有表“{table}”。没有载入任何内容。',
    en: 'The database file “{file}” has no table “{table}”. Nothing was loaded.',
  },
  databaseEmpty: {
    zh: '数据库文件“{file}”里没有含数据的表。没有载入任何内容。',
    en: 'No table of the database file “{file}” holds a row. Nothing was loaded.',
  },
  databaseOnlyViews: {
    zh: '数据库文件“{file}”里没有含数据的表，只有视图，如“{view}”。视图只在按名称指定时读取；没有载入任何内容。',
    en: 'No table of the database file “{file}” holds a row; it has views, such as “{view}”, which are read only when asked for by name. Nothing was loaded.',
  },
  databaseCellTooLong: {
    zh: '数据库文件“{file}”第 {row} 行的列“{column}”有一个值太长：一行最多 {limit} MB（二进制按十六进制文字计）。请跳过这一列；没有载入任何内容。',
    en: 'A value of the column “{column}” in row {row} of the database file “{file}” is too long: a row has at most {limit} MB (bytes count as hex). Skip the column; nothing was loaded.',
  },
  databaseLocked: {
    zh: '数据库文件“{file}”正被其他程序占用。请关闭那个程序，或复制一份再导入；没有载入任何内容。',
    en: 'The database file “{file}” is in use by another program. Close it there or import a copy; nothing was loaded.',
  },
  databaseNewer: {
    zh: '数据库文件“{file}”由更新版本的 DuckDB 写成，不能读取。请导出为 Parquet 再导入；没有载入任何内容。',
    en: 'The database file “{file}” was written by a newer DuckDB. Export its tables as Parquet; nothing was loaded.',
  },
  tableUnreadable: {
    zh: '数据库文件“{file}”中所选的表或视图不能读取，可能引用了不存在的表。请选另一张；没有载入任何内容。',
    en: 'The chosen table or view of the database file “{file}” cannot be read; it may refer to one that is gone. Choose another; nothing was loaded.',
  },
  jsonNoList: {
    zh: '文件“{file}”里没有对象的列表（如 [{"编号": 1}, …]），不能读成表格。没有载入任何内容。',
    en: 'The file “{file}” holds no list of objects (such as [{"id": 1}, …]), so it is no table. Nothing was loaded.',
  },
  jsonSeveralLists: {
    zh: '文件“{file}”里不止一个对象的列表：一个在第 {first} 行，另一个在第 {second} 行。请每个列表存成一个文件再导入；没有载入任何内容。',
    en: 'The file “{file}” holds more than one list of objects: one at line {first}, another at line {second}. Save each list as a file of its own; nothing was loaded.',
  },
  jsonMoreAfter: {
    zh: '文件“{file}”是 JSON，但第 {line} 行之前它已经结束，后面还有内容。请把多段内容分成几个文件再导入；没有载入任何内容。',
    en: 'The JSON in the file “{file}” has ended before line {line}, where more follows. Save each piece as a file of its own; nothing was loaded.',
  },
  archiveEmpty: {
    zh: '文件“{file}”里没有文件。没有载入任何内容。',
    en: 'There is no file in “{file}”. Nothing was loaded.',
  },
  archiveEncrypted: {
    zh: '压缩包“{file}”设有密码。请先解压再导入；没有载入任何内容。',
    en: 'The archive “{file}” is protected by a password. Unpack it first; nothing was loaded.',
  },
  entryMissing: {
    zh: '压缩包“{file}”里没有文件“{entry}”。没有载入任何内容。',
    en: 'The archive “{file}” has no file “{entry}”. Nothing was loaded.',
  },
  togetherNothingFits: {
    zh: '“{file}”中的文件没有共同的列，不能合成一张表。请分别导入；没有载入任何内容。',
    en: 'The files of “{file}” have no columns in common, so they are no one table. Load them one by one; nothing was loaded.',
  },
  togetherTooMany: {
    zh: '“{file}”中有 {count} 个文件，超过一次合并的上限 {limit} 个。没有载入任何内容。',
    en: 'There are {count} files in “{file}”; at most {limit} become one table. Nothing was loaded.',
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
