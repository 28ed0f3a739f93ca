import { isGivenName } from './nicknames/nicknames.ts'

type Ending = readonly [ending: RegExp, stem: string]

/** Endings that follow the bearer's sex or marriage, and what stands for all of them. */
const endings: readonly Ending[] = [
  // Polish, and East Slavic in its many spellings: Kowalska, Shevchukivska, Dostoevskaya.
  [/([sc]|dz)k(?:i|a|y|ij|iy|yy|yi|ii|yj|aya|aia|aja)$/, '$1ki'],
  [/(?<=...)[eo]v(?:a|aya)?$/, ''],
  [/([iy]n)a$/, '$1'],
  // Latvian.
  [/ins$/, 'in'],
  // Lithuanian: wife, daughter, man.
  [/(?<=....)(?:iene|iute|aite|yte|ute)$/, ''],
  [/(?<=.....)(?:ius|as|is|ys|us)$/, ''],
  // Greek.
  [/(opoul|id|ad|ak)(?:ou|os|is|i)$/, '$1'],
]
const shortest = 6

const withoutSex = (family: string): string => {
  if (family.length < shortest) return family
  const found = endings.find(([ending]) => ending.test(family))
  return found === undefined ? family : family.replace(found[0], found[1])
}

/** Irish names in their English form, without the prefix and with the first letter as it stands alone. */
const english: ReadonlyMap<string, string> = new Map(
  (
    'briain:brien murchu:murphy ceallaigh:kelly suilleabhain:sullivan conchuir:connor conchobhair:connor neill:neill ' +
    'raghallaigh:reilly dochartaigh:doherty carthaigh:carthy gallchoir:gallagher gallchobhair:gallagher laoghaire:leary ' +
    'loingsigh:lynch cinneide:kennedy dalaigh:daly duinn:dunne domhnaill:donnell floinn:flynn mathuna:mahony maille:malley ' +
    'riain:ryan ruairc:rourke tuathail:toole grada:grady eadhra:hara hagain:hagan cathain:kane cuinn:quinn nuallain:nolan'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.split(':')[0] ?? '', pair.split(':')[1] ?? '']),
)

/** Names borne with O, which many leave out. */
const withO = new Set(
  (
    'brien connor neill neil sullivan donnell reilly keeffe donovan hara leary malley doherty connell driscoll shea hagan ' +
    'kane grady mahony rourke toole flaherty flynn gorman hanlon loughlin boyle dowd dwyer halloran'
  ).split(' '),
)

const irish = /^(ni|o|nic|mac|mc)(?=[a-z]{4,})/
const lenited = /^([bcdfgmpst])h/

const withoutPrefix = (family: string): string => {
  const prefix = irish.exec(family)?.[0]
  if (prefix === undefined) return family
  const rest = family.slice(prefix.length)
  const name = english.get(rest) ?? english.get(rest.replace(lenited, '$1')) ?? rest
  if (prefix === 'o') return withO.has(name) || name !== rest ? name : family
  if (prefix === 'ni') return name === rest ? family : name
  return `mc${name}`
}

/** The article written together with an Arabic name. */
const withoutArticle = (family: string): string =>
  /^[ae]l.{4}/.test(family) && isGivenName(family.slice(2)) ? family.slice(2) : family

/** "Mueller" is Müller and "Bjoern" Bjørn. */
const withoutE = (family: string): string => family.replace(/([aou])e/g, '$1').replaceAll('aa', 'a')

/**
 * What stays of a family name whatever the bearer's sex, the prefix or article left out and the spelling of a dotted
 * letter: Kowalska and Kowalski, Ní Bhriain and O'Brien, van den Berg and Berg have one. Not a name to show.
 */
export const familyRoot = (
  words: readonly string[],
  core: readonly string[],
): string | undefined => {
  const [first] = words
  if (first === undefined) return undefined
  const isIrish = first === 'ni' || first === 'nic'
  const bare =
    core.length === 1 ? withoutPrefix((isIrish ? first : '') + core.join('')) : core.join('')
  return withoutE(withoutSex(withoutArticle(bare)))
}
