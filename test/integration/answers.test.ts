import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { reviewAnswerSchema } from '../../cli/estimation/review-answer.ts'
import { westmarch } from '../../infra/stages/local.ts'
import { aChild, closedLongAgo } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { aVerdict } from '../builders/a-verdict.ts'
import { callsOf } from '../builders/hub-calls.ts'
import { startInProcessHub } from './in-process-hub.ts'
import { emulator } from './tables.ts'

const execute = promisify(execFile)
const program = fileURLToPath(new URL('../../cli/hub.ts', import.meta.url))

const answersIn = async (table: string) => {
  const { endpoint, region, credentials } = emulator()
  const { stdout } = await execute(process.execPath, [program, 'answers', '--table', table], {
    env: {
      HUB_ENDPOINT: endpoint,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
  })
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => reviewAnswerSchema.parse(JSON.parse(line)))
}

/** So that nobody is asked who the child is. */
const childless = { children: [], whyChildrenUnknown: 'She spoke of none.' }

it('lists what reviewers answered, and nothing that the model or the clock settled', async () => {
  const hub = await startInProcessHub('answers', { needed: 9, authorities: [westmarch] })
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild({ status: closedLongAgo }))
  const answers = [aVerdict('IDENTIFIED', { ids: [`${westmarch}.A1001`] }), aVerdict('NOBODY')]
  for (const [at, answer] of answers.entries()) {
    await calls.submit(
      `one-key-for-each-answer-${at}`,
      aConcern({ ...childless, incidentOn: `2026-10-0${at + 1}` }),
    )
    await hub.settle()
    const [review] = await calls.listReviews()
    const reply = await calls.decideReview(review?.reviewId ?? '', answer)
    expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  }
  await calls.submit('one-key-for-the-unanswered', aConcern(childless))
  await hub.settle()
  hub.advance(72 * 60 * 60 * 1000)
  await hub.settle()

  const listed = await answersIn(hub.tables.casework)
  expect(listed.map(({ settled }) => settled).toSorted()).toEqual(['other', 'same'])
  for (const { guards, levels } of listed) {
    expect(guards).toContain('model-on-trial')
    expect(levels).toMatchObject({ 'given-name': 'exact', 'date-of-birth': 'exact' })
  }
})
