import type { Answers, Asked } from '../asked.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, show } from '../http/answer.ts'

/** Groups of routes, in the order in which somebody who begins needs them. */
export const groups = [
  'start',
  'concerns',
  'alerts',
  'test-alerts',
  'reviews',
  'children',
  'adults',
  'register',
  'register-loads',
  'register-searches',
  'emergency-access',
  'watch-reports',
  'audit',
] as const
type Group = (typeof groups)[number]

const isGroup = (name: string): name is Group => groups.some((group) => group === name)

const overview = ({ deps: { built } }: Asked): Answer => {
  const { routes } = built.api()
  return show('developers/overview', {
    groups: groups.map((name) => ({
      name,
      count: routes.filter(({ group }) => group === name).length,
    })),
  })
}

const group = ({ params: { group: name = '' }, deps: { built } }: Asked): Answer => {
  if (!isGroup(name)) return nothingHere()
  const routes = built.api().routes.filter((route) => route.group === name)
  return show('developers/group', { name, routes, back: '/developers' })
}

const shape = ({ params: { name = '' }, deps: { built } }: Asked): Answer => {
  const { shapes } = built.api()
  if (!Object.hasOwn(shapes, name)) return nothingHere()
  return show('developers/shape', { name, shape: shapes[name], back: '/developers' })
}

/** How a system calls the hub: for whoever writes one, without signing in. Nothing here is of any family. */
export const developerAnswers: Answers['everybody'] = {
  developers: { get: overview },
  'developers-group': { get: group },
  'developers-shape': { get: shape },
  'developers-events': {
    get: ({ deps: { built } }) =>
      show('developers/events', { events: built.api().events, back: '/developers' }),
  },
  'developers-problems': {
    get: ({ deps: { built } }) =>
      show('developers/problems', { problems: built.api().problems, back: '/developers' }),
  },
  'developers-codes': {
    get: ({ deps: { built } }) =>
      show('developers/codes', { lists: built.api().codes, back: '/developers' }),
  },
}
