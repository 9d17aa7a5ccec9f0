import { formatJour, formatValeur } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import type { Unite } from '../../../ingest/socle/unite.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { Section } from '../blocs.tsx'
import { Champ, Choix, Formulaire } from '../champ.tsx'

/** A value of elsewhere, as it was typed. */
export interface ReferenceVue {
  readonly id: number
  readonly libelle: string
  readonly lieu: string
  readonly date: Jour
  readonly valeur: number
  readonly unite: Unite
  readonly source: string
}

const UNITES: readonly (readonly [Unite, string])[] = [
  ['nombre', 'un nombre'],
  ['part', 'un pourcentage'],
  ['jours', 'des jours'],
]

/** The values of elsewhere that the reports of their semester tell beside ours. */
export const References = ({
  contexte,
  references,
  saisie,
}: {
  readonly contexte: Contexte
  readonly references: readonly ReferenceVue[]
  readonly saisie: Readonly<Record<string, string>>
}) => (
  <Section
    id="references"
    titre="Valeurs de référence"
    precision={fr('La France, la région : avec leur date et leur source')}
  >
    {references.length === 0 ? (
      <p class="empty">{fr('Aucune n’est saisie : les rapports n’en montrent pas.')}</p>
    ) : (
      <ul class="steps">
        {references.toReversed().map(({ id, libelle, lieu, date, valeur, unite, source }) => (
          <li>
            <strong>{fr(libelle)}</strong>
            {fr(`, ${lieu}, au ${formatJour(date)} : ${formatValeur(unite, valeur)}`)}
            <span class="d">{fr(`Source : ${source}`)}</span>
            <form method="post" action={lien(contexte, `/rapports/references/${id}/retirer`)}>
              <button class="btn quiet" type="submit">
                Retirer
                <span class="vh">{fr(` : ${libelle}, ${lieu}`)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    )}
    <details class="acte-plie" open={Object.keys(saisie).length > 0}>
      <summary>Ajouter une valeur</summary>
      <Formulaire
        action={lien(contexte, '/rapports/references')}
        nom="Ajouter une valeur de référence"
        bouton="Ajouter"
        quiet
      >
        <Champ nom="libelle" libelle="Ce qui est mesuré" valeur={saisie.libelle ?? ''} longueur={120} obligatoire />
        <Champ
          nom="lieu"
          libelle="Où"
          aide="« France », « région »."
          valeur={saisie.lieu ?? ''}
          longueur={80}
          obligatoire
        />
        <Champ nom="date" libelle="À quelle date" type="date" valeur={saisie.date ?? ''} obligatoire />
        <Choix nom="unite" libelle="En" options={UNITES} valeur={saisie.unite ?? 'nombre'} />
        <Champ nom="valeur" libelle="Valeur" valeur={saisie.valeur ?? ''} longueur={20} obligatoire />
        <Champ nom="source" libelle="Source" valeur={saisie.source ?? ''} longueur={200} obligatoire large />
      </Formulaire>
    </details>
  </Section>
)
