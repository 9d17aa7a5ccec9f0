import { formatJour, formatMois } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Rejugement } from '../../metrics/engine/rejuger.ts'
import { Defilement, Section } from '../components/blocs.tsx'
import { Entetes } from '../components/entetes.tsx'
import { Pastille } from '../components/etat.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { rangEtat } from '../etats.ts'
import { lien, lienGuichet } from '../liens.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'

export interface ApercuNormeProps {
  readonly contexte: Contexte
  readonly indicateur: string
  /** « seuil de 10 % », in words. */
  readonly norme: string
  readonly depuis: Jour
  /** States of the latest month computed; null where none was. */
  readonly etats: readonly Rejugement[] | null
  /** What is sent again once it is confirmed. */
  readonly champs: Readonly<Record<string, string>>
}

const alertes = (etats: readonly Rejugement[], quand: 'avant' | 'apres'): number =>
  etats.filter((etat) => etat[quand] === 'ALERTE').length

const direEffet = ({ norme, etats, contexte: { mois } }: ApercuNormeProps): string => {
  if (etats === null || mois === null) return 'Aucun mois n’est encore calculé : rien à comparer.'
  const [avant, apres] = [alertes(etats, 'avant'), alertes(etats, 'apres')]
  const effet =
    avant === apres
      ? `${compte(apres, 'alerte')}, autant qu’aujourd’hui`
      : `${compte(apres, 'alerte')} au lieu de ${avant}`
  return `Sur ${formatMois(mois)}, avec ${norme} : ${effet}.`
}

const COLONNES: readonly Colonne<Rejugement>[] = [
  { cle: 'qui', libelle: 'Guichet ou service', valeur: ({ libelle }) => libelle },
  { cle: 'avant', libelle: 'Aujourd’hui', valeur: ({ avant }) => rangEtat(avant) },
  { cle: 'apres', libelle: 'Alors', valeur: ({ apres }) => rangEtat(apres) },
]

const Changements = ({ contexte, etats }: ApercuNormeProps) => {
  const changes = (etats ?? []).filter(({ avant, apres }) => avant !== apres)
  if (changes.length === 0) return <p class="empty">Aucun état ne changerait.</p>
  return (
    <Defilement nom="Table des états qui changeraient">
      <table class="data tight">
        <caption class="vh">États qui changeraient</caption>
        <Entetes contexte={contexte} colonnes={COLONNES} section="changements" />
        <tbody>
          {trierIci(contexte, changes, COLONNES).map(({ entite, libelle, avant, apres }) => (
            <tr>
              <th scope="row">
                <a href={lienGuichet(contexte, entite)}>{libelle}</a>
              </th>
              <td>{avant === null ? 'non jugé' : <Pastille statut={avant} />}</td>
              <td>{apres === null ? 'non jugé' : <Pastille statut={apres} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Defilement>
  )
}

/** What a norm would change, before it is confirmed. */
export const ApercuNorme = (p: ApercuNormeProps) => {
  const { contexte, indicateur, depuis, champs } = p
  return (
    <Page
      contexte={contexte}
      titre="Changer une norme"
      fil={[{ libelle: 'Paramètres', chemin: '/parametres' }]}
      periode={false}
    >
      <Tete titre={fr(`${indicateur} : ${p.norme}`)} identite={`à compter du ${formatJour(depuis)}`}>
        <strong>{fr(direEffet(p))}</strong>
        {fr(
          ` La norme jugera les mois calculés à partir du ${formatJour(depuis)} ; les mois déjà calculés gardent la leur.`,
        )}
      </Tete>
      <Section id="changements" titre="États qui changeraient">
        <Changements {...p} />
      </Section>
      <form method="post" action={lien(contexte, '/parametres/norme')} aria-label="Confirmer la norme">
        {Object.entries(champs).map(([nom, valeur]) => (
          <input type="hidden" name={nom} value={valeur} />
        ))}
        <p class="acts sec-s">
          <button class="btn main" type="submit">
            Changer la norme
          </button>
          <a class="btn" href={lien(contexte, '/parametres')}>
            Ne rien changer
          </a>
        </p>
      </form>
    </Page>
  )
}
