import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiClient } from '../../local/api-client.ts'
import { aConcern } from '../builders/a-concern.ts'
import { lookingFor, pageIn, press, signIn, tabTo, type, ways } from './at-the-console.ts'
import { browserPath, faultsOf, startBrowser } from './browser.ts'
import { newlyListed } from './newly-listed.ts'
import { place } from './place.ts'

const sender = apiClient(place, 'westmarch-substance-misuse')
const worker = apiClient(place, 'westmarch-social-care')
const elsewhere = apiClient(place, 'eastvale-social-care')

/** A name that nobody has had before: who is told of twice is one alert. */
const aName = (): string => `Ys${randomUUID().replaceAll(/[\d-]/g, '').slice(0, 8)}`

/** Sends a concern about a child whom nobody knows, and waits for its alert. */
const raised = async (harm: 'H3' | 'H2') => {
  const family = aName()
  const find = await newlyListed(worker, '/alerts', 'W-0042')
  const sent = await sender.call('POST', '/concerns', {
    body: aConcern({
      harm,
      subject: {
        ...aConcern().subject,
        names: [{ given: 'Ysolde', family }],
        dateOfBirth: '1989-09-09',
        addresses: [],
        phones: [],
      },
      children: [
        {
          name: { given: 'Caspar', family },
          dateOfBirth: '2018-08-08',
          relationships: [{ adult: 'subject', relationship: 'MOTHER', livesWithChild: 'YES' }],
        },
      ],
    }),
    headers: { 'Idempotency-Key': randomUUID(), 'Hub-Practitioner': 'TT-0412' },
  })
  return {
    family,
    alertId: await find(family),
    concernId: (sent.body as { concernId: string }).concernId,
  }
}

describe.skipIf(browserPath === undefined)('alerts in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())

  const pageOf = async (name: string, way: (typeof ways)[number]) => {
    const page = await pageIn(browser, way)
    await signIn(page, name)
    return page
  }

  it.each(ways)(
    'are taken, decided and answered by keyboard alone, and the sender reads the answer, with $with',
    async (way) => {
      const { alertId, concernId } = await raised('H3')
      const page = await pageOf('Nia Prothero', way)
      const faults: string[] = []
      const look = lookingFor(faults, way.width)
      await press(page, 'a:text-is("Alerts")')
      await page.locator(`a[href$="${alertId}"]`).waitFor()
      await look(page, 'alerts')
      await page.locator(`a[href$="${alertId}"]`).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'What to do now' }).waitFor()
      await look(page, 'alert')
      await press(page, 'button:text-is("Take it")')
      await page.getByText('You have taken this alert').waitFor()
      await press(page, 'a:text-is("Record a decision")')
      await press(page, 'main button')
      await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
      await look(page)
      await page.locator('input[value="SECTION_47"]').focus()
      await page.keyboard.press('Space')
      await press(page, 'main button')
      await tabTo(page, '#whyDecided')
      await page.keyboard.type('Seen at school today.')
      await press(page, 'main button')
      await press(page, 'button:text-is("Record it")')
      await page.getByText('Your decision is recorded').waitFor()
      await press(page, 'a:text-is("Tell the sender")')
      await tabTo(page, '#toldFact')
      await page.keyboard.type('We have seen him today and he is safe.')
      await press(page, 'main button')
      await page.getByRole('heading', { name: 'Check what the sender will read' }).waitFor()
      await look(page, 'feedback')
      await press(page, 'button:text-is("Send it")')
      await page.getByText('The sender can read your answer now').waitFor()
      await page.context().close()

      const theirs = await pageOf('Ines Marlowe', way)
      await theirs.goto(`${place.consoleUrl}/concerns/${concernId}`)
      await theirs.getByText('We have seen him today and he is safe.').waitFor()
      await look(theirs, 'followed')
      await press(theirs, 'a:text-is("I do not agree with answer 1")')
      await type(
        theirs,
        '#challengeReason',
        'He was seen at school, where his father was in the room.',
      )
      await press(theirs, 'main button')
      await theirs.getByText('What you said has been kept').waitFor()
      await look(theirs)

      const manager = await pageOf('Tomasz Wilk', way)
      await manager.getByLabel('Manager in children’s social care').check()
      await manager.getByRole('button', { name: 'Continue' }).click()
      for (const name of ['late', 'measures']) {
        await manager.goto(`${place.consoleUrl}/${name}`)
        await look(manager, name)
      }
      await manager.context().close()
      expect(faults).toEqual([])
      await theirs.context().close()
    },
  )

  it.each(ways)('are passed to another council, which takes them over, with $with', async (way) => {
    const { alertId, family } = await raised('H2')
    const findThere = await newlyListed(elsewhere, '/alerts', 'E-0001')
    const page = await pageOf('Nia Prothero', way)
    await page.goto(`${place.consoleUrl}/alerts/${alertId}`)
    await press(page, 'button:text-is("Take it")')
    await page.getByText('You have taken this alert').waitFor()
    const faults: string[] = []
    for (const [link, heading] of [
      ['See who has looked at this alert', 'Who has looked at this alert'],
      ['Hand it over, or give it back to the team', 'Who has it from now on?'],
    ] as const) {
      await press(page, `a:text-is("${link}")`)
      await page.getByRole('heading', { name: heading }).waitFor()
      faults.push(...(await faultsOf(page)))
      await page.goto(`${place.consoleUrl}/alerts/${alertId}`)
    }
    await press(page, 'a:text-is("Pass it to another council")')
    await tabTo(page, '#otherAuthority')
    await page.locator('#otherAuthority').selectOption({ label: 'Eastvale' })
    await tabTo(page, '#whyTurnedAway')
    await page.keyboard.type('They moved to Eastvale in September and live there now.')
    faults.push(...(await faultsOf(page)))
    await press(page, 'main button')
    await press(page, 'button:text-is("Record it")')
    await page.getByText('It was passed on').waitFor()
    const theirs = await pageOf('Beatrice Okafor', way)
    const passedOn = await findThere(family)
    await theirs.goto(`${place.consoleUrl}/alerts/${passedOn}`)
    await theirs.getByText(`Ysolde ${family}`).first().waitFor()
    await press(theirs, 'button:text-is("Take it")')
    await theirs.getByText('You have taken this alert').waitFor()
    await page.reload()
    await page.getByText('The other council took it over').waitFor()

    // By night nobody of the other council answers, and she must see it again.
    await page.goto(`${place.consoleUrl}/emergency/new`)
    await tabTo(page, '#what')
    await page.keyboard.press('Space')
    await type(page, '#number', passedOn)
    await type(page, '#justification', 'Police are with her now and nobody at Eastvale answers.')
    await type(page, '#caseReference', 'night-4')
    await tabTo(page, '#purpose')
    await page.keyboard.press('Space')
    faults.push(...(await faultsOf(page)))
    await press(page, 'main button')
    await page.getByText('You have asked').waitFor()
    const manager = await pageOf('Tomasz Wilk', way)
    await manager.getByLabel('Manager in children’s social care').check()
    await manager.getByRole('button', { name: 'Continue' }).click()
    await manager.goto(page.url())
    faults.push(...(await faultsOf(manager)))
    await press(manager, 'main button')
    await manager.getByText('You have agreed').waitFor()
    await page.reload()
    await press(page, 'a:text-is("Read it")')
    await page.getByText('You read this in an emergency').waitFor()
    await page.getByText(`Ysolde ${family}`).first().waitFor()
    faults.push(...(await faultsOf(page)))
    expect(faults).toEqual([])
    for (const one of [page, theirs, manager]) await one.context().close()
  })
})
