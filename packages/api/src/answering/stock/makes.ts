const catalogue = `
  cadillac: escalade, lyriq
  chrysler: pacifica, voyager
  daihatsu: sirion, terios
  dodge: challenger, durango
  ferrari: portofino, purosangue, roma
  fisker: ocean
  genesis: gv60, gv70, gv80
  infiniti: q30, qx30, qx70
  isuzu: d-max
  iveco: daily
  jaecoo: jaecoo 7
  lamborghini: huracan, urus
  lancia: ypsilon
  leapmotor: b10, c10, t03
  lotus: eletre, emira
  mclaren: artura
  omoda: omoda 5, omoda 9
  rolls-royce: ghost, spectre
  alfa romeo: giulia, giulietta, stelvio, tonale
  aston: vantage, db11, dbx
  audi: allroad, a1, a2, a6 e-tron, q3 sportback, q4 e-tron, q6 e-tron, q8 e-tron, rs3, rs4, s3, a3, a4, a5, a6, a7, a8, q2, q3, q4, q5, q6, q7, q8, etron, rs6, sq5, tt
  bentley: bentayga, continental
  bmw: 116d, 118d, 118i, 220d, 225xe, 318d, 318i, 320i, 330d, 330i, 420d, 530d, i3s, ix2, m2, m4, 1-serie, 2-serie, 3-serie, 5-serie, 7-serie, i3, i4, i5, i7, ix, ix1, ix2, ix3, x1, x2, x3, x4, x5, x6, x7, m3, m5, z4, 320d, 330e, 520d, 530e
  byd: atto 2, atto 3, sealion 7, seal u, atto, dolphin, han, seal, sealion, tang
  chevrolet: camaro, corvette, cruze, volt
  citroen: ami, berlingo, c1, c3, c3 aircross, c4, c4 cactus, c5 aircross, e-c3, e-c4, c5, c-zero, jumpy
  cupra: ateca, born, formentor, leon, tavascan, terramar
  dacia: bigster, dokker, duster, lodgy, logan, jogger, sandero, spring
  ds: ds3, ds4, ds7
  fiat: 600, 500, 500l, doblo, grande panda, punto, scudo, 500e, 500x, ducato, panda, tipo
  ford: b-max, bronco, capri, ecosport, edge, ka, mustang mach-e, c-max, explorer, fiesta, focus, galaxy, kuga, mondeo, mustang, puma, ranger, s-max, tourneo, transit
  honda: accord, civic, cr-v, e:ny1, hr-v, insight, jazz
  hongqi: e-hs9
  hyundai: bayon, getz, i40, ix35, staria, i10, i20, i30, inster, ioniq, ioniq 5, ioniq 6, ioniq 9, kona, nexo, santa fe, tucson
  jaguar: e-pace, f-pace, i-pace, xe, xf
  jeep: avenger, grand cherokee, cherokee, compass, renegade, wrangler
  kia: ceed, e-niro, e-soul, ev2, ev3, ev4, ev5, ev6, ev9, niro, optima, picanto, proceed, rio, sorento, soul, sportage, stonic, xceed
  land rover: defender, range rover sport, range rover evoque, discovery, evoque, freelander, range rover, velar
  lexus: ct200h, es, is300h, nx, rx, rz, ux
  lynk: 01, 02
  maserati: ghibli, grecale, levante
  maxus: euniq, mifa, t90
  mazda: 2, 3, 5, 6, cx-3, cx-30, cx-5, cx-60, cx-80, mazda2, mazda3, mazda6, mx-30, mx-5
  mercedes: eqt, glk, ml, marco polo, slk, x-klasse, a-klasse, b-klasse, c-klasse, e-klasse, s-klasse, v-klasse, cla, citan, eqa, eqb, eqc, eqe, eqs, eqv, gla, glb, glc, gle, gls, sprinter, vito
  mg: mg4, mg5, marvel, zs
  mini: aceman, clubman, cooper, countryman, paceman
  mitsubishi: asx, colt, eclipse cross, lancer, i-miev, l200, outlander, pajero, space star
  nio: el6, el7, et5, et7
  nissan: ariya, nv200, pulsar, primastar, townstar, e-nv200, juke, leaf, micra, navara, note, qashqai, x-trail
  opel: adam, ampera, antara, combo, frontera, karl, meriva, movano, astra, corsa, crossland, grandland, insignia, mokka, vivaro, zafira
  peugeot: e-208, e-2008, e-3008, e-308, 107, 108, 206, 207, 208, 2008, 3008, 307, 308, 5008, 508, partner, rifter
  polestar: polestar 2, polestar 3, polestar 4
  porsche: 911, boxster, cayenne, cayman, macan, panamera, taycan
  renault: arkana, austral, espace, kadjar, koleos, modus, rafale, renault 5, symbioz, captur, clio, kangoo, master, megane, scenic, trafic, twingo, zoe
  saab: 9-3, 9-5
  seat: alhambra, altea, toledo, tarraco, arona, ateca, ibiza, leon, mii
  skoda: citigo, epiq, roomster, elroq, enyaq, fabia, kamiq, karoq, kodiaq, octavia, rapid, scala, superb, yeti
  smart: fortwo, forfour, smart #1, smart #3
  ssangyong: korando, musso, rexton, rodius, tivoli
  subaru: crosstrek, forester, impreza, legacy, outback, solterra, xv
  suzuki: across, baleno, celerio, e vitara, grand vitara, sx4, ignis, jimny, s-cross, swace, swift, vitara
  tesla: model 3, model s, model x, model y, cybertruck, roadster
  toyota: auris, hiace, highlander, iq, prius plus, proace city, urban cruiser, avensis, aygo, aygo x, bz4x, c-hr, camry, corolla, corolla cross, gr86, hiace, hilux, land cruiser, prius, proace, rav4, supra, verso, yaris, yaris cross
  volkswagen: amarok, arteon, e-golf, e-up, beetle, caddy, california, caravelle, crafter, golf, id.3, id.4, id.5, id.7, id buzz, multivan, passat, polo, sharan, t-cross, t-roc, taigo, tiguan, touareg, touran, transporter, up
  volvo: c30, c70, es90, v60 cross country, v90 cross country, c40, ec40, ex30, ex40, ex90, s40, s60, s80, s90, v40, v50, v60, v70, v90, xc40, xc60, xc70, xc90
  voyah: free
  xpeng: g6, g9, p5, p7
  zeekr: 001, 7x
`;

