import { enLettres } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import { JOURS_DE_FENETRE, MOIS_AVANT_AU_MOINS, MOIS_AVANT_AU_PLUS } from '../../../ingest/socle/regles/fenetre.ts'
import { regleEn } from '../../../ingest/socle/regles/regle.ts'
import { MOIS_CONSOLIDES } from '../../../metrics/engine/consolide.ts'
import { Section } from '../blocs.tsx'

/** From the extraction to a month's figures; rules of law and contract as they stand on a day. */
export const DOuViennentLesChiffres = ({ jour }: { readonly jour: Jour }) => (
  <Section id="chiffres" titre="D’où viennent les chiffres" classe="sec texte">
    <p>
      {fr(
        `Tout vient d’instantanés : la base du département telle qu’elle était à la fin d’un jour. Un mois est calculé sur le premier instantané daté de son dernier jour, ou des ${enLettres(regleEn(JOURS_DE_FENETRE, jour))} jours qui suivent. Sans lui, le mois n’a pas de chiffres, et la page le dit. Seules les demandes de personnes physiques comptent.`,
      )}
    </p>
    <ul>
      <li>
        {fr(
          `Quelques indicateurs comparent deux instantanés : celui du début du mois, ou un autre de ${enLettres(regleEn(MOIS_AVANT_AU_MOINS, jour))} à ${enLettres(regleEn(MOIS_AVANT_AU_PLUS, jour))} mois plus tôt. Quand il manque, l’indicateur n’a pas de valeur, et la raison est dite.`,
        )}
      </li>
      <li>
        {fr(
          'Une colonne que l’extraction n’a pas ne mesure rien : personne n’est mis en cause, ni mis hors de cause, par ce qui n’a pas été exporté.',
        )}
      </li>
      <li>{fr('« – » veut dire « non calculable », jamais zéro.')}</li>
      <li>
        Un chiffre existe à quatre niveaux, comptés séparément : le guichet, le service, la catégorie, le territoire.
        Une part d’un territoire n’est jamais une moyenne de parts : les demandes sont recomptées ensemble.
      </li>
      <li>
        {fr(
          'Sur plusieurs mois, les comptes s’additionnent et les délais sont réunis. Un stock, lui, est celui du dernier mois.',
        )}
      </li>
      <li>
        Un mois garde les seuils sous lesquels il a été jugé : en changer un vaut pour la suite et ne réécrit aucun
        état.
      </li>
      <li>
        {fr(
          `« Consolidé » : ce que les instantanés suivants savent d’un mois passé, pendant ${enLettres(MOIS_CONSOLIDES)} mois, à côté du chiffre d’origine, là où l’indicateur part d’un enregistrement ou d’une attribution.`,
        )}
      </li>
    </ul>
  </Section>
)
