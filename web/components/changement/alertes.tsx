import { formatRepere, formatValeur, nomMois } from '../../../ingest/socle/francais/format.ts'
import { capitale, compte, dansPhrase } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Mois } from '../../../ingest/socle/jour.ts'
import type { Passage } from '../../../metrics/changement/alertes.ts'
import type { LigneAffichee } from '../../affichee.ts'
import type { Contexte } from '../../contexte.ts'
import { type FicheIndicateur, seuilEn } from '../../fiche-indicateur.ts'
import { type Alertes, ligneDe } from '../../modeles/changement.ts'
import { type Colonne, estTriee, trierIci } from '../../modeles/tri.ts'
import { Defilement, Panneau, Section } from '../blocs.tsx'
import { COLONNES_ALERTE, DebutAlerte, QuiEnAlerte } from '../debut-alerte.tsx'
import { Entetes } from '../entetes.tsx'
import { Forme } from '../etat.tsx'
import { ROLES } from '../roles-table.ts'

interface Props {
  readonly contexte: Contexte
  readonly fiches: ReadonlyMap<string, FicheIndicateur>
  readonly alertes: Alertes
  readonly mois: readonly [avant: Mois, apres: Mois]
}

interface Concerne {
  readonly passage: Passage<LigneAffichee>
  readonly fiche: FicheIndicateur
}

interface PropsPassage extends Concerne {
  readonly contexte: Contexte
}

/** The months that a value is of, told where the other side's are not the same or both are twelve. */
const fenetreDe = (ligne: LigneAffichee | null, autre: LigneAffichee | null): string | null => {
  if (ligne === null || ligne.valeur === null) return null
  if (ligne.surDouzeMois) return 'sur 12\u00a0mois'
  return autre?.surDouzeMois ? 'sur le mois' : null
}

/** A value, and the months that it is of. */
const Valeur = ({
  fiche,
  ligne,
  autre,
}: { fiche: FicheIndicateur } & Record<'ligne' | 'autre', LigneAffichee | null>) => {
  const fenetre = fenetreDe(ligne, autre)
  return (
    <>
      {formatValeur(fiche.unite, ligne?.valeur ?? null)}
      {fenetre === null ? null : <span class="sub">{fenetre}</span>}
    </>
  )
}

const Entree = ({ contexte, passage, fiche, mois }: PropsPassage & Pick<Props, 'mois'>) => {
  const { avant, apres } = passage
  const ligne = ligneDe(passage)
  const seuil = seuilEn(fiche, ligne.fin)
  return (
    <tr {...ROLES.rangee}>
      <DebutAlerte contexte={contexte} ligne={ligne} fiche={fiche} />
      <td class="num av" data-l={nomMois(mois[0])} {...ROLES.cellule}>
        <Valeur fiche={fiche} ligne={avant} autre={apres} />
      </td>
      <td class="num v" {...ROLES.cellule}>
        <strong>
          <Valeur fiche={fiche} ligne={apres} autre={avant} />
        </strong>
      </td>
      <td class="num se" {...ROLES.cellule}>
        {seuil === null ? 'aucun' : formatRepere(fiche.unite, seuil)}
      </td>
    </tr>
  )
}

const Rangee = ({ contexte, passage, fiche }: PropsPassage) => {
  const { avant, apres } = passage
  const etat = apres?.statut_affiche ?? null
  return (
    <li>
      {etat === null ? <span /> : <Forme statut={etat} />}
      <span>
        <QuiEnAlerte contexte={contexte} ligne={ligneDe(passage)} />
        {fr(`, ${dansPhrase(fiche.libelle)}`)}
      </span>
      <span class="w passe">
        <span>
          <Valeur fiche={fiche} ligne={avant} autre={apres} />
        </span>
        <span aria-hidden="true">→</span>
        <span class="vh">puis</span>
        <b>
          <Valeur fiche={fiche} ligne={apres} autre={avant} />
        </b>
      </span>
    </li>
  )
}

