import { alertSchema } from '../alerts/alert.ts'
import { shownOf } from '../alerts/show.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { chronologySchema, withGaps } from '../chronology/read.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, go, show } from '../http/answer.ts'
import { cursorIn, linkTo } from '../http/paging.ts'
import { type FromHub, given } from '../hub/ask-as.ts'
import { type Access, mayDo, readAccess } from './access.ts'

const headersOf = ({ accessId, caseReference, purpose }: Access) => ({
  'Hub-Emergency-Access': accessId,
  'Hub-Case-Reference': caseReference,
  'Hub-Purpose': purpose,
})

type Under = { readonly access: Access; readonly emergency: { readonly until: string | undefined } }

const pathOf = ({ accessId }: Access): string => `/emergency/${accessId}`

const isNotThere = (answer: FromHub): boolean =>
  answer.kind === 'problem' && answer.problem.status === 404

const alertUnder = async (asked: AskedInRole, { access, emergency }: Under): Promise<Answer> => {
  const path = `/alerts/${access.object.id}`
  const answer = await asked.ask({ method: 'GET', path, headers: headersOf(access) })
  if (isNotThere(answer)) return show('emergency/nothing', { access, back: pathOf(access) })
  const { toDo, ...shown } = shownOf(given(alertSchema, answer), asked)
  // Whether a child is on a register is said of the council’s own, which this one is not.
  const others = toDo.filter(({ text }) => text !== 'now.unknown-family')
  return show('alerts/one', { ...shown, toDo: others, emergency, back: pathOf(access) })
}

const chronologyUnder = async (
  asked: AskedInRole,
  { access, emergency }: Under,
): Promise<Answer> => {
  const { id } = access.object
  const { cursor } = asked.visit.query
  const query = cursor === undefined ? '' : `?${new URLSearchParams({ cursor })}`
  const path = `/children/${id}/chronology${query}`
  const answer = await asked.ask({ method: 'GET', path, headers: headersOf(access) })
  if (isNotThere(answer)) return show('emergency/nothing', { access, back: pathOf(access) })
  const { items, links, ...page } = given(chronologySchema, answer)
  return show('chronology/read', {
    ...{ ...page, id, emergency },
    items: withGaps(items),
    earlier: linkTo(`${pathOf(access)}/read`, {}, cursorIn(links.next)),
    back: pathOf(access),
  })
}

/** The one thing that was opened, as redacted as for anybody, until the half hour is over. Each reading is in the log. */
const read = async (asked: AskedInRole): Promise<Answer> => {
  const access = await readAccess(asked)
  if (access === undefined) return nothingHere()
  if (!mayDo(access, asked).mayRead) return go(pathOf(access))
  const under = { access, emergency: { until: access.approved?.endsAt } }
  return access.object.kind === 'alert' ? alertUnder(asked, under) : chronologyUnder(asked, under)
}

export const readEmergencyAnswers: Answers['inRole'] = { 'emergency-read': { get: read } }
