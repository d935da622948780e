import { expect, type Locator, type Page } from '@playwright/test';
import { fill, pattern, type Words, words } from '../support/words.ts';

export type SegmentView = 'rule' | 'sql' | 'json';

/** The area where segments are made. */
export class SegmentsArea {
  readonly window: Page;
  readonly text: Words;
  readonly list: Locator;
  /** The panel with the count. */
  readonly result: Locator;
  readonly name: Locator;

  constructor(window: Page, text: Words = words.zh) {
    this.window = window;
    this.text = text;
    this.list = window.getByRole('region', { name: text.segments.list, exact: true });
    this.result = window.getByRole('complementary', { name: text.segments.inspector.label });
    this.name = window.getByRole('textbox', { name: text.segments.name, exact: true });
  }

  async show(name: string): Promise<void> {
    await this.list.getByRole('button', { name, exact: true }).click();
    await expect(this.name).toHaveValue(name);
  }

  async create(): Promise<void> {
    await this.window.getByRole('button', { name: this.text.segments.create, exact: true }).first().click();
  }

  /** The number of clients, or nothing while it is worked out. */
  count(): Locator {
    return this.result.locator('strong').first();
  }

  async expectCount(clients: string, base: string): Promise<void> {
    await expect(this.count()).toHaveText(clients);
    await expect(this.result).toContainText(fill(this.text.segments.inspector.base, { base }));
  }

  /** Adds a condition on a field, by the list of fields. */
  async addField(field: string): Promise<void> {
    await this.window
      .getByRole('button', { name: fill(this.text.segments.palette.add, { field }), exact: true })
      .click();
  }

  /** An entry of the list of fields, to be dragged. */
  field(field: string): Locator {
    return this.window.getByRole('button', { name: fill(this.text.segments.palette.add, { field }), exact: true });
  }

  savedSegment(name: string): Locator {
    return this.window.getByRole('button', {
      name: fill(this.text.segments.palette.addSegment, { name }),
      exact: true,
    });
  }

  group(path: string): Locator {
    return this.window.getByRole('group', { name: fill(this.text.segments.group.label, { path }), exact: true });
  }

  /** The handle of a condition or group. */
  handle(node: Locator): Locator {
    return node.getByRole('button', { name: pattern(this.text.segments.node.handle) }).first();
  }

  /** The rule as it stands: names of fields and segments in the order of the page, groups in brackets. */
  async order(): Promise<string> {
    const labels = await this.window.evaluate(
      (root) => {
        const read = (list: Element): string[] => {
          const inside = [...list.children].flatMap((item) => {
            const inner = item.querySelector(':scope > [role=group] > ul');
            return inner ? read(inner) : [item.querySelector('[data-handle]')?.getAttribute('aria-label') ?? ''];
          });
          return ['(', ...inside, ')'];
        };
        const list = document.querySelector(`[aria-label="${root}"] > ul`);
        return list ? read(list) : [];
      },
      fill(this.text.segments.group.label, { path: '1' }),
    );
    const names = labels.map((label) => label.replace(/^\S+ [\d.]+ ?/, '').replace(/[:：].*$/, ''));
    return names.join(' ').replaceAll('( ', '(').replaceAll(' )', ')');
  }

  /** Drags with the mouse, step by step, and lets go where the place is shown that it will land at. */
  async drag(from: Locator, to: Locator, at: 'top' | 'bottom' | 'middle' = 'middle'): Promise<void> {
    const landing = this.window.locator('[data-shown]');
    await this.carry(from, to, at);
    await expect(landing).toHaveCount(1);
    await this.window.mouse.up();
    await expect(landing).toHaveCount(0);
  }

  /** Drags with the mouse and keeps holding. */
  async carry(from: Locator, to: Locator, at: 'top' | 'bottom' | 'middle' = 'middle'): Promise<void> {
    await from.scrollIntoViewIfNeeded();
    const a = await this.boxOf(from);
    await this.window.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
    await this.window.mouse.down();
    await this.window.mouse.move(a.x + a.width / 2 + 8, a.y + a.height / 2 + 8, { steps: 3 });
    // Read only now: what was still being loaded above it may have moved it until the drag began.
    const b = await this.boxOf(to);
    const y = at === 'top' ? b.y + 2 : at === 'bottom' ? b.y + b.height - 2 : b.y + b.height / 2;
    await this.window.mouse.move(b.x + b.width / 3, y, { steps: 12 });
  }

  private async boxOf(element: Locator) {
    const box = await element.boundingBox();
    if (!box) throw new Error('Nothing there to drag');
    return box;
  }

  /** A value in the list that is open. */
  offered(value: string): Locator {
    return this.window
      .locator('.ant-select-item-option:visible')
      .filter({ has: this.window.getByText(value, { exact: true }) });
  }

  /** Adds a value to a condition out of the list of those that its field has. */
  async chooseValue(path: string, value: string): Promise<void> {
    await this.condition(path).getByRole('combobox', { name: this.text.segments.condition.values }).click();
    await this.offered(value).click();
    await this.window.keyboard.press('Escape');
    await expect(this.offered(value)).toBeHidden();
  }

  condition(path: string): Locator {
    return this.window.getByRole('group', { name: fill(this.text.segments.condition.label, { path }), exact: true });
  }

  async view(view: SegmentView): Promise<void> {
    await this.window
      .getByRole('radiogroup', { name: this.text.segments.views.label })
      .getByText(this.text.segments.views[view], { exact: true })
      .click();
  }

  saved(): Locator {
    return this.window.getByRole('status').filter({ hasText: this.text.common.states.saved });
  }
}
