import type { Deps, Who } from './deps.ts'
import type { Answer } from './http/answer.ts'
import type { Visit } from './http/read-visit.ts'
import type { AskHubAs } from './hub/ask-as.ts'
import type { PageName } from './pages.ts'
import type { Acting, Session } from './session/session.ts'
import type { Language, Say } from './texts/texts.ts'

/** A request of a page, by whoever it may be. */
export type Asked = {
  readonly visit: Visit
  readonly params: Readonly<Record<string, string>>
  readonly who: Who
  readonly language: Language
  readonly say: Say
  readonly now: Date
  readonly deps: Deps
}
/** By somebody signed in. */
export type AskedSignedIn = Asked & { readonly session: Session }
/** By somebody who acts in a role that sees the page. */
export type AskedInRole = AskedSignedIn & {
  readonly acting: Acting
  readonly ask: AskHubAs
  /** What they had typed when their session ended. */
  readonly typed: URLSearchParams | undefined
}

type Answering<A> = {
  readonly get?: (asked: A) => Promise<Answer> | Answer
  readonly post?: (asked: A) => Promise<Answer> | Answer
  /** Answers a question that was kept when its form was sent, at an address of its own: whoever goes back to it sends nothing again. */
  readonly question?: (asked: A) => Promise<Answer> | Answer
}

/** What answers a page, by who is asked for: the table of pages says which a page is. */
export type Answers = {
  readonly everybody: Partial<Record<PageName, Answering<Asked>>>
  readonly signedIn: Partial<Record<PageName, Answering<AskedSignedIn>>>
  readonly inRole: Partial<Record<PageName, Answering<AskedInRole>>>
}
