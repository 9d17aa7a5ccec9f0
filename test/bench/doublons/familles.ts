import { Alea } from '../../../ingest/synthetic/alea.ts'
import { type Choix, choisir, choixParmi } from '../../../ingest/synthetic/tirage.ts'
import type { Fiche } from '../../metrics/doublons/base.ts'
import { jourPossible } from '../../metrics/doublons/jeux.ts'

/** A demande of a labelled set, and who it is about. */
export interface Etiquetee {
  readonly numero: string
  readonly identite: number
  readonly nom: string
  readonly prenom: string
  /** `AAAAMMJJ`, perhaps impossible; empty where unknown. */
  readonly naissance: string
  readonly telephone: string
  readonly codePostal: string
}

/** Surnames and first names of German registers, from the most frequent on; several are one letter apart. */
const NOMS =
  'MUELLER,SCHMIDT,SCHNEIDER,FISCHER,WEBER,MEYER,WAGNER,BECKER,SCHULZ,HOFFMANN,SCHAEFER,KOCH,BAUER,RICHTER,KLEIN,WOLF,SCHROEDER,NEUMANN,SCHWARZ,ZIMMERMANN,BRAUN,KRUEGER,HOFMANN,HARTMANN,LANGE,SCHMITT,WERNER,SCHMITZ,KRAUSE,MEIER,LEHMANN,SCHMID,SCHULZE,MAIER,KOEHLER,HERRMANN,KOENIG,WALTER,MAYER,HUBER,KAISER,FUCHS,PETERS,LANG,SCHOLZ,MOELLER,WEISS,JUNG,HAHN,SCHUBERT,VOGEL,FRIEDRICH,KELLER,GUENTHER,FRANK,BERGER,WINKLER,ROTH,BECK,LORENZ,BAUMANN,FRANKE,ALBRECHT,SCHUSTER,SIMON,LUDWIG,BOEHM,WINTER,KRAUS,MARTIN,SCHUMACHER,KRAMER,VOGT,STEIN,JANSEN,OTTO,SOMMER,GROSS,SEIDEL,HEINRICH,BRANDT,HAAS,SCHREIBER,GRAF,SCHULTE,DIETRICH,ZIEGLER,KUHN,KUEHN,POHL,ENGEL,HORN,BUSCH,BERGMANN,THOMAS,VOIGT,SAUER,ARNOLD,WOLFF,PFEIFFER,ERNST,KOERTIG'.split(
    ',',
  )
const PRENOMS =
  'SABINE,STEFAN,WOLFGANG,DIETER,HELGA,ANDREA,PETER,FRANK,KLAUS,KARIN,MONIKA,URSULA,MICHAEL,MANFRED,GERHARD,ANNA,GISELA,MARTIN,THORSTEN,CHRISTIAN,HORST,INGRID,RENATE,MARIA,HANS,ANDREAS,BERND,KARL,GUENTHER,GABRIELE,THOMAS,WERNER,HEINZ,HEIKE,PETRA,BIRGIT,SUSANNE,CLAUDIA,NICOLE,MARTINA,STEFANIE,UWE,JUERGEN,HELMUT,JOHANNES,ERIKA,CHRISTA,BRIGITTE,JOACHIM,RALF,UTE,ELKE,ANGELIKA,MARION,CHRISTINE,KATRIN,ANKE,SILKE,JENS,DIRK,MATTHIAS,MARKUS,SVEN,JAN,TORSTEN,ALEXANDER,DANIEL,TOBIAS,FLORIAN,JULIA,KATHARINA,SARAH,LISA,LAURA,EVA,BARBARA,ELISABETH,HILDEGARD,ROLF,KURT,WALTER,HERBERT,ERNST,FRIEDRICH,OTTO,GERD,INGE,SONJA,EDITH,SIMONE'.split(
    ',',
  )

const parFrequence = (valeurs: readonly string[], exposant: number): Choix<string> =>
  choixParmi(valeurs.map((valeur, i) => [valeur, 1 / (i + 3) ** exposant] as const))

