import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { type AuditEntry, recorderFor } from '../../../shared/audit/audit-entry.ts'
import type { Position } from '../../../shared/casework/cursors.ts'
import {
  type AuditQuestion,
  type QueryEntries,
  queryAudit,
  questionText,
} from '../../../shared/casework/query-audit.ts'
import { anId } from '../../builders/a-stored-concern.ts'
import { auditor } from '../../builders/clients.ts'
import { aTrace, byOf, now, saidOf } from '../../builders/ports.ts'

type Page = { readonly items: readonly AuditEntry[]; readonly next: Position | undefined }
const entry = recorderFor({ actor: 'somebody' }, now, () => anId(1))
const entries = (count: number): AuditEntry[] =>
  Array.from({ length: count }, (_, index) => entry('ALERT_READ', [String(index)]))

const asking = async (
  question: AuditQuestion,
  pages: readonly Page[] = [],
  opened?: Record<string, unknown>,
) => {
  const { recording, port, done, said } = aTrace()
  const asked: Parameters<QueryEntries>[] = []
  const left = [...pages]
  const contexts: string[] = []
  const result = await queryAudit(
    { by: byOf(auditor), question, ...(opened !== undefined && { cursor: 'here' }) },
    {
      ...recording,
      query: port<Parameters<QueryEntries>, Page>('query', (...which) => {
        asked.push(which)
        return left.shift() ?? { items: [], next: undefined }
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
  return { result, asked, done, said, contexts }
}

describe('a question by time alone', () => {
  it('looks back seven days, one read a day, to the moment it is asked', async () => {
    const { result, asked } = await asking({ limit: 50 })
    expect(result).toEqual({ kind: 'found', items: [], next: undefined })
    expect(asked.map(([, { day }]) => day)).toEqual([
      '2026-11-23',
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
      '2026-11-19',
      '2026-11-18',
      '2026-11-17',
      '2026-11-16',
    ])
    const [, window, page] = asked[0] ?? []
    expect(window).toEqual({
      day: '2026-11-23',
      from: '2026-11-16T10:00:00.000Z',
      to: '2026-11-23T10:00:00.000Z',
    })
    expect(page).toEqual({ limit: 50 })
  })

  it('stops after twelve reads and says where', async () => {
    const { result, asked } = await asking({ from: '2026-01-01T00:00:00Z', limit: 50 })
    expect(asked).toHaveLength(12)
    expect(result).toMatchObject({
      next: JSON.stringify({ to: '2026-11-23T10:00:00.000Z', at: { day: '2026-11-11' } }),
    })
  })

  it('asks each day for what is still wanted, and no more', async () => {
    const { result, asked } = await asking({ limit: 3 }, [
      { items: entries(2), next: undefined },
      { items: entries(1), next: undefined },
    ])
    expect(asked.map(([, { day }, { limit }]) => [day, limit])).toEqual([
      ['2026-11-23', 3],
      ['2026-11-22', 1],
    ])
    expect(result).toMatchObject({ items: [...entries(2), ...entries(1)] })
  })

  it('goes on within a day before it goes to the day before', async () => {
    const { asked } = await asking({ limit: 3 }, [
      { items: entries(1), next: { pk: 'x' } },
      { items: entries(2), next: undefined },
    ])
    expect(asked.map(([, { day }, { after }]) => [day, after])).toEqual([
      ['2026-11-23', undefined],
      ['2026-11-23', { pk: 'x' }],
    ])
  })
})

describe('a question by actor, record or authority', () => {
  it.each([{ actor: 'a' }, { subject: 's' }, { authority: westmarch }])(
    '%j needs one read, however long the time',
    async (filter) => {
      const { asked } = await asking({ ...filter, limit: 50 })
      expect(asked).toEqual([
        [filter, { day: '2026-11-23', from: '0', to: '2026-11-23T10:00:00.000Z' }, { limit: 50 }],
      ])
    },
  )

  it('reads at most twelve times for one page, and says where it stopped', async () => {
    const pages = Array.from({ length: 20 }, () => ({ items: entries(1), next: { pk: 'x' } }))
    const { result, asked } = await asking({ actor: 'a', limit: 50 }, pages)
    expect(asked).toHaveLength(12)
    expect(result).toEqual({
      kind: 'found',
      items: Array.from({ length: 12 }, () => entries(1)).flat(),
      next: JSON.stringify({
        to: '2026-11-23T10:00:00.000Z',
        at: { day: '2026-11-23', after: { pk: 'x' } },
      }),
    })
  })

  it('goes on from where a page ended, within the span of the first page', async () => {
    const opened = { to: '2026-11-20T00:00:00.000Z', at: { day: '2026-11-20', after: { pk: 'x' } } }
    const { asked } = await asking({ actor: 'a', limit: 2 }, [], opened)
    expect(asked).toEqual([
      [
        { actor: 'a' },
        { day: '2026-11-20', from: '0', to: '2026-11-20T00:00:00.000Z' },
        { limit: 2, after: { pk: 'x' } },
      ],
    ])
  })
})

describe('every question', () => {
  it('is an entry too, by what was asked and how much was found, before it is answered', async () => {
    const question = { actor: 'a', action: 'ALERT_READ', limit: 1 } as const
    const { done, said } = await asking(question, [{ items: entries(1), next: { pk: 'x' } }])
    expect(done).toEqual(['query', 'record', 'seal'])
    expect(said()).toEqual([
      saidOf(auditor, 'AUDIT_QUERIED', {
        subjects: ['auditor'],
        codes: { by: 'actor action', count: '1' },
      }),
    ])
  })

  it('has cursors that are good for this caller and question only', async () => {
    const question = { actor: 'a', from: '2026-11-01T00:00:00Z', limit: 1 }
    const opened = { to: '2026-11-20T00:00:00.000Z', at: { day: '2026-11-20' } }
    const { contexts } = await asking(question, [{ items: entries(1), next: { pk: 'x' } }], opened)
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
    const { result, asked } = await asking({
      actor: 'a',
      from: '2026-11-20T00:00:00Z',
      to: '2026-11-20T00:00:00.000Z',
      limit: 5,
    })
    expect(result.kind).toBe('found')
    expect(asked[0]?.[1]).toMatchObject({
      from: '2026-11-20T00:00:00.000Z',
      to: '2026-11-20T00:00:00.000Z',
    })
  })
})
