import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiClient } from '../../local/api-client.ts'
import { lookingFor, pageIn, press, signIn, tabTo, type, ways } from './at-the-console.ts'
import { browserPath, startBrowser } from './browser.ts'
import { place } from './place.ts'

/** Where a page of the console asks for anything but the console. */
const elsewhere = (context: BrowserContext): string[] => {
  const asked: string[] = []
  const own = [place.consoleUrl, place.signIn].map((url) => new URL(url).host)
  context.on('request', (request) => {
    const { host } = new URL(request.url())
    if (!own.includes(host)) asked.push(request.url())
  })
  return asked
}

describe.skipIf(browserPath === undefined)('the console in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())

  it.each(ways)(
    'lets somebody in, lets them choose what they are, and out again, with $with',
    async (way) => {
      const page = await pageIn(browser, way)
      const asked = elsewhere(page.context())
      const faults: string[] = []
      const look = lookingFor(faults, way.width)

      await signIn(page, 'Colin Stoddart')
      await look(page)
      await page.getByRole('button', { name: 'Continue' }).click()
      expect(await page.title()).toContain('Error: ')
      await look(page)
      await page.getByLabel('Referrer').check()
      await page.getByRole('button', { name: 'Continue' }).click()
      expect(await page.locator('.hub-who').textContent()).toContain(
        'Colin Stoddart, Referrer, Turning Tide drug and alcohol service',
      )
      await look(page)
      await page.goto(`${place.consoleUrl}/nothing-here`)
      expect(await page.title()).toContain('There is nothing here')
      await look(page)
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.waitForURL(/sign-in\?out=yes/)
      await look(page)
      await page.goBack()
      expect(await page.locator('.hub-who').count()).toBe(0)
      expect(faults).toEqual([])
      expect(asked).toEqual([])
      await page.context().close()
    },
  )

  it.each(ways)('takes that a child is in danger, by keyboard alone, with $with', async (way) => {
    const page = await pageIn(browser, way)
    const faults: string[] = []
    const look = lookingFor(faults, way.width)
    await signIn(page, 'Ines Marlowe')
    await press(page, 'a:has-text("Tell children")')
    await tabTo(page, '#danger')
    await page.keyboard.press('Space')
    await tabTo(page, 'main button')
    await look(page)
    await page.keyboard.press('Enter')
    await type(page, '#childGiven', 'Percy')
    await type(page, '#childLocationNow', '27 Ropewalk Lane, Tannersford')
    await type(page, '#fact', 'Alone in his cot, nobody answers.')
    await tabTo(page, 'main button')
    await look(page, 'danger')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'It has been sent' }).waitFor()
    await look(page)
    await press(page, 'a:has-text("See where it stands")')
    await page
      .getByText('It is safe with the hub')
      .or(page.getByText('Somebody there has it'))
      .waitFor()
    await look(page)
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('speaks to the API as the person who signed in, and the log says who that is', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await signIn(page, 'Nia Prothero')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Your team’s alerts')
    const auditor = apiClient(place, 'hub-auditor')
    const said = async (): Promise<string> => {
      const path = '/audit/entries?actor=console-social-worker-westmarch&practitioner=w-0117'
      const headers = { 'Hub-Practitioner': 'A-0007' }
      return (await auditor.call('GET', path, { headers })).text
    }
    await expect.poll(said, { timeout: 30_000 }).toContain('ALERTS_LISTED')
    await context.close()
  })
})
