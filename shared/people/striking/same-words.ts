// Words of addresses in their several writings, the full one first.

const lists = `
road rd|street st str|avenue ave av avn|lane ln la|close cl clo|court ct crt|drive dr drv|crescent cres crs cresc|place pl plc|square sq|terrace ter terr tce
gardens gdns gdn garden|grove gr grv|park pk|hill hl|mount mt|view vw|walk wk wlk|way wy|row rw|parade pde|villas vls|lodge ldg|manor mnr|estate est|mews mws
house hse ho hs|cottage cott cot ctg|cottages cotts|farm fm frm|building bldg bld|buildings bldgs|tower twr|mansions mans|heights hts|rise rs|green grn|bridge br brdg
saint st snt|flat flt apartment apt appt unit|room rm|block blk|floor flr fl|north nth n|south sth s|east e|west w|great gt grt|little lt ltl|upper upr|lower lwr
church ch|station stn sta|school sch schl|primary prim|centre center ctr ctre cntr|hospital hosp|surgery surg|clinic clin|medical med|health hlth|college coll|university univ
and n|doctor dr|mister mr|junction jn jctn|industrial ind|market mkt|village vlg|common cmn|bay by|upon on|first 1st|second 2nd|third 3rd|fourth 4th|fifth 5th|sixth 6th
quay qy|wharf whf|point pt|field fld|fields flds|circus circ|circle cir|boulevard blvd|broadway bdwy bway|esplanade esp|hall hl|grange grng|meadow mdw|meadows mdws|valley vly|crossing xing
community comm|children childrens|women womens|mother mothers|refuge ref|nursery nurs|academy acad|infant infants|junior jnr jr|senior snr
`

const writings = new Map<string, string[]>()
for (const list of lists.trim().split(/[|\n]/)) {
  const words = list.trim().split(' ')
  for (const word of words)
    writings.set(word, [...new Set([...(writings.get(word) ?? [word]), ...words])])
}

/** Every writing of a word, itself first. "St" is a street and a saint. */
export const writingsOf = (word: string): readonly string[] => writings.get(word) ?? [word]

const mostWritings = 96

/** Each writing of the words, joined: "rosehouse", "rosehse"; at most {@link mostWritings}. `waysOf`: those of one word. */
export const joinedWritings = (
  words: readonly string[],
  waysOf: (word: string) => readonly string[] = writingsOf,
): readonly string[] =>
  words.reduce<readonly string[]>(
    (starts, word) =>
      starts.flatMap((start) => waysOf(word).map((way) => start + way)).slice(0, mostWritings),
    [''],
  )

/** One writing for all that mean the same, to compare by. */
export const wordToCompare = (word: string): string => writingsOf(word).toSorted().at(0) ?? word

const wordsFrom = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .trim()
      .split(/\s+/)
      .flatMap((word) => [word, ...writingsOf(word)]),
  )

/** What a street is called beside its name. */
const streetTypes = wordsFrom(
  'road street avenue lane close court drive crescent place square terrace gardens grove park hill mount view walk way row parade villas mews rise ' +
    'green bridge quay wharf boulevard broadway esplanade estate circus circle crossing yard end gate',
)

/** What a building or service is called, and no name by itself, nor together: "family home", "primary school". */
const generic = wordsFrom(
  'house home flat flats room block floor building buildings school primary secondary ' +
    'junior infant infants academy college nursery preschool playgroup centre hospital surgery clinic practice medical health refuge hostel shelter service services team ' +
    'base office hub family families children childrens women womens community care unit ward hotel address place accommodation high grammar day pre the ' +
    'of and a an for at in s project safe society aid doctor doctors gp dentist pharmacy library trust',
)

const buildings = wordsFrom(
  'cottage cottages farm tower mansions heights lodge manor hall grange church',
)

export const isStreetType = (word: string): boolean => streetTypes.has(word)
export const isGeneric = (word: string): boolean => generic.has(word)
/** Whether the word tells the sort of a place beside its name. */
export const isPlaceType = (word: string): boolean => generic.has(word) || buildings.has(word)
