import { isGivenName, usualSpelling } from './nicknames/nicknames.ts'

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

/** Family names that are spelt in several ways, most of them Chinese ones in the spellings of several places. */
const spelt: ReadonlyMap<string, string> = new Map(
  [
    ...[
      'wang wong huang hwang',
      'wu woo ng',
      'li lee',
      'zhang chang cheung',
      'chen chan tan',
      'liu lau',
      'zhou chow chau',
      'xu hsu tsui',
    ],
    ...[
      'yang yeung',
      'lin lam',
      'guo kwok kuo',
      'luo law',
      'zheng cheng',
      'xie tse hsieh',
      'cai choi tsai',
      'deng tang',
    ],
    ...[
      'feng fung',
      'ye yip',
      'jiang chiang',
      'liang leung leong',
      'he ho',
      'zhu chu',
      'zhao chiu',
      'ma mah',
      'nguyen nguyn ngyuen',
      'pham fam',
    ],
    ...[
      'kim gim',
      'park pak bak',
      'choi choe',
      'jung chung jeong',
      'keogh keough kehoe kyo',
      'reid reed read',
      'smith smyth',
    ],
    ...[
      'clark clarke',
      'brown browne',
      'green greene',
      'thompson thomson',
      'davies davis',
      'philips phillips philipps',
    ],
    ...[
      'sheikh shaikh shaykh sheik',
      'chowdhury choudhury choudhry chaudhry chaudhary chaudhury chowdhry',
      'qureshi quraishi',
    ],
    ...[
      'siddiqui siddiqi sidiqi',
      'miah mia miya mian',
      'uddin udin',
      'chaudhri choudhary',
      'ansari ansary',
      'hashimi hashemi',
    ],
  ].flatMap((line) => {
    const [first = '', ...others] = line.split(' ')
    return others.map((other): [string, string] => [other, first])
  }),
)

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
  const root = withoutE(withoutSex(withoutArticle(bare)))
  return spelt.get(root) ?? usualSpelling(root)
}
