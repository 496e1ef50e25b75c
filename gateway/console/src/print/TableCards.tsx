import { Paper } from "./Paper";
import type { Card } from "./printedCards";

interface Props {
  readonly cards: readonly Card[];
  readonly done: () => void;
}

/** A name in large letters is that of few letters. */
const LARGE = 4;

/** Cards to be folded: the name faces both ways. */
export default function TableCards({ cards, done }: Props) {
  return (
    <Paper ready done={done}>
      <div className="cards-sheet" data-cards={cards.length}>
        {cards.map(({ person, delegation, session }) => {
          const face = (
            <>
              <span className="card-name" data-long={[...person.name].length > LARGE || undefined}>
                {person.name}
              </span>
              <span className="card-of">{delegation}</span>
            </>
          );
          return (
            <section key={person.id} className="table-card" aria-label={person.name}>
              <div className="card-face turned" aria-hidden="true">
                {face}
              </div>
              <div className="card-face">
                {face}
                <small className="card-session">{session}</small>
              </div>
            </section>
          );
        })}
      </div>
    </Paper>
  );
}
