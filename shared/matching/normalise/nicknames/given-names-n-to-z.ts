/** Given names in use in Britain today, of all its cultures, folded, from N to Z. Spellings and short forms stand in the groups beside. */
export const givenNamesNToZ = `
  naa nabeel nabil nabila nadeem nadezhda nadia nadine nadiya naeem nafees naheed nahom naila naim naima naina
  naji najib najibullah najma nakato nalubega nam namita nana nancy nandi nandini nandor nansi naoko naomi
  narcisa naren naresh nargis narinder naseem naser nasha nasim nasima nasir nasra nasreen nasrin nasteho
  natalia natalie nataliia natalka natasha nathan nathaniel navdeep naveed navid navjot navneet navya nawal
  nawaz nazan nazar nazdar nazia nazir nazli nazma nazrul ndidi necla neel neema neeraj neeta negar negasi negin
  neha neil nellie nelu nerijus neringa nermin nerys neslihan nesrin nesta nettie nevaeh neveah neville newroz
  nga nghia ngoc ngozi nguyen nhung nia niall niamh nicholas nicola nicolae nicolas nicole nicoleta nicusor nida
  nidhi nigel nighat nihal niharika nihat nii nijole nikhil nikita nikodem nikola nikolaos nikolay nikos nil
  nilay nilesh nilgun niloufar nilufa nilufer nima nimo nina nirmal nirmala nisha nita nitin nitu njeri nkechi
  nkiru nnamdi nneka nnenna noah noel noelia noemi noman nomsa non nonso noor nooshin nora norbert noreen norma
  norman normunds nosa nosheen nouman nour nuala nuh numan nuno nur nuray nurcan nuria nurten nurul nusrat
  nyasha oakley oana oanh obi obinna obioma octavian odeta odette ogechi oguz ohidur oisin okan okechukwu oksana
  ola oladele olaf olamide olanrewaju olayinka oleg oleh oleksandr oleksandra oleksiy olena olga olha olimpia
  olive oliver olivia oliwia oliwier ollie olu oluchi olufemi olufunke olufunmilayo olumide oluwadamilola
  oluwafemi oluwaseun oluwaseyi oluwatoyin olwen om omar omari omer omid omolara omotola ona onkar onur onyeka
  onyinye oonagh opeyemi ophelia orest orhan orla orsolya osagie osaze oscar osian oskar oskars osman ostap
  oswald otieno otis otto ousmane ovidiu owain owen oyin ozan ozge ozgur ozlem paa pablo padma padraig paige
  paisley palesa pallavi palwasha pamela panagiota panagiotis pankaj panna paola paolo parag paramjit paraskevi
  paresh pari parisa parminder parmjit parsa parth parul parvaneh parvati parveen parvin parviz pascal patience
  patrice patricia patrick patrycja patryk paul paula paulette paulina pauline paulius paulo pavel pavlo pavlos
  pavol pawel payal payam pearl pedram pedro pegah peggy penelope peng percy perry pervez peshawa petar peter
  peteris petra petras petre petrit petro petronela petros petru petula petya peyman phil philip philippa
  philomena phoebe phong phuc phuong phyllis pilar pinar ping piotr piroska pola polat polina polly poly pooja
  poonam poppy pouya povilas prabhjot prakash pramod pranav pratik praveen pravin precious preetam preeti
  primrose prince princess priscila priscilla pritam priti priya prudence przemyslaw puja purnima pushpa qadir
  qaiser qali qamar qasim qendrim qiang quan quang queenie quentin quynh rabeya rabia rachel rachna radek radha
  radhika radka radoslaw rafael rafaela rafal rafi rafia rafiq rafiqul raghav raghu rahat raheela raheem rahel
  rahela rahim rahima rahma rahman rahmatullah raho rahul raimondas raimonds raisa raivis raja rajani rajbir
  rajdeep rajeev rajesh rajinder rajiv rajni rajpal rajvinder rajwinder rakesh rakhi ralph raluca ram raman
  ramandeep ramazan ramchandra rameez ramesh rami ramin raminder ramiz ramon ramona ramsha ramunas ramune rana
  ranbir randolph rani rania ranjana ranjit ranjodh raquel rares rasa rasha rashaan rashed rashid rashida rashmi
  rasoul rastislav rasul rauf raul ravi ravinder ravindra ray raya rayan raymond rayyan raza razaq razia razvan
  rebecca rebin recep reece reena reggie regina reginald rehan rehana rehema rehman reka rekha remi remigiusz
  remus renata renee renuka reshma reuben rex reyansh reynaldo reza rezaul rhian rhiannon rhianwen rhoda rhona
  rhonda rhys ria rian riaz ricardo riccardo richard rida ridvan rifat riley rimantas rimsha rina rishi rita
  ritesh ritu riya rizgar rizwan robel robert roberta robertas roberto roberts robin robina roble robyn rocio
  roda rodel roderick rodica rodney rodrigo rofiqul roger rohan rohini rohit roisin rojan rojda rojin rokas
  rokeya rokhsana roksana roland rolandas roma roman romeo rommel ron ronald ronan ronnie roopa rory rosa
  rosalie rosalind rosanna rosario rose roseanne rosemary roshni rosie ross rostam rostyslav rotimi rowan rowena
  roxana roxanne roy roya roza rozalia rozerin ruaridh rubel ruben rubina ruby rudo rudolph rudra rufus ruhul
  rui rukhsana rukhsar ruksana ruma rumana runa rupa rupal rupert rupinder ruqayyah ruqiya ruslan ruslana
  russell ruta rutendo ruth ruvimbo ryan ryszard saad saanvi saba sabbir sabina sabir sabri sabrina sacdiya
  sachin sadaf sade sadhbh sadia sadik sadiq saeed safa safdar safia safiya safwan sagal sahar sahib sahil sahra
  sahro said saiful saima saira sajeda sajib sajid sajida sajjad sakariye sakura salad salah saleem salim salina
  sally salma salman salvador salvatore saman samaneh samantha sami samia samiha samina samir samira samrawit
  samuel sana sanaz sanda sandeep sandor sandra sandu sangeeta sangita sania sanita saniya sanjay sanjeev sanjiv
  santa santiago saoirse sapna saqib saqlain sara sarabjit sarah saraswati sarbjit sarfraz sarita sarmad sarmite
  saroj sarwat satinder satish satnam satwant satwinder saulius saurabh savita savvas sayed saynab scarlett
  scott seamus sean sebastian seda sedat seema segen segun sejal selam selamawit selcuk selim selin selina selma
  selorm selvan selwyn sema semhar sena senait senga senthil seoyeon sepehr sepideh serap serban serdar seren
  serena sergio serhii serkan setareh seth seun sevda sevgi sevil sevim seweryn seyi shaan shabana shabir
  shabnam shadab shadi shafiq shafiqul shagufta shah shahana shahanara shahbaz shaheda shaheen shahid shahida
  shahin shahjahan shahla shahnaz shahram shahrokh shahrzad shahzad shahzaib shaimaa shaista shakeel shakil
  shakila shakuntala shama shamas shamim shamima shamso shamsul shamsun shan shanaz shane shanelle shanice
  shaniqua shankar shannon shanti shaquille sharif sharleen sharlene sharmila sharmin sharon shaukat shaun
  shayan shazia sheela sheena sheetal shefa shefali sheila shelina shelley sher sherko sherry sheryl shida
  shilan shilpa shirin shirley shital shiuly shiv shiva shivam shivan shoaib shoba shobha shohreh shola shona
  shreya shruti shuaib shukri shweta shyam siamak sian sibel siddharth sidney sidra sienna sigita sigitas silas
  silvia silviu simba simin simisola simon simona simone simran simranjit sina sinan sinead siobhan sioned sipho
  siraj sirajul sita siuling siva sivakumar siwan siya sizwe skaidrite skaiste skye skyla slawomir smita smriti
  sneha sobia sofia sofiia sohail soheila sohel sohrab sokol sola solomiya solomon solvita somto son sonal
  sonali songul sonia sonny sonya sophia sophie soran soraya sorin sorina soroush soyeon sozan spencer spozhmai
  spyridon spyridoula spyros srinivas stacey stacie stacy stanislav stanislaw stanislawa stanley stasys stavros
  stavroula stefan stefania stefano steffan stela stelian stelios stella stepan stephanie stephen steve steven
  stewart struan stuart stylianos suad suado subhan subramaniam sucdi sudabeh sue sufia sufyan suhail sukhbir
  sukhdeep sukhdev sukhjinder sukhjit sukhpreet sukhraj sukhwinder sulaiman sulayman sule suleyman sultan
  sultana sumaira sumaiya suman sumaya sumera sumit sumitra summer sumon sundar sunday sunhee sunil sunita
  supriya suraiya suraj surayya surbhi suresh surinder surjit suruj susan susana sushila sushma suzanne svaja
  svitlana swaran swati sydney syed syeda sylvia sylwester sylwia szabolcs szilvia szymon tabassum tabitha tadas
  tadeusz tadhg tafadzwa taha tahereh tahir tahira tahiya tahmid tahmina tai taimoor taiwo tajinder tajul
  takashi takudzwa talha tam tamara tamas tamir tammy tamsin tanaka tania tanisha tanveer tanvi tanvir tanya
  tanzeel tao tara taraneh taras tarek tareq tarik tariq tariro tarlochan tarsem tasha tasleem taslima tasneem
  tasnim tasos tatenda tatiana tatum tauseef taylor tayo tayyab tayyaba ted teddy tegan tejal tejinder tekle
  teleri temesgen temi temitope tendai teodor teodora terence teresa terez tereza terri terry tesfay tesfaye
  tess tetiana tetteh teuta thabo thais thanasis thandi thang thanh thao thea thelma themba theo theodora
  theodore theresa thi thiago thinh thomas thu thuy tia tiago tiberiu tibor tida tien tiffany tigist tilly tim
  timea timothy tina tinashe titi titilayo titus tiwa tiya tobi tobias toby tochi todd tofayel tofazzal tolga
  tolu toluwani tom toma tomas tomasz tommy tomos toni tony tonya toyin tracey tracy traian trang travis trevor
  trinity tristan tristram trixie trudy trung truong trupti tsege tsehay tuan tudor tufail tugba tuncay tunde
  turgut tuyet tyler tymofiy tymon tymoteusz tyrell tyrese tyrone ubah ubaid uche uchenna udo ufuk ugne ugo
  ugochi ugonna ugur uldis umair umar umesh umit umut una upinder urmila ursula urszula urte urvashi usama usha
  usman uzair uzma vaclav vadim vadym vahid vaibhav vaida vaishali vaiva valda valdas valdemaras valdis valentin
  valentina valentyna valeria valerie valeriu valeriy valery valon van vandana vanessa vangelis varinder varsha
  varun varvara vasco vasile vasileios vasilica vasiliki vasilis vasyl ved vedat veer velga venkat venkatesh
  vera verity vernon veronica veronika vesela vicente vicki victor victoria vidas vidya viera viesturs viet
  vihaan vija vijay vikki vikram viktor viktoras viktoria viktoriia viktorija viktoriya vilija vilius vilma
  vilmos vilnis vimala vimla vinay vince vincent vincenzo vineta vinh vinicius vinita vinnie vinod viola violet
  violeta viorel viorica vipin vira viren virgil virginia virginija virginijus vishal vita vitaliy vivaan vivek
  vivian vivien vjosa vlad vladas vladimir vladut vladyslav volkan volodymyr vsevolod vu vy vytautas waclaw wafa
  wafula wahab waheed wahid wahidullah waiman wajid wajiha waldemar wale waleed walid walter wambui wanda
  wangari wanjiru waqar waqas warda warren warsame waseem wasim wasswa wayne wei wendy weronika wesley whitney
  wieslaw wieslawa wiktor wiktoria wilfred willa william willow wilma wingkit wingyan winifred winston winta
  wioletta witold wladyslaw wlodzimierz wojciech xavier xhevdet xia xiaohong xiaoli xiaoming xiaoyan ximena xin
  xiuying xuan xue yaa yadwinder yagmur yahya yamini yan yana yang yaqoob yaqub yared yaroslav yasaman yasar
  yaseen yasemin yash yasin yasir yasmin yavuz yaw yayra yeliz yelyzaveta yemi yen yesim yetunde yeva yevheniia
  yiannis yigit yildiz yilmaz yin ying yinka yogesh yohannes yolanda yomi yonas yonatan yong yordanos yosyp
  youngho younis younus yousef yu yuki yuko yulian yuliia yumi yumna yunus yurii yuriy yurub yusuf yvette yvonne
  zabi zabihullah zac zach zachary zafar zaharia zaheer zahid zahida zahir zahirul zahra zaid zain zainab zak
  zakaria zakariya zakariye zaki zakia zakir zaman zameer zana zane zanele zara zarghuna zayd zayden zayn
  zbigniew zdenek zdenka zdzislaw zeenat zeeshan zehra zeinab zeki zena zenon zenta zerai zewdi zeynep zhanna
  zhenya zhiwei zia ziad ziaur ziba ziemowit zigmunds zilan zilvinas zinaida zion zita zivile zlata zoe zofia
  zohra zohreh zoltan zorawar zoya zozan zsofia zsolt zsuzsanna zubaida zubair zulaikha zulekha zulfiqar zunaira
  zuri zuzana zuzanna zygimantas zygmunt
`
