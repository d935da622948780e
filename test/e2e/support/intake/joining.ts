import { expect } from '@playwright/test';
import type { RecipeStepKind } from '../../../../shared/recipes/index.ts';
import { Frame } from '../../pages/frame.ts';
import { RecipesArea } from '../../pages/recipes.ts';
import type { Launched } from '../launch.ts';
import { fill, type Words } from '../words.ts';
import { toEnd } from './checking.ts';
import type { Look } from './importing.ts';
import { portfolio } from './portfolio.ts';

/** Each step of a recipe open, an empty one, one that does not fit, and the values that are alike. */
export async function cleaning({ window }: Launched, words: Words, look: Look): Promise<void> {
  const frame = new Frame(window, words);
  await frame.go('recipes');
  const recipes = new RecipesArea(window, words);
  await expect(recipes.name).toHaveValue(portfolio.recipe);
  await expect(recipes.preview).toContainText('→');
  await look('recipe');
  await window.getByRole('textbox', { name: words.recipes.source.output }).fill('开户底表（十月）');
  await look('recipe-renamed');
  await window.getByRole('textbox', { name: words.recipes.source.output }).fill('清洗后的开户台账');
  const kinds = (await recipes.order()).flatMap((kind) => (kind === null ? [] : [kind as RecipeStepKind]));
  for (const [at, kind] of kinds.entries()) {
    const step = recipes.step(at + 1);
    await step.getByRole('button', { expanded: false }).first().click();
    await expect(step.getByRole('button', { expanded: true }).first()).toBeVisible();
    await step.evaluate((item) => item.scrollIntoView({ block: 'start' }));
    await expect(recipes.preview).toContainText(words.recipes.kinds[kind]);
    await expect(recipes.preview).not.toContainText(words.common.states.loading);
    await look(`recipe-${String(at + 1).padStart(2, '0')}-${kind}`);
  }
  const map = recipes.step(5);
  await map.getByRole('button', { expanded: false }).first().click();
  await map.getByRole('button', { name: words.recipes.form.findAlike }).click();
  await expect(recipes.dialog).toBeVisible();
  await recipes.choose(recipes.dialog, words.recipes.clusters.method, words.recipes.clusters.methods.distance);
  await recipes.dialog.getByRole('checkbox', { name: words.recipes.clusters.all }).check();
  await look('recipe-clusters');
  await window.keyboard.press('Escape');
  await expect(recipes.dialog).toBeHidden();
  const menu = window.getByRole('combobox', { name: words.recipes.steps.add, exact: true });
  await menu.click();
  await look('recipe-menu');
  await window.keyboard.press('Escape');
  const compute = await recipes.add('compute');
  await look('recipe-incomplete');
  await compute.getByRole('textbox').first().fill('新列');
  await compute.getByRole('textbox').last().fill('[余额] / (');
  await expect(recipes.preview.getByRole('alert')).toBeVisible();
  await look('recipe-wrong');
}

/** The client model, features and tags, and the merged list with its doubtful pairs. */
export async function joining({ window }: Launched, words: Words, look: Look): Promise<void> {
  const frame = new Frame(window, words);
  const work = await frame.go('clients');
  const pages = words.common.clientsPages;
  await expect(window.getByText(words.clients.matched).first()).toBeVisible();
  await look('clients-model');
  await toEnd(work);
  await look('clients-model-end');
  await window.getByText(pages.match, { exact: true }).click();
  const result = window.getByRole('complementary', { name: words.matching.inspector.label });
  await expect(result.locator('strong').first()).toHaveText(/\d/);
  await look('match');
  await toEnd(work);
  await look('match-end');
  await window.getByText(new RegExp(`^${words.matching.pages.reviewCount.split('{{')[0]}`)).click();
  const pair = window.getByRole('article').first();
  await expect(pair).toBeVisible();
  await look('match-review');
  await window.getByRole('button', { name: words.common.pager.next }).click();
  await expect(window.getByText(/(^| )21–/)).toBeVisible();
  await look('match-review-next');
  await window.getByRole('button', { name: words.common.pager.previous }).click();
  await expect(window.getByText(/(^| )1–/)).toBeVisible();
  await pair
    .getByRole('textbox', { name: words.matching.review.reason })
    .fill('信用代码录入有误，电话和名称都一致，已致电客户经理核实');
  for (const says of ['same', 'different', 'same'] as const) {
    const before = await result.textContent();
    await window.getByRole('article').first().getByRole('button', { name: words.matching.review[says] }).click();
    await expect.poll(() => result.textContent()).not.toBe(before);
  }
  await look('match-decided');
  await toEnd(work);
  await look('match-decisions');
  await window.getByText(pages.features, { exact: true }).click();
  const facts = window.getByRole('complementary', { name: words.features.inspector.label });
  await expect(facts.locator('strong').first()).toHaveText(/\d/);
  await look('features');
  const rows = window.getByRole('region', { name: words.features.rows.title, exact: true });
  await rows.getByRole('listitem').nth(2).click();
  await look('features-share');
  await toEnd(work);
  await look('features-tags');
  await window
    .getByRole('button', { name: fill(words.features.rows.remove, { name: '趋势' }) })
    .first()
    .hover();
  await frame.go('portraits');
}
