import { setTimeout as wait } from 'node:timers/promises'
import type * as z from 'zod'
import type { AuthorityCode } from '../../shared/agencies/authorities.ts'
import { routes } from '../../shared/config/routes.ts'
import { loadRegisterContract } from '../../shared/http/contracts/register-loads.ts'
import { type LoadStep, type RegisterLoad, running } from '../../shared/register/load.ts'
import { InputError } from '../evaluate/input-error.ts'
import type { Asking } from '../receive/api-of.ts'
import { problemInWords } from '../receive/problem-in-words.ts'
import type { Part } from './parts.ts'

const answerSchema = loadRegisterContract.answers[200].schema
type Answer = z.infer<typeof answerSchema>
export type LoadState = Answer['load']

export type Sending = {
  readonly api: Pick<Asking, 'post'>
  readonly load: {
    readonly authority: AuthorityCode
    readonly digest: string
    readonly extent: RegisterLoad['extent']
    readonly confirmed?: number
  }
  readonly onPart: (state: LoadState) => void
}

/** How often a part is sent before it is given up: the same part twice changes nothing. */
const attempts = 6
const isPassing = (status: number): boolean =>
  status === 429 || status === 503 || status === 504 || status === 502

const post = async (
  { api }: Sending,
  body: unknown,
): Promise<{ readonly status: number; readonly body: unknown }> => {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await api
      .post(routes.loadRegister.path, body)
      .catch((error: unknown) => (attempt < attempts ? undefined : Promise.reject(error)))
    if (answer !== undefined && (!isPassing(answer.status) || attempt === attempts)) return answer
    await wait(250 * 2 ** attempt)
  }
}

type Sent = { readonly part: Part; readonly after: string; readonly step: LoadStep }

const isAfter = (id: string, after: string): boolean => id > after

const sendPart = async ({ part, after, step }: Sent, sending: Sending): Promise<Answer> => {
  const answer = await post(sending, {
    ...sending.load,
    step,
    after,
    records: part.records.filter(({ id }) => isAfter(id, after)),
    kept: part.kept.filter((id) => isAfter(id, after)),
    purged: part.purged.filter((id) => isAfter(id, after)),
    isLast: part.upTo === undefined,
  })
  if (answer.status !== 200) throw new InputError(problemInWords(answer))
  const read = answerSchema.safeParse(answer.body)
  if (!read.success) throw new InputError('the hub answers what this release does not know')
  return read.data
}

/** Sends one step of a load, going on where it is. Undefined where the load is in another step, with which the caller goes on. */
export const sendParts = async (
  parts: AsyncIterable<Part>,
  step: LoadStep,
  sending: Sending,
): Promise<LoadState | undefined> => {
  let position = ''
  let state: LoadState | undefined
  for await (const part of parts) {
    while (part.upTo === undefined || isAfter(part.upTo, position)) {
      const answer = await sendPart({ part, after: position, step }, sending)
      state = answer.load
      sending.onPart(state)
      if (state.phase !== running[step]) return state
      position = state.position
    }
  }
  return state
}
