import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { editeur } from '../../assets.ts'
import { lien } from '../../liens.ts'
import type { RequetesProps } from '../../requetes-vue.ts'
import { Champ, Choix, ZoneTexte } from '../champ.tsx'
import { Icone } from '../sprite.tsx'

/** What the text of a query, and what is said of it, may hold. */
export const LONGUEURS = { sql: 20_000, titre: 120, description: 400 } as const

const duree = (ms: number): string => fr(`${formatNombre(Math.max(ms, 100) / 1000, 1)} s`)

/** What the query took, and what stops one. */
const Cout = ({ execution, bornes }: Pick<RequetesProps, 'execution' | 'bornes'>) => {
  const resultat = execution?.resultat
  return (
    <p class="etat-r" role="status">
      {execution?.depuis === undefined || execution.depuis === null ? null : (
        <span>{fr(`En cours depuis ${compte(Math.max(1, execution.depuis), 'seconde')}.`)}</span>
      )}
      {resultat ? (
        <>
          <span>
            <Icone nom="ok" classe="ok" /> {`${compte(resultat.lignes.length, 'ligne')} en ${duree(resultat.ms)}`}
          </span>
          <span>{fr(`${formatNombre(resultat.memoire)} Mo sur ${bornes.memoire}`)}</span>
        </>
      ) : null}
      <span>
        {fr(
          `au-delà de ${bornes.secondes} s, de ${bornes.memoire} Mo ou de ${formatNombre(bornes.lignes)} lignes, la requête s’arrête`,
        )}
      </span>
    </p>
  )
}

/** Keeping what the editor holds, under a title; its author's next versions, anybody's copy. */
const Enregistrer = ({ contexte, requete, saisie, refus }: RequetesProps) => (
  <details class="plus enregistrer" open={refus !== undefined}>
    <summary>Enregistrer cette requête</summary>
    <div>
      <Champ nom="titre" libelle="Titre" longueur={LONGUEURS.titre} valeur={saisie.titre} large />
      <ZoneTexte
        nom="description"
        libelle="Description"
        aide="Ce qu’elle montre. Ni numéro unique ni nom."
        longueur={LONGUEURS.description}
        lignes={2}
        valeur={saisie.description}
      />
      <label class="coche">
        <input type="checkbox" name="partagee" value="1" checked={saisie.partagee} />
        <span>La partager avec le gestionnaire et la direction départementale du territoire</span>
      </label>
      <p class="acts">
        <button class="btn" type="submit" formaction={lien(contexte, '/requetes')} name="garder" value="NOUVELLE">
          {requete === null ? 'Enregistrer' : 'Enregistrer comme une autre'}
        </button>
        {requete?.sienne ? (
          <button
            class="btn"
            type="submit"
            formaction={lien(contexte, '/requetes')}
            name="garder"
            value={String(requete.id)}
          >
            Enregistrer une nouvelle version
          </button>
        ) : null}
      </p>
    </div>
  </details>
)

const Bouton = ({ contexte, enCours }: Pick<RequetesProps, 'contexte' | 'enCours'>) =>
  enCours ? (
    <button class="btn main" type="submit" formaction={lien(contexte, '/requetes/arreter')}>
      Arrêter <span class="vh">la requête en cours</span>
    </button>
  ) : (
    <button class="btn main" type="submit" data-executer>
      Exécuter <span class="vh">la requête</span>
    </button>
  )

/** Where a query is written: lines of text, that a script makes a better editor of. */
export const Editeur = (p: RequetesProps) => {
  const { contexte, saisie, choix, requete, tables } = p
  const schema = Object.fromEntries(tables.map(({ nom, colonnes }) => [nom, colonnes.map((c) => c.nom)]))
  return (
    <section class="editeur" aria-label="Requête" data-attente={p.execution?.depuis == null ? undefined : ''}>
      <form method="post" action={lien(contexte, '/requetes/executer')} aria-label="Écrire et exécuter une requête">
        <div class="barre">
          <Choix nom="mois" libelle="$mois, $instantane" options={choix.mois} valeur={saisie.mois} />
          <Choix nom="guichet" libelle="$guichet" options={choix.guichet} valeur={saisie.guichet} />
          <div class="end">
            <Bouton contexte={contexte} enCours={p.enCours} />
          </div>
        </div>
        {requete === null ? null : <input type="hidden" name="requete" value={String(requete.id)} />}
        <label class="vh" for="ch-sql">
          Texte de la requête, en SQL
        </label>
        <textarea
          class="code"
          id="ch-sql"
          name="sql"
          rows={Math.min(24, Math.max(8, saisie.sql.split('\n').length + 1))}
          maxlength={LONGUEURS.sql}
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          data-schema={JSON.stringify(schema)}
        >
          {saisie.sql}
        </textarea>
        <Cout execution={p.execution} bornes={p.bornes} />
        <Enregistrer {...p} />
      </form>
      <script type="module" src={editeur()}></script>
    </section>
  )
}
