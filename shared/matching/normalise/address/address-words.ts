import { isStreetType, writingsOf } from '../../../people/striking/same-words.ts'

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const streetWords: ReadonlyMap<string, string> = new Map(
  (
    'rd:road st:street str:street ave:avenue av:avenue cl:close ln:lane la:lane dr:drive drv:drive ct:court ' +
    'gdns:gardens gdn:gardens cres:crescent cresc:crescent pl:place sq:square tce:terrace terr:terrace ter:terrace ' +
    'gr:grove grv:grove pk:park wy:way hse:house bldg:building est:estate hl:hill cott:cottage ctg:cottage fm:farm'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.split(':')[0] ?? '', pair.split(':')[1] ?? '']),
)

/** The full word for one that is written short. */
export const fullWord = (word: string): string => streetWords.get(word) ?? word

/** Words behind which the number or letter of a part of a building stands. */
export const unitWords = setOf(
  'flat flt apartment apt appartment appt unit room rm maisonette studio suite pitch plot berth bedsit bed block blk caravan chalet cabin door annexe annex',
)

/** Words that name a part of a building by themselves, where no number stands behind them. */
export const unitsByName: ReadonlyMap<string, string> = new Map(
  (
    'studio:studio maisonette:maisonette bedsit:bedsit annexe:annexe annex:annexe basement:basement attic:attic ' +
    'gff:ground lgff:basement lgf:basement fff:first sff:second tff:top uff:upper bff:basement gf:ground'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.split(':')[0] ?? '', pair.split(':')[1] ?? '']),
)

/** Where a flat lies, told before or after "flat" or "floor". */
export const floors: ReadonlyMap<string, string> = new Map(
  (
    'ground:ground first:first 1st:first second:second 2nd:second third:third 3rd:third fourth:fourth 4th:fourth ' +
    'fifth:fifth 5th:fifth top:top upper:upper lower:lower basement:basement garden:garden attic:attic rear:rear ' +
    'front:front back:rear middle:middle left:left right:right main:main hall:hall'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.split(':')[0] ?? '', pair.split(':')[1] ?? '']),
)

/** What stands with them. */
export const floorWords = setOf('floor flr fl flat flt maisonette apartment room')

const streetsBeside = setOf(
  'rise end gate bank broadway highway path vale croft fold common approach link ride drove orchard heath wynd brae ' +
    'loan pend meadow meadows field fields parade mews crossway cliff promenade bypass',
)

/** Whether a word closes the name of a street; some, as court and villas, close a building's too. */
export const isStreetWord = (word: string): boolean => isStreetType(word) || streetsBeside.has(word)

/** What may stand behind that word and still be of the street's name. */
export const directions = setOf('north south east west upper lower n s e w')

const flats = setOf('flats apartments block blocks tower towers mansions heights court')

/** Whether a name is of a building with many homes, not of a house. */
export const isOfFlats = (words: readonly string[]): boolean =>
  words.some((word) => word === 'tower' || word === 'block') ||
  (words.length > 1 && flats.has(writingsOf(words.at(-1) ?? '')[0] ?? ''))
