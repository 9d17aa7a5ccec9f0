import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { type Echeance, SE_CONSIGNENT } from '../../agenda.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { aFaireMaintenant, direAFaire, direDelai, direGeste } from '../../modeles/agenda.ts'
import { DESTINATAIRES, RAPPORTS } from '../../rapports.ts'
import { Panneau } from '../blocs.tsx'
import { lienControle } from '../controles/mois.tsx'
import { Icone } from '../sprite.tsx'

interface Props {
  readonly contexte: Contexte
  readonly echeances: readonly Echeance[]
}

const AGENDA = '/agenda'

/** Where each is dealt with; null on the page that has nothing more to say of it to who does not keep the calendar. */
const adresseDe = (contexte: Contexte, { obligation, periode, reunion }: Echeance): string | null => {
  if (obligation === 'CONTROLE') return lienControle(contexte, periode)
  if (obligation === 'HABILITATIONS') return lien(contexte, '/habilitations#revue')
  if (obligation === 'REGISTRE') return lien(contexte, '/registre#services', { voir: 'confirmer' })
  const pour = DESTINATAIRES.find((destinataire) => RAPPORTS[destinataire].obligation === obligation)
  if (pour !== undefined && contexte.personne?.role === 'gestionnaire')
    return lien(contexte, `/rapports/${pour}/${periode}`)
  if (reunion !== null) return lien(contexte, `/agenda/reunions/${reunion}`)
  const [ici, tient] = [contexte.chemin === AGENDA, contexte.personne?.role === 'gestionnaire']
  if (!tient) return ici ? null : lien(contexte, `${AGENDA}#a-faire`)
  const section = SE_CONSIGNENT.includes(obligation) ? '#consigner' : '#programmer'
  return ici ? section : lien(contexte, `${AGENDA}${section}`)
}

const Rangee = ({ contexte, echeance }: { readonly contexte: Contexte; readonly echeance: Echeance }) => {
  const enRetard = echeance.etat === 'EN_RETARD'
  const href = adresseDe(contexte, echeance)
  const geste = fr(direGeste(echeance))
  return (
    <li>
      <Icone nom={enRetard ? 'late' : echeance.etat === 'MANQUANT' ? 'non' : 'due'} classe={enRetard ? 'late' : ''} />
      <span>
        {href === null ? (
          <span class="t">{geste}</span>
        ) : (
          <a class="t" href={href}>
            {geste}
          </a>
        )}{' '}
        <span class="d">{fr(echeance.precision)}</span>
      </span>
      <span class={enRetard ? 'w late' : 'w'}>{direDelai(echeance)}</span>
    </li>
  )
}

const Rangees = ({ contexte, echeances }: Props) =>
  echeances.length === 0 ? (
    <p class="empty">{fr('Rien n’est en retard, et rien n’est dû dans les deux mois.')}</p>
  ) : (
    <ul class="rows">
      {echeances.map((echeance) => (
        <Rangee contexte={contexte} echeance={echeance} />
      ))}
    </ul>
  )

/** What is late, then what falls due before long. */
export const AFaire = ({ contexte, echeances }: Props) => {
  const siennes = aFaireMaintenant(echeances)
  return (
    <Panneau id="a-faire" titre="À faire maintenant" precision={direAFaire(siennes)}>
      <Rangees contexte={contexte} echeances={siennes} />
    </Panneau>
  )
}

/** Occurrences shown beside the alerts; the calendar has them all. */
const PREMIERES = 5

/** The same on the dashboard: the first of them, how many there are, and where they all stand. */
export const EcheancesDuMoment = ({ contexte, echeances }: Props) => {
  const siennes = aFaireMaintenant(echeances)
  const reste = siennes.length > PREMIERES
  return (
    <Panneau id="echeances" titre="Échéances" precision={<a href={lien(contexte, AGENDA)}>Agenda</a>}>
      <Rangees contexte={contexte} echeances={siennes.slice(0, PREMIERES)} />
      {reste ? (
        <p class="more">
          <a href={lien(contexte, `${AGENDA}#a-faire`)}>{fr(`Voir les ${siennes.length} : ${direAFaire(siennes)}`)}</a>
        </p>
      ) : null}
    </Panneau>
  )
}
