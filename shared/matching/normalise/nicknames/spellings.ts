import { groupsIn } from './groups-in.ts'

/**
 * Spellings of one given name, that of most British records first: names brought into Latin letters in several ways, and
 * English ones that are spelt in several. The last forms of Arabic groups are consonant skeletons, as Arabic script gives
 * them. No short forms, and no names that are another's in another language.
 */
export const spellings: readonly string[] = groupsIn(`
  mohammed muhammad mohammad mohamed muhammed mohamad mohd muhd mhd md muhamed mohamud mehmet mohammod mahomed
  mahomet muhamad muhamet mouhamed mouhammed mohamet mohemmed muhammet mahamed mahamud muhammadu mamadou mamadu
  mahamadou mohamadou momodou modou mouhamadou magomed mahammad mukhamed mukhammad mukhammed moukhamed muhamadu
  mohammud mhmd mhmt, mahmoud mahmud mahmood mehmood mahmut mahmoot mhmwd, ahmed ahmad ahmet achmed ahmd ahamed
  akhmed ahmadou amadou akhmad ehmed, ali aly alee, hussain hussein husain hossain hussayn hossein husayn hussien
  huseyin husein hosein hoseyn housseini husen huseen hsyn, hassan hasan hasaan hassaan hasen hacen hsn, abdullah
  abdulla abdallah abdellah abdalla abdullahi abdoulaye abdulle abdulahi abdollah abdala bdallh, abdul abdel abdool
  abdal abdoul abdol, abdi abdy, rahman rehman rahmaan rakhman raman rhmn, rahim raheem rahiim rhym, karim kareem
  kerim krym, aziz azeez azees azyz, qadir kadir qader kader qaadir kadiir, rashid rasheed rachid reshid rshyd,
  yusuf yousef yousuf yusef youssef yousaf yasaf yussuf yosef youssouf yusif yuusuf yousif ywsf, ibrahim ebrahim
  ibraheem ibrahima ibrahem brahim ibrohim ibraahim abrahym, ismail ismael esmail ismaeel ismaaciil esmaeil ismayil
  asmaayl, omar umar umer omer oumar umair omr amr, osman usman uthman othman ousman ousmane athman ottman osmaan,
  khalid khaled kalid khaalid xalid khald, tariq tarek tarik tareq taariq tarq, bilal belal bilaal bylal, hamza
  hamzah hamzeh hamse hmzh, mustafa mustapha moustafa mostafa mustafe moustapha mustafah mstfa, iqbal eqbal ikbal,
  imran emran amran umran, usama osama oussama ousama, jamal gamal jamaal djamal cemal jemal, saeed saied sayeed
  saeid saed saiid, said sayid saiid, sayed sayyid syed saiyed syeed sayyed, suleiman sulaiman suleyman sulayman
  soliman suliman suleman soleiman sulieman suleimaan, solomon soloman, zain zayn zane zein zeyn, zaheer zahir
  zaheir, nasir naser nasser naseer nassir, aamir amir ameer aamer emir, asif aasif, faisal faysal feisal feysal
  faysel, farooq faruk faruq farouk farook farouq, haroon harun haroun, dawood daud dawud daoud davud davood, yunus
  younis younus yunis yonis yonus, ayub ayoub ayyub, yaqub yaqoob yakub yacoub yaqoub yakoob, ilyas elyas ilias
  eliyas, idris idrees edris idriss, isa essa eesa issa isse, musa moosa moussa muse mousa, adam aadam adem, aden
  aadan adan, nuh nooh nouh, salah saleh salih saalih, salim saleem selim saalim, salman selman salmaan, hamid
  hameed hamiid, majid majeed maajid, rafiq rafique rafeeq rafik rofiq rofique, shafiq shafique shafeeq shofiq
  shafik, tawfiq taufiq tofik tawfeeq toufik taoufik, sadiq sadique siddiq siddique sadik sadeeq, farid fareed
  ferid, walid waleed oualid, wahid waheed, nabil nabeel, jamil jameel cemil, khalil khaleel halil, latif lateef,
  munir muneer mounir, bashir basheer bachir beshir, habib habeeb, aqib aaqib akib, kashif kaashif, qasim qasem
  kasim kassim qassim ghasem kassem qaasim qasym, sohail suhail suhayl sohayl, shahid shaheed, sajid saajid, javed
  javid jawed jawaid javaid cavit, nadeem nadim nedim, naeem naim nayeem, nazir nazeer, naveed navid nawid, rizwan
  ridwan rezwan ridvan rizwaan, ramadan ramazan ramzan ramadhan, rajab recep rajib, shaban chaban shaaban saban,
  younes yunes, zakariya zakaria zakariyya zekeriya zakariye sakariye, yahya yehia yahia yehya, hashim hashem
  haashim hachem, muhsin mohsin mohsen muhsen, mehdi mahdi, murad murat mourad, uddin udin, fatima fatimah fatema
  fatma fathima fatimata fatou fatoumata fatemeh fadumo faduma fatuma fatime fadma fatouma fathimah fatimeh fadime
  fatmh, aisha ayesha aysha aishah aicha ayisha aaisha ayse aisa asha aesha aysheh aicha aissata aishat ayisat
  aayshh, khadija khadijah khadeeja hadiza kadija khadijeh hatice khatija kadidja khadeejah khadidja kadiatou
  khadyjh, maryam mariam mariyam miriam meryem maryum marium mariama maryama meriem maryan mariyah mrym, zainab
  zaynab zeinab zeynep zaineb zenab zainabu saynab zeynab zynb, amina aminah aamina ameena amna amine emine aminata,
  halima haleema halimah halimo alima halimatou, hafsa hafsah hafza hafsat, safia safiya safiyyah safiyah sofiya
  safiyya safiye saffiya, sumaya sumayyah somaya sumaiya soumaya sumeya sumayya, ruqayyah ruqaya ruqiya rukaya
  roqaya rokeya ruqayya rukiye, noor nur noura nour nuur nwr, layla leila laila leyla lyla lejla lylh, yasmin
  yasmeen jasmine jasmin yasemin yasmine yasamin jasmeen yassmin, samira sameera samirah semira, samina sameena,
  shazia shaziya shazya, saima saimah sayma, sadia sadiya saadia sadiyah sadya, nadia nadiya naadia nadya nadja,
  nazia naziya, rabia rabiya rabeya rabiah, farah farrah, faria fariya fariha, nasreen nasrin nazreen nesrin
  nasrine, parveen parvin perveen parvyn perwin, rehana rihana rayhana reyhana rihanna, rahima raheema rohima,
  karima kareema, salma selma salmah, sana sanaa, sara sarah sarra saarah, hana hanna hannah hanaa hanah, huda hoda
  houda, iman eman emaan imaan, zahra zahrah zehra sahra zohra zahraa, naima naeema nacima, hawa hava hawwa, khatun
  khatoon hatun, begum begam bagum, harpreet harprit, gurpreet gurprit, jaspreet jasprit, manpreet manprit, sandeep
  sandip, mandeep mandip, hardeep hardip, gurdeep gurdip, kuldeep kuldip, pradeep pradip, sudeep sudip, jagdeep
  jagdip, ranjit ranjeet, surjit surjeet, baljit baljeet, harjit harjeet, manjit manjeet, daljit daljeet, kuljit
  kuljeet, inderjit inderjeet, sanjiv sanjeev, rajiv rajeev, sunita suneeta, anita aneeta, geeta gita geetha, neeta
  nita neetha, seema sima, meena mina, reena rina, pooja puja, jyoti joti jyothi, preeti priti preethi, vijay vijai
  bijoy, lakshmi laxmi luxmi lakshmy, arjun arjan arjon, ravinder ravinda rabinder, balwinder balvinder balwindar,
  sukhwinder sukhvinder, siva shiva, suresh sooresh, li lee, zhang chang, siobhan shevaun shivaun chevonne shavon
  shiobhan shivaune chivonne, sinead shinade shinead, niamh neve neeve nieve neave, aoife eefa, caoimhe keeva kiva
  queeva, saoirse seersha sersha, ciara keira kiera kira keara, ciaran kieran kieron keiran kieren keiron, eoin owen
  eoghan, euan ewan ewen euen, iain ian ean, sean shaun shawn shane, conor connor conner, roisin rosheen, grainne
  granya grania, aine anya aunya, meabh maeve maebh mave, catriona katrina catrina caitriona, ann anne, ana anna,
  jon john, alan allan allen, alison allison alyson, claire clare clair, catherine katherine kathryn catharine
  cathryn katharine katheryn, christine kristine, christina kristina, christopher kristopher kristofer, elizabeth
  elisabeth, eleanor elinor eleanore, geoffrey jeffrey jeffery geoffery, gerard gerrard jerard, graham graeme
  grahame, isabel isobel isabelle izabel, isabella izabella isobella, janine jeanine, jill gill, gillian jillian,
  jodie jody jodi, kerry kerri kerrie, laura lora, leah lea lia, lawrence laurence, leigh lee, leslie lesley, lynn
  lynne lyn linn, madeleine madeline madelaine, megan meghan meagan, michael micheal mikael, michelle michele, neil
  neal niall nial neale, nicolas nicholas nickolas nikolas, rachel rachael racheal, rebecca rebekah rebeca, sheryl
  cheryl sherryl, sophie sophy sofie, sofia sophia zofia, stephen steven stephan, stuart stewart, susanna susannah
  suzanna, teresa theresa, tracey tracy tracie, vivian vivien vivienne, zoe zoey zoie, yvonne evonne, jayden jaden
  jaiden, kayden caden kaden caiden, aidan aiden ayden, aleksandr oleksandr alexander aleksander alexandr aliaksandr
  oleksander, aleksandra oleksandra alexandra, yevgeny evgeny yevhen evgeni yevheniy evgeniy yevgeniy evgenii
  yevgenii, yekaterina ekaterina kateryna katerina ecaterina, mikhail mihail mykhailo mykhaylo, nikolai mykola
  nikolay nikolaj mikola, dmitri dmitry dmytro dimitri dmitriy dmitrii, sergei sergey serhiy serhii sergii sergiy,
  aleksei alexei alexey oleksiy oleksii aleksey alexej aleksiej, andrei andriy andrey andrii andrej andriej,
  vladimir volodymyr wladimir uladzimir, elena yelena olena alena, irina iryna, yulia julia iuliia yuliya yuliia
  julija, tatiana tatyana tetiana tatjana, natalia nataliya natalya nataliia natalja, svetlana svitlana sviatlana,
  oksana aksana, maria mariya mariia marija, anastasia anastasiya anastasiia, viktor victor, viktoria victoria
  viktoriya viktoriia wiktoria, georgios giorgos yiorgos yorgos, ioannis yiannis giannis yannis, eleni elleni
`)
