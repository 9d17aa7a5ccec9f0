import { formatInstant, formatJour } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Refus } from '../chargement.ts'
import { Defilement, Panneau, Section } from '../components/blocs.tsx'
import { Champ, Choix, Formulaire } from '../components/champ.tsx'
import { Entetes } from '../components/entetes.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { type NormeEnVigueur, NormesEnVigueur } from '../components/normes-en-vigueur.tsx'
import { Page } from '../components/page.tsx'
import { Quand } from '../components/quand.tsx'
import { ROLES } from '../components/roles-table.ts'
import { type SeuilEnVigueur, SeuilsDeRessources } from '../components/seuils-de-ressources.tsx'
import { Tete } from '../components/tete.tsx'
import { type Contexte, peutOuvrir } from '../contexte.ts'
import { lien } from '../liens.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'

/** A setting as it was decided. */
export interface Decision {
  readonly objet: string
  readonly valeur: string
  readonly depuis: Jour
  readonly motif: string
  readonly saisiPar: string
  /** `AAAA-MM-JJTHH:MM`. */
  readonly saisiLe: string
}

export interface ReglageOffert {
  readonly cle: string
  readonly libelle: string
  readonly aide: string
  readonly valeur: string
  readonly options: readonly (readonly [valeur: string, libelle: string])[]
}

export interface ParametresProps {
  readonly contexte: Contexte
  readonly indicateurs: readonly (readonly [code: string, libelle: string])[]
  readonly normes: readonly NormeEnVigueur[]
  readonly seuils: readonly SeuilEnVigueur[]
  readonly reglages: readonly ReglageOffert[]
  readonly decisions: readonly Decision[]
  readonly aujourdhui: string
  readonly refus?: Refus
  readonly fait?: string
}

const Normes = ({ contexte, indicateurs, normes, aujourdhui }: ParametresProps) => (
  <>
    <Section
      id="normes"
      titre="Normes en vigueur"
      precision="Objectif, seuil et effectif minimum, indicateur par indicateur"
    >
      <NormesEnVigueur contexte={contexte} normes={normes} />
    </Section>
    <Panneau id="changer" titre="Changer une norme" precision="Un changement ne réécrit jamais un état passé">
      <form class="formulaire" method="get" action="/parametres/norme" aria-label="Norme d’un indicateur">
        {Object.entries({ territoire: contexte.territoire, mois: contexte.mois }).map(([nom, valeur]) =>
          valeur === null ? null : <input type="hidden" name={nom} value={valeur} />,
        )}
        <Choix
          prefixe="no"
          nom="indicateur"
          libelle="Indicateur"
          options={indicateurs}
          valeur={contexte.requete.indicateur ?? ''}
        />
        <Choix
          prefixe="no"
          nom="nature"
          libelle="Ce qui change"
          options={[
            ['seuil', 'Seuil d’alerte'],
            ['objectif', 'Objectif'],
            ['minimum', 'Effectif minimum'],
          ]}
        />
        <Champ
          prefixe="no"
          nom="valeur"
          libelle="Nouvelle valeur"
          aide="En pour cent pour une part, en jours pour un délai. Vide : plus de norme."
          saisie="off"
        />
        <Quand prefixe="no" aujourdhui={aujourdhui} />
        <div class="large acts">
          <button class="btn main" type="submit">
            Voir ce que cela changerait
          </button>
          <p class="hint">Rien n’est enregistré avant d’avoir été confirmé.</p>
        </div>
      </form>
    </Panneau>
  </>
)

const Reglage = ({
  contexte,
  reglage,
  aujourdhui,
}: Pick<ParametresProps, 'contexte' | 'aujourdhui'> & { readonly reglage: ReglageOffert }) => (
  <Panneau id={reglage.cle} titre={reglage.libelle} precision={fr(reglage.aide)}>
    <Formulaire
      action={lien(contexte, '/parametres/reglage')}
      nom={reglage.libelle}
      bouton="Enregistrer le réglage"
      quiet
    >
      <input type="hidden" name="cle" value={reglage.cle} />
      <Choix prefixe={reglage.cle} nom="valeur" libelle="Réglage" options={reglage.options} valeur={reglage.valeur} />
      <Quand prefixe={reglage.cle} aujourdhui={aujourdhui} />
    </Formulaire>
  </Panneau>
)

const DECISIONS: readonly Colonne<Decision>[] = [
  { cle: 'objet', libelle: 'Objet', valeur: ({ objet }) => objet },
  { cle: 'valeur', libelle: 'Valeur', valeur: ({ valeur }) => valeur },
  { cle: 'depuis', libelle: 'À compter du', fortDabord: true, valeur: ({ depuis }) => depuis },
  { cle: 'motif', libelle: 'Motif', valeur: ({ motif }) => motif },
  { cle: 'saisi', libelle: 'Saisi par', valeur: ({ saisiPar }) => saisiPar },
]

/** What the territory has decided, and since when. */
export const Parametres = (p: ParametresProps) => (
  <Page contexte={p.contexte} titre="Paramètres" periode={false}>
    <Tete titre="Paramètres">
      {fr('Chaque réglage vaut à partir de sa date, avec la décision qui le fonde ; aucun n’est effacé.')}
    </Tete>
    {p.refus ? <MessageRefus refus={p.refus} /> : null}
    {p.fait ? <MessageFait>{p.fait}</MessageFait> : null}
    <Normes {...p} />
    {p.seuils.length === 0 ? null : <SeuilsDeRessources {...p} />}
    {p.reglages.map((reglage) => (
      <Reglage contexte={p.contexte} reglage={reglage} aujourdhui={p.aujourdhui} />
    ))}
    {peutOuvrir(p.contexte, '/parametres/questions') ? (
      <Panneau
        id="questions-echantillons"
        titre="Questions des échantillons"
        precision="Ce qui est demandé de chaque demande tirée au sort"
      >
        <p class="suite-p">
          <a class="btn" href={lien(p.contexte, '/parametres/questions')}>
            Modifier les questions
          </a>
        </p>
      </Panneau>
    ) : null}
    <Section id="decisions" titre="Décisions prises" precision="De la plus récente à la plus ancienne">
      {p.decisions.length === 0 ? (
        <p class="empty">Aucun réglage n’a été changé : ceux du produit s’appliquent.</p>
      ) : (
        <Defilement nom="Décisions">
          <table class="data tight dossiers" {...ROLES.table}>
            <Entetes contexte={p.contexte} colonnes={DECISIONS} table="decisions" section="decisions" roles />
            <tbody {...ROLES.groupe}>
              {trierIci(p.contexte, p.decisions, DECISIONS, 'decisions').map((decision) => (
                <tr {...ROLES.rangee}>
                  <th scope="row" {...ROLES.tete}>
                    {fr(decision.objet)}
                  </th>
                  <td data-l="Valeur" {...ROLES.cellule}>
                    {decision.valeur}
                  </td>
                  <td data-l="À compter du" {...ROLES.cellule}>
                    {formatJour(decision.depuis)}
                  </td>
                  <td data-l="Motif" {...ROLES.cellule}>
                    {decision.motif}
                  </td>
                  <td data-l="Saisi par" {...ROLES.cellule}>
                    {decision.saisiPar}
                    <span class="sub">{formatInstant(decision.saisiLe)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Defilement>
      )}
    </Section>
  </Page>
)
