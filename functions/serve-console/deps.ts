import type { Clock } from '../../shared/kernel/clock.ts'
import type { NewId } from '../../shared/kernel/ids.ts'
import type { Log } from '../../shared/logging/logger.ts'
import type { Built } from './built.ts'
import type { Draft } from './concern/draft.ts'
import type { AskedFor, AskHubAs } from './hub/ask-as.ts'
import type { CookieKeys } from './session/seal-session.ts'
import type { Acting, Session } from './session/session.ts'
import type { Provider } from './sign-in/provider.ts'

/** A form as it was typed, kept for the person who typed it. */
export type KeptForm = { readonly owner: string; readonly path: string }

/** What the console keeps: sessions that were ended, and for a day what somebody typed. */
export type Keeping = {
  readonly endSession: (id: string, until: Date) => Promise<void>
  readonly isEnded: (id: string) => Promise<boolean>
  readonly keepForm: (kept: KeptForm, form: string, now: Date) => Promise<void>
  /** What was kept: as long as it is not a day old, and until it is sent on. */
  readonly readForm: (kept: KeptForm, now: Date) => Promise<string | undefined>
  readonly dropForm: (kept: KeptForm) => Promise<void>
  /** The concern that somebody is writing, for 24 hours after they last saved it. */
  readonly readDraft: (owner: string, now: Date) => Promise<unknown>
  readonly saveDraft: (owner: string, draft: Draft, now: Date) => Promise<void>
  readonly dropDraft: (owner: string) => Promise<void>
}

export type Deps = {
  /** Where the console stands, without a slash at its end. */
  readonly url: URL
  readonly built: Built
  readonly cookieKeys: CookieKeys
  readonly provider: Provider
  readonly askAs: (who: AskedFor) => AskHubAs
  readonly keeping: Keeping
  /** The public half of the key by which the console signs, as a JWK Set. */
  readonly publicKeys: () => Promise<{ readonly keys: readonly unknown[] }>
  /** Nobody can guess one. */
  readonly newSecret: () => string
  readonly newId: NewId
  readonly now: Clock
  readonly log: Log
}

/** Who asks: nobody known, somebody whose session is over, or somebody signed in. */
export type Who =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'over'; readonly session: Session }
  | { readonly kind: 'known'; readonly session: Session; readonly acting?: Acting }
