import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { type AuditEntry, recorderFor } from '../../../shared/audit/audit-entry.ts'
import { entryPosition } from '../../../shared/audit/entry-position.ts'
import type { Position } from '../../../shared/casework/cursors.ts'
import {
  type AuditQuestion,
  type QueryAuditDeps,
  queryAudit,
  questionText,
} from '../../../shared/casework/query-audit.ts'
import type { AuditPage } from '../../../shared/casework/read-audit-page.ts'
import { anId } from '../../builders/a-stored-concern.ts'
import { auditor } from '../../builders/clients.ts'
import { aTrace, byOf, saidOf } from '../../builders/ports.ts'

/** An entry by its number, which is also its minute. */
const entry = (minute: number): AuditEntry => {
  const at = new Date(Date.UTC(2026, 10, 23, 9, minute))
  return recorderFor({ actor: 'somebody' }, at, () => anId(minute))('ALERT_READ', [
    String(minute),
  ])[0]
}
const entries = (...minutes: readonly number[]): readonly AuditEntry[] => minutes.map(entry)
const position = (minute: number): string => entryPosition(entry(minute))
const whole = (...minutes: readonly number[]): AuditPage => ({
  items: entries(...minutes),
  reached: undefined,
})

type Sealed = Parameters<QueryAuditDeps['readSealed']>

const asking = async (
  question: AuditQuestion,
  {
    waiting = whole(),
    sealed = [],
    opened,
  }: {
    readonly waiting?: AuditPage
    readonly sealed?: readonly AuditPage[]
    readonly opened?: Record<string, unknown>
  } = {},
) => {
  const { recording, port, done, said } = aTrace()
  const asked: Sealed[] = []
  const left = [...sealed]
  const contexts: string[] = []
  const result = await queryAudit(
    { by: byOf(auditor), question, ...(opened !== undefined && { cursor: 'here' }) },
    {
      ...recording,
      keyedHash: async (text) => `hash of ${text}`,
      readNewestNote: async () => 'a note',
      readWaiting: port('waiting', () => waiting),
      readSealed: port<Sealed, AuditPage>('sealed', (...which) => {
        asked.push(which)
        return left.shift() ?? whole()
      }),
      cursors: {
        seal: port('seal', (position: unknown, context: string) => {
          contexts.push(context)
          return JSON.stringify(position)
        }),
        open: port('open', (_: string, context: string): Position => {
          contexts.push(context)
          return opened ?? {}
        }),
      },
    },
  )
  return { result, asked, spans: asked.map(([, span]) => span), done, said, contexts }
}

const minutesIn = (result: Awaited<ReturnType<typeof queryAudit>>): readonly string[] =>
  result.kind === 'found' ? result.items.map(({ subjects }) => subjects[0] ?? '') : []

const to = '2026-11-23T10:00:00.000Z'
const nextIs = (before: string) => ({ next: JSON.stringify({ to, before }) })

describe('a question by time alone', () => {
  it('looks back seven days, one read a day, to the moment it is asked', async () => {
    const { result, spans } = await asking({ limit: 50 })
    expect(result).toEqual({ kind: 'found', items: [], next: undefined, checkpoint: 'a note' })
    expect(spans.map(({ day }) => day)).toEqual([
      '2026-11-23',
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
      '2026-11-19',
      '2026-11-18',
      '2026-11-17',
      '2026-11-16',
    ])
    const from = '2026-11-16T10:00:00.000Z'
    expect(spans[0]).toEqual({ day: '2026-11-23', from, before: `${to}~`, limit: 50 })
    expect(spans[1]).toEqual({ day: '2026-11-22', from, before: '2026-11-23', limit: 50 })
  })

  it('stops after twelve reads and says where, and the next page begins there', async () => {
    const question = { from: '2026-01-01T00:00:00Z', limit: 50 }
    const { result, spans } = await asking(question)
    expect(spans).toHaveLength(12)
    expect(result).toMatchObject(nextIs('2026-11-12'))
    const next = await asking(question, { opened: { to, before: '2026-11-12' } })
    expect(next.spans[0]?.day).toBe('2026-11-11')
  })

  it('asks each day for what is still wanted, and no more', async () => {
    const { result, spans } = await asking({ limit: 3 }, { sealed: [whole(5, 4), whole(3)] })
    expect(spans.map(({ day, limit }) => [day, limit])).toEqual([
      ['2026-11-23', 3],
      ['2026-11-22', 1],
    ])
    expect(minutesIn(result)).toEqual(['5', '4', '3'])
  })

  it('goes on within a day before it goes to the day before', async () => {
    const { spans } = await asking(
      { limit: 3 },
      { sealed: [{ items: entries(9), reached: position(8) }, whole(7, 6)] },
    )
    expect(spans.map(({ day, before }) => [day, before])).toEqual([
      ['2026-11-23', `${to}~`],
      ['2026-11-23', position(8)],
    ])
  })
})

describe('a question by actor, record or authority', () => {
  it.each([{ actor: 'a' }, { subject: 's' }, { authority: westmarch }])(
    '%j needs one read, however long the time',
    async (filter) => {
      const { asked } = await asking({ ...filter, limit: 50 })
      expect(asked).toEqual([
        [filter, { day: '2026-11-23', from: '0', before: `${to}~`, limit: 50 }],
      ])
    },
  )

  it('reads at most twelve times for one page, and says where it stopped', async () => {
    const sealed = Array.from({ length: 20 }, (_, at) => ({
      items: entries(50 - at),
      reached: position(50 - at),
    }))
    const { result, asked } = await asking({ actor: 'a', limit: 50 }, { sealed })
    expect(asked).toHaveLength(12)
    expect(minutesIn(result)).toHaveLength(12)
    expect(result).toMatchObject(nextIs(position(39)))
  })

  it('goes on from where a page ended, within the span of the first page', async () => {
    const opened = { to: '2026-11-20T00:00:00.000Z', before: '2026-11-19T01:00:00.000Z#id' }
    const { spans } = await asking({ actor: 'a', limit: 2 }, { opened })
    expect(spans).toEqual([{ day: '2026-11-19', from: '0', before: opened.before, limit: 2 }])
  })
})

