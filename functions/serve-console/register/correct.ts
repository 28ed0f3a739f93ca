import type { Answers, AskedInRole } from '../asked.ts'
import { type Answer, type FieldError, go } from '../http/answer.ts'
import { given, type Problem } from '../hub/ask-as.ts'
import { dayInWords } from '../texts/day-in-words.ts'
import { nameOf } from '../texts/name-of.ts'
import type { Say } from '../texts/texts.ts'
import { onRecord, reasonIn, showOnRecord, type Tried } from './on-record.ts'
import { type Kind, localIdOf, pathOf, type RegisterRecord } from './record.ts'
import { placeOf, statusOf } from './record-in-words.ts'
import { recordedSchema } from './recorded.ts'

/** Something recorded that can be taken back: in words, and as the API is told of it. */
type Removable = { readonly text: string; readonly list: string; readonly value: unknown }

const each = <T>(list: string, values: readonly T[], words: (value: T) => string): Removable[] =>
  values.map((value) => ({ list, value, text: words(value) }))

const told = (list: string, text: string | undefined): Removable[] =>
  text === undefined ? [] : [{ list, value: true, text }]

const same = (text: string): string => text
const localId = (id: string): string => localIdOf({ id })

const removableOf = (record: RegisterRecord, say: Say): readonly Removable[] => {
  if (record.kind === 'adults') {
    const { names, addresses, nhsNumbers, phones, emails, dateOfBirth } = record.person
    return [
      ...each('names', names, nameOf),
      ...told('dateOfBirth', dateOfBirth && dayInWords(dateOfBirth)),
      ...each('nhsNumbers', nhsNumbers, same),
      ...each('addresses', addresses, (one) => placeOf(say, one)),
      ...each('phones', phones, same),
      ...each('emails', emails, same),
      ...told('previousRemoval', record.previousRemoval ? say('register.removal') : undefined),
    ]
  }
  const { child, adults } = record
  const names = [...(child.name === undefined ? [] : [child.name]), ...child.alsoKnownAs]
  const numbers = [
    ...(child.nhsNumber === undefined ? [] : [child.nhsNumber]),
    ...child.formerNhsNumbers,
  ]
  return [
    ...each('names', names, nameOf),
    ...told('dateOfBirth', child.dateOfBirth && dayInWords(child.dateOfBirth)),
    ...each('nhsNumbers', numbers, same),
    ...each('addresses', child.addresses, (one) => placeOf(say, one)),
    ...each(
      'adults',
      adults.map(({ adultId }) => localId(adultId)),
      same,
    ),
    ...each('earlierStatuses', child.earlierStatuses, (status) => statusOf(say, status)),
    ...told('allocatedTeam', child.allocatedTeam),
    ...told('allocatedTeamContact', child.allocatedTeamContact),
    ...told('school', child.school),
    ...told('gp', child.gp),
  ]
}

const removeOf = (chosen: readonly Removable[]): Record<string, unknown> => {
  const remove: Record<string, unknown> = {}
  for (const [list, values] of Map.groupBy(chosen, (one) => one.list)) {
    const isOnly = values[0]?.value === true
    remove[list] = isOnly ? true : values.map(({ value }) => value)
  }
  return remove
}

type More = Tried & { readonly reason?: string; readonly chosen?: readonly string[] }

const shown = (
  asked: AskedInRole,
  record: RegisterRecord,
  { chosen = [], ...more }: More = {},
): Answer => {
  const items = removableOf(record, asked.say).map(({ list, text }, at) => ({
    value: String(at),
    text: `${asked.say(`register.of.${list}` as 'register.of.names')}: ${text}`,
    checked: more.hasChanged !== true && chosen.includes(String(at)),
  }))
  return showOnRecord('register/correct', { asked, record }, { items, ...more })
}

const open = onRecord((asked, record) =>
  shown(asked, record, { reason: asked.typed?.get('reason') ?? '' }),
)

const error = (field: 'what' | 'reason', text: FieldError['text']): More => ({
  errors: [{ field, text }],
})

/** What an answer that was not taken becomes; none where no page can mend it. */
const notTaken = ({ status }: Problem): More | undefined => {
  if (status === 409 || status === 412) return error('what', 'register.error.keeps')
  return status === 400 ? error('reason', 'register.error.reason') : undefined
}

const chosenIn = (
  record: RegisterRecord,
  form: URLSearchParams,
  say: Say,
): readonly Removable[] => {
  const removable = removableOf(record, say)
  return form
    .getAll('what')
    .flatMap((at) => (/^\d{1,3}$/.test(at) ? (removable[Number(at)] ?? []) : []))
}

type Typed = { readonly chosen: readonly string[]; readonly reason: string }

/** Takes back what was ticked, in the version that was shown; else what is to be done first. */
const takeBack = async (
  asked: AskedInRole,
  record: RegisterRecord,
  { reason }: Typed,
): Promise<More | undefined> => {
  const { form } = asked.visit
  const version = form.get('version') ?? ''
  // What is ticked is a place in the list that was shown: of another version it would be something else.
  if (version !== record.etag) return { hasChanged: true }
  const chosen = chosenIn(record, form, asked.say)
  if (chosen.length === 0) return error('what', 'register.error.what')
  const answer = await asked.ask({
    method: 'POST',
    path: `/${record.kind}/${record.id}/corrections`,
    headers: { 'If-Match': version },
    body: { remove: removeOf(chosen), reason },
  })
  const more = answer.kind === 'problem' ? notTaken(answer.problem) : undefined
  if (more === undefined) given(recordedSchema, answer)
  return more
}

const correct = onRecord(async (asked, record) => {
  const { form } = asked.visit
  const typed = { chosen: form.getAll('what'), reason: reasonIn(form) }
  const more = await takeBack(asked, record, typed)
  if (more !== undefined) return shown(asked, record, { ...typed, ...more })
  return go(pathOf(record, { said: 'corrected' }))
})

const both = (kind: Kind) => ({ get: open(kind), post: correct(kind) })

export const correctAnswers: Answers['inRole'] = {
  'register-child-correct': both('children'),
  'register-adult-correct': both('adults'),
}
