import type { Contexte } from '../../web/contexte.ts'
import type { ListeDemarches } from '../../web/demarches/mots.ts'
import { SORTES, sortesEnvoyees } from '../../web/demarches/registre.ts'
import { PageDemarche } from '../../web/pages/demarche.tsx'
import { Demarches } from '../../web/pages/demarches.tsx'
import { ChoisirDemarche, NouvelleDemarche } from '../../web/pages/nouvelle-demarche.tsx'
import { AUJOURDHUI, CONFIRMEE, DEMARCHES, QUESTIONS, RADIATION } from './fixtures/demarches.ts'
import { contexteDe } from './fixtures.ts'

const EXPORTS = [{ libelle: 'Démarches, Excel (XLSX)', href: '#xlsx' }]

const pour = (role: string, chemin: string, requete = {}): Contexte => {
  const contexte = contexteDe(chemin, requete)
  const pages = [
    '/',
    '/demarches',
    '/demarches/nouvelle',
    '/guichets',
    ...(role === 'gestionnaire' ? ['/controles'] : []),
  ]
  return { ...contexte, personne: contexte.personne && { ...contexte.personne, role, pages } }
}

const liste = (role: string, nom: ListeDemarches, lignes: typeof DEMARCHES, fait?: string) => (
  <Demarches
    contexte={pour(role, '/demarches', nom === 'ATTENTE' ? {} : { liste: nom })}
    liste={nom}
    comptes={{ ATTENTE: lignes.length, SUIVIES: 0, TERMINEES: 12, QUESTIONS: QUESTIONS.length }}
    sorte={null}
    service={null}
    services={
      role === 'guichet'
        ? []
        : [
            ['C000X', 'Mairie de Vaugrand (C000X)'],
            ['E001X', 'Agglomération (E001X)'],
          ]
    }
    choisies={lignes}
    montrees={lignes}
    page={1}
    aujourdhui={AUJOURDHUI}
    exports={EXPORTS}
    {...(fait ? { fait } : {})}
  />
)

const GUICHETS = [['C000X', 'Mairie de Vaugrand (C000X)']] as const

/** What guichets ask, as each reads it: the list, the forms, a démarche to be answered, one confirmed. */
export const listPagesDesDemarches = () => ({
  demarches: liste('gestionnaire', 'ATTENTE', DEMARCHES),
  'demarches-guichet': liste('guichet', 'ATTENTE', DEMARCHES.slice(0, 2)),
  'demarches-vide': liste('guichet', 'ATTENTE', []),
  'demarches-questions': liste('gestionnaire', 'QUESTIONS', QUESTIONS),
  'demarche-choisir': (
    <ChoisirDemarche
      contexte={pour('guichet', '/demarches/nouvelle')}
      sortes={sortesEnvoyees('guichet')}
      saisie={{ numeros: '0991026000001C000X' }}
    />
  ),
  'demarche-doublon': (
    <NouvelleDemarche
      contexte={pour('guichet', '/demarches/nouvelle/doublon')}
      sorte={SORTES.DOUBLON}
      guichets={GUICHETS}
      saisie={{ numeros: '0991026000001C000X', motif: 'même personne' }}
      refus={{ phrase: 'Deux numéros différents au moins sont attendus.', suite: 'Rien n’a été enregistré.' }}
    />
  ),
  'demarche-coordonnees': (
    <NouvelleDemarche
      contexte={pour('guichet', '/demarches/nouvelle/coordonnees')}
      sorte={SORTES.COORDONNEES}
      guichets={GUICHETS}
      saisie={{}}
    />
  ),
  'demarche-radiation': (
    <PageDemarche
      contexte={pour('gestionnaire', '/demarches/7')}
      demarche={RADIATION}
      aujourdhui={AUJOURDHUI}
      saisie={{}}
      exports={EXPORTS}
    />
  ),
  'demarche-confirmee': (
    <PageDemarche
      contexte={pour('guichet', '/demarches/3')}
      demarche={CONFIRMEE}
      aujourdhui={AUJOURDHUI}
      saisie={{}}
      exports={EXPORTS}
    />
  ),
})
