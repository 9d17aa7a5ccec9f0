import { formatRepere, formatValeur, nomMois } from '../../../ingest/socle/francais/format.ts'
import { capitale, compte, dansPhrase } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Mois } from '../../../ingest/socle/jour.ts'
import { estComparable, type Passage } from '../../../metrics/changement/alertes.ts'
import type { LigneAffichee } from '../../affichee.ts'
import type { Contexte } from '../../contexte.ts'
import { type FicheIndicateur, seuilEn } from '../../fiche-indicateur.ts'
import { lienGuichet, lienIndicateur } from '../../liens.ts'
import { type Alertes, ligneDe } from '../../modeles/changement.ts'
import { Defilement, Panneau, Section } from '../blocs.tsx'
import { Forme } from '../etat.tsx'

interface Props {
  readonly contexte: Contexte
  readonly fiches: ReadonlyMap<string, FicheIndicateur>
  readonly alertes: Alertes
  readonly mois: readonly [avant: Mois, apres: Mois]
}

interface PropsPassage {
  readonly contexte: Contexte
  readonly passage: Passage<LigneAffichee>
  readonly fiche: FicheIndicateur
}

/** The value before, where it is of as many months as the one after. */
const valeurAvant = (passage: Passage<LigneAffichee>): number | null =>
  passage.apres === null || estComparable(passage) ? (passage.avant?.valeur ?? null) : null

const Qui = ({ contexte, ligne }: { readonly contexte: Contexte; readonly ligne: LigneAffichee }) =>
  ligne.niveau === 'GUICHET' ? (
    <a class="t" href={lienGuichet(contexte, ligne.entite)}>
      {ligne.libelle}
    </a>
  ) : (
    <span class="t">{ligne.libelle}</span>
  )

const Entree = ({ contexte, passage, fiche }: PropsPassage) => {
  const ligne = ligneDe(passage)
  const seuil = seuilEn(fiche, ligne.fin)
  return (
    <tr>
      <td class="gly">
        <Forme statut="ALERTE" />
        <span class="vh">Alerte</span>
      </td>
      <th scope="row">
        <Qui contexte={contexte} ligne={ligne} />
        <span class="sub">{ligne.niveau === 'SERVICE' ? `${ligne.entite} · Service` : ligne.entite}</span>
      </th>
      <td class="i">
        <a href={lienIndicateur(contexte, fiche.code)}>{fiche.libelle}</a>
        {ligne.surDouzeMois ? <span class="sub">{'sur 12\u00a0mois'}</span> : null}
      </td>
      <td class="num">{formatValeur(fiche.unite, valeurAvant(passage))}</td>
      <td class="num v">
        <strong>{formatValeur(fiche.unite, ligne.valeur)}</strong>
      </td>
      <td class="num se">{seuil === null ? 'aucun' : formatRepere(fiche.unite, seuil)}</td>
    </tr>
  )
}

const Rangee = ({ contexte, passage, fiche }: PropsPassage) => {
  const ligne = ligneDe(passage)
  const etat = passage.apres?.statut_affiche ?? null
  return (
    <li>
      {etat === null ? <span /> : <Forme statut={etat} />}
      <span>
        <Qui contexte={contexte} ligne={ligne} />
        {fr(`, ${dansPhrase(fiche.libelle)}`)}
      </span>
      <span class="w">
        {`${formatValeur(fiche.unite, valeurAvant(passage))} → `}
        <b>{formatValeur(fiche.unite, passage.apres?.valeur ?? null)}</b>
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

/** Passages with what their indicator is, the farthest from its threshold first. */
const avecFiches = (p: Props, passages: readonly Passage<LigneAffichee>[]) =>
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
  const [avant, apres] = p.mois.map((m) => capitale(nomMois(m)))
  return (
    <>
      <Section
        id="entrees"
        titre={compte(entrees.length, 'alerte entrée', 'alertes entrées')}
        precision="Les plus éloignées du seuil d’abord"
      >
        {entrees.length === 0 ? (
          <p class="empty">Aucune alerte n’est entrée.</p>
        ) : (
          <Defilement nom="Alertes entrées">
            <table class="data tight">
              <thead>
                <tr>
                  <th scope="col">
                    <span class="vh">État</span>
                  </th>
                  <th scope="col">Guichet ou service</th>
                  <th scope="col">Indicateur</th>
                  <th scope="col" class="num">
                    {avant}
                  </th>
                  <th scope="col" class="num">
                    {apres}
                  </th>
                  <th scope="col" class="num">
                    Seuil
                  </th>
                </tr>
              </thead>
              <tbody>
                {avecFiches(p, entrees).map((propre) => (
                  <Entree contexte={p.contexte} {...propre} />
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
