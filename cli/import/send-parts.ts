import { setTimeout as wait } from 'node:timers/promises'
import type * as z from 'zod'
import type { AuthorityCode } from '../../shared/agencies/authorities.ts'
import { routes } from '../../shared/config/routes.ts'
import { loadRegisterContract } from '../../shared/http/contracts/register-loads.ts'
import { type Part, withinPart } from '../../shared/loading/parts.ts'
import { keptOf, type LoadReport } from '../../shared/loading/report.ts'
import { type LoadStep, type RegisterLoad, running } from '../../shared/register/load.ts'
import type { LoadReportKept } from '../../shared/register/load-report.ts'
import { InputError } from '../evaluate/input-error.ts'
import type { Asking } from '../receive/api-of.ts'
import { problemInWords } from '../receive/problem-in-words.ts'

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
  /** What was wrong in the files: it goes with the first part of a step. */
  readonly report?: LoadReport
  readonly onPart: (state: LoadState) => void
}

/** How often a part is sent before it is given up: the same part twice changes nothing. */
const attempts = 6

/** What passes by itself, and what may be too much for the time that the hub has for one call. */
const isBusy = (status: number): boolean => status === 429 || status === 503
const isTooMuch = (status: number): boolean => status === 500 || status === 502 || status === 504

type Sent = {
  readonly part: Part
  readonly after: string
  readonly step: LoadStep
}

/** The report goes with the part that begins a step. */
const reportIn = (
  after: string,
  report: LoadReport | undefined,
): { readonly report?: LoadReportKept } =>
  after === '' && report !== undefined ? { report: keptOf(report) } : {}

/** Sends a part, or as much of it as the hub can take: half of it where it fails with more. */
const post = async (
  { part, after, step }: Sent,
  { api, load, report }: Sending,
): Promise<{ readonly status: number; readonly body: unknown }> => {
  const told = reportIn(after, report)
  let most = Math.max(1, part.records.length)
  for (let attempt = 1; ; attempt += 1) {
    const answer = await api
      .post(routes.loadRegister.path, {
        ...{ ...load, step, ...told },
        ...withinPart(part, after, most),
      })
      .catch((error: unknown) => (attempt < attempts ? undefined : Promise.reject(error)))
    if (answer !== undefined && attempt === attempts) return answer
    if (answer !== undefined && !isBusy(answer.status) && !isTooMuch(answer.status)) return answer
    if (answer !== undefined && isTooMuch(answer.status)) most = Math.max(1, Math.floor(most / 2))
    await wait(250 * 2 ** attempt)
  }
}

const sendPart = async (sent: Sent, sending: Sending): Promise<Answer> => {
  const answer = await post(sent, sending)
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
    while (part.upTo === undefined || part.upTo > position) {
      const answer = await sendPart({ part, after: position, step }, sending)
      state = answer.load
      sending.onPart(state)
      if (state.phase !== running[step]) return state
      position = state.position
    }
  }
  return state
}
