import type { AskedInRole, Answers as Handlers } from '../asked.ts'
import { type Answer, go, show } from '../http/answer.ts'
import { remembering } from '../session/session-cookie.ts'
import type { TextKey } from '../texts/texts.ts'
import { concernOf } from './concern-of.ts'
import { councilsOf, listOf } from './councils.ts'
import type { Answers, Draft } from './draft.ts'
import type { Field } from './field.ts'
import { begun, readOwn, saveOwn } from './own-draft.ts'
import { readAnswers } from './read-answers.ts'
import { sendConcern } from './send.ts'

/** Who, where, what, who you are, have you rung: enough to send, and to be completed later. */
const fields: readonly Field[] = [
  { name: 'childGiven', kind: 'text' },
  { name: 'childFamily', kind: 'text' },
  { name: 'given', kind: 'text' },
  { name: 'family', kind: 'text' },
  { name: 'childLocationNow', kind: 'lines', most: 200 },
  { name: 'authority', kind: 'council' },
  { name: 'fact', kind: 'lines', most: 1000 },
  { name: 'yourName', kind: 'text' },
  { name: 'yourRole', kind: 'text' },
  { name: 'yourPhone', kind: 'text' },
  { name: 'rung', kind: 'radios', of: 'rung' },
]

const isNobody = (answers: Answers): boolean =>
  ['childGiven', 'childFamily', 'given', 'family'].every((name) => (answers[name] ?? '') === '')

/** What must be there for anybody to act on it; whatever else is missing the hub takes all the same. */
const wrongWith = (answers: Answers): readonly { field: string; text: TextKey }[] => [
  ...(isNobody(answers) && (answers['childLocationNow'] ?? '') === ''
    ? [{ field: 'childGiven', text: 'danger.error.who' } as const]
    : []),
  ...((answers['fact'] ?? '') === ''
    ? [{ field: 'fact', text: 'danger.error.what' } as const]
    : []),
]

/** As a concern of immediate danger, of which all stays that was typed. */
const draftOf = (draft: Draft, { childGiven, childFamily, ...answers }: Answers): Draft => {
  const child = { given: childGiven ?? '', family: childFamily ?? '' }
  const isNamed = child.given !== '' || child.family !== ''
  const reason = (answers['fact'] ?? '').slice(0, 500)
  return {
    ...draft,
    answers: { ...draft.answers, ...answers, harm: 'H4', reason },
    children: isNamed ? [child] : [],
  }
}

const shown = (asked: AskedInRole, data: Record<string, unknown>, status = 200): Answer =>
  show(
    'danger',
    {
      councils: listOf(councilsOf(asked.deps, asked.say)),
      back: '/worried',
      ...data,
    },
    status,
  )

/** The id that a form was made with: by it what is sent twice counts once, though something failed in between. */
const idIn = (form: URLSearchParams | undefined): string | undefined =>
  /^[\w-]{10,60}$/.exec(form?.get('draft') ?? '')?.[0]

const send = async (asked: AskedInRole): Promise<Answer> => {
  const { visit, deps, now } = asked
  const answers = readAnswers(visit.form, fields)
  const id = idIn(visit.form) ?? deps.newId(now)
  const errors = wrongWith(answers)
  if (errors.length > 0) return shown(asked, { answers, draft: id, errors }, 400)
  const draft = draftOf({ ...begun(asked), id }, answers)
  const result = await sendConcern(asked, id, concernOf(draft))
  if (result.kind === 'to-mend') {
    const all = [{ field: 'childGiven', text: 'danger.error.who' }]
    return shown(asked, { answers, draft: id, errors: all }, 400)
  }
  // What was typed is there when they go on, as a concern that completes this one; another that they had begun is kept instead.
  const standing = await readOwn(asked)
  if (standing === undefined || standing.corrects !== undefined)
    await saveOwn(asked, { ...draft, id: deps.newId(now), corrects: result.concernId })
  const { concernId } = result
  const remembered = await remembering(asked, { sent: { concernId, level: 'H4' } })
  return { ...go(`/concerns/${concernId}/sent`), ...remembered }
}

export const dangerAnswers: Handlers['inRole'] = {
  danger: {
    get: (asked) => {
      const { session, deps, now, typed } = asked
      const kept = typed === undefined ? undefined : readAnswers(typed, fields)
      const answers = kept ?? { yourName: session.name }
      const draft = idIn(typed) ?? deps.newId(now)
      return shown(asked, { answers, draft, typedBefore: kept !== undefined })
    },
    post: send,
  },
}