/** Many rare names besides: syllables put together. */
const SYLLABES =
  'ba be bi bo ca co da de di do fa fe ga go ha he ja jo ka ke la le li lo ma me mi mo na ne ni pa pe ra re ri ro sa se si so ta te ti to va ve wa wi'.split(
    ' ',
  )

const nomRare = (alea: Alea): string =>
  Array.from({ length: 2 + alea.entier(3) }, () => SYLLABES[alea.entier(SYLLABES.length)]).join('') +
  'nrstlh'[alea.entier(6)]

const LETTRES = 'abcdefghijklmnopqrstuvwxyz'
const CHIFFRES = '0123456789'

/** One character changed, lost, added or exchanged with the next. */
export const faute = (mot: string, alea: Alea, alphabet: string): string => {
  const i = alea.entier(Math.max(1, mot.length))
  const lettre = alphabet[alea.entier(alphabet.length)] as string
  const genre = alphabet === CHIFFRES ? (alea.nombre() < 0.75 ? 0 : 3) : alea.entier(4)
  if (genre === 0) return mot.slice(0, i) + lettre + mot.slice(i + 1)
  if (genre === 1 && mot.length > 2) return mot.slice(0, i) + mot.slice(i + 1)
  if (genre === 2) return mot.slice(0, i) + lettre + mot.slice(i)
  return mot.slice(0, i) + (mot[i + 1] ?? '') + (mot[i] ?? '') + mot.slice(i + 2)
}

const deux = (n: number): string => String(n).padStart(2, '0')
const jour = (annee: number, mois: number, quantieme: number): string => `${annee}${deux(mois)}${deux(quantieme)}`

/** Names and birth dates alone, one error a copy, seldom two: as in RLdata500 and RLdata10000. */
export const familleRl = (lignes: number, copies: number, graine: number): Etiquetee[] => {
  const alea = new Alea(graine, 'rl')
  const noms = parFrequence(NOMS, 1)
  const prenoms = parFrequence(PRENOMS, 0.6)
  const originaux = Array.from(
    { length: lignes - copies },
    (_, i): Etiquetee => ({
      numero: `r${String(i).padStart(7, '0')}`,
      identite: i,
      nom: alea.nombre() < 0.12 ? nomRare(alea).toUpperCase() : choisir(noms, alea),
      prenom: choisir(prenoms, alea),
      naissance: jour(1920 + alea.entier(90), 1 + alea.entier(12), 1 + alea.entier(28)),
      telephone: '',
      codePostal: '',
    }),
  )
  const abimer = (e: Etiquetee): Etiquetee => {
    const u = alea.nombre()
    if (u < 0.33) return { ...e, nom: faute(e.nom, alea, LETTRES.toUpperCase()) }
    if (u < 0.6) return { ...e, prenom: faute(e.prenom, alea, LETTRES.toUpperCase()) }
    const [a, m, j] = [Number(e.naissance.slice(0, 4)), Number(e.naissance.slice(4, 6)), Number(e.naissance.slice(6))]
    if (u < 0.78)
      return {
        ...e,
        naissance: jour(alea.nombre() < 0.85 ? Number(faute(String(a), alea, CHIFFRES)) : 1920 + alea.entier(90), m, j),
      }
    if (u < 0.85)
      return {
        ...e,
        naissance: jour(
          a,
          alea.nombre() < 0.8 ? Math.min(12, Math.max(1, m + (alea.nombre() < 0.5 ? -1 : 1))) : 1 + alea.entier(12),
          j,
        ),
      }
    return {
      ...e,
      naissance: jour(
        a,
        m,
        alea.nombre() < 0.9 ? Math.min(28, Number(faute(deux(j), alea, CHIFFRES))) : 1 + alea.entier(28),
      ),
    }
  }
  const tirees = new Set<number>()
  while (tirees.size < copies) tirees.add(alea.entier(originaux.length))
  return [
    ...originaux,
    ...[...tirees].map((i, k) => {
      const une = abimer(originaux[i] as Etiquetee)
      const fautive = alea.nombre() < 0.08 ? abimer(une) : une
      return { ...fautive, numero: `z${String(k).padStart(7, '0')}` }
    }),
  ]
}

