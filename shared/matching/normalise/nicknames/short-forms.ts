import { groupsIn } from './groups-in.ts'

/** English. */
const english = `
  adrian ade adie, adriana adrienne ade, aloysius alo lou, ambrose amby, angus gus angie, annabel annabelle bella
  belle, anastasia stacey stacy ana annie tasia nastya, antoinette toni nettie, araminta minty minta, augusta
  gussie, belinda bel lindy, benedict ben benny, bertram bert, bethany beth, camilla milla cam milly, candice candy,
  carl karl, cassandra cass cassie sandra, cedric ced, chantelle shan chan tel, charlene charlie shar, christabel
  bel chris, clarence clarrie, claudia claud claudie, clement clem, cuthbert bert, cyril cy, darren daz dazza,
  dennis denis den denny, denise denny den, desmond des dessie, dolores lola lolita dolly lol, duncan dunc, ebenezer
  eb ben, edgar ed eddie, edith edie, edwin ed eddie win, edwina winnie eddie, elaine lainey lanie, eloise ellie
  lois, elvira ellie elvie, emmeline emmie em emily, erica erika rikki ricky, eric erik rick ricky, ernestine ernie
  tina, eunice eunie, ferdinand ferdie, fergus ferg, fiona fi fee ffion, francine fran frankie, fraser frase, gaynor
  gay, geraldine gerry deena geri, gertrude gertie trudy, gilbert gil bert, gladys glad, gloria glo, godfrey goff,
  hayley hailey haley hayleigh hayly hailie, hector heck, hilary hil, horace horry, hubert bert hugh, humphrey
  humph, ingrid inga, irving irv, ivor ive, jasmine jas jazz jaz minnie, jeremy jez jem jerry jed, jeanette jean jan
  netty, jordan jord jordy, julian jules jude, juliana jules julie, justin just jus, justine jus tina, kathleen kath
  kathy kay kit kitty katie cathleen kat, katrina kat trina katie, keith kei, kirsten kirsty kirstie kris, lavinia
  vinnie, leanne lee anne, leopold leo, leroy lee roy, lionel leo, lorraine lorrie raine lol, lucas luke, lydia
  lyddie, marcia marcie, marcus marc mark, mark marc, marguerite daisy rita margo margaret maggie greta, marigold
  goldie, marilyn maz lyn mari, marina rina, marion maz, marlene marl lena, marmaduke duke, mercedes mercy merche
  sadie, meredith merry, mervyn merv, mitchell mitch, mortimer mort, muriel mu, myfanwy myf miffy, myles miles,
  napoleon nap leon, natasha tasha nat tash, nathaniel nat nate nathan, neville nev, noah noe, norman norm, octavia
  tavy, olive ollie liv, oswald oz ozzie, percival percy val, perpetua pet, petronella nell petra, priscilla cilla
  pris, prudence pru prue, quentin quinn, randolph randy dolph, reuben rube ben, rhonda ron, roland roly rollo,
  rosamund ros rose, rosanna rose anna rosie, rowena ro, rudolph rudy rolf, sabrina bri, selina lina sel, shannon
  shan, sharon shaz shaza shari, sheila shell sheelagh, sidney sid sydney, silvester sly, spencer spence, stella
  stell, tamara tam tammy tamsin tara, thelma thel, thomasina tamsin tamzin thomasin tammy, tiffany tiff, trevor
  trev, tristan tris tristram, tyrone ty, ursula ursa ula, vernon vern, wallace wally, wendy wen, wesley wes,
  winston win winnie, yolanda yoli lana landa, philomena phil mena, miranda randa mandy, wilhelmina mina billie
  willa, valentina vali tina, gwendolen gwen wendy gwenda, horatio rache, ignatia iggy, lucretia lucy, seraphina
  sera fina, rosabel rosa bel, gregory gregor grig grigory, alma ally, kingsley king, lennox len, emerson em, delroy
  del roy, errol err, fitzgerald fitz, hermione mione, primrose rosie prim, verity vee, virgil virge, zachariah zac
  zach zak, zebedee zeb
`

