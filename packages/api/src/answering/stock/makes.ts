const catalogue = `
  alfa romeo: giulia, giulietta, stelvio, tonale
  aston: vantage, db11, dbx
  audi: a1, a3, a4, a5, a6, a7, a8, q2, q3, q4, q5, q6, q7, q8, etron, rs6, sq5, tt
  bentley: bentayga, continental
  bmw: 1-serie, 2-serie, 3-serie, 5-serie, 7-serie, i3, i4, i5, i7, ix, ix1, ix2, ix3, x1, x2, x3, x4, x5, x6, x7, m3, m5, z4, 320d, 330e, 520d, 530e
  byd: atto, dolphin, han, seal, sealion, tang
  chevrolet: camaro, corvette, cruze, volt
  citroen: berlingo, c1, c3, c4, c5, c-zero, jumpy
  cupra: ateca, born, formentor, leon, tavascan, terramar
  dacia: duster, jogger, sandero, spring
  ds: ds3, ds4, ds7
  fiat: 500, 500e, 500x, ducato, panda, tipo
  ford: b-max, bronco, c-max, explorer, fiesta, focus, galaxy, kuga, mondeo, mustang, puma, ranger, s-max, tourneo, transit
  honda: accord, civic, cr-v, e:ny1, hr-v, jazz
  hongqi: e-hs9
  hyundai: bayon, i10, i20, i30, inster, ioniq, kona, nexo, santa fe, tucson
  jaguar: e-pace, f-pace, i-pace, xe, xf
  jeep: avenger, cherokee, compass, renegade, wrangler
  kia: ceed, ev3, ev4, ev5, ev6, ev9, niro, optima, picanto, rio, sorento, soul, sportage, stonic, xceed
  land rover: defender, discovery, evoque, freelander, range rover, velar
  lexus: ct200h, es, is300h, nx, rx, rz, ux
  lynk: 01, 02
  maserati: ghibli, grecale, levante
  maxus: euniq, mifa, t90
  mazda: cx-3, cx-30, cx-5, cx-60, cx-80, mazda2, mazda3, mazda6, mx-30, mx-5
  mercedes: a-klasse, b-klasse, c-klasse, e-klasse, s-klasse, v-klasse, cla, citan, eqa, eqb, eqc, eqe, eqs, eqv, gla, glb, glc, gle, gls, sprinter, vito
  mg: mg4, mg5, marvel, zs
  mini: clubman, cooper, countryman
  mitsubishi: asx, eclipse cross, i-miev, l200, outlander, pajero, space star
  nio: el6, el7, et5, et7
  nissan: ariya, e-nv200, juke, leaf, micra, navara, note, qashqai, x-trail
  opel: ampera, astra, corsa, crossland, grandland, insignia, mokka, vivaro, zafira
  peugeot: 107, 108, 206, 207, 208, 2008, 3008, 307, 308, 5008, 508, partner, rifter
  polestar: polestar 2, polestar 3, polestar 4
  porsche: 911, boxster, cayenne, cayman, macan, panamera, taycan
  renault: arkana, captur, clio, kangoo, master, megane, scenic, trafic, twingo, zoe
  saab: 9-3, 9-5
  seat: alhambra, arona, ateca, ibiza, leon, mii
  skoda: citigo, elroq, enyaq, fabia, kamiq, karoq, kodiaq, octavia, rapid, scala, superb, yeti
  smart: fortwo, forfour, smart #1, smart #3
  ssangyong: korando, musso, rexton, rodius, tivoli
  subaru: crosstrek, forester, impreza, legacy, outback, solterra, xv
  suzuki: across, ignis, jimny, s-cross, swace, swift, vitara
  tesla: model 3, model s, model x, model y, cybertruck, roadster
  toyota: auris, avensis, aygo, bz4x, c-hr, camry, corolla, gr86, hiace, hilux, land cruiser, prius, proace, rav4, supra, verso, yaris
  volkswagen: amarok, arteon, beetle, caddy, california, caravelle, crafter, golf, id.3, id.4, id.5, id.7, id buzz, multivan, passat, polo, sharan, t-cross, t-roc, taigo, tiguan, touareg, touran, transporter, up
  volvo: c30, c40, ec40, ex30, ex40, ex90, s40, s60, s80, s90, v40, v50, v60, v70, v90, xc40, xc60, xc70, xc90
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
