import type { AskedInRole, Answers as Handlers } from '../asked.ts'
import { nothingHere, ofAnotherConcern } from '../errors.ts'
import { type Answer, go, show } from '../http/answer.ts'
import { nameOf } from '../texts/name-of.ts'
import { councilsOf, listOf } from './councils.ts'
import {
  type Answers,
  type Draft,
  keptUntil,
  type Listed,
  most,
  withAnswers,
  withListed,
  withoutListed,
} from './draft.ts'
import type { Field } from './field.ts'
import { options } from './options.ts'
import { dropOwn, isOf, readOwn, saveOwn } from './own-draft.ts'
import {
  childFields,
  fieldsOf,
  isPart,
  onlyIfItApplies,
  otherAdultFields,
  type PartName,
  sections,
} from './parts.ts'
import { readAnswers } from './read-answers.ts'
import { adultsOf, choicesOf } from './who-is-whose.ts'

/** Where somebody is who has no concern begun, or none any more. */
const noDraft = (): Answer => go('/worried')

const isWritten = ({ name, kind }: Field, answers: Answers): boolean =>
  ((kind === 'date' ? answers[`${name}-year`] : answers[name]) ?? '') !== ''

const isAnswered = (fields: readonly Field[], { answers }: Draft): boolean =>
  fields.some((field) => isWritten(field, answers) && field.name !== 'yourName')

/** Everything that can be told, what of it was, and how long it stays. */
const taskList = async (asked: AskedInRole): Promise<Answer> => {
  const draft = await readOwn(asked)
  if (draft === undefined) return noDraft()
  return show('concern/tasks', {
    draft,
    back: '/',
    sections: sections.map(({ name, parts }) => ({
      name,
      parts: parts.map((part) => ({
        part,
        isAnswered: isAnswered(fieldsOf(part), draft),
        isOptional: onlyIfItApplies.includes(part),
      })),
    })),
    adults: draft.adults.map(nameOf),
    children: draft.children.map(nameOf),
    areChildrenUnknown: draft.children.length === 0,
    isWhyAnswered: isAnswered(fieldsOf('no-children'), draft),
    keptUntil: keptUntil(draft).toISOString(),
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
    fields: fields.filter(({ isMore }) => isMore !== true),
    more: fields.filter(({ isMore }) => isMore === true),
    // What was written is seen without asking for it.
    isMoreOpen: fields.some((field) => field.isMore === true && isWritten(field, answers)),
    answers,
    options,
    councils: listOf(councilsOf(asked.deps, asked.say)),
    back: '/concern',
    typedBefore: asked.typed !== undefined,
    ...more,
  })

/** A page of the form, with the draft to which it belongs. */
const onPart =
  (answer: (asked: AskedInRole, draft: Draft, part: PartName) => Promise<Answer> | Answer) =>
  async (asked: AskedInRole): Promise<Answer> => {
    const { part = '' } = asked.params
    if (!isPart(part)) return nothingHere()
    const draft = await readOwn(asked)
    return draft === undefined ? noDraft() : answer(asked, draft, part)
  }

const showPart = onPart((asked, draft, part) => {
  const fields = fieldsOf(part)
  const typed = asked.typed && readAnswers(asked.typed, fields)
  const answers = { ...draft.answers, ...typed }
  return shown(asked, { title: `part.${part}`, fields, answers }, { draft: draft.id })
})

const savePart = onPart(async (asked, draft, part) => {
  if (!isOf(draft, asked.visit.form)) return ofAnotherConcern()
  await saveOwn(asked, withAnswers(draft, readAnswers(asked.visit.form, fieldsOf(part))))
  return go('/concern')
})

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

/** One of several, in the draft to which it belongs, and all that is asked of it. */
type Place = {
  readonly draft: Draft
  readonly list: Listed
  readonly at: number
  readonly all: readonly Field[]
}

const onListed =
  (answer: (asked: AskedInRole, place: Place) => Promise<Answer> | Answer) =>
  (list: Listed) =>
  async (asked: AskedInRole): Promise<Answer> => {
    const draft = await readOwn(asked)
    if (draft === undefined) return noDraft()
    const at = placeIn(draft, list, asked.params['at'])
    if (at === undefined) return nothingHere()
    const all = [...fieldsIn[list], ...(list === 'children' ? choicesOf(draft) : [])]
    return answer(asked, { draft, list, at, all })
  }

const showListed = onListed((asked, { draft, list, at, all }) => {
  const typed = asked.typed && readAnswers(asked.typed, all)
  const answers = { ...draft[list][at], ...typed }
  const isNew = at === draft[list].length
  const whose = list === 'children' ? adultsOf(draft) : []
  return shown(
    asked,
    { title: `listed.${list}`, fields: fieldsIn[list], answers },
    { list, isNew, whose, draft: draft.id },
  )
})

const saveListed = onListed(async (asked, { draft, list, at, all }) => {
  const { form } = asked.visit
  if (!isOf(draft, form)) return ofAnotherConcern()
  const next =
    form.get('do') === 'remove'
      ? withoutListed(draft, list, at)
      : withListed(draft, list, { at, answers: readAnswers(form, all) })
  await saveOwn(asked, next)
  return go(form.get('do') === 'another' ? `/concern/${list}/${next[list].length}` : '/concern')
})

/** A concern while it is written: kept after each page, for 24 hours. */
export const writeAnswers: Handlers['inRole'] = {
  concern: {
    get: taskList,
    post: async (asked) => {
      const draft = await readOwn(asked)
      if (draft !== undefined && !isOf(draft, asked.visit.form)) return ofAnotherConcern()
      await dropOwn(asked)
      return go('/?thrown=yes')
    },
  },
  'concern-part': { get: showPart, post: savePart },
  'concern-adult': { get: showListed('adults'), post: saveListed('adults') },
  'concern-child': { get: showListed('children'), post: saveListed('children') },
}