/** Irish, Scottish, Welsh. */
const celtic = `
  aengus angus oengus, aisling ashling ash ashlin, alasdair alastair alistair ally al, alphonsus fonsie, brendan
  bren breandan, bronagh bron bronach, caitlin cait kaitlyn katelyn caitlyn, caoimhin kevin, cathal charlie charles,
  catriona trina triona, concepta connie, cormac mac charles, cristin crystal, dearbhla dervla, deirdre didi dee,
  dermot diarmuid diarmaid derm, dilys dil, donal donald daniel, dympna dymphna, emer eimear eimhear, emrys ambrose,
  eluned lyn, ffion fi fee, fionn finn fin, fionnuala nuala fionn, gearoid gerard gerald, gethin geth, gruffydd
  gruff griff griffith guto, gwilym gwil will, gwyneth gwen gwyn gwynne, gwynfor gwyn, ishbel isobel, iorwerth iolo
  iori, kirsteen kirsty, lachlan lachie, liam willie, llewelyn llew lyn, mairead maighread peig, malachy mal,
  micheal mick, morag sarah, morwenna wenna, muireann moreen mo, murdo murdoch murdy, oisin osheen, padraig paddy
  pat paudie, ruaraidh rory roddy, sheena jean sine, sorcha sarah, torquil torq, una winnie agnes, ailsa elsa,
  eilidh ailie ellie hayley, llewellyn llew lyn, myrddin merlin, siobhan shiv shiva shivs, angharad ang angie, morag
  mo, sioned shoned janet, tegwen teg, mairwen mair, meredudd meredith, nuala nu, sile sheila julia, cliodhna clio,
  blathnaid florence, gobnait abbey, ruairi rory, niall nial, eimear emer eve, proinsias frank francis, seosamh joe,
  seoirse george, liam uilliam
`

/** Polish, Czech, Slovak, Ukrainian, Russian. */
const slavic = `
  agnieszka agusia aga, alicja ala, anastasia nastya asya stasia, anatoly tolya tolik, anna anya anka ania andzia
  nyusha, arkadiusz arek, bartlomiej bartek bart, bartosz bartek bart, boguslaw bogdan bogus, bohdan bogdan,
  boleslaw bolek, borys boris borya, bronislaw bronek, czeslaw czesiek, dariusz darek, dmitry dima mitya, dominik
  domek, edward edek, eugeniusz genek eugene, franciszek franek francis frank, galina halina halyna galya halya,
  genowefa genia, halina hala halinka, henryk heniek henry, iwona iwonka yvonne, jadwiga jadzia jaga hedwig, jan
  janek jasiu, jaroslaw jarek, jolanta jola yolanda, justyna justyna justina justine, kacper kasper jasper,
  kazimierz kazik kaz casimir, leszek lech lesiu, larisa larysa lara, leonid lyonya lenya, ludmila lyudmila lyuda
  mila lucja luda ludmyla, lubov lyubov luba lyuba liubov, maksym maxim maks max, maria marysia mania masha marika
  marusia, mariusz mario maniek, marzena marzenka, mieczyslaw mietek, nadezhda nadiya nadia nadya, oleksandr sasha
  olek sanya sashko shura alex, aleksandr sasha sanya shura, oleksandra sasha lesya olesya, pavel pasha pavlo pavlik
  paul, przemyslaw przemek, radoslaw radek, roman romek, ryszard rysiek richard, slawomir slawek, stanislawa stasia
  stanka, tadeusz tadek tad thaddeus, urszula ula ursula, vasyl vasya basil, viktoriya vika vita, victoria vika,
  valentina valya tina, vyacheslav slava viacheslav, waldemar waldek, weronika wera veronica nika, wiktoria wika
  victoria, wladyslaw wladek vladislav, yaroslav slava yarik, yelyzaveta liza yelizaveta elizaveta elizabeth,
  yevgeny zhenya yevhen evgeny eugene, yevgenia zhenya yevheniia evgenia eugenia, yuri yura yuriy iurii george,
  zdzislaw zdzisiek, jaroslav jarda, jiri jirka george, frantisek franta francis, jozef jozko joseph, katarina katka
  catherine, pavol palo paul, zuzana zuzka susan, danuta danka, hryhoriy hryhorii grigory grigoriy grisha, bozena
  bozenka, teresa tereska renia, grazyna grazka, malwina mala, oleg oleh olezhka, ihor igor, ruslan rus, ruslana
  lana, lyubov love, nataliya natasha nata, polina polya, ksenia ksyusha oksana, margarita rita margo, valeriy
  valera, vitaliy vitalik, gennady gena, innokenty kesha, konstantin kostya, lev leo lyova, yakov yasha jacob,
  zinaida zina
`

