import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A browser of this machine; HUB_BROWSER names one that must be there. */
export const browserPath = process.env['HUB_BROWSER'] ?? usual.find((path) => existsSync(path))

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(browserPath !== undefined && { executablePath: browserPath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })

const plain = new WeakSet<BrowserContext>()

/** A window of a browser in which no scripts run. */
export const withoutScripts = async (
  browser: Browser,
  viewport: { readonly width: number; readonly height: number },
): Promise<BrowserContext> => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport })
  plain.add(context)
  return context
}
const hasNoScripts = (page: Page): boolean => plain.has(page.context())

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds wrong with a page as it stands, a line each: WCAG 2.2 AA, and what it calls best practice. Scripts are let run for it
 * alone, on a page that was loaded and used without them.
 */
export const faultsOf = async (page: Page): Promise<readonly string[]> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setScriptExecutionDisabled', { value: false })
  const { result } = await session.send('Runtime.evaluate', {
    expression: `(() => { ${axe}; return globalThis.axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then((found) => JSON.stringify(found.violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))) })()`,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.send('Emulation.setScriptExecutionDisabled', { value: hasNoScripts(page) })
  await session.detach()
  return JSON.parse(String(result.value)) as readonly string[]
}
