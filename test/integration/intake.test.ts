import { describe, expect, it } from 'vitest'
import { aConcern } from '../builders/a-concern.ts'
import { allRows, callsOf, concernIdIn } from '../builders/hub-calls.ts'
import { startInProcessHub } from './in-process-hub.ts'

const { dateOfBirth: _d, addresses: _a, ...unplaced } = aConcern().subject
const nobody = { children: [], whyChildrenUnknown: 'Not asked.' }
const wrongNumber = { subject: { ...aConcern().subject, nhsNumbers: ['9999117413'] } }
const inWords = { subject: { ...aConcern().subject, dateOfBirth: 'the fifth of May 1991' } }

/** The form at half past five: what is wrong with it, what is kept of it as it was written, and what a lesser one is told. */
const shapes = [
  [
    'a number with a wrong digit',
    wrongNumber,
    '/subject/nhsNumbers/0',
    'ten digits with a correct check digit',
  ],
  [
    'an NHS number alone',
    { ...nobody, subject: { ...unplaced, nhsNumbers: ['9999117414'] } },
    null,
    null,
  ],
  [
    'a first name, a telephone and a place',
    {
      ...nobody,
      subject: { ...unplaced, names: [{ given: 'Marta' }], phones: ['01632 960123'] },
      childLocationNow: 'The drop-in in Sexton Row',
    },
    null,
    null,
  ],
  [
    'an unknown council',
    { authority: 'E06999999' },
    '/authority',
    'the GSS code of a council, such as E08000035, or ABROAD or UNKNOWN',
  ],
  ['a council that is no member', { authority: 'E08000035' }, null, null],
  ['900 characters of reason', { reason: 'x'.repeat(900) }, '/reason', 'at most 500 characters'],
  [
    'a date in words',
    inWords,
    '/subject/dateOfBirth',
    'a day as YYYY-MM-DD, or as much of it as is known: YYYY-MM or YYYY',
  ],
] as const

/** What stands of a concern of which one part, or none, could not be understood. */
const kept = (pointer: string | null): object =>
  pointer === null ? {} : { unread: [{ pointer }], incomplete: true }

describe('the form at half past five', () => {
  it.each(shapes)('is taken at H4, and below told what to mend: %s', async (...shape) => {
    const [, change, pointer, detail] = shape
    const hub = await startInProcessHub('intake')
    const calls = callsOf(hub)
    const sent = { ...aConcern(), ...change } as ReturnType<typeof aConcern>
    const grave = { ...sent, harm: 'H4' as const, phoneCallMade: { made: true } }
    const id = concernIdIn(await calls.submit('a-key-for-what-is-grave', grave))
    const rows = await allRows(hub, 'intake')
    const row = rows.find(({ pk, sk }) => pk === `CONCERN#${id}` && sk === 'CONCERN')
    expect(row?.['received']).toMatchObject(kept(pointer))
    expect('incomplete' in Object(row?.['received'])).toBe(pointer !== null)
    const lesser = await calls.submit('a-key-for-what-is-less', sent)
    expect(lesser.status).toBe(pointer === null ? 202 : 400)
    expect(lesser.body).toMatchObject(pointer === null ? {} : { errors: [{ pointer, detail }] })
    await hub.settle()
    expect((await allRows(hub, 'intake')).map((one) => one['waitingFor'])).not.toContain(
      'ASSESSMENT',
    )
  })
})