const multiples = ({ fiches }: Props, passage: Passage<LigneAffichee>): number => {
  const ligne = ligneDe(passage)
  const fiche = fiches.get(ligne.indicateur)
  const seuil = fiche ? seuilEn(fiche, ligne.fin) : null
  return (ligne.valeur ?? 0) / (seuil || 1)
}

const colonnesDe = ([avant, apres]: Props['mois']): readonly Colonne<Concerne>[] => [
  ...COLONNES_ALERTE.map(({ valeur, ...colonne }) => ({
    ...colonne,
    ...(valeur && { valeur: ({ passage, fiche }: Concerne) => valeur({ ligne: ligneDe(passage), fiche }) }),
  })),
  {
    cle: 'avant',
    libelle: capitale(nomMois(avant)),
    nombre: true,
    valeur: ({ passage }) => passage.avant?.valeur ?? null,
  },
  {
    cle: 'apres',
    libelle: capitale(nomMois(apres)),
    nombre: true,
    valeur: ({ passage }) => passage.apres?.valeur ?? null,
  },
  {
    cle: 'seuil',
    libelle: 'Seuil',
    nombre: true,
    valeur: ({ passage, fiche }) => seuilEn(fiche, ligneDe(passage).fin),
  },
]

/** Passages with what their indicator is, the farthest from its threshold first. */
const avecFiches = (p: Props, passages: readonly Passage<LigneAffichee>[]): readonly Concerne[] =>
  passages
    .toSorted((a, b) => multiples(p, b) - multiples(p, a))
    .flatMap((passage) => {
      const fiche = p.fiches.get(ligneDe(passage).indicateur)
      return fiche === undefined ? [] : [{ passage, fiche }]
    })

const Liste = (p: Props & { readonly passages: readonly Passage<LigneAffichee>[]; readonly rien: string }) =>
  p.passages.length === 0 ? (
    <p class="empty">{p.rien}</p>
  ) : (
    <ul class="rows">
      {avecFiches(p, p.passages).map((propre) => (
        <Rangee contexte={p.contexte} {...propre} />
      ))}
    </ul>
  )

/** The alerts that entered, then those that got worse and those that have gone. */
export const AlertesChangees = (p: Props) => {
  const { entrees, sorties, aggravees, durent } = p.alertes
  const colonnes = colonnesDe(p.mois)
  return (
    <>
      <Section
        id="entrees"
        titre={compte(entrees.length, 'alerte entrée', 'alertes entrées')}
        {...(estTriee(p.contexte, colonnes) ? {} : { precision: 'Les plus éloignées du seuil d’abord' })}
      >
        {entrees.length === 0 ? (
          <p class="empty">Aucune alerte n’est entrée.</p>
        ) : (
          <Defilement nom="Alertes entrées">
            <table class="data tight stack-n ent" {...ROLES.table}>
              <Entetes contexte={p.contexte} colonnes={colonnes} section="entrees" roles />
              <tbody {...ROLES.groupe}>
                {trierIci(p.contexte, avecFiches(p, entrees), colonnes).map((propre) => (
                  <Entree contexte={p.contexte} mois={p.mois} {...propre} />
                ))}
              </tbody>
            </table>
          </Defilement>
        )}
      </Section>
      <div class="grid sec">
        <div class="g6">
          <Panneau
            id="aggravees"
            titre={compte(aggravees.length, 'alerte aggravée', 'alertes aggravées')}
            precision={fr(`sur ${durent.length} qui durent : la valeur dépasse l’intervalle d’avant`)}
          >
            <Liste {...p} passages={aggravees} rien="Aucune ne s’est aggravée." />
          </Panneau>
        </div>
        <div class="g6">
          <Panneau id="sorties" titre={compte(sorties.length, 'alerte sortie', 'alertes sorties')}>
            <Liste {...p} passages={sorties} rien="Aucune n’est sortie." />
          </Panneau>
        </div>
      </div>
    </>
  )
}
