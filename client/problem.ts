import * as z from 'zod'

/** What a call was answered, as it came. */
export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Undefined where the text is no JSON. */
  readonly body: unknown
}

const faultSchema = z.object({ pointer: z.string(), detail: z.string() })
const problemSchema = z.object({
  type: z.string(),
  title: z.string().default(''),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(faultSchema).default([]),
})
const oauthSchema = z.object({
  error: z.string().regex(/^[\w-]{1,80}$/),
  error_description: z.string().default(''),
})

type Told = {
  readonly status: number
  /** The last part of the problem’s `type`, by which to decide: `version-mismatch`, `quota-exceeded`. Of a token: `invalid_client`. */
  readonly code: string
  readonly title: string
  readonly detail: string | undefined
  /** Each field to mend, by its JSON pointer. */
  readonly fields: readonly z.infer<typeof faultSchema>[]
  /** By which the hub’s operator finds it in the log. */
  readonly requestId: string | undefined
  /** When to try again at the soonest, in seconds. */
  readonly retryAfter: number | undefined
}

const secondsOf = (header: string | null): number | undefined =>
  header !== null && /^\d{1,9}$/.test(header) ? Number(header) : undefined

const toldBy = ({ status, headers, body }: Answer): Told => {
  const of = {
    status,
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfter: secondsOf(headers.get('retry-after')),
  }
  const problem = problemSchema.safeParse(body).data
  const [, code] = /^urn:safeguarding-hub:problem:([a-z-]{1,80})$/.exec(problem?.type ?? '') ?? []
  if (problem !== undefined && code !== undefined)
    return { ...of, code, title: problem.title, detail: problem.detail, fields: problem.errors }
  const refused = oauthSchema.safeParse(body).data
  if (refused === undefined)
    return { ...of, code: 'unknown', title: '', detail: undefined, fields: [] }
  return {
    ...of,
    code: refused.error,
    title: refused.error_description,
    detail: undefined,
    fields: [],
  }
}

/** The hub refused, and says why. Its message is for a log: status and code alone. @see RFC 9457 */
export class HubProblem extends Error {
  override readonly name: string = 'HubProblem'
  readonly told: Told
  constructor(told: Told) {
    super(`the hub answers ${told.status} (${told.code})`)
    this.told = told
  }
  get status(): number {
    return this.told.status
  }
  get code(): string {
    return this.told.code
  }
  get fields(): Told['fields'] {
    return this.told.fields
  }
}

/** Somebody changed the record since it was read: read it again, show what changed, then answer. */
export class VersionConflict extends HubProblem {
  override readonly name = 'VersionConflict'
}

/** Nothing answers at the hub’s address, or not in time; `cause` says why. Whether something was done there is not known. */
export class HubUnreachable extends Error {
  override readonly name = 'HubUnreachable'
}

export const problemOf = (answer: Answer): HubProblem =>
  answer.status === 412 ? new VersionConflict(toldBy(answer)) : new HubProblem(toldBy(answer))
