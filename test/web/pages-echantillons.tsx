import { enJour } from '../../ingest/socle/jour.ts'
import { FICHE_VIDE } from '../../web/components/echantillons/formulaire-fiche.tsx'
import type { Contexte } from '../../web/contexte.ts'
import { QUESTIONS_D_ORIGINE } from '../../web/echantillons.ts'
import { faitCivilite } from '../../web/modeles/faits-echantillons.ts'
import { Civilite } from '../../web/pages/civilite.tsx'
import { PageEchantillon } from '../../web/pages/echantillon.tsx'
import { Echantillons } from '../../web/pages/echantillons.tsx'
import { FicheEchantillon } from '../../web/pages/fiche-echantillon.tsx'
import { PapierEchantillon } from '../../web/pages/papier-echantillon.tsx'
import { QuestionsEchantillon } from '../../web/pages/questions-echantillon.tsx'
import { TirerEchantillon } from '../../web/pages/tirer-echantillon.tsx'
import { CLOS, ECHANTILLONS, EN_COURS, MOUVEMENTS, NUMEROS, TIRE } from './fixtures/echantillons.ts'
import { contexteDe, MOIS } from './fixtures.ts'

const PAGES = [
  ...['/echantillons', '/echantillons/nouveau', '/echantillons/:id/papier', '/echantillons/:id/fiches/:rang'],
  ...['/controles', '/controles/:mois', '/parametres'],
]

/** Somebody of a role, with its pages. */
const pour = (role: string, chemin: string): Contexte => {
  const contexte = contexteDe(chemin)
  const pages = role === 'guichet' ? ['/echantillons', '/mesures'] : PAGES
  return { ...contexte, personne: contexte.personne && { ...contexte.personne, role, pages } }
}

const EXPORTS = [{ libelle: 'Échantillons, CSV', href: '#csv' }]
const CHAMPS = [['ressources_mensuelles', 'Ressources mensuelles']] as const
const TIRAGE = {
  ...{ mois: '2026-10', population: 'ACTIVES', strate: 'CATEGORIE', repartition: 'PROPORTIONNELLE', minimum: '0' },
  ...{ taille: '30', graine: '7c1e04b2a95f38d6', attendue: '' },
}

const fiche = (role: string, echantillon: typeof CLOS, rang: number) => (
  <FicheEchantillon
    contexte={pour(role, `/echantillons/${echantillon.id}/fiches/${rang}`)}
    echantillon={echantillon}
    fiche={echantillon.fiches[rang - 1] ?? (echantillon.fiches[0] as (typeof CLOS)['fiches'][number])}
    numero={NUMEROS.get(rang) ?? ''}
    demande={
      rang === 4
        ? null
        : { statut: 'active', enregistree: enJour('2024-10-03'), renouvelee: null, modifiee: null, personnes: 3 }
    }
    champs={CHAMPS}
    saisie={echantillon.fiches[rang - 1]?.reponse ?? FICHE_VIDE}
  />
)

/** The pages of samples, by name. */
export const listPagesDesEchantillons = () => ({
  echantillons: (
    <Echantillons
      contexte={pour('gestionnaire', '/echantillons')}
      echantillons={ECHANTILLONS}
      mois={MOIS}
      exports={EXPORTS}
    />
  ),
  'echantillons-vide': (
    <Echantillons contexte={pour('gestionnaire', '/echantillons')} echantillons={[]} mois={MOIS} exports={EXPORTS} />
  ),
  'echantillons-service': (
    <Echantillons
      contexte={pour('guichet', '/echantillons')}
      echantillons={[{ ...TIRE, strates: [], fiches: TIRE.fiches.slice(0, 4) }]}
      mois={null}
      exports={EXPORTS}
    />
  ),
  'tirer-echantillon': (
    <TirerEchantillon
      contexte={pour('gestionnaire', '/echantillons/nouveau')}
      mois={[MOIS]}
      saisie={TIRAGE}
      attendue={null}
      strates={CLOS.strates}
    />
  ),
  'tirer-echantillon-refuse': (
    <TirerEchantillon
      contexte={pour('gestionnaire', '/echantillons/nouveau')}
      mois={[MOIS]}
      saisie={{ ...TIRAGE, minimum: '50', attendue: '10' }}
      attendue={0.1}
      strates={null}
      refus={{
        phrase: 'Un minimum de 50 par strate demande 100 demandes au moins.',
        suite: 'Rien n’a été enregistré.',
      }}
    />
  ),
  'echantillon-clos': (
    <PageEchantillon
      contexte={pour('gestionnaire', '/echantillons/1')}
      echantillon={CLOS}
      numeros={NUMEROS}
      exports={EXPORTS}
    />
  ),
  'echantillon-en-cours': (
    <PageEchantillon
      contexte={pour('gestionnaire', '/echantillons/2')}
      echantillon={EN_COURS}
      numeros={NUMEROS}
      exports={EXPORTS}
    />
  ),
  'echantillon-tire': (
    <PageEchantillon
      contexte={pour('gestionnaire', '/echantillons/3')}
      echantillon={TIRE}
      numeros={NUMEROS}
      exports={EXPORTS}
    />
  ),
  'echantillon-service': (
    <PageEchantillon
      contexte={pour('guichet', '/echantillons/1')}
      echantillon={{ ...CLOS, strates: [], fiches: CLOS.fiches.slice(0, 4), actesPossibles: [] }}
      numeros={NUMEROS}
      exports={[]}
    />
  ),
  'fiche-echantillon': fiche('gestionnaire', EN_COURS, 13),
  'fiche-echantillon-lue': fiche('etat', CLOS, 3),
  'fiche-echantillon-purgee': fiche('etat', CLOS, 4),
  'papier-echantillon': (
    <PapierEchantillon
      contexte={pour('gestionnaire', '/echantillons/2/papier')}
      echantillon={EN_COURS}
      numeros={NUMEROS}
    />
  ),
  'questions-echantillon': (
    <QuestionsEchantillon
      contexte={pour('gestionnaire', '/parametres/questions')}
      questions={QUESTIONS_D_ORIGINE}
      aujourdhui="2026-11-24"
    />
  ),
  civilite: (
    <Civilite
      contexte={pour('gestionnaire', '/controles/2026-10/civilite')}
      mois={MOIS}
      mouvements={MOUVEMENTS}
      constat={faitCivilite(MOUVEMENTS, MOIS)}
      peutVerifier
      exports={EXPORTS}
    />
  ),
  'civilite-vide': (
    <Civilite
      contexte={pour('etat', '/controles/2026-10/civilite')}
      mois={MOIS}
      mouvements={[]}
      constat={faitCivilite([], MOIS)}
      peutVerifier={false}
      exports={EXPORTS}
    />
  ),
})
