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
import { ROLES } from '../roles-table.ts'
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

const direApres = (jours: number): string => fr(`Après ${jours} j`)

const COLONNES: readonly Colonne<DelaisEntite>[] = [
  { cle: 'service', libelle: 'Service', valeur: ({ libelle }) => libelle },
  { cle: 'attributions', libelle: 'Attributions', nombre: true, valeur: ({ delais }) => delais.n },
  { cle: 'mediane', libelle: 'Médiane', nombre: true, valeur: ({ delais }) => delais.mediane },
  { cle: 'p90', libelle: 'Neuf sur dix', nombre: true, valeur: ({ delais }) => delais.p90 },
  { cle: 'plus7', libelle: direApres(7), nombre: true, valeur: (s) => part(s.delais.plus_7, s) },
  { cle: 'plus30', libelle: direApres(30), nombre: true, valeur: (s) => part(s.delais.plus_30, s) },
  { cle: 'plus90', libelle: direApres(90), nombre: true, valeur: (s) => part(s.delais.plus_90, s) },
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
          <table class="data tight dossiers" {...ROLES.table}>
            <caption>{fr('Délai de saisie par service, mois de signature dont au moins 95 % sont saisis')}</caption>
            <Entetes contexte={contexte} colonnes={COLONNES} table="services" section="bailleurs" roles />
            <tbody {...ROLES.groupe}>
              {trierIci(contexte, services, COLONNES, 'services').map(({ libelle, delais: d }) => (
                <tr {...ROLES.rangee}>
                  <th scope="row" {...ROLES.tete}>
                    {libelle}
                  </th>
                  <td class="num" data-l="Attributions" {...ROLES.cellule}>
                    {formatNombre(d.n)}
                  </td>
                  <td class="num" data-l="Médiane" {...ROLES.cellule}>
                    {formatJours(d.mediane)}
                  </td>
                  <td class="num" data-l="Neuf sur dix" {...ROLES.cellule}>
                    {formatJours(d.p90)}
                  </td>
                  {(
                    [
                      [7, d.plus_7],
                      [30, d.plus_30],
                      [90, d.plus_90],
                    ] as const
                  ).map(([jours, n]) => (
                    <td class="num" data-l={direApres(jours)} {...ROLES.cellule}>
                      {d.n === 0 ? '–' : formatPart(n / d.n)}
                    </td>
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
