/** Whose snapshot it is and of which day, where its files may not say it. */
export const Identite = ({ saisie }: { readonly saisie: { readonly territoire: string; readonly date: string } }) => (
  <>
    <div class="ctl">
      <label for="imp-territoire">Territoire</label>
      <p class="hint" id="imp-territoire-aide">
        Trois caractères, par exemple 013.
      </p>
      <input
        class="input"
        id="imp-territoire"
        name="territoire"
        value={saisie.territoire}
        maxlength={3}
        pattern="[0-9A-Za-z]{1,3}"
        size={6}
        autocomplete="off"
        aria-describedby="imp-territoire-aide"
      />
    </div>
    <div class="ctl">
      <label for="imp-date">Date de l’instantané</label>
      <p class="hint" id="imp-date-aide">
        Le jour dont il montre la fin.
      </p>
      <input class="input" type="date" id="imp-date" name="date" value={saisie.date} aria-describedby="imp-date-aide" />
    </div>
  </>
)
