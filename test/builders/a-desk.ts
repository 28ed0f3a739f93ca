import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { apiClient } from '../../local/api-client.ts'
import type { PlainBrowser, Seen } from './a-browser.ts'
import { aConcern } from './a-concern.ts'
import { type AConsole, hiddenIn } from './a-console.ts'

export const referrer = {
  name: 'Ines Marlowe',
  role: 'Recovery worker',
  secureEmail: 'ines.marlowe@turning-tide.example',
  phone: '01632 960961',
  outOfHours: 'Duty desk 01632 960962',
}
export type Change = Parameters<typeof aConcern>[0]
let families = 0
/** A family that no other test knows. */
export const aFamily = (): Change => {
  families += 1
  const family = ['Applegarth', 'Brackenbury', 'Crowhurst', 'Dunstable', 'Everdene', 'Fotheringay'][
    families % 6
  ]
  const named = (given: string) => ({ given, family: `${family}${'aeiou'[families % 5]}` })
  return {
    subject: {
      ...aConcern().subject,
      names: [named('Petra')],
      dateOfBirth: `19${70 + families}-04-1${families % 10}`,
      addresses: [],
    },
    children: [{ name: named('Linus'), dateOfBirth: `2015-02-1${families % 10}` }],
  }
}

type Item = { readonly alertId: string; readonly raisedAt: string }

/** A duty desk of a hub in this process: what services send, and which alert it raises. */
export type ADesk = {
  readonly send: (change: Change) => Promise<string>
  readonly alertsOf: (client: string, state?: string) => Promise<readonly Item[]>
  /** Sends a concern, and finds the alert that it raised. */
  readonly raised: (
    change: Change,
    to?: string,
  ) => Promise<{ readonly concernId: string; readonly path: string; readonly id: string }>
}

export const aDesk = (console_: AConsole): ADesk => {
  const send = async (change: Change): Promise<string> => {
    const client = apiClient(console_.served.place, 'westmarch-substance-misuse')
    const headers = { 'Idempotency-Key': randomUUID(), 'Hub-Practitioner': 'TT-0412' }
    const sent = await client.call('POST', '/concerns', {
      body: aConcern({ referrer, ...change }),
      headers,
    })
    expect(sent.text).toContain('concernId')
    return (sent.body as { concernId: string }).concernId
  }
  const alertsOf = async (client: string, state = 'open'): Promise<readonly Item[]> => {
    const api = apiClient(console_.served.place, client)
    const headers = { 'Hub-Practitioner': 'W-9999' }
    const list = await api.call('GET', `/alerts?limit=100&state=${state}`, { headers })
    return (list.body as { items: Item[] }).items
  }
  const raised = async (change: Change, to = 'westmarch-lead') => {
    const before = new Set((await alertsOf(to)).map(({ alertId }) => alertId))
    const concernId = await send(change)
    const alert = (await alertsOf(to)).find(({ alertId }) => !before.has(alertId))
    if (alert === undefined) throw new Error('no alert was raised')
    return { concernId, path: `/alerts/${alert.alertId}`, id: alert.alertId }
  }
  return { send, alertsOf, raised }
}

export const abuse = {
  harm: 'H3',
  flags: ['DA'],
  factors: ['2B', '3B'],
  phoneCallMade: { made: false },
  subject: {
    ...aConcern().subject,
    role: 'VICTIM',
    phones: ['01632 960111'],
  },
  otherAdults: [
    {
      names: [{ given: 'Steve', family: 'Tallow' }],
      relationshipToSubject: 'PARTNER',
      relationshipToChild: 'PARTNER_OF_PARENT',
      contactLevel: 'RESIDENT',
      role: 'ALLEGED_PERPETRATOR',
      addresses: [{ houseNumber: '8', street: 'Gasworks Road', town: 'Westmarch' }],
    },
  ],
  children: [
    {
      name: { given: 'Odo', family: 'Quillfeather' },
      dateOfBirth: '2019-02-03',
      relationships: [
        { adult: 'subject', relationship: 'MOTHER', livesWithChild: 'YES' },
        { adult: 'otherAdults/0', relationship: 'PARTNER_OF_PARENT', livesWithChild: 'NO' },
      ],
    },
  ],
  domesticAbuse: {
    childPresent: 'SAW',
    safeContact: { number: '01632 960222', safeToCall: true, times: 'Weekdays 10 to 12' },
  },
} satisfies Change

export const take = async (browser: PlainBrowser, path: string): Promise<Seen> => {
  const seen = await browser.get(path)
  return browser.post(path, { version: hiddenIn(seen, 'version') })
}
/** Fills in the form of an answer as it stands, and goes on. */
export const fill = async (browser: PlainBrowser, path: string, form: Record<string, string>) => {
  const seen = await browser.get(path)
  return browser.post(path, {
    version: hiddenIn(seen, 'version'),
    opened: hiddenIn(seen, 'opened'),
    ...form,
  })
}
/** Sends what the page that checks it would. */
export const confirm = (browser: PlainBrowser, path: string, form: Record<string, string>) => {
  const seen = browser.last ?? { text: '' }
  const hidden = { version: hiddenIn(seen, 'version'), opened: hiddenIn(seen, 'opened') }
  return browser.post(path, { ...hidden, ...form, do: 'send' })
}
export const decide = async (browser: PlainBrowser, path: string, form: Record<string, string>) => {
  await fill(browser, path, form)
  return confirm(browser, path, form)
}
