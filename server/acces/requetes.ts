import { lireRequetesGardees, type RequeteGardee } from '../state/requetes.ts'
import { exigerTerritoire, type Lecteur } from './lecteur.ts'

/** Whether a person may change a query, put it away or share it: who wrote it. */
export const estLaSienne = ({ acces }: Pick<Lecteur, 'acces'>, { par }: Pick<RequeteGardee, 'par'>): boolean =>
  acces.qui === par

/**
 * The queries kept that a person may run: their own, and those shared in the territory; none that was put away.
 *
 * @throws AccesRefuse where the territory is out of reach.
 */
export const requetesVisibles = async (lecteur: Lecteur, territoire: string): Promise<RequeteGardee[]> => {
  exigerTerritoire(lecteur, territoire)
  return (await lireRequetesGardees(lecteur.etat, territoire)).filter(
    (requete) => !requete.derniere.retiree && (requete.derniere.partagee || estLaSienne(lecteur, requete)),
  )
}
