import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../bench/document/document.ts'
import { populationOf } from '../../../bench/population/register.ts'
import { askedIndexOf } from '../../../bench/sizes/asked-index.ts'
import { answersTo } from '../../../bench/sizes/measure-queries.ts'
import { indexFor } from '../../../bench/sizes/measure-size.ts'
import { onePath } from '../../../bench/sizes/one-path.ts'
import { givenOf } from '../../../bench/sizes/processes.ts'
import { reportOn } from '../../../bench/sizes/report-on.ts'
import { fastestOf } from '../../../bench/sizes/rounds.ts'
import { seed, subjectsOf } from '../../../bench/sizes/subjects.ts'
import { indexOf } from '../../../cli/evaluate/memory-index.ts'
import { factsOf } from '../../../cli/evaluate/read-people.ts'
import { featuresOf } from '../../../shared/matching/normalise/person-features.ts'
import { largestBlock, mostCandidates } from '../../../shared/matching/usable-hits.ts'

const people = 5000
const subjects = subjectsOf({ people, queries: 1000 })
const register = [...populationOf({ people, seed })].map((row) => featuresOf(factsOf(row)))
const queries = subjects.map(({ facts }) => featuresOf(facts))

describe('the part of the index that is asked for', () => {
  it('answers each query as the whole index does', () => {
    const whole = indexOf(register)
    const asked = askedIndexOf(queries, String, 20)
    for (const [place, person] of register.entries()) asked.add(place, person)
    const readings = queries.map(asked.read)
    const answers = readings.map(({ blocks, ids, incomplete }) => ({
      positions: ids.map(Number),
      lookups: blocks.length,
      incomplete,
    }))
    expect(answers).toEqual(queries.map((query) => whole.find(query)))
    // Some of the blocks are too full to be used.
    expect(readings.some(({ blocks }) => blocks.some(({ ids }) => ids.length > 60))).toBe(true)
    expect(answers.filter(({ positions }) => positions.length > 1).length).toBeGreaterThan(500)
  })

  it.each([largestBlock - 1, largestBlock, largestBlock + 250])(
    'reads no more of %i people under one telephone than the table gives',
    (count) => {
      const sharing = factsOf({ phone: '07700 900123' })
      const person = featuresOf(sharing)
      const all = Array.from({ length: count }, () => person)
      const asked = askedIndexOf([person], String)
      for (const place of all.keys()) asked.add(place, person)
      const reading = asked.read(person)
      expect(reading.ids).toEqual(indexOf(all).find(person).positions.map(String))
      expect(reading.ids).toHaveLength(mostCandidates)
      expect(reading.blocks.map(({ ids }) => ids.length)).toEqual([Math.min(count, largestBlock)])
      expect(reading.incomplete).toBe(count >= largestBlock)
    },
  )
})

describe('answers measured', () => {
  const answers = answersTo(subjects.slice(0, 120), indexFor(subjects, people))

  it('are of the candidates that the hub’s own reading fetches, in two round trips', async () => {
    for (const answer of answers) {
      const { fetched, match, roundTrips } = await onePath(givenOf(answer))
      expect(fetched).toEqual(answer.reading.ids)
      expect(match).toEqual(answer.match)
      expect(roundTrips).toBe(2)
    }
  })

  it('count as found only whom the look-ups led to', () => {
    const { pairsCompleteness, bands } = reportOn(answers)
    const lost = answers.map((answer) => ({ ...answer, foundAt: undefined }))
    expect(pairsCompleteness).toBeGreaterThan(0.95)
    expect(bands.registered).toBe(answers.filter(({ subject }) => subject.registeredId).length)
    expect(reportOn(lost)).toMatchObject({ pairsCompleteness: 0, bands: { missedRate: 1 } })
  })
})

describe('rounds', () => {
  it('leave each query its least time', () => {
    const all = [Float64Array.of(3, 1, 9), Float64Array.of(2, 5, 9)]
    expect([...fastestOf(all)]).toEqual([2, 1, 9])
  })
})

describe('the page', () => {
  it('says what has not been run, and how to', () => {
    const page = documentOf({ matching: undefined, sizes: [] })
    expect(page).toContain('Not measured where this page was written: `npm run bench:matching`.')
    expect(page).toContain('Not measured where this page was written: `npm run bench:sizes`.')
  })
})
