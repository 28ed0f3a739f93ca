import type { AskedInRole, Answers as Handlers } from '../asked.ts'
import { ofAnotherConcern } from '../errors.ts'
import { type Answer, go, show } from '../http/answer.ts'
import { remembering } from '../session/session-cookie.ts'
import { concernOf } from './concern-of.ts'
import { councilsOf } from './councils.ts'
import type { Answers, Draft } from './draft.ts'
import { elsewhereIn } from './elsewhere.ts'
import type { Field } from './field.ts'
import { dropOwn, isOf, readOwn } from './own-draft.ts'
import { childFields, fieldsOf, otherAdultFields, type PartName, parts } from './parts.ts'
import { sendConcern } from './send.ts'
import { type ToMend, toMend } from './to-mend.ts'
import { adultsOf } from './who-is-whose.ts'
import { whoseInWords, wordsOf } from './words-of.ts'

/** All that was written, page by page, in the words of the form. */
const summaryOf = (draft: Draft, { deps, say, language }: AskedInRole) => {
  const known = { say, language, councils: councilsOf(deps, say) }
  const told = (fields: readonly Field[], answers: Answers) =>
    wordsOf(fields, answers, known).filter(({ text }) => text !== '')
  const whose = (child: Answers) =>
    whoseInWords(adultsOf(draft), child, known).filter(({ text }) => text !== '')
  return {
    parts: (Object.keys(parts) as PartName[]).map((part) => ({
      part,
      told: told(fieldsOf(part), draft.answers),
    })),
    adults: draft.adults.map((adult) => told(otherAdultFields, adult)),
    children: draft.children.map((child) => [...told(childFields, child), ...whose(child)]),
  }
}

const shown = async (
  asked: AskedInRole,
  draft: Draft,
  mend: readonly ToMend[] | undefined,
): Promise<Answer> =>
  show(
    'concern/check',
    {
      ...summaryOf(draft, asked),
      // What is to be mended the API does not read further.
      elsewhere: mend === undefined ? await elsewhereIn(asked, concernOf(draft)) : [],
      mend,
      back: '/concern',
      draft,
    },
    mend === undefined ? 200 : 400,
  )

const send = async (asked: AskedInRole): Promise<Answer> => {
  const draft = await readOwn(asked)
  if (draft === undefined) return go('/worried')
  const { form } = asked.visit
  if (!isOf(draft, form)) return ofAnotherConcern()
  // Something was saved since in another tab: what is sent is seen first.
  if ((form.get('saved') ?? draft.savedAt ?? '') !== (draft.savedAt ?? ''))
    return shown(asked, draft, undefined)
  const result = await sendConcern(asked, draft.id, concernOf(draft))
  if (result.kind === 'to-mend') return shown(asked, draft, toMend(result.errors))
  await dropOwn(asked)
  const { concernId } = result
  const remembered = await remembering(asked, {
    sent: { concernId, level: draft.answers['harm'] ?? '' },
  })
  return { ...go(`/concerns/${concernId}/sent`), ...remembered }
}

/** Check your answers: what is sent is seen before it is. */
export const checkAnswers: Handlers['inRole'] = {
  'concern-check': {
    get: async (asked) => {
      const draft = await readOwn(asked)
      return draft === undefined ? go('/worried') : shown(asked, draft, undefined)
    },
    post: send,
  },
}
