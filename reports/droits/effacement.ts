import { fr } from '../../ingest/socle/francais/typographie.ts'
import { champDe, estChamp } from '../lettres/champs.ts'
import { EFFACEMENT } from '../lettres/defauts/communs.ts'

/** The answer to somebody who asks to be erased, to be completed: the software's own template, its fields between brackets. */
export const reponseEffacement = (): string => {
  const { objet = '', corps = '' } = EFFACEMENT
  const texte = `# Réponse à une demande d’effacement\n\nObjet : ${objet}\n\n${corps}\n\n[lieu, date, signature]\n`
  return fr(texte.replace(/\{(\w+)\}/g, (tel, nom: string) => (estChamp(nom) ? `[${champDe(nom).libelle}]` : tel)))
}