describe('what waits to be sealed', () => {
  it('is read first, and stands among what is sealed by its time', async () => {
    const { result, done } = await asking(
      { actor: 'a', limit: 9 },
      { waiting: whole(5, 2), sealed: [whole(4, 3, 1)] },
    )
    expect(minutesIn(result)).toEqual(['5', '4', '3', '2', '1'])
    expect(done.indexOf('waiting')).toBeLessThan(done.indexOf('sealed'))
  })

  it('is shown once when it is sealed between the two reads', async () => {
    const { result } = await asking(
      { actor: 'a', limit: 9 },
      { waiting: whole(3, 2), sealed: [whole(3, 2, 1)] },
    )
    expect(minutesIn(result)).toEqual(['3', '2', '1'])
  })

  it('makes no page longer, and no page leaves it out: the next goes on after the last that was shown', async () => {
    const { result } = await asking(
      { actor: 'a', limit: 2 },
      { waiting: whole(5, 3), sealed: [{ items: entries(4, 2), reached: position(2) }] },
    )
    expect(minutesIn(result)).toEqual(['5', '4'])
    expect(result).toMatchObject(nextIs(position(4)))
  })

  it('is not shown before what is sealed and newer, where the reads did not get so far', async () => {
    const sealed = [{ items: entries(9, 8), reached: position(8) }]
    const { result } = await asking({ actor: 'a', limit: 2 }, { waiting: whole(3), sealed })
    expect(minutesIn(result)).toEqual(['9', '8'])
    expect(result).toMatchObject(nextIs(position(8)))
  })

  it('ends the page where more waits than was read, with what is sealed down to there', async () => {
    const waiting = { items: entries(9, 7), reached: position(6) }
    const { result, spans } = await asking(
      { actor: 'a', limit: 9 },
      { waiting, sealed: [whole(8)] },
    )
    expect(spans[0]?.from).toBe(position(6))
    expect(minutesIn(result)).toEqual(['9', '8', '7'])
    expect(result).toMatchObject(nextIs(position(6)))
  })
})

describe('every question', () => {
  it('is an entry too, by what was asked and how much was found, before it is answered', async () => {
    const question = { actor: 'a', action: 'ALERT_READ', limit: 1 } as const
    const { done, said } = await asking(question, {
      sealed: [{ items: entries(1), reached: position(1) }],
    })
    expect(done).toEqual(['waiting', 'sealed', 'record', 'seal'])
    expect(said()).toEqual([
      saidOf(auditor, 'AUDIT_QUERIED', {
        subjects: ['auditor'],
        codes: { by: 'actor action', count: '1', actor: 'a', action: 'ALERT_READ' },
      }),
    ])
  })

  it('names whom it looked up among its subjects, in clear where it is an id or was found, else as a keyed hash', async () => {
    const found = { sealed: [{ items: entries(1), reached: undefined }] }
    const child = `${westmarch}.C1`
    const asked = async (question: Omit<AuditQuestion, 'limit'>, sealed = {}) => {
      const { said } = await asking({ ...question, limit: 1 }, sealed)
      return said().map(({ subjects, codes }) => [subjects, codes?.['subject'], codes?.['actor']])
    }
    expect(await asked({ subject: child })).toEqual([[['auditor', child], undefined, undefined]])
    expect(await asked({ askedFor: anId(7) })).toEqual([
      [['auditor', anId(7)], undefined, undefined],
    ])
    expect(await asked({ subject: 'somebody' }, found)).toEqual([
      [['auditor', 'somebody'], undefined, undefined],
    ])
    expect(await asked({ subject: 'Quillfeather', actor: 'Ada' })).toEqual([
      [['auditor'], 'hash of subject Quillfeather', 'hash of actor Ada'],
    ])
  })

  it('has cursors that are good for this caller and question only', async () => {
    const question = { actor: 'a', from: '2026-11-01T00:00:00Z', limit: 1 }
    const opened = { to: '2026-11-20T00:00:00.000Z', before: '2026-11-20' }
    const sealed = [{ items: entries(1), reached: position(1) }]
    const { contexts } = await asking(question, { sealed, opened })
    const context = 'auditor|audit|actor=a&from=2026-11-01T00%3A00%3A00Z&limit=1'
    expect(contexts).toEqual([context, context])
    expect(questionText({ actor: undefined, limit: 5 })).toBe('limit=5')
  })

  it.each([
    ['2026-11-23T10:00:00.001Z', undefined],
    ['2026-11-20T00:00:00Z', '2026-11-19T23:59:59Z'],
  ])('from %s to %s begins too late, and is not recorded', async (from, to) => {
    const { result, done } = await asking({ from, to, limit: 5 })
    expect([result, done]).toEqual([{ kind: 'begins-too-late' }, []])
  })

  it('may begin in the moment in which it ends, in whatever precision', async () => {
    const { result, spans } = await asking({
      actor: 'a',
      from: '2026-11-20T00:00:00Z',
      to: '2026-11-20T00:00:00.000Z',
      limit: 5,
    })
    expect(result.kind).toBe('found')
    expect(spans[0]).toMatchObject({
      from: '2026-11-20T00:00:00.000Z',
      before: '2026-11-20T00:00:00.000Z~',
    })
  })
})