/**
 * Makes sold in the Nordic market with their common models, folded, as customers write them. Only used to recognise
 * that a car is meant; what is for sale is always read from stock.
 */
export const makes: ReadonlyMap<string, readonly string[]> = new Map(
  catalogue
    .trim()
    .split('\n')
    .map((line): [string, string[]] => {
      const [make = '', models = ''] = line.trim().split(/: (.*)/s);
      return [make, models.split(', ')];
    }),
);

/** Folded spellings that mean a make or a model word, by what stock calls it. */
export const spellingAliases: Readonly<Record<string, string>> = {
  vw: 'volkswagen',
  folkevogn: 'volkswagen',
  volksvagen: 'volkswagen',
  wv: 'volkswagen',
  merc: 'mercedes',
  mb: 'mercedes',
  benz: 'mercedes',
  mersedes: 'mercedes',
  beemer: 'bmw',
  bimmer: 'bmw',
  beamer: 'bmw',
  chevy: 'chevrolet',
  alfa: 'alfa',
  landrover: 'rover',
  skodaen: 'skoda',
  modell: 'model',
  modellen: 'model',
  serien: 'serie',
  series: 'serie',
  class: 'klasse',
  klasso: 'klasse',
  oktavia: 'octavia',
  quashqai: 'qashqai',
  qasqai: 'qashqai',
  tuscon: 'tucson',
  tusson: 'tucson',
  passatt: 'passat',
  tuareg: 'touareg',
  enyak: 'enyaq',
  kodiak: 'kodiaq',
  stasjonsvogn: 'stasjonsvogn',
};
