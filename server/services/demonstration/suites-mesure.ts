import type { Jour } from '../../../ingest/socle/jour.ts'
import { lireMesuresJugees, type MesureJugee } from '../../lecture/mesures.ts'
import type { BaseEtat } from '../../state/etat.ts'
import type { NouvelActe } from '../../state/mesures.ts'
import { lettreDeLActe } from '../lettres-mesure.ts'
import { ADRESSE, ecrivainDuJour, joindreListe } from './lettres.ts'
import type { Passe } from './passe.ts'

/** A measure as its letters told it on a day: of the months since, those that were there. */
const jugeeAu = async ({ lecteur, territoire }: Passe, id: number, jour: Jour): Promise<MesureJugee | undefined> => {
  const jugees = await lireMesuresJugees({ lecteur, territoire, portee: null, aujourdhui: jour })
  const jugee = jugees.find(({ mesure }) => mesure.id === id)
  if (jugee === undefined) return undefined
  const lignes = jugee.vue.lignes.map((ligne) => ({
    ...ligne,
    depuis: ligne.depuis.filter(({ instantane }) => instantane < jour),
  }))
  return { ...jugee, vue: { ...jugee.vue, lignes } }
}

/** What goes with an act: its letter, or the file that is joined. */
export const suiteDe = async (passe: Passe, id: number, { acte, texte, jour: fixe }: NouvelActe, jour: Jour) => {
  const { territoire } = passe
  if (acte === 'JOINDRE')
    return (etat: BaseEtat, rang: number) => joindreListe(etat, { territoire, mesure: id, acte: rang }, jour)
  const jugee = await jugeeAu(passe, id, jour)
  if (jugee === undefined) return undefined
  return lettreDeLActe(await ecrivainDuJour(passe, jour), jugee, {
    ...{ acte, texte, adresse: acte === 'FORMALISER' ? ADRESSE : '', echeance: fixe ?? jugee.faits.echeance },
    ...{ acces: passe.lecteur.acces, jointes: null },
  })
}
