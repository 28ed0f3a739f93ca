import { describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import type { Position } from '../../../shared/casework/cursors.ts'
import {
  type ReadChronologyDeps,
  readChronology,
} from '../../../shared/casework/read-chronology.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import type { EmergencyAccess } from '../../../shared/reviews/emergency-access.ts'
import { anEntry } from '../../builders/a-chronology-entry.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'
import { anApprovedAccess, dutyWorker } from '../../builders/an-emergency-access.ts'
import { knownFamily } from '../../builders/assessing.ts'
import { northmoor, partnershipLead, reviewLead, westmarch } from '../../builders/clients.ts'
import { aTrace, byOf, saidOf } from '../../builders/ports.ts'

const inCase = { caseReference: 'case-7', purpose: 'safeguarding' }
const childId = childIdSchema.parse(`${westmarchCode}.C1`)
type ReadPage = ReadChronologyDeps['readPage']

const reading = async (
  {
    change = {},
    isThere = true,
    next,
    cursor,
    access,
  }: {
    readonly change?: Parameters<typeof knownFamily>[0]
    readonly isThere?: boolean
    readonly next?: string
    readonly cursor?: string
    readonly access?: EmergencyAccess
  } = {},
  caller: typeof westmarch = westmarch,
) => {
  const { recording, port, done, said, keep } = aTrace()
  const { around } = await knownFamily(change)
  const asked: Parameters<ReadPage>[] = []
  const result = await readChronology(
    {
      by: { ...byOf(caller, access?.asker.practitioner), inCase },
      childId,
      limit: 10,
      cursor,
      emergencyAccess: access?.accessId,
    },
    {
      ...recording,
      readAccess: port('readAccess', () => access),
      commitAccess: port('commitAccess', ({ entries }) => {
        keep(entries)
        return 'committed' as const
      }),
      readChild: port('readChild', () => (isThere ? around.children[0] : undefined)),
      alertsAbout: port('alertsAbout', () => []),
      readPage: port<Parameters<ReadPage>, Awaited<ReturnType<ReadPage>>>(
        'readPage',
        (...question) => {
          asked.push(question)
          return { items: [{ childId, entry: anEntry(), supersededBy: undefined }], next }
        },
      ),
      readConcern: port('readConcern', () => aStoredConcern()),
      readAssessment: port('readAssessment', () => anAssessment()),
      readProtectors: () => Promise.resolve([]),
      gatherAround: port('gatherAround', () => around),
      readConcerns: port('readConcerns', () => []),
      cursors: {
        seal: port('seal', (position, context) => JSON.stringify({ position, context })),
        open: port(
          'open',
          (after: string, context: string): Position => ({
            after: `${after} of ${context}`,
          }),
        ),
      },
    },
  )
  return { result, done, said, asked }
}

describe('reading a chronology', () => {
  it('gives a page, recorded with its case before it is disclosed', async () => {
    const { result, done, said, asked } = await reading()
    expect(result).toMatchObject({
      kind: 'found',
      page: { childId, items: [{ harm: 'H2' }], protected: [] },
      next: undefined,
    })
    expect(asked).toEqual([[childId, { limit: 10, after: undefined, isLead: false }]])
    expect(done.at(-1)).toBe('record')
    expect(said()).toEqual([
      saidOf(westmarch, 'CHRONOLOGY_READ', {
        subjects: [childId, aConcernId(), `${westmarchCode}.A1001`],
        codes: { count: '1' },
        ...inCase,
      }),
    ])
  })

  it('holds what is the lead’s alone for the lead', async () => {
    const { asked } = await reading({}, reviewLead)
    expect(asked[0]?.[1].isLead).toBe(true)
  })

  it('goes on where its cursor says, which is good for this caller and child only', async () => {
    const { result, asked, done } = await reading({ next: 'there', cursor: 'here' })
    const context = `westmarch-case-system|chronology|${westmarchCode}.C1`
    expect(asked[0]?.[1].after).toBe(`here of ${context}`)
    expect(result).toMatchObject({
      next: JSON.stringify({ position: { after: 'there' }, context }),
    })
    expect(done.slice(-2)).toEqual(['record', 'seal'])
  })

  it('of an adopted child shows nothing and does not tell that there is more', async () => {
    const { result, said } = await reading({
      change: { status: { code: 'ADOPTED' } },
      next: 'there',
    })
    expect(result).toMatchObject({
      kind: 'found',
      page: { items: [], protected: ['restricted-team'] },
      next: undefined,
    })
    expect(said()[0]?.codes).toMatchObject({ count: '0' })
  })

  it.each([northmoor, partnershipLead])(
    'is refused to $clientId before anything is read',
    async (caller) => {
      const { result, done } = await reading({}, caller)
      expect([result, done]).toEqual([{ kind: 'not-theirs' }, []])
    },
  )

  it('finds nothing where there is no child, and records nothing', async () => {
    const { result, done } = await reading({ isThere: false })
    expect([result, done]).toEqual([{ kind: 'not-found' }, ['readChild']])
  })
})

describe('reading a chronology in an emergency', () => {
  const object = { kind: 'chronology', id: childId } as const
  const northmoorLead = { ...northmoor, scopes: [...northmoor.scopes, 'alerts.lead' as const] }

  it('is recorded as such before, and shows a lead of another authority nothing that is a lead’s alone', async () => {
    const access = anApprovedAccess({ object, asker: dutyWorker })
    const { result, asked, said, done } = await reading({ access }, northmoorLead)
    expect(result).toMatchObject({ kind: 'found' })
    expect(asked[0]?.[1]).toMatchObject({ isLead: false })
    expect(said().map(({ action }) => action)).toEqual(['EMERGENCY_ACCESS_USED', 'CHRONOLOGY_READ'])
    expect(done[1]).toBe('commitAccess')
  })

  it('shows nothing of an adopted child', async () => {
    const access = anApprovedAccess({ object })
    const change = { status: { code: 'ADOPTED' }, restricted: { adopted: true } } as const
    const { result } = await reading({ access, change }, northmoor)
    expect(result).toMatchObject({ kind: 'found', page: { items: [] } })
  })

  it('does not happen by an access to something else', async () => {
    const { result } = await reading({ access: anApprovedAccess() }, northmoor)
    expect(result).toEqual({ kind: 'not-theirs' })
  })
})
