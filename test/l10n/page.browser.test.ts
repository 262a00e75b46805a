/** The timeline's page in Russian, in a real Chromium: nothing of it is left in English, and nothing is wider than its place. */
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../webview/browser.ts';
import { update } from '../webview/fixture.ts';
import { realisticEvents } from '../webview/realistic-events.ts';
import { readTexts } from './languages.ts';

const openPage = useBrowser();
const texts = readTexts('l10n/bundle.l10n.ru.json');

describe('the page', () => {
  it.each([560, 900, 1400])('speaks Russian in a panel %i px wide, and nothing sticks out', async (width) => {
    const { page, send, complaints } = await openPage({ texts, width });
    await send({ type: 'update', update: update(realisticEvents()) });
    await page.getByRole('button', { name: 'Клавиши и жесты (?)' }).click();
    await page.getByRole('heading', { name: 'Что означают фигуры' }).waitFor();
    const english = await page.evaluate(() => {
      const sheet = document.querySelector('dialog')!;
      const labels = [...document.querySelectorAll('.toolbar [aria-label], .toolbar [title]')].flatMap((element) => [
        element.getAttribute('aria-label') ?? '',
        element.getAttribute('title') ?? '',
      ]);
      const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
      const said: string[] = [...labels];
      while (walker.nextNode()) {
        if (!walker.currentNode.parentElement?.closest('kbd, svg')) said.push(walker.currentNode.textContent ?? '');
      }
      return said.filter((text) => /[A-Za-z]{4,}/.test(text.replace(/Shift|Ctrl/g, '')));
    });
    expect(english).toEqual([]);
    await page.keyboard.press('Escape');
    const sticking = await page.evaluate(() =>
      [...document.querySelectorAll('.toolbar, .toolbar *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(sticking).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('counts, dates and sorts as Russians do', async () => {
    const { page, send } = await openPage({ texts, width: 1100 });
    await send({ type: 'update', update: update(realisticEvents()) });
    await page.getByRole('button', { name: 'Показать таблицей' }).click();
    await expect.poll(() => page.locator('caption').textContent()).toMatch(/\d+ событи(е|я|й), сортировка: дата$/);
    await page.getByRole('searchbox').or(page.getByLabel('Поиск по заголовкам и названиям')).first().fill('такого нет');
    await expect.poll(() => page.locator('.empty h2').textContent()).toBe('Нет событий по запросу «такого нет»');
  });
});
