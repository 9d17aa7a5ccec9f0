import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Bloc, DocumentEcrit, Passage, PiedDeDocument } from '../document.ts'
import { champDe, estChamp, type NomDeChamp } from './champs.ts'
import { type Element, lireLigne, lireModele, type Morceau } from './lire-modele.ts'
import { type CodeModele, modeleDe } from './modeles.ts'
import type { Parties } from './parties.ts'

/** What each field is in a letter: a text, or blocks. A field that is not there is empty. */
export type Valeurs = Readonly<Partial<Record<NomDeChamp, string | readonly Bloc[]>>>

/** A template, as it stands: its text, and that of the head of letters. */
export interface ModeleEcrit {
  readonly code: CodeModele
  readonly parties: Parties
  readonly enTete: Parties
}

export interface Contenu {
  readonly valeurs: Valeurs
  /** What stands beside « Références », « Envoi »… */
  readonly mentions: readonly (readonly [intitule: string, texte: string])[]
  readonly pied: PiedDeDocument
  /** « Rives, le 6 octobre 2026 » is made of the place and of this. */
  readonly date: string
  /** A project names the fields that are empty; a letter stops at the first. */
  readonly projet: boolean
}

/** The first field that a letter lacks. */
export class ChampVide extends ErreurInfocentre {
  constructor(nom: NomDeChamp) {
    const { libelle, remede } = champDe(nom)
    super(
      'CHAMP_VIDE',
      fr(`Le champ « ${libelle} » est vide : ${remede ?? 'sans lui, la lettre ne peut pas être faite'}.`),
    )
  }
}

const estVide = (valeur: Valeurs[NomDeChamp]): boolean => valeur === undefined || valeur.length === 0

const enTexte = (passages: readonly Passage[] | null): string => (passages ?? []).map(({ texte }) => texte).join('')

const remplisseur = ({ valeurs, projet }: Contenu) => {
  /** What a field is; `null` leaves its paragraph out. */
  const lire = (nom: string): string | readonly Bloc[] | null => {
    if (!estChamp(nom)) throw new RangeError(`champ inconnu : ${nom}`)
    const valeur = valeurs[nom]
    if (valeur !== undefined && !estVide(valeur)) return valeur
    if (champDe(nom).facultatif) return null
    if (!projet) throw new ChampVide(nom)
    return `[${champDe(nom).libelle}]`
  }
  const passages = (morceaux: readonly Morceau[]): Passage[] | null => {
    const dits: Passage[] = []
    for (const morceau of morceaux) {
      const texte = morceau.sorte === 'texte' ? morceau.texte : lire(morceau.nom)
      if (texte === null || typeof texte !== 'string') return null
      dits.push(morceau.gras ? { texte: fr(texte), gras: true } : { texte: fr(texte) })
    }
    return dits
  }
  const ligne = (texte: string): string => enTexte(passages(lireLigne(texte)))
  const lignes = (texte: string): string[] =>
    texte
      .split('\n')
      .flatMap((une) => ligne(une).split('\n'))
      .map((une) => une.trim())
  const blocs = (element: Element): Bloc[] => {
    if (element.sorte === 'titre')
      return [{ sorte: 'titre', niveau: element.niveau, texte: enTexte(passages(element.ligne)) }]
    if (element.sorte === 'liste') {
      const points = element.points.map(passages).filter((point) => point !== null)
      return points.length === 0 ? [] : [{ sorte: 'liste', numerotee: element.numerotee, points }]
    }
    if (element.sorte === 'seul') {
      const valeur = lire(element.nom)
      if (valeur === null) return []
      return typeof valeur === 'string' ? [{ sorte: 'paragraphe', texte: [{ texte: fr(valeur) }] }] : [...valeur]
    }
    const dites = element.lignes.map(passages)
    if (dites.some((dite) => dite === null)) return []
    return [
      {
        sorte: 'paragraphe',
        texte: dites.flatMap((dite, i) => (i === 0 ? (dite ?? []) : [{ texte: '\n' }, ...(dite ?? [])])),
      },
    ]
  }
  return { ligne, lignes, blocs }
}

/** A heading under which nothing is left goes with it. */
const sansTitreVide = (blocs: readonly Bloc[]): Bloc[] =>
  blocs.filter((bloc, i) => {
    const suivant = blocs[i + 1]
    return (
      bloc.sorte !== 'titre' || (suivant !== undefined && (suivant.sorte !== 'titre' || suivant.niveau > bloc.niveau))
    )
  })

/**
 * Fills a template. What a field says is text: none of its signs is read as a mark of the template.
 *
 * @throws ChampVide where a field that the template names is empty, but in a project.
 */
export const remplir = ({ code, parties, enTete }: ModeleEcrit, contenu: Contenu): DocumentEcrit => {
  const { ligne, lignes, blocs } = remplisseur(contenu)
  const { lettre } = modeleDe(code)
  const { mentions, pied, date, projet } = contenu
  const lieu = ligne(enTete.lieu ?? '')
  const corps = sansTitreVide(lireModele(parties.corps ?? '').flatMap(blocs))
  return {
    titre: ligne(parties.objet ?? ''),
    sousTitre: '',
    langue: 'fr',
    projet,
    lettre: lettre
      ? {
          expediteur: lignes(enTete.expediteur ?? ''),
          destinataire: lignes(parties.destinataire ?? ''),
          lieuEtDate: lieu === '' ? `Le ${date}` : `${lieu}, le ${date}`,
          mentions,
        }
      : null,
    blocs: lettre ? [...corps, { sorte: 'signature', lignes: lignes(enTete.signature ?? '') }] : corps,
    pied,
  }
}
