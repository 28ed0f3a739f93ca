import type { Browser, Page } from 'playwright-core'
import { faultsOf } from './browser.ts'
import { place } from './place.ts'

/** How pages are tried: with what scripts add, and without any, as wide as a telephone. */
export const ways = [
  { with: 'scripts', javaScriptEnabled: true, width: 1280 },
  { with: 'no scripts, in a narrow window', javaScriptEnabled: false, width: 320 },
] as const

export const pageIn = async (
  browser: Browser,
  { javaScriptEnabled, width }: (typeof ways)[number],
): Promise<Page> => {
  const viewport = { width, height: 900 }
  return (await browser.newContext({ javaScriptEnabled, viewport })).newPage()
}

export const signIn = async (page: Page, name: string): Promise<void> => {
  await page.goto(`${place.consoleUrl}/`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name }).click()
}

/** Goes by the Tab key to what is meant, as somebody does who has no mouse. */
export const tabTo = async (page: Page, wanted: string): Promise<void> => {
  const target = page.locator(wanted).first()
  await target.waitFor()
  const focused = target.and(page.locator(':focus'))
  for (let pressed = 0; pressed < 60; pressed++) {
    await page.keyboard.press('Tab')
    if ((await focused.count()) > 0) return
  }
  throw new Error(`nobody comes to ${wanted} by the keyboard`)
}

/** Goes there by keyboard and presses Enter. */
export const press = async (page: Page, wanted: string): Promise<void> => {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}

export const type = async (page: Page, field: string, text: string): Promise<void> => {
  await tabTo(page, field)
  await page.keyboard.type(text)
}

/** Ticks a box, or chooses one of several, by the space bar. */
export const tick = async (page: Page, field: string): Promise<void> => {
  await page.locator(field).focus()
  await page.keyboard.press('Space')
}

/** Keeps how a page looks, for the documents: only where HUB_SCREENS says so. */
const picture = async (page: Page, name: string): Promise<void> => {
  const isWide = (page.viewportSize()?.width ?? 0) > 1000
  if (process.env['HUB_SCREENS'] === undefined || !isWide) return
  await page.locator('h1').first().waitFor()
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'))
  const clip = { x: 0, y: 0, width: 1280, height: Math.min(height, 1700) }
  await page.screenshot({ path: `docs/screens/${name}.png`, fullPage: true, clip })
}

export type Look = (page: Page, name?: string) => Promise<void>

/** Looks at a page as it stands, and adds to `faults` what axe finds and that it is wider than its window. */
export const lookingFor =
  (faults: string[], width: number): Look =>
  async (page, name) => {
    if (name !== undefined) await picture(page, name)
    faults.push(...(await faultsOf(page)))
    const wide = Number(await page.evaluate('document.documentElement.scrollWidth'))
    if (wide > width) faults.push(`${page.url()} is ${wide} wide`)
  }
