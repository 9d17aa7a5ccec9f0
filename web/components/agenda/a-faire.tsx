import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { type Echeance, SE_CONSIGNENT } from '../../agenda.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { aFaireMaintenant, direDelai, direGeste } from '../../modeles/agenda.ts'
import { Panneau } from '../blocs.tsx'
import { lienControle } from '../controles/mois.tsx'
import { Icone } from '../sprite.tsx'

/** Where each is dealt with. */
const adresseDe = (contexte: Contexte, { obligation, periode, reunion }: Echeance): string => {
  if (obligation === 'CONTROLE') return lienControle(contexte, periode)
  if (reunion !== null) return lien(contexte, `/agenda/reunions/${reunion}`)
  return SE_CONSIGNENT.includes(obligation) ? '#consigner' : '#programmer'
}

/** What is late, then what falls due before long. */
export const AFaire = ({
  contexte,
  echeances,
}: {
  readonly contexte: Contexte
  readonly echeances: readonly Echeance[]
}) => {
  const siennes = aFaireMaintenant(echeances)
  return (
    <Panneau id="a-faire" titre="À faire maintenant">
      {siennes.length === 0 ? (
        <p class="empty">{fr('Rien n’est en retard, et rien n’est dû dans les deux mois.')}</p>
      ) : (
        <ul class="rows">
          {siennes.map((e) => (
            <li>
              <Icone nom={e.etat === 'EN_RETARD' ? 'late' : 'due'} classe={e.etat === 'EN_RETARD' ? 'late' : ''} />
              <span>
                <a class="t" href={adresseDe(contexte, e)}>
                  {fr(direGeste(e))}
                </a>{' '}
                <span class="d">{fr(e.precision)}</span>
              </span>
              <span class={e.etat === 'EN_RETARD' ? 'w late' : 'w'}>{direDelai(e)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panneau>
  )
}