export interface FormeFebrl {
  readonly originaux: number
  readonly copies: number
  /** Copies of one original at most. */
  readonly copiesMax: number
  /** Errors a copy at most, and in one field. */
  readonly fautes: number
  readonly fautesParChamp: number
}

const CHAMPS = ['prenom', 'nom', 'naissance', 'telephone', 'codePostal'] as const
/** Other fields of an address take their share of the errors, unseen here. */
const CHAMPS_MUETS = 4

/** Names, birth date, number and postal code, with typing, swapping, replaced and missing values: as FEBRL's generator does. */
export const familleFebrl = (
  { originaux, copies, copiesMax, fautes, fautesParChamp }: FormeFebrl,
  graine: number,
): Etiquetee[] => {
  const alea = new Alea(graine, 'febrl')
  const prenoms = parFrequence(
    [...PRENOMS.map((p) => p.toLowerCase()), ...Array.from({ length: 400 }, () => nomRare(alea))],
    0.75,
  )
  const noms = parFrequence(
    [...NOMS.map((p) => p.toLowerCase()), ...Array.from({ length: 1500 }, () => nomRare(alea))],
    0.6,
  )
  const lieux = Array.from({ length: 900 }, () => String(2000 + alea.entier(6000)))
  const nouveau = (i: number): Etiquetee => ({
    numero: `r${String(i).padStart(7, '0')}`,
    identite: i,
    nom: alea.nombre() < 0.02 ? '' : choisir(noms, alea),
    prenom: alea.nombre() < 0.03 ? '' : choisir(prenoms, alea),
    naissance: alea.nombre() < 0.03 ? '' : jour(1900 + alea.entier(100), 1 + alea.entier(12), 1 + alea.entier(28)),
    telephone: String(1_000_000 + alea.entier(9_000_000)),
    codePostal: lieux[alea.entier(lieux.length)] as string,
  })
  const abimer = (e: Etiquetee, champ: (typeof CHAMPS)[number]): Etiquetee => {
    const u = alea.nombre()
    const valeur = e[champ]
    const nombre = champ === 'naissance' || champ === 'telephone' || champ === 'codePostal'
    if (u < 0.12) return { ...e, [champ]: champ === 'telephone' || champ === 'codePostal' ? valeur : '' }
    if (u < 0.28) return { ...e, [champ]: nouveau(0)[champ] }
    if (u < 0.38 && (champ === 'nom' || champ === 'prenom')) return { ...e, nom: e.prenom, prenom: e.nom }
    return valeur === '' ? e : { ...e, [champ]: faute(valeur, alea, nombre ? CHIFFRES : LETTRES) }
  }
  const fiches = Array.from({ length: originaux }, (_, i) => nouveau(i))
  const faites = new Map<number, number>()
  for (let k = 0; k < copies; ) {
    const i = alea.entier(originaux)
    const voulues = Math.min(copies - k, 1 + Math.floor(copiesMax * alea.nombre() ** 1.5))
    if (faites.has(i)) continue
    faites.set(i, voulues)
    for (let v = 0; v < voulues; v++, k++) {
      let copie: Etiquetee = { ...(fiches[i] as Etiquetee), numero: `z${String(k).padStart(7, '0')}` }
      const parChamp = new Map<string, number>()
      for (let f = 1 + alea.entier(fautes); f > 0; f--) {
        const tire = alea.entier(CHAMPS.length + CHAMPS_MUETS)
        const champ = CHAMPS[tire]
        if (champ === undefined || (parChamp.get(champ) ?? 0) >= fautesParChamp) continue
        parChamp.set(champ, (parChamp.get(champ) ?? 0) + 1)
        copie = abimer(copie, champ)
      }
      fiches.push(copie)
    }
  }
  return fiches
}

/** What the detection is given of it. */
export const enFiche = ({ numero, nom, prenom, naissance: d, telephone, codePostal }: Etiquetee): Fiche => ({
  numero_unique: numero,
  nom_naissance: nom || null,
  prenom: prenom || null,
  date_naissance: jourPossible(d.slice(0, 4), d.slice(4, 6), d.slice(6)),
  ...(telephone ? { telephone } : {}),
  ...(codePostal ? { code_postal: codePostal } : {}),
})
