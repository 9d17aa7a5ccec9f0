import { formatJour, formatRepere } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { FicheIndicateur, Seuil } from '../fiche-indicateur.ts'
import { type Fait, Faits, Panneau } from './blocs.tsx'

const Seuils = ({ fiche: { unite, seuils } }: { readonly fiche: FicheIndicateur }) => {
  const [actuel, ...anciens] = seuils.toSorted((a: Seuil, b: Seuil) => (a.depuis < b.depuis ? 1 : -1))
  if (!actuel) return <>aucun : l’indicateur est suivi sans être jugé</>
  const dire = ({ valeur, depuis, source }: Seuil): string =>
    `${formatRepere(unite, valeur)} depuis le ${formatJour(depuis)}${source ? `, ${fr(source)}` : ''}`
  return (
    <>
      {dire(actuel)}
      {anciens.map((ancien) => (
        <span class="meta sub">{`auparavant ${dire(ancien)}`}</span>
      ))}
    </>
  )
}

/** What the indicator counts, where its threshold comes from, why it matters, what to correct. */
export const Definition = ({ fiche }: { readonly fiche: FicheIndicateur }) => {
  const { unite, source, objectif, minimum } = fiche
  const faits: Fait[] = [
    ...(unite === 'part' ? [{ terme: 'Numérateur', valeur: fr(fiche.numerateur) }] : []),
    { terme: unite === 'part' ? 'Dénominateur' : 'Population', valeur: fr(fiche.denominateur) },
    ...(fiche.guichet === '' || fiche.guichet === '—' ? [] : [{ terme: 'Guichet', valeur: fr(fiche.guichet) }]),
    ...(unite === 'nombre'
      ? []
      : [
          { terme: 'Seuil', valeur: <Seuils fiche={fiche} /> },
          ...(objectif === null ? [] : [{ terme: 'Objectif', valeur: formatRepere(unite, objectif) }]),
          { terme: 'Minimum', valeur: fr(`effectif de ${minimum} : au-dessous, pas de conclusion`) },
        ]),
    {
      terme: 'Source',
      valeur: `${fr(source.texte)}${source.citation ? `${fr(' : « ')}${fr(source.citation)}${fr(' »')}` : ''}`,
    },
    ...(fiche.pourquoi === '' ? [] : [{ terme: 'Pourquoi', valeur: fr(fiche.pourquoi) }]),
    ...(fiche.correction === '' ? [] : [{ terme: 'Que faire', valeur: fr(fiche.correction) }]),
  ]
  return (
    <Panneau id="definition" titre="Définition">
      <Faits faits={faits} />
    </Panneau>
  )
}