/** Romanian, Hungarian, Baltic, Greek. */
const eastern = `
  alexandru alex sandu, constantin costel costica dinu titi, dumitru mitica dima, elena lenuta leni nuti, emanuel
  manu emi, florentina flori tina, gheorghe gigi gica ghita george, ileana lenuta nuta, ioan ionel ionut nelu john,
  ion ionel ionut nelu, ioana oana joanna, mihai misu mihaita, nicolae nicu nelu niculae, petru petrica peter,
  stefan fane fanica, vasile vasilica sile, valentin vali, andras bandi andrew, erzsebet erzsi bozsi zsoka
  elizabeth, ferenc feri francis, gyorgy gyuri george, ilona ili ilonka helen, istvan pista pisti stephen, janos
  jani jancsi john, jozsef joska jozsi joseph, katalin kati kata catherine, margit manci margaret, mihaly misi
  michael, miklos miki nicholas, sandor sanyi alexander, terez teri teresa, tamas tomi thomas, zoltan zoli, antanas
  anthony, jonas john, jurgis george, petras peter, povilas paulius paul, janis john, athanasios thanasis thanos
  sakis, anastasios tasos, charalambos haralambos babis harry lambros, dimitrios dimitris mitsos jim jimmy,
  evangelos vangelis angelos, georgios giorgos george, ioannis yiannis john, konstantinos kostas dinos costas
  constantine, michail michalis mike, nikolaos nikos nick, panagiotis panos takis peter, spyridon spyros spiros,
  vasileios vasilis bill, aikaterini katerina kat, eleni elena helen lena nitsa, despina debbie dessie, constantin
  costi, evangelia litsa eva vangelio, garyfallia lia, theodoros theo, emmanouil manolis, pelagia litsa, grigore
  grig, mircea mirciu, cristina cris tina, alexandra sanda, gabriella gabi, arpad arpi, attila ati, gabor gabi,
  jolan joli, lajos lali louis, rozalia rozi, szilvia szilvi, vytautas vytas, kestutis kestas, algirdas algis,
  gediminas gedas, zygimantas zygis
`

/** Spanish, Portuguese, Italian. */
const southern = `
  alberto beto tito, alejandro alex ale jandro sandro, alfonso poncho fonso, antonio tono toni antony anthony,
  beatriz bea betty, carlos charlie carlitos, concepcion concha conchita, consuelo chelo, cristobal cristo
  christopher, dolores loli lolita, eduardo edu lalo, enrique quique kike henry, ernesto neto, federico fede fred,
  fernando nando fer, francisca paca paquita fran cisca, francisco paco pancho curro fran frank chico francis,
  gabriel gabo, gregorio goyo, guadalupe lupe lupita, guillermo memo guille william, ignacio nacho, isabel isa
  chabela, jesus chus chuy, joaquin quino, jorge coque george, jose pepe chepe joseph, josefa pepa pepita fina, juan
  juanito john, juana juanita, luis lucho lewis louis, manuel manolo manu lolo, maria maruja marica, mercedes merche
  meche, miguel mike micky michael, montserrat montse, pedro perico peter, pilar pili, rafael rafa, ricardo richi
  richard, roberto beto tito robert, rosario charo, salvador salva chava, santiago santi yago chago, sergio checho,
  teresa tere maite, vicente chente, ximena jimena, antonio toninho, joao joaozinho john, jose ze zeca, francisco
  chico xico, fernanda nanda, gonzalo goncalo, luiz lula, eduardo dudu, margarida guida, giuseppe beppe pino peppe
  joseph, giovanni gianni john, francesco franco ciccio francis, francesca franca fran, salvatore toto salvo, luigi
  gigi gino, vincenzo enzo, lorenzo enzo renzo, domenico mimmo, alessandro sandro ale alex, alessandra sandra ale
`

/** Nigerian, Ghanaian, Gambian, East and southern African. */
const african = `
  abimbola bimbola bola, abiodun biodun, adebayo bayo ade, adeola deola ola, adewale wale ade, adeyemi yemi,
  babajide jide, babatunde tunde baba, chiamaka amaka chichi, chidiebere ebere chidi, chidinma dinma chichi, chidera
  dera, chinedu nedu edu, chinwe chichi, chinyere chichi, chukwudi chudi, chukwuma chuma, chioma chichi, ebunoluwa
  ebun, ekundayo dayo, folasade folashade sade, ifeanyi ify ifi, ifeoma ify oma, ifunanya ify, ikechukwu ike iyke,
  ikenna ike, kelechi kele kc, kehinde kenny ken, mojisola moji, morenike nike, ngozi ngo, nkechi nkechinyere kechi,
  obiageli oby, obinna obi, okechukwu okey, olabisi bisi, oladele dele, olamide lamide ola, olanrewaju lanre,
  olayinka yinka, olufemi femi, oluwafemi femi, olufunmilayo funmilayo funmi, olufunke funke, olumide mide,
  oluwadamilola damilola dami, oluwakemi kemi, oluwatosin tosin, oluwatoyin toyin, oluwaseyi seyi, oluwole wole,
  omotola tola, onyekachi kachi onyeka, onyinyechi onyinye, opeyemi ope yemi, simisola simi sola, taiwo taye,
  titilayo titi layo, temitayo tayo temi, uchenna uche, ugochukwu ugo, yetunde yeti tunde, abena abenaa araba,
  akosua esi, akua ekua, kofi kofie yoofi, kwabena kobina kobby ebo, kwaku kweku, kwame kwamena kwamina ato, kwasi
  akwasi kwesi, emmanuel nuel manu, mamadou modou, ebrima ebou ibrahima, fatoumata fatou fatu, isatou aisha,
  tafadzwa tafi, tatenda tate, sibongile bongi, thandiwe thandi, wanjiru ciru, mwangi mwas, kofi fiifi yoofi, nnamdi
  namdi, oghenekevwe kevwe, osaretin osas, osagie osas, efosa efe, aigbe ehi, ehinomen ehi, aminata mina ami,
  mariama mama, amadou ahmadou, abdoulaye ablaye, ousmane ous, souleymane solo, nomvula vula, nokuthula thula,
  siphesihle sihle, nkosinathi nathi, makanaka makana
`

