export const pairsOf = (text: string): readonly (readonly [string, string])[] =>
  text.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)])

// Each entry is one letter followed by what stands for it; letters that NFKD takes apart need no entry.
const latin = 'ßss æae œoe øo łl đd ðd þth ħh ıi ŋn ĸk əa ƙk ɗd ɓb ƴy ɛe ɔo ɖd ƒf ɣg ʋv ŧt'
const cyrillic =
  'аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya ' +
  'єye іi ґg ђdj јj љlj њnj ћc џdz ўu қk ғg ңn өo ұu үu һh әa ѓg ќk ѕdz ҷj ҳh ӣi ӯu ӏ ҡk ҙz ҫs'
const greek = 'αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo'
// Consonant skeletons: short vowels are not written. The nickname groups hold the skeletons of the commonest names.
const arabic =
  'اa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz عa غgh فf قq كk لl مm نn هh وw يy ىa ةh ء ـ ' +
  'پp چch ژzh گg کk یy ےy ہh ھh ٹt ڈd ڑr ںn ﷲallah ٱa ۃh ټt ډd ړr ښsh ږzh ګg ڼn څts ځdz ېe ۍy ێe ۆo ڕr ڵl ەe ڤv ' +
  'ۇu ۋw ڭng'
const digits =
  '٠0 ١1 ٢2 ٣3 ٤4 ٥5 ٦6 ٧7 ٨8 ٩9 ۰0 ۱1 ۲2 ۳3 ۴4 ۵5 ۶6 ۷7 ۸8 ۹9 ०0 १1 २2 ३3 ४4 ५5 ६6 ७7 ८8 ९9 ' +
  '০0 ১1 ২2 ৩3 ৪4 ৫5 ৬6 ৭7 ৮8 ৯9'

/** Latin letters for letters that decomposition leaves alone. Rough on purpose: both sides pass through the same table. */
export const transliteration: ReadonlyMap<string, string> = new Map(
  [latin, cyrillic, greek, arabic, digits].flatMap(pairsOf),
)
