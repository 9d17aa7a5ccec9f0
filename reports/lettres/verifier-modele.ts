import { enumerer } from '../../ingest/socle/francais/phrase.ts'
import { champDe, estChamp } from './champs.ts'
import { champsNommes, lireModele } from './lire-modele.ts'
import { type CodeModele, modeleDe, partiesDe } from './modeles.ts'
import { PARTIES, type Partie, type Parties } from './parties.ts'

const SANCTION = /sanction|amende|pénalité|l\.?\s?342-14/i

const estBloc = (nom: string): boolean => estChamp(nom) && champDe(nom).bloc === true

const VIDES_ADMISES: ReadonlySet<Partie> = new Set(['lieu'])

/** What is wrong with the fields of a text, as a sentence; null where nothing is. */
const verifierChamps = (code: CodeModele, partie: Partie, texte: string): string | null => {
  const admis: readonly string[] = modeleDe(code).champs
  const inconnu = champsNommes(texte).find((nom) => !admis.includes(nom))
  if (inconnu !== undefined)
    return `Le champ « {${inconnu}} » n’existe pas dans ce modèle : les siens sont ${enumerer(admis.map((nom) => `{${nom}}`))}.`
  if (/[{}]/.test(texte.replace(/\{[^{}\n]*\}/g, '')))
    return `Une accolade n’est pas fermée dans « ${PARTIES[partie].libelle} » : un champ s’écrit {ainsi}.`
  const blocs = champsNommes(texte).filter(estBloc)
  const seuls = partie === 'corps' ? lireModele(texte).flatMap((e) => (e.sorte === 'seul' ? [e.nom] : [])) : []
  const mele = blocs.find((nom) => blocs.filter((b) => b === nom).length > seuls.filter((s) => s === nom).length)
  return mele === undefined
    ? null
    : `Le champ « {${mele}} » tient plusieurs lignes : dans le texte, il va seul sur la sienne.`
}

/** Why a template's texts may not be kept, as a sentence; null where they may. */
export const verifierModele = (code: CodeModele, parties: Parties): string | null => {
  for (const partie of partiesDe(code)) {
    const texte = parties[partie] ?? ''
    if (texte.trim() === '' && !VIDES_ADMISES.has(partie)) return `« ${PARTIES[partie].libelle} » est vide.`
    if (SANCTION.test(texte.replace(/\{[^{}\n]*\}/g, '')))
      return 'Un modèle ne parle pas de sanction : le champ {sanction} le fait, pour les attributions seules.'
    const faute = verifierChamps(code, partie, texte)
    if (faute !== null) return faute
  }
  return null
}
