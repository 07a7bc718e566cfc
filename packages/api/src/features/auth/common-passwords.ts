// Passwords that are tried first, of those that are long enough to be chosen; in lower case, blanks between them.
const LIST = `
password password1 password12 password123 password1234 password12345 password123456 password01 password2
password11 password99 passw0rd passw0rd1 passw0rd123 p@ssword p@ssw0rd p@ssword1 p@ssw0rd1 p@ssword123
p@ssw0rd123 pa$$word pa55word pa55w0rd password! password1! password123! passwort passwort1 passwort123 passord1
passord12 passord123 passord1234 mittpassord hemmelig hemmelig1 hemmelig123 hemligt1 hemligt123 lösenord
losenord losenord1 losenord123 adgangskode adgangskode1 kodeord1 kodeord123 geheim123 meinpasswort hallo123
hallo1234 hallohallo velkommen velkommen1 velkommen123 valkommen willkommen willkommen1 welcome1 welcome12
welcome123 welcome1234 welcome2024 welcome2025 welcome2026 12345678 123456789 1234567890 12345678910 0123456789
01234567 012345678 123456789a 123456789q 12345678a 12345678q 1234567a 1234567q 1234567890a 123123123 1231231234
123321123 12341234 123412345 12344321 1234554321 11111111 111111111 1111111111 22222222 33333333 44444444
55555555 66666666 77777777 88888888 888888888 99999999 999999999 00000000 000000000 0000000000 11223344
1122334455 112233445566 123454321 147258369 147852369 159357456 159753456 741852963 789456123 987654321
9876543210 87654321 87654321a 98765432 102030405 10203040 1020304050 13131313 12121212 21212121 123654789
147896325 963852741 11112222 12345687 123456123 123456456 1234qwer 12345qwert 123456qwerty 123qwe123 123qweasd
123qweasdzxc 123abc123 12qwaszx 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 q1w2e3r4
q1w2e3r4t5 qwer1234 qwer12345 qwert123 qwert1234 qwert12345 qwerty12 qwerty123 qwerty1234 qwerty12345
qwerty123456 qwerty1! qwerty11 qwertyui qwertyuiop qwertyuiop123 qwertyqwerty qwertz123 qwertzui qwertzuiop
asdf1234 asdfasdf asdfghjk asdfghjkl asdfghjkl1 asdfqwer asd123asd asdasd123 asdasdasd zxcvbnm1 zxcvbnm123
zxcvbnm, zaq12wsx zaq1zaq1 zaq1xsw2 xsw21qaz qazwsx123 qazwsxedc qazwsxedcrfv poiuytrewq mnbvcxz1 lkjhgfdsa
aaaaaaaa aaaaaaaaa aaaa1111 abcd1234 abcd12345 abcdefgh abcdefghi abcdefg1 abc12345 abc123456 abc123abc
abc123abc123 a1234567 a12345678 a123456789 a1b2c3d4 a1b2c3d4e5 aa123456 aa12345678 aaa12345 qq123456 qwe12345
qweasdzxc qweqweqwe zzzzzzzz xxxxxxxx iloveyou iloveyou1 iloveyou2 iloveyou123 iloveme1 iloveme2 ilovegod
iloveyou! loveyou1 lovelove loveme123 mylove123 trustno1 letmein1 letmein123 letmein! changeme changeme1
changeme123 changeit default1 defaultpassword secret12 secret123 secret1234 topsecret mysecret mypassword
mypassword1 newpassword oldpassword testtest testtest1 test1234 test12345 test123456 testing1 testing123
tester123 temp1234 temporary temppass1 demo1234 demodemo guest123 guest1234 user1234 username username1 login123
loginlogin access14 access123 admin123 admin1234 admin12345 admin123456 adminadmin adminpass adminpassword
administrator administrator1 root1234 rootroot toor1234 server123 system123 manager1 manager123 master12
master123 master1234 superman superman1 superman123 supersecret superuser support1 computer computer1 internet
internet1 samsung1 samsung123 google123 microsoft facebook facebook1 whatsapp linkedin linkedin1 myspace1
youtube1 instagram minecraft minecraft1 pokemon1 pokemon123 nintendo playstation fortnite1 starwars starwars1
startrek1 matrix123 godzilla1 spiderman spiderman1 ironman1 batman123 batman1234 jordan23 michael1 michael123
jennifer jennifer1 jessica1 jessica123 ashley123 charlie1 charlie123 daniel123 thomas123 andrew123 joshua123
matthew1 anthony1 nicholas nicholas1 samantha samantha1 victoria victoria1 elizabeth elizabeth1 alexander
alexander1 benjamin benjamin1 christian christian1 sebastian jonathan jonathan1 patricia caroline1 danielle
danielle1 stephanie princess princess1 princess12 princess123 sunshine sunshine1 sunshine12 sunshine123 football
football1 football12 football123 baseball baseball1 baseball123 basketball basketball1 softball1 volleyball
hockey123 soccer123 liverpool liverpool1 liverpool123 arsenal1 arsenal123 chelsea1 chelsea123 everton1
manchester manunited manutd123 barcelona barcelona1 realmadrid juventus1 bayern123 fcbayern dortmund1 rosenborg
rosenborg1 brannbergen valerenga vålerenga lillestrøm fotball1 fotball12 fotball123 fussball fussball1 fodbold1
fodbold123 fotboll1 håndball håndball1 ishockey1 dragon123 dragonball monkey12 monkey123 tiger123 lionking
butterfly butterfly1 chocolate chocolate1 cookie123 cookies1 strawberry summer01 summer12 summer123 summer2023
summer2024 summer2025 summer2026 winter12 winter123 winter2023 winter2024 winter2025 winter2026 spring2024
spring2025 spring2026 autumn2024 autumn2025 autumn2026 sommer01 sommer123 sommer2023 sommer2024 sommer2025
sommer2026 vinter01 vinter123 vinter2023 vinter2024 vinter2025 vinter2026 høst2024 høst2025 høst2026 våren2025
våren2026 januar2026 februar2026 oktober2026 november2026 desember2026 mandag123 fredag123 lørdag123 sesamsesam
sesam123 flower123 blink182 metallica metallica1 slipknot1 nirvana1 eminem123 greenday1 hello123 hello1234
hello12345 hellohello helloworld helloworld1 whatever whatever1 nothing1 freedom1 freedom123 forever1 friends1
friends123 family123 babygirl babygirl1 babygirl123 babyboy1 lovely123 beautiful beautiful1 mustang1 mustang123
corvette corvette1 porsche1 porsche911 ferrari1 mercedes mercedes1 mercedesbenz volkswagen volkswagen1 volvo123
volvo1234 volvo240 volvoxc60 toyota123 toyota1234 tesla123 tesla1234 teslamodel audi1234 bmw12345 bmwbmw123
skoda123 bilforhandler bilbutikk bilselger bilsalg1 bilsalg123 norvalt1 norvalt12 norvalt123 norvalt2026
norge123 norge1234 norge1814 norway123 sverige1 sverige123 danmark1 danmark123 deutschland deutschland1 oslo1234
bergen123 bergen1234 trondheim trondheim1 stavanger stavanger1 kristiansand stockholm stockholm1 goteborg1
københavn kobenhavn berlin123 hamburg1 jegelskerdeg jegelsker1 jagälskardig ichliebedich schatz123 schatzi1
mamma123 mammapappa pappa123 sjokolade sjokolade1 sommerfugl fluffy123 buster123 shadow12 shadow123 killer12
killer123 hunter12 hunter123 ranger123 harley123 cowboys1 yankees1 lakers24 eagles123 steelers steelers1
phoenix1 maverick maverick1 scorpion scorpion1 thunder1 lightning midnight midnight1 rainbow1 rainbow123
diamond1 diamond123 silver123 golden123 purple123 orange123 yellow123 banana123 pepper123 ginger123 snoopy123
mickey123 mickeymouse donald123 letmein12 opensesame abracadabra passphrase qwerty2024 qwerty2025 qwerty2026
correcthorsebatterystaple
`;

/** Passwords that everybody tries first, in lower case. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(LIST.trim().split(/\s+/));
