import { raw } from 'hono/html'
import { formatJours, formatNombre, formatPart } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { delaisMini } from '../../charts/delais-mini.ts'
import { type DelaisEntite, EFFECTIF_MINIMUM } from '../../modeles/attributions.ts'
import { direDelais, servicesDessines } from '../../modeles/titres-attributions.ts'
import { type Colonne, estTriee, trierIci } from '../../modeles/tri.ts'
import { Defilement } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'
import type { BailleursProps } from './bailleurs.tsx'

const Mini = ({ service, tous, seuil }: { service: DelaisEntite; tous: DelaisEntite['delais']; seuil: number }) => (
  <div class="mini">
    <h3>{service.libelle}</h3>
    <p>
      <b>{formatJours(service.delais.mediane)}</b>
      <span>{`en médiane · n = ${formatNombre(service.delais.n)}`}</span>
    </p>
    {raw(
      delaisMini(
        service.delais.distribution,
        tous.distribution,
        seuil,
        fr(`${service.libelle}, part saisie selon le délai : ${direDelais(service.delais)}.`),
      ),
    )}
  </div>
)

const part = (n: number, { delais }: DelaisEntite): number | null => (delais.n === 0 ? null : n / delais.n)

const COLONNES: readonly Colonne<DelaisEntite>[] = [
  { cle: 'service', libelle: 'Service', valeur: ({ libelle }) => libelle },
  { cle: 'attributions', libelle: 'Attributions', nombre: true, valeur: ({ delais }) => delais.n },
  { cle: 'mediane', libelle: 'Médiane', nombre: true, valeur: ({ delais }) => delais.mediane },
  { cle: 'p90', libelle: 'Neuf sur dix', nombre: true, valeur: ({ delais }) => delais.p90 },
  { cle: 'plus7', libelle: fr('Après 7 j'), nombre: true, valeur: (s) => part(s.delais.plus_7, s) },
  { cle: 'plus30', libelle: fr('Après 30 j'), nombre: true, valeur: (s) => part(s.delais.plus_30, s) },
  { cle: 'plus90', libelle: fr('Après 90 j'), nombre: true, valeur: (s) => part(s.delais.plus_90, s) },
]

/** The largest services in small multiples, beside the whole; then all of them, in a table. */
export const Services = ({ contexte, mesure }: BailleursProps) => {
  const { services, delais, seuil } = mesure
  const [dessines, autres] = [servicesDessines(services), services.filter((s) => s.delais.n < EFFECTIF_MINIMUM).length]
  return (
    <>
      {delais && dessines.length > 0 ? (
        <div class="minis">
          {dessines.map((service) => (
            <Mini service={service} tous={delais} seuil={seuil} />
          ))}
        </div>
      ) : null}
      <p class="chart-note">
        {fr(
          `Trait épais : le service ; trait gris : l’ensemble ; tireté : le seuil de ${seuil} jours. Jours de 0 à 120.${autres > 0 ? ` ${compte(autres, 'service')} de moins de ${EFFECTIF_MINIMUM} attributions : dans le tableau seulement, effectif trop faible pour conclure.` : ''}`,
        )}
      </p>
      <details class="twin sec-s" open={estTriee(contexte, COLONNES, 'services')}>
        <summary>Voir tous les services</summary>
        <Defilement nom="Délais de saisie par service">
          <table class="data tight">
            <caption>{fr('Délai de saisie par service, mois de signature dont au moins 95 % sont saisis')}</caption>
            <Entetes contexte={contexte} colonnes={COLONNES} table="services" section="bailleurs" />
            <tbody>
              {trierIci(contexte, services, COLONNES, 'services').map(({ libelle, delais: d }) => (
                <tr>
                  <th scope="row">{libelle}</th>
                  <td class="num">{formatNombre(d.n)}</td>
                  <td class="num">{formatJours(d.mediane)}</td>
                  <td class="num">{formatJours(d.p90)}</td>
                  {[d.plus_7, d.plus_30, d.plus_90].map((n) => (
                    <td class="num">{d.n === 0 ? '–' : formatPart(n / d.n)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Defilement>
      </details>
    </>
  )
}
