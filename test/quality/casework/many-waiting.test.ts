import { expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { say } from '../../../local/say.ts'
import { lookupsOf, seeksOf } from '../../../shared/assessing/seeks-of.ts'
import { latestAssessmentIn } from '../../../shared/aws/dynamodb/concerns.ts'
import {
  markHouseholdAppliedIn,
  readHouseholdChangeIn,
} from '../../../shared/aws/dynamodb/household-changes.ts'
import type { Store } from '../../../shared/aws/dynamodb/store.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import { applyHousehold } from '../../../shared/casework/apply-household.ts'
import { childIdSchema, concernIdSchema } from '../../../shared/kernel/ids.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'
import { now } from '../../builders/ports.ts'
import { isNightly } from '../../builders/runs.ts'
import { assessingInMemory, tables } from '../../unit/aws/assessing-in-memory.ts'

const waiting = isNightly ? 100_000 : 500
const mostRead = 1_000

/** A store that counts the rows that are read of it. */
const counting = (store: Store) => {
  const count = { rows: 0 }
  const counted = <Read>(read: Read, rows: number): Read => {
    count.rows += rows
    return read
  }
  const over: Store = {
    ...store,
    get: async (...asked) => counted(await store.get(...asked), 1),
    batch: async (asked) => {
      const rows = await store.batch(asked)
      return counted(rows, rows.length)
    },
    query: async (asked) => {
      const page = await store.query(asked)
      return counted(page, page.rows.length)
    },
  }
  return { over, count }
}

const syllables = ['quil', 'ther', 'wick', 'mar', 'haz', 'bra', 'fen', 'gar', 'hol', 'oss']
const wordOf = (number: number): string =>
  [...String(number).padStart(6, '0')].map((digit) => syllables[Number(digit)]).join('')

/** A concern about a family that no register knows. */
const unknown = (number: number) => {
  const family = wordOf(number)
  const day = `0${1 + (number % 9)}-1${number % 10}`
  return aStoredConcern(
    { concernId: concernIdSchema.parse(newId(now)) },
    {
      subject: {
        names: [{ given: wordOf(number + 7).slice(0, 6), family }],
        dateOfBirth: `${1960 + (number % 45)}-${day}`,
        relationshipToChild: 'MOTHER',
        contactLevel: 'UNKNOWN',
      },
      children: [
        {
          name: { given: wordOf(number + 3).slice(0, 5), family },
          dateOfBirth: `${2009 + (number % 16)}-${day}`,
        },
      ],
    },
  )
}

it(
  `with ${waiting} concerns that wait for their families to be known, recording one child reads only its candidates, and tells`,
  async () => {
    const hub = assessingInMemory()
    await hub.ready()
    const deps = hub.depsOver(hub.store)
    for (let number = 1; number <= waiting; number += 1) {
      const stored = unknown(number)
      await hub.submit(stored)
      await deps.keepLookups(lookupsOf(stored, seeksOf(stored)))
    }
    const told = aStoredConcern()
    await hub.assess(told)
    const alerts = () => hub.store.rows(tables.casework).filter(({ sk }) => sk === 'ALERT')
    expect(alerts()).toMatchObject([{ alert: { kind: 'unmatched', children: [] } }])
    await hub.put('C1')
    const { over, count } = counting(hub.store)
    const id = childIdSchema.parse(`${westmarch}.C1`)
    const began = performance.now()
    await applyHousehold(
      { of: 'child', id, revision: 1 },
      {
        ...hub.depsOver(over),
        latestAssessment: latestAssessmentIn(over, tables.casework),
        readChange: readHouseholdChangeIn(over, tables.casework),
        markApplied: markHouseholdAppliedIn(over, tables.casework),
      },
    )
    say(
      `${waiting} concerns wait: recording one child read ${count.rows} rows in ${Math.round(performance.now() - began)} ms`,
    )
    expect(alerts()).toMatchObject([{ alert: { kind: 'matched', children: [id] } }])
    expect(count.rows).toBeLessThan(mostRead)
  },
  60 * 60_000,
)
