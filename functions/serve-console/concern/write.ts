import type { AskedInRole, Answers as Handlers } from '../asked.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, go, show } from '../http/answer.ts'
import { councilsOf, listOf } from './councils.ts'
import {
  type Answers,
  type Draft,
  type Listed,
  most,
  withAnswers,
  withListed,
  withoutListed,
} from './draft.ts'
import { dropOwn, readOwn, saveOwn } from './own-draft.ts'
import {
  childFields,
  type Field,
  fieldsOf,
  isPart,
  options,
  otherAdultFields,
  sections,
} from './parts.ts'
import { readAnswers } from './read-answers.ts'
import { choicesOf } from './who-is-whose.ts'

/** Where somebody is who has no concern begun, or none any more. */
const noDraft = (): Answer => go('/worried')

const isAnswered = (fields: readonly Field[], { answers }: Draft): boolean =>
  fields.some(({ name, kind }) => {
    const written = kind === 'date' ? answers[`${name}-year`] : answers[name]
    return (written ?? '') !== '' && name !== 'yourName'
  })

const nameOf = ({ given = '', family = '' }: Answers): string => `${given} ${family}`.trim()

/** Everything that can be told, what of it was, and how long it stays. */
const taskList = async (asked: AskedInRole): Promise<Answer> => {
  const draft = await readOwn(asked)
  if (draft === undefined) return noDraft()
  return show('concern/tasks', {
    draft,
    back: '/',
    sections: sections.map(({ name, parts }) => ({
      name,
      parts: parts.map((part) => ({ part, isAnswered: isAnswered(fieldsOf(part), draft) })),
    })),
    adults: draft.adults.map(nameOf),
    children: draft.children.map(nameOf),
    areChildrenUnknown: draft.children.length === 0,
    isWhyAnswered: isAnswered(fieldsOf('no-children'), draft),
    keptUntil: new Date(asked.now.getTime() + 24 * 3_600_000).toISOString(),
  })
}

type Shown = {
  readonly title: string
  readonly fields: readonly Field[]
  readonly answers: Answers
}

const shown = (asked: AskedInRole, { title, fields, answers }: Shown, more = {}): Answer =>
  show('concern/part', {
    title,
    fields,
    answers,
    options,
    councils: listOf(councilsOf(asked.deps, asked.say)),
    back: '/concern',
    typedBefore: asked.typed !== undefined,
    ...more,
  })

const showPart = async (asked: AskedInRole): Promise<Answer> => {
  const { part = '' } = asked.params
  if (!isPart(part)) return nothingHere()
  const draft = await readOwn(asked)
  if (draft === undefined) return noDraft()
  const fields = fieldsOf(part)
  const typed = asked.typed && readAnswers(asked.typed, fields)
  return shown(asked, { title: `part.${part}`, fields, answers: { ...draft.answers, ...typed } })
}

const savePart = async (asked: AskedInRole): Promise<Answer> => {
  const { part = '' } = asked.params
  if (!isPart(part)) return nothingHere()
  const draft = await readOwn(asked)
  if (draft === undefined) return noDraft()
  await saveOwn(asked, withAnswers(draft, readAnswers(asked.visit.form, fieldsOf(part))))
  return go('/concern')
}

const fieldsIn: Readonly<Record<Listed, readonly Field[]>> = {
  adults: otherAdultFields,
  children: childFields,
}

/** A place in a list: one that is there, or the one after the last. */
const placeIn = (draft: Draft, list: Listed, at = ''): number | undefined => {
  const place = /^\d{1,2}$/.test(at) ? Number(at) : -1
  const isThere = place >= 0 && place <= draft[list].length && place < most[list]
  return isThere ? place : undefined
}

const showListed =
  (list: Listed) =>
  async (asked: AskedInRole): Promise<Answer> => {
    const draft = await readOwn(asked)
    if (draft === undefined) return noDraft()
    const at = placeIn(draft, list, asked.params['at'])
    if (at === undefined) return nothingHere()
    const all = [...fieldsIn[list], ...(list === 'children' ? choicesOf(draft) : [])]
    const typed = asked.typed && readAnswers(asked.typed, all)
    const answers = { ...draft[list][at], ...typed }
    const isNew = at === draft[list].length
    const whose = list === 'children' ? whoIsWhose(draft) : []
    return shown(
      asked,
      { title: `listed.${list}`, fields: fieldsIn[list], answers },
      { list, isNew, whose },
    )
  }

const whoIsWhose = ({ answers, adults }: Draft) => [
  { ref: 'subject', name: nameOf(answers) },
  ...adults.map((adult, at) => ({ ref: `otherAdults/${at}`, name: nameOf(adult) })),
]

const saveListed =
  (list: Listed) =>
  async (asked: AskedInRole): Promise<Answer> => {
    const draft = await readOwn(asked)
    if (draft === undefined) return noDraft()
    const at = placeIn(draft, list, asked.params['at'])
    if (at === undefined) return nothingHere()
    const { form } = asked.visit
    const all = [...fieldsIn[list], ...(list === 'children' ? choicesOf(draft) : [])]
    const next =
      form.get('do') === 'remove'
        ? withoutListed(draft, list, at)
        : withListed(draft, list, { at, answers: readAnswers(form, all) })
    await saveOwn(asked, next)
    return go(form.get('do') === 'another' ? `/concern/${list}/${next[list].length}` : '/concern')
  }

/** A concern while it is written: kept after each page, for 24 hours. */
export const writeAnswers: Handlers['inRole'] = {
  concern: {
    get: taskList,
    post: async (asked) => {
      await dropOwn(asked)
      return go('/?thrown=yes')
    },
  },
  'concern-part': { get: showPart, post: savePart },
  'concern-adult': { get: showListed('adults'), post: saveListed('adults') },
  'concern-child': { get: showListed('children'), post: saveListed('children') },
}
