/** What can be wrong with a computed dataset, a recipe, or one of its steps. */
export const recipeSentences = {
  recipeStepMisfit: {
    zh: '清洗方案“{name}”的第 {step} 步不适用：{reasonZh}没有改动任何内容。',
    en: 'Step {step} of the recipe “{name}” does not fit: {reason} Nothing was changed.',
  },
  recipeFieldGone: {
    zh: '到这一步没有字段“{field}”。请改选字段，或关闭这一步。',
    en: 'There is no field “{field}” at this step. Choose another, or switch the step off.',
  },
  recipeFieldType: {
    zh: '字段“{field}”是{type}，这一步不能处理。请改选字段，或先转换类型。',
    en: 'The field “{field}” ({type}) is nothing for this step. Choose another, or change its type first.',
  },
  recipeNameTaken: {
    zh: '到这一步已有名为“{field}”的列（不分大小写）。请换一个名称。',
    en: 'There is a column “{field}” at this step already, whatever its case. Choose another name.',
  },
  recipeNameUnusable: {
    zh: '“{field}”不能用作列名：名称不能为空白，也不能是 rowid。',
    en: '“{field}” cannot name a column: a name is not blank, and not rowid.',
  },
  recipePatternLarge: {
    zh: '正则表达式“{find}”把重复展开后有 {size} 个字符，最多 {limit} 个：每个单元格都要试遍，耗时过长。请减少次数或嵌套。',
    en: 'The regular expression “{find}” is {size} characters long with its repetitions written out; at most {limit} are taken, because every cell is tried against all of them. Repeat or nest less.',
  },
  recipePatternBad: {
    zh: '正则表达式“{find}”写法有误：{reason}。',
    en: 'The regular expression “{find}” is not well formed: {reason}.',
  },
  recipeGroupMissing: {
    zh: '替换内容引用了第 {group} 个分组，而“{find}”只有 {groups} 个。',
    en: 'The replacement refers to group {group}, and “{find}” has {groups}.',
  },
  recipeSplitCount: {
    zh: '{positions} 个位置把文本分成 {parts} 列，这里给了 {columns} 个列名。请补齐或删去。',
    en: '{positions} positions make {parts} columns, and {columns} names are given. Add or remove some.',
  },
  recipeSplitOrder: {
    zh: '拆分位置须从小到大，各不相同。',
    en: 'The positions to split at must each be larger than the one before.',
  },
  recipeQuantiles: {
    zh: '下分位须小于上分位。',
    en: 'The lower quantile must be smaller than the upper one.',
  },
  recipeNoColumns: {
    zh: '这一步会删去所有列。请至少留下一列。',
    en: 'This step would drop every column. Keep at least one.',
  },
  recipePivotWide: {
    zh: '字段“{field}”的取值超过 {limit} 个，不能都变成列。请先筛选或归并取值。',
    en: 'The field “{field}” has more than {limit} values, too many to become columns. Filter or map them first.',
  },
  recipeUnpivotDigits: {
    zh: '字段“{field}”里有超过 15 位的数，与小数字段并到一列会改变数值。请先用“转换类型”把要合并的字段都改为文本。',
    en: 'The field “{field}” holds numbers of more than 15 digits, which would change in one column with decimal numbers. Make the gathered fields texts first, by the step “change type”.',
  },
  recipePivotWithheld: {
    zh: '字段“{field}”能识别个人或账户，它的取值不能成为列名。请改选字段。',
    en: 'The field “{field}” identifies people or accounts, so its values cannot name columns. Choose another.',
  },
  expressionUnexpected: {
    zh: '表达式第 {at} 个字符处不该有“{found}”。',
    en: 'The expression cannot have “{found}” at character {at}.',
  },
  expressionEnds: {
    zh: '表达式在第 {at} 个字符处就结束了，还缺内容或右括号。',
    en: 'The expression ends at character {at}, where a value or a closing parenthesis is missing.',
  },
  expressionUnclosed: {
    zh: '表达式第 {at} 个字符处的“{found}”没有配对。',
    en: 'The “{found}” at character {at} of the expression is never closed.',
  },
  expressionUnknown: {
    zh: '表达式第 {at} 个字符处的“{found}”不是函数。字段名请写在方括号里，如 [余额]；文本请加引号。',
    en: '“{found}” at character {at} is no function. Write fields in brackets, as [balance], and texts in quotes.',
  },
  expressionArguments: {
    zh: '第 {at} 个字符处的函数 {found} 需要 {least} 到 {most} 个值，这里有 {given} 个。',
    en: 'The function {found} at character {at} takes {least} to {most} values; it is given {given}.',
  },
  expressionTypes: {
    zh: '第 {at} 个字符处的“{found}”不能用于{type}。',
    en: '“{found}” at character {at} cannot be used on a value of the kind “{type}”.',
  },
  expressionUnit: {
    zh: '第 {at} 个字符处的 datediff 要用单位 "day"（日）、"month"（月）或 "year"（年），例如 datediff([开户日期], "2026-10-31", "year")。',
    en: 'The datediff at character {at} takes the unit "day", "month" or "year", as in datediff([opened], "2026-10-31", "year").',
  },
  expressionField: {
    zh: '表达式第 {at} 个字符处的字段“{field}”在这一步不存在。',
    en: 'The field “{field}” at character {at} of the expression does not exist at this step.',
  },
  expressionTooLong: {
    zh: '表达式太长或嵌套太深（上限 {limit}）。请拆成几步。',
    en: 'The expression is too long or nested too deeply (the limit is {limit}). Split it into several steps.',
  },
} as const;