/** Somali, Ethiopian and Eritrean. */
const horn = `
  abdirahman abdi, abdullahi abdi, mohamed maxamed, mohamud maxamuud, ahmed axmed, hassan xasan, hussein xuseen,
  daniel dani, tewodros teddy theodore, yohannes john yoni, yonatan yoni jonathan, giorgis george, mikael mike
  michael, petros peter, selamawit selam, mohamed moha, abdiaziz abdi, abdikadir abdi, abdifatah fatah, hamdi hamda,
  faduma fay, khadra khadro, mahamed moha
`

/** Turkish, Kurdish, Persian, Afghan. */
const westAsian = `
  mehmet memo memet, mustafa musti, ibrahim ibo, huseyin huso, hasan haso, suleyman sulo, ramazan ramo, fatma fatos
  fadime, ayse ayshe aysegul, zeynep zeyno, abdullah apo, azad azo, dilan dilo, mohammad mamad mamal, fatemeh fati,
  zahra zari, niloufar nilou niloofar, zabihullah zabi zabiullah, najibullah najib, rahmatullah rahmat, hamidullah
  hamid, ahmadullah ahmad, niloofar nilo, parisa pari, bahareh bahar, mohammad mamali, hossein hosi, esmaeil esi,
  masoumeh masi, soheila sohi, gulistan gule, serhat sero, mahmut mamo, emine emos, hatice hatce
`

/** South Asian. */
const southAsian = `
  aishwarya aish, amarjit amar, gurpreet gurps preet, sukhdeep sukhi sukh deep, sukhpreet sukhi sukh, harpreet harps
  harry preet, kuldeep deep kully, lakhwinder lucky, sukhjinder sukhi, amandeep aman, mohinder mindy, balvinder bal
  bally, kulvinder kully, sangita sangeeta gita, rameshwar ramesh, krishnamurthy krishna, nagarajah naga,
  thirunavukkarasu thiru, meenakshi meena, parvathy paru, amritpal amrit, balraj raj, bhupinder bhupi, gagandeep
  gagan, gurcharan guri charan, gurvinder guri gurv, harbhajan bhajan, harjit harj, harvinder harv, inderjit inder,
  jagjit jag, jasbir jas, jaswant jas, jatinder jat, kamaljit kamal, karamjit karam, kulwinder kul, lakhvir lakhi,
  mandeep mandy mandi, maninder mani, mohinder mohi, narinder nindi, navdeep nav, paramjit pam param, parmjit pam,
  ravinder ravi, rupinder rupi, sarbjit sarb, satinder sati, satnam sat, simranjit simran, surinder sindi suri,
  tejinder tej, venkatesh venkat, srinivasan srini vasan, subramaniam subra mani, balasubramaniam bala subramaniam,
  sivakumar siva, mahalakshmi lakshmi maha, dhananjay jay, jignesh jig, siddharth sid, aminul amin, saiful saif,
  shamsul shams, shamsun shamsunnahar, mizanur mizan, mahbubur mahbub, habibur habib, hafizur hafiz, khalilur
  khalil, ataur ata, ziaur zia, abdurrahim rahim, anwar anwarul, rafiqul rafiq, shafiqul shafiq, nazrul nazru,
  zulfiqar zulfi, zeeshan shan, faisal fez, mohsin mo, moazzam mo, mustafa mus, mudassar muda, shahzad shaz shazad,
  shabir shab
`

/**
 * Short and pet forms by which people of Britain's many families are known, the fullest first; and names that are one in
 * two languages. Beside the lists of England, of the Celtic languages and of children.
 */
export const shortForms: readonly string[] = [
  english,
  celtic,
  slavic,
  eastern,
  southern,
  african,
  horn,
  westAsian,
  southAsian,
].flatMap(groupsIn)
