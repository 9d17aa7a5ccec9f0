import { formatJour } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { RevueServiceVue } from '../../web/habilitation-vue.ts'

/** Whose letter it is, and of which day. */
export interface EnTete {
  readonly jour: Jour
  readonly signataire: string
}

const LARGEUR = 76

/** Words of a paragraph on lines that a sheet holds. */
const enLignes = (paragraphe: string): string => {
  const lignes: string[] = []
  for (const mot of paragraphe.split(' ')) {
    const derniere = lignes.at(-1)
    if (derniere !== undefined && derniere.length + 1 + mot.length <= LARGEUR)
      lignes[lignes.length - 1] = `${derniere} ${mot}`
    else lignes.push(mot)
  }
  return lignes.join('\n')
}

const OBJET = 'Revue annuelle des habilitations du système national'

/** The letter that sends a review to a service, or reminds it: what is asked, by when, of whom; it holds no numéro unique. */
export const lettreDeRevue = ({ campagne, reponse, lignes }: RevueServiceVue, { jour, signataire }: EnTete): string => {
  const relance = reponse.relances.length > 0
  const agents = lignes.map(
    ({ agent, profil, ouverteLe }) => `  - ${agent} (${profil}, depuis le ${formatJour(ouverteLe)}) :`,
  )
  const demande =
    lignes.length === 0
      ? 'Nous n’avons noté aucun agent habilité dans votre service. Merci de le confirmer, ou de nous dire qui l’est.'
      : `Merci de dire, ${lignes.length === 1 ? 'pour l’agent ci-dessous' : `pour chacun de vos ${compte(lignes.length, 'agent')} ci-dessous`}, s’il faut garder son accès, le fermer, depuis quel jour il est parti, ou s’il vous est inconnu.`
  const paragraphes = [
    `À ${reponse.libelle}`,
    `Le ${formatJour(jour)}`,
    `Objet : ${OBJET}, ${campagne.annee}${relance ? ' (relance)' : ''}`,
    'Madame, Monsieur,',
    relance
      ? `Nous vous avons demandé de revoir la liste de vos agents qui ont accès au système national d’enregistrement des demandes de logement social. Votre réponse ne nous est pas parvenue ; elle est attendue pour le ${formatJour(campagne.echeance)}.`
      : `Chaque service revoit une fois par an la liste de ses agents qui ont accès au système national d’enregistrement des demandes de logement social. Votre réponse est attendue pour le ${formatJour(campagne.echeance)}.`,
    demande,
    ...(agents.length === 0 ? [] : [agents.join('\n')]),
    'La réponse se fait en ligne, à la page Habilitations de l’infocentre, et s’y signe. À défaut, cette lettre complétée, datée et signée peut nous être renvoyée. Aucun accès n’est fermé sans votre réponse.',
    'Nous vous remercions de votre attention.',
    signataire,
  ]
  return `${paragraphes.map((p) => (p.includes('\n') ? p : enLignes(fr(p)))).join('\n\n')}\n`
}
