import { formatInstant, formatJour, formatNombre } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import { SORTES_ACTIVITE } from '../../activite.ts'
import type { EntreeDActivite } from '../../activite-vue.ts'
import { type Contexte, peutOuvrir } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { deLAnneeActives, direDuree, direJournal } from '../../modeles/journal-activite.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement, Panneau, Section } from '../blocs.tsx'
import { Champ, Choix, Formulaire, ZoneTexte } from '../champ.tsx'
import { Entetes } from '../entetes.tsx'
import { ROLES } from '../roles-table.ts'

interface Props {
  readonly contexte: Contexte
  readonly entrees: readonly EntreeDActivite[]
  readonly annee: number
  readonly peutTenir: boolean
}

export const COLONNES_JOURNAL: readonly Colonne<EntreeDActivite>[] = [
  { cle: 'jour', libelle: 'Jour', fortDabord: true, valeur: ({ jour }) => jour },
  { cle: 'sorte', libelle: 'Sorte', valeur: ({ sorte }) => sorte },
  { cle: 'titre', libelle: 'Ce qui est fait', valeur: ({ titre }) => titre },
  { cle: 'duree', libelle: 'Durée', nombre: true, valeur: ({ minutes }) => minutes },
  { cle: 'participants', libelle: 'Participants', nombre: true, valeur: ({ participants }) => participants },
]

const Retirer = ({ contexte, entree }: Pick<Props, 'contexte'> & { readonly entree: EntreeDActivite }) => (
  <form method="post" action={lien(contexte, `/agenda/activite/${entree.id}/retirer`)}>
    <button class="btn quiet" type="submit">
      Retirer
      <span class="vh">{fr(` : ${entree.titre}, ${formatJour(entree.jour)}`)}</span>
    </button>
  </form>
)

const Ligne = ({
  contexte,
  entree,
  peutTenir,
}: Pick<Props, 'contexte' | 'peutTenir'> & { readonly entree: EntreeDActivite }) => (
  <tr {...ROLES.rangee}>
    <td data-l="Jour" {...ROLES.cellule}>
      {formatJour(entree.jour)}
    </td>
    <td data-l="Sorte" {...ROLES.cellule}>
      {entree.sorte}
    </td>
    <th scope="row" {...ROLES.tete}>
      {entree.reunion !== null && peutOuvrir(contexte, '/agenda/reunions/:id') ? (
        <a href={lien(contexte, `/agenda/reunions/${entree.reunion}`)}>{entree.titre}</a>
      ) : (
        entree.titre
      )}
      {entree.texte === '' ? null : <span class="sub">{fr(entree.texte)}</span>}
      {peutTenir && entree.id !== null ? <Retirer contexte={contexte} entree={entree} /> : null}
    </th>
    <td class="num" data-l="Durée" {...ROLES.cellule}>
      {direDuree(entree.minutes)}
    </td>
    <td class="num" data-l="Participants" {...ROLES.cellule}>
      {entree.participants === null ? null : formatNombre(entree.participants)}
    </td>
  </tr>
)

const Retirees = ({ entrees }: { readonly entrees: readonly EntreeDActivite[] }) =>
  entrees.length === 0 ? null : (
    <details class="twin">
      <summary>{entrees.length === 1 ? 'Une entrée retirée' : `${entrees.length} entrées retirées`}</summary>
      <ul class="steps">
        {entrees.map(({ titre, jour, retiree }) => (
          <li class="retire">
            {fr(`${titre}, ${formatJour(jour)}`)}
            {retiree === null ? null : (
              <span class="d">{fr(`Retirée par ${retiree.par} le ${formatInstant(retiree.le)}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  )

/** What was done in a year, the meetings held among it. */
export const JournalDActivite = ({ contexte, entrees, annee, peutTenir }: Props) => {
  const siennes = deLAnneeActives(entrees, annee)
  const retirees = entrees.filter(({ jour, retiree }) => retiree !== null && jour.slice(0, 4) === String(annee))
  return (
    <Section id="journal" titre={`Journal d’activité de ${annee}`} precision={direJournal(siennes)}>
      {siennes.length === 0 ? (
        <p class="empty">Rien n’est encore noté pour cette année.</p>
      ) : (
        <Defilement nom="Journal d’activité">
          <table class="data tight dossiers" {...ROLES.table}>
            <Entetes contexte={contexte} colonnes={COLONNES_JOURNAL} table="journal" section="journal" roles />
            <tbody {...ROLES.groupe}>
              {trierIci(contexte, siennes, COLONNES_JOURNAL, 'journal').map((entree) => (
                <Ligne contexte={contexte} entree={entree} peutTenir={peutTenir} />
              ))}
            </tbody>
          </table>
        </Defilement>
      )}
      <Retirees entrees={retirees} />
    </Section>
  )
}

/** To write what was done and that no other record shows. */
export const NoterActivite = ({
  contexte,
  aujourdhui,
  saisie,
}: {
  readonly contexte: Contexte
  readonly aujourdhui: Jour
  readonly saisie: Readonly<Record<string, string>>
}) => (
  <Panneau id="noter" titre="Noter une activité">
    <Formulaire
      action={lien(contexte, '/agenda/activite')}
      nom="Noter une activité"
      bouton="Noter"
      precision={fr('Gardé avec votre nom, lu par le comité. Les réunions tenues y sont d’elles-mêmes.')}
    >
      <Choix nom="sorte" libelle="Sorte" options={Object.entries(SORTES_ACTIVITE)} valeur={saisie.sorte ?? ''} />
      <Champ nom="jour" libelle="Fait le" type="date" valeur={saisie.jour ?? aujourdhui} obligatoire />
      <Champ
        nom="titre"
        libelle="Ce qui est fait"
        valeur={saisie.titre ?? ''}
        saisie="off"
        longueur={150}
        obligatoire
        large
      />
      <ZoneTexte
        nom="texte"
        libelle="Précisions"
        aide="Ni nom de demandeur ni numéro unique."
        longueur={2000}
        valeur={saisie.texte ?? ''}
        lignes={3}
      />
      <Champ nom="minutes" libelle="Durée, en minutes" type="number" valeur={saisie.minutes ?? ''} />
      <Champ nom="participants" libelle="Participants" type="number" valeur={saisie.participants ?? ''} />
    </Formulaire>
  </Panneau>
)
