package mayday.review;

import java.util.ArrayList;
import mayday.review.Facts.Hurt;
import mayday.review.Remark.Note;

/** The impact says how long and how many; or that nobody was hurt. */
final class QuantifiedImpact implements Checks.Check {

    @Override
    public Remark of(PostMortem written, Facts facts, Wording wording) {
        var text = written.text(Section.IMPACT);
        var notes = new ArrayList<Note>();
        switch (facts.hurt()) {
            case Hurt.Nobody() -> {
                if (!wording.saysNobodyWasHurt(text)) {
                    notes.add(Note.in(Section.IMPACT, "Nobody was hurt in this incident, and Impact does not say so."));
                }
            }
            case Hurt.Customers _ -> {
                if (Figures.lengths(text).isEmpty()) {
                    notes.add(Note.in(
                            Section.IMPACT,
                            "Impact does not say for how long customers were hurt: minutes, or from when to when."));
                }
                if (Figures.counts(text, false).isEmpty() && !Figures.hasShare(text)) {
                    notes.add(
                            Note.in(
                                    Section.IMPACT,
                                    "Impact does not say how many were hurt: a count of requests or customers, or a share of them."));
                }
            }
        }
        var title = notes.isEmpty() ? "The impact has its figures" : "The impact lacks a figure";
        return new Remark("quantified-impact", notes.isEmpty(), title, notes);
    }
}
