import { chooseTheme, Frame, toEnglish } from './pages/frame.ts';
import { PortraitsArea } from './pages/portraits.ts';
import { SegmentsArea } from './pages/segments.ts';
import { pickOption } from './pages/select.ts';
import { seriousFindings } from './support/axe.ts';
import { expect, test } from './support/fixture.ts';
import { takePicture } from './support/picture.ts';
import { fill, words } from './support/words.ts';

const { features, common } = words.zh;

test('three features and a tag become a dataset, which segments and portraits take', async ({ launchSample }) => {
  const { window } = await launchSample();
  const frame = new Frame(window);
  await frame.go('clients');
  // Roles are suggested, and can be changed.
  const when = window.getByRole('combobox', { name: '交易流水 的时间', exact: true });
  await expect(when.locator('xpath=ancestor::label')).toHaveText(/时间建议\s*交易时间/);
  await pickOption(window, window.getByRole('combobox', { name: '交易流水 的渠道', exact: true }), '没有');
  expect(await seriousFindings(window)).toEqual([]);
  await takePicture(window, 'clients-roles');
  await window.getByText(common.clientsPages.features, { exact: true }).click();
  await window.getByRole('main').getByRole('button', { name: features.create }).click();
  const rows = window.getByRole('region', { name: features.rows.title, exact: true });
  const tags = window.getByRole('region', { name: features.tags.title, exact: true });
  const facts = window.getByRole('complementary', { name: features.inspector.label });
  const add = rows.getByRole('button', { name: features.rows.add, exact: true });
  const combobox = (name: string) => rows.getByRole('combobox', { name, exact: true });
  const rename = (name: string) => rows.getByRole('textbox', { name: features.rows.name, exact: true }).fill(name);

  await add.focus();
  await window.keyboard.press('Enter');
  await rename('近90天笔数');
  await add.click();
  // It is called by what it makes, until it is given a name.
  const name = rows.getByRole('textbox', { name: features.rows.name, exact: true });
  await expect(name).toHaveValue('近 90 天交易流水次数');
  await pickOption(window, combobox(features.rows.aggregate), features.aggregates.sum);
  await expect(name).toHaveValue('近 90 天金额（元）合计');
  await rename('近90天笔数');
  await expect(rows).toContainText(features.nameTaken);
  await rename('手机银行金额');
  await rows.getByRole('button', { name: features.rows.addTest, exact: true }).click();
  await pickOption(window, combobox(words.zh.segments.condition.field).last(), '渠道');
  await combobox(words.zh.segments.condition.values).click();
  await window.locator('.ant-select-item-option').filter({ hasText: '手机银行', visible: true }).click();
  await window.keyboard.press('Escape');
  await expect(rows).toContainText('手机银行渠道近 90 天金额（元）合计');
  await add.click();
  await rename('距上次交易天数');
  await pickOption(window, combobox(features.rows.aggregate), features.aggregates.daysSince);
  await expect(facts.locator('strong')).toHaveText('1,894');
  await expect(facts).toContainText('2026-10-31');

  await tags.getByRole('button', { name: features.tags.add, exact: true }).click();
  await tags.getByRole('textbox', { name: features.rows.name, exact: true }).fill('高净值');
  // A whole rule: the feature, and either none of a segment or of an industry.
  const rule = new SegmentsArea(window);
  const { group, condition } = words.zh.segments;
  const inGroup = (label: string, path: string) =>
    tags.getByRole('button', { name: fill(label, { path }), exact: true });
  const field = (path: string) => rule.condition(path).getByRole('combobox', { name: condition.field });
  await inGroup(group.addConditionTo, '1').click();
  await pickOption(window, field('1.1'), '手机银行金额');
  await rule.condition('1.1').getByRole('textbox', { name: condition.value }).fill('90000');
  await expect(rule.condition('1.1')).toContainText('70 · 3.5%');
  await inGroup(group.addGroupTo, '1').click();
  await inGroup(group.addGroupTo, '1.2').click();
  await inGroup(group.addSegmentTo, '1.2.1').click();
  await window.getByRole('menuitem', { name: '预警未违约客户', exact: true }).click();
  await rule.group('1.2.1').getByRole('button', { name: group.negate, exact: true }).click();
  await inGroup(group.addConditionTo, '1.2').click();
  await pickOption(window, field('1.2.2'), '行业');
  await rule.chooseValue('1.2.2', '制造业');
  await expect(facts.locator('strong')).toHaveText('62');
  await window.getByRole('banner').getByRole('button', { name: /^撤销/ }).click();
  await expect(facts.locator('strong')).toHaveText('58');
  await expect(rule.condition('1.2.2')).toBeHidden();
  await window.getByRole('banner').getByRole('button', { name: /^重做/ }).click();
  await expect(facts.locator('strong')).toHaveText('62');
  await expect(facts).toContainText('高净值');
  await expect(facts.getByRole('listitem')).toHaveCount(2);
  expect(await seriousFindings(window)).toEqual([]);
  await takePicture(window, 'features-zh');
  // A tag goes with the feature that it tests; without a name of its own that is called by what it makes again.
  await rows.getByRole('button', { name: '手机银行金额', expanded: false }).click();
  await name.fill('');
  await name.press('Enter');
  await expect(rule.condition('1.1')).toContainText('手机银行渠道近 90 天金额（元）合计');
  await expect(rule.condition('1.1')).toContainText('70 · 3.5%');
  await window.getByRole('button', { name: features.make.first }).click();
  await expect(window.getByText(features.make.fresh)).toBeVisible();

  // An edit makes it stale; undo takes the edit back, and what was made is still the older version's.
  await rows.getByRole('button', { name: '上移 距上次交易天数' }).click();
  await expect(window.getByText(features.make.stale)).toBeVisible();
  await window.getByRole('button', { name: features.make.again }).click();
  await expect(window.getByText(features.make.fresh)).toBeVisible();

  await frame.go('segments');
  const segments = new SegmentsArea(window);
  await segments.create();
  await segments.addField('高净值');
  // Yes or no is answered with yes until it is answered otherwise.
  await expect(segments.condition('1.1')).toContainText(words.zh.segments.condition.yes);
  await expect(segments.condition('1.1')).toContainText('62 · 3.1%');
  await expect(segments.count()).toHaveText(/^\d+$/);
  const rich = await segments.name.inputValue();

  await frame.go('portraits');
  const portraits = new PortraitsArea(window);
  await portraits.create();
  await portraits.of(rich);
  await portraits.addDimension('近90天笔数');
  await expect(window.getByRole('region', { name: '近90天笔数' })).toBeVisible();
  await expect(portraits.findings).toContainText('近90天笔数');
  await takePicture(window, 'features-portrait');

  // What a result was read from may be out of date: it says so where it is looked at, and is worked out anew from there.
  await frame.go('clients');
  await rows.getByRole('button', { name: '下移 距上次交易天数' }).click();
  await expect(window.getByText(features.make.stale)).toBeVisible();
  for (const area of ['segments', 'portraits'] as const) {
    await frame.go(area);
    await expect(window.getByText(/^用到的表“.+”/)).toBeVisible();
  }
  await takePicture(window, 'portrait-stale-zh-light');
  expect(await seriousFindings(window)).toEqual([]);
  const en = await toEnglish(window);
  await chooseTheme(window, en, 'dark');
  await expect(window.getByText(/^Read from “.+”/)).toBeVisible();
  await takePicture(window, 'portrait-stale-en-dark');
  expect(await seriousFindings(window)).toEqual([]);
  await window.getByRole('button', { name: en.recipes.stale.refresh }).click();
  await expect(window.getByText(en.recipes.stale.badge)).toBeHidden();
  await expect(new PortraitsArea(window, en).findings).toContainText('近90天笔数');
});
