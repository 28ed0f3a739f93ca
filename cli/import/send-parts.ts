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

type Sent = { readonly part: Part; readonly after: string; readonly step: LoadStep }

const isAfter = (id: string, after: string): boolean => id > after

const sendPart = async ({ part, after, step }: Sent, sending: Sending): Promise<Answer> => {
  const body = {
    ...sending.load,
    step,
    after,
    records: part.records.filter(({ id }) => isAfter(id, after)),
    kept: part.kept.filter((id) => isAfter(id, after)),
    purged: part.purged.filter((id) => isAfter(id, after)),
    isLast: part.upTo === undefined,
  }
  // The same part twice changes nothing.
  const answer = await sending.api.post(routes.loadRegister.path, body, { isSafe: true })
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
