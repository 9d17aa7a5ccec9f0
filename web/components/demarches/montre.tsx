import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { enumerer } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import { SORTES } from '../../demarches/registre.ts'
import type { DemandeVue, DemarcheVue } from '../../demarches/vue.ts'
import { decouperNumero } from '../../numero.ts'
import { Faits, Section } from '../blocs.tsx'
import { Numero } from '../numero.tsx'

const faitsDe = (d: DemandeVue) =>
  [
    {
      terme: 'État',
      valeur: d.active ? 'active' : `radiée le ${formatJour(d.radieeLe)}${d.motif ? `, ${d.motif}` : ''}`,
    },
    { terme: 'Enregistrée le', valeur: `${formatJour(d.enregistreeLe)}${d.guichet ? `, guichet ${d.guichet}` : ''}` },
    { terme: 'Attestation', valeur: d.attesteeLe === null ? 'aucune date' : `du ${formatJour(d.attesteeLe)}` },
    { terme: 'Échéance', valeur: d.echeance === null ? 'aucune date' : formatJour(d.echeance) },
  ] as const

/** Until when, or since when no more, a radiated demande can be reactivated. */
const Fenetre = ({ demarche, aujourdhui }: { readonly demarche: DemarcheVue; readonly aujourdhui: Jour }) => {
  const { reactivableJusqua: fin, etat } = demarche
  if (fin === null || etat === 'CONFIRMEE' || etat === 'RETIREE') return null
  return (
    <p class="note">
      {fr(
        aujourdhui <= fin
          ? `La demande peut être réactivée jusqu’au ${formatJour(fin)} : au-delà, le ménage perdrait son ancienneté.`
          : `Le délai de réactivation est passé depuis le ${formatJour(fin)} : le système national n’accepte plus de réactiver cette demande.`,
      )}
    </p>
  )
}

/** What is said of numbers of which the page shows nothing: the same, whether they exist or not. */
const direTues = ({ tues, demandes }: DemarcheVue, duGuichet: boolean): string => {
  const quels = enumerer(tues.map(decouperNumero))
  if (duGuichet)
    return `${quels} : rien n’est montré ici d’un numéro que votre service n’a pas enregistré, qu’il existe ou non.`
  return `${quels} : le dernier instantané ne ${tues.length === 1 ? 'le' : 'les'} montre pas${demandes.length === 0 ? '' : ' non plus'}.`
}

/** What the latest snapshot shows of the numbers, what the next is waited for to show, and until when it helps. */
export const CeQuiEstMontre = ({
  demarche,
  aujourdhui,
  duGuichet,
}: {
  readonly demarche: DemarcheVue
  readonly aujourdhui: Jour
  readonly duGuichet: boolean
}) => {
  const { confirmee } = SORTES[demarche.sorte]
  const attendue = confirmee !== undefined && ['RECUE', 'EN_COURS', 'ACCEPTEE', 'FAITE'].includes(demarche.etat)
  if (demarche.numeros.length === 0 && !attendue) return null
  return (
    <Section
      id="montre"
      titre="Ce que montre l’instantané"
      {...(demarche.instantane === null ? {} : { precision: `Celui du ${formatJour(demarche.instantane)}` })}
    >
      {demarche.demandes.map((demande) => (
        <div class="demande-montree">
          <h3>
            <Numero numero={demande.numero} />
          </h3>
          <Faits faits={faitsDe(demande)} />
        </div>
      ))}
      {demarche.tues.length === 0 ? null : <p class="meta">{fr(direTues(demarche, duGuichet))}</p>}
      <Fenetre demarche={demarche} aujourdhui={aujourdhui} />
      {attendue ? (
        <p class="petit suite-p">
          {fr(`Une fois acceptée, l’instantané suivant la confirme de lui-même quand ${confirmee.attendu}.`)}
        </p>
      ) : null}
    </Section>
  )
}
