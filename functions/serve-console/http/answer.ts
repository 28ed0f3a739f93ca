import type { TextKey } from '../texts/texts.ts'

/** What is wrong with a form: which field, and what is expected there. */
export type FieldError = { readonly field: string; readonly text: TextKey }

/** A page to show, by its template and what stands in it. */
export type Shown = {
  readonly kind: 'page'
  readonly page: string
  readonly status?: number
  readonly data?: Readonly<Record<string, unknown>>
}
/** Where to go on to, as a path of the console, or out of it to sign in or out. */
export type Gone = { readonly kind: 'go'; readonly to: string }
export type Left = { readonly kind: 'leave'; readonly to: URL }
/** Bytes that a browser may keep, or words that no person reads. */
export type Sent = {
  readonly kind: 'bytes'
  readonly status?: number
  readonly type: string
  readonly cache: 'immutable' | 'no-store'
  readonly body: string
  /** The body compressed, base64. */
  readonly gzipped?: string
  /** Under which name a browser keeps it, instead of showing it. */
  readonly name?: string
}
export type Answer = (Shown | Gone | Left | Sent) & { readonly cookies?: readonly string[] }

export const show = (page: string, data: Shown['data'] = {}, status = 200): Shown => ({
  kind: 'page',
  page,
  data,
  status,
})

type FormData = Shown['data'] & {
  readonly errors?: readonly object[] | undefined
  readonly hasChanged?: boolean | undefined
}

/** A page with a form: 400 where something is to be mended, 409 where what it is about changed meanwhile. */
export const showForm = (page: string, data: FormData): Shown => {
  const status = data.errors === undefined ? 200 : 400
  return show(page, data, data.hasChanged === true ? 409 : status)
}

export const go = (to: string): Gone => ({ kind: 'go', to })
