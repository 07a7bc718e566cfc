/** Makes and models that are ordinary words or names too; one of these alone does not mean a car. */
export const ordinaryNames: ReadonlySet<string> = new Set(
  `
  smart mini seat ds mg nio aston lynk voyah note free one partner master focus leaf spring soul up
  puma rapid born seal compass legacy across es is nx rx rz ux xe xf zs tt ix han tang volt atto
  explorer ranger galaxy continental vantage discovery defender outlander avenger cooper california
  transporter beetle fabia scala superb marvel dolphin accord jazz civic kona rio optima verso swift
  space_star yeti dokker edge ka combo adam karl ml colt capri ami insight espace iq logan lancer altea toledo
  genesis lotus ocean ghost roma daily voyager urus spectre pacifica challenger artura
  punto baleno pulsar primastar frontera logan scudo highlander getz austral rafale cactus proceed legacy
  `
    .trim()
    .split(/\s+/)
    .map((name) => name.replaceAll('_', ' ')),
);
