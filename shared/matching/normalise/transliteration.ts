const pairsOf = (text: string): readonly (readonly [string, string])[] =>
  text.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)])

// Each entry is one letter followed by what stands for it; letters that NFKD takes apart need no entry.
const latin = 'ßss æae œoe øo łl đd ðd þth ħh ıi ŋn ĸk əa'
const cyrillic =
  'аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya ' +
  'єye іi ґg ђdj јj љlj њnj ћc џdz ўu қk ғg ңn өo ұu үu һh әa'
const greek = 'αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo'
// Consonant skeletons: short vowels are not written. The nickname groups hold the skeletons of the commonest names.
const arabic =
  'اa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz عa غgh فf قq كk لl مm نn هh وw يy ىa ةh ء ـ ' +
  'پp چch ژzh گg کk یy ےy ہh ھh ٹt ڈd ڑr ںn ﷲallah'

/** Latin letters for letters that decomposition leaves alone. Rough on purpose: both sides pass through the same table. */
export const transliteration: ReadonlyMap<string, string> = new Map(
  [latin, cyrillic, greek, arabic].flatMap(pairsOf),
)
