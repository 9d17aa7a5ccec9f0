import { ErreurInfocentre } from '../socle/erreur.ts'
import type { Column } from './column.ts'
import { normaliserCode } from './intitules.ts'
import { premiereFaute } from './json.ts'
import { proche } from './proche.ts'
import { TABLES } from './tables.ts'

/** How a real extraction's own headings and words map to the contract's. */
export interface Profil {
  readonly colonnes?: Readonly<Record<string, readonly string[]>>
  readonly valeurs?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** How many headings and words a profile translates. */
export const compterTraductions = ({ colonnes = {}, valeurs = {} }: Profil): { intitules: number; mots: number } => ({
  intitules: Object.values(colonnes).flat().length,
  mots: Object.values(valeurs).flatMap((mots) => Object.keys(mots)).length,
})

const garnies = <T extends object>(traduits: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(traduits).filter(([, contenu]) => Object.keys(contenu).length > 0))

/** A profile without what translates nothing: two that read alike are then written alike. */
export const epurer = ({ colonnes = {}, valeurs = {} }: Profil): Profil => {
  const [pleines, mots] = [garnies(colonnes), garnies(valeurs)]
  return {
    ...(Object.keys(pleines).length > 0 ? { colonnes: pleines } : {}),
    ...(Object.keys(mots).length > 0 ? { valeurs: mots } : {}),
  }
}

/** Whether a profile translates nothing. */
export const estVide = (profil: Profil): boolean => {
  const { intitules, mots } = compterTraductions(profil)
  return intitules + mots === 0
}

type Objet = Readonly<Record<string, unknown>>

const CLES = ['colonnes', 'valeurs']
const COLONNES: readonly Column[] = TABLES.flatMap(({ colonnes }): readonly Column[] => colonnes)
const NOMS = [...new Set(COLONNES.map(({ nom }) => nom))]

/** Lists up to this long are told whole in a sentence. */
const LISTE_COURTE = 8

const estObjet = (valeur: unknown): valeur is Objet =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur)

/** What a misspelt word was likely meant to be, else all it may be where that is short. */
const suggerer = (mot: string, admis: readonly string[]): string => {
  const voisin = proche(mot, admis)
  if (voisin !== null) return `écrire « ${voisin} »`
  return admis.length <= LISTE_COURTE
    ? `écrire ${admis.map((a) => `« ${a} »`).join(' ou ')}`
    : 'voir la liste du contrat'
}

/** What a column's own words may be translated into, besides nothing; empty where nothing is all they may be. */
const motsAdmis = (nom: string): readonly string[] => {
  const lues = COLONNES.filter((colonne) => colonne.nom === nom)
  const codes = lues.flatMap((colonne) => colonne.codes ?? [])
  return [...new Set(lues.some(({ type }) => type === 'booleen') ? [...codes, 'OUI', 'NON'] : codes)]
}

/** Reads the parts of a profile, and refuses the first that is not right with its place. */
const lecteurDe = (fichier: string) => {
  const refuser = (place: string, quoi: string): never => {
    throw new ErreurInfocentre('PROFIL_ILLISIBLE', `Dans le profil ${fichier}, ${place} : ${quoi}.`, { fichier, place })
  }
  const lireObjet = (place: string, valeur: unknown): Objet =>
    estObjet(valeur) ? valeur : refuser(place, 'mettre un objet entre accolades, {"clé": …}')
  const lireColonne = (place: string, nom: string): void => {
    if (!NOMS.includes(nom)) refuser(place, `la colonne « ${nom} » n’existe pas, ${suggerer(nom, NOMS)}`)
  }
  const lireColonnes = (valeur: unknown): Record<string, readonly string[]> =>
    Object.fromEntries(
      Object.entries(lireObjet('« colonnes »', valeur)).map(([nom, intitules]) => {
        lireColonne('« colonnes »', nom)
        const place = `« colonnes », « ${nom} »`
        if (!Array.isArray(intitules))
          return refuser(place, 'mettre la liste des intitulés entre crochets, ["intitulé", …]')
        const textes = intitules.map((intitule: unknown, rang) =>
          typeof intitule === 'string'
            ? intitule
            : refuser(place, `l’intitulé ${rang + 1} n’est pas un texte, le mettre entre guillemets`),
        )
        return [nom, textes]
      }),
    )
  const lireMots = (nom: string, valeur: unknown): Record<string, string> => {
    const place = `« valeurs », « ${nom} »`
    const admis = motsAdmis(nom)
    return Object.fromEntries(
      Object.entries(lireObjet(place, valeur)).map(([mot, code]) => {
        const ici = `${place}, « ${mot} »`
        if (code !== null && typeof code !== 'string')
          return refuser(ici, 'mettre un code entre guillemets, ou "" pour ne rien retenir')
        const lu = normaliserCode(code ?? '')
        if (lu !== '' && admis.length === 0)
          refuser(ici, 'cette colonne n’attend ni code, ni OUI ou NON, écrire "" pour ne rien retenir, ou l’ôter')
        if ((code ?? '').trim() !== '' && !admis.includes(lu))
          return refuser(ici, `le code « ${code} » n’existe pas, ${suggerer(code ?? '', admis)}`)
        return [mot, lu]
      }),
    )
  }
  return (contenu: unknown): Profil => {
    const objet = lireObjet('au premier niveau', contenu)
    for (const cle of Object.keys(objet))
      if (!CLES.includes(cle)) refuser('au premier niveau', `la clé « ${cle} » n’existe pas, ${suggerer(cle, CLES)}`)
    const { colonnes, valeurs } = objet
    return {
      ...(colonnes !== undefined && { colonnes: lireColonnes(colonnes) }),
      ...(valeurs !== undefined && {
        valeurs: Object.fromEntries(
          Object.entries(lireObjet('« valeurs »', valeurs)).map(([nom, mots]) => {
            lireColonne('« valeurs »', nom)
            return [nom, lireMots(nom, mots)]
          }),
        ),
      }),
    }
  }
}

const lireJson = (texte: string, fichier: string): unknown => {
  const nu = texte.replace(/^\ufeff/, '')
  try {
    return JSON.parse(nu)
  } catch (cause) {
    const lignes = nu.slice(0, premiereFaute(nu) ?? nu.length).split(/\r\n|\r|\n/)
    const place = `ligne ${lignes.length}, caractère ${(lignes.at(-1) ?? '').length + 1}`
    throw new ErreurInfocentre(
      'PROFIL_ILLISIBLE',
      `Le profil ${fichier} n’est pas du JSON bien écrit, ${place} : y vérifier les guillemets droits, les virgules, les crochets et les accolades.`,
      { fichier, place },
      { cause },
    )
  }
}

/** Reads a profile's text; what is not right in it is refused by its file, its place, and what to write. */
export const lireProfil = (texte: string, fichier: string): Profil => lecteurDe(fichier)(lireJson(texte, fichier))
