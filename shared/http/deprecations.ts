import type { RouteName } from '../config/routes.ts'

/** Of a call that will go: from which day that was said, and the day on which it goes, as days (ISO) that begin in UTC. */
export type Deprecation = { readonly since: string; readonly goesOn: string }

/** A concern is taken as long as anybody sends one. @see docs/connect/versioning.md */
type Deprecable = Exclude<RouteName, 'submitConcern'>
export type Deprecations = Readonly<Partial<Record<Deprecable, Deprecation>>>

/** Every call that will go. Of none is it said today. */
export const deprecations: Deprecations = {}

const isDeprecable = (name: string, all: Deprecations): name is Deprecable =>
  Object.hasOwn(all, name)

/** What is said of a route, or of what answers where there is none. */
export const deprecationOf = (name: string, all: Deprecations): Deprecation | undefined =>
  isDeprecable(name, all) ? all[name] : undefined

/** What every answer of it tells, refusals too. @see RFC 9745 §2.1 (a moment as RFC 9651 §3.3.7 writes it), RFC 8594 §3 */
export const deprecationHeaders = ({
  since,
  goesOn,
}: Deprecation): Readonly<Record<'Deprecation' | 'Sunset', string>> => ({
  Deprecation: `@${Date.parse(since) / 1000}`,
  Sunset: new Date(goesOn).toUTCString(),
})
