package mayday.review;

import java.util.ArrayList;
import java.util.List;
import mayday.review.Facts.Hurt;
import mayday.review.Remark.Note;

/** The figures in summary and impact are those of the incident, within rounding. */
final class AgreeingFigures implements Checks.Check {
    private static final List<Section> READ = List.of(Section.SUMMARY, Section.IMPACT);

    /** Two percentage points: a share is read off a chart. */
    private static final double READ_OFF = 0.02;

    @Override
    public Remark of(PostMortem written, Facts facts, Wording wording) {
        var notes = new ArrayList<Note>();
        for (var section : READ) {
            var text = written.text(section);
            lengths(text, facts, section, notes);
            requests(text, facts, section, notes);
            budget(text, facts, section, notes);
            shares(text, facts, section, notes);
        }
        var title = notes.isEmpty()
                ? "The figures are those of the incident"
                : notes.size() == 1
                        ? "A figure is not the incident’s"
                        : notes.size() + " figures are not the incident’s";
        return new Remark("agreeing-figures", notes.isEmpty(), title, notes);
    }

    private static void lengths(String text, Facts facts, Section section, List<Note> notes) {
        for (var stated : Figures.lengths(text)) {
            if (facts.lengths().stream().noneMatch(length -> stated.isAbout(length.toMillis() / 1_000.0))) {
                notes.add(Note.in(
                        section,
                        says(section, stated)
                                + switch (facts.hurt()) {
                                    case Hurt.Nobody() -> "no part of this incident took that long.";
                                    case Hurt.Customers hurt ->
                                        "customers were hurt for " + Numbers.length(hurt.length()) + ", from "
                                                + Numbers.at(hurt.from()) + " to " + Numbers.at(hurt.until()) + ".";
                                }));
            }
        }
    }

    private static void requests(String text, Facts facts, Section section, List<Note> notes) {
        for (var stated : Figures.counts(text, true)) {
            if (!stated.isAbout(facts.failedRequests())) {
                notes.add(Note.in(
                        section, says(section, stated) + Numbers.count(facts.failedRequests()) + " requests failed."));
            }
        }
    }

    private static void budget(String text, Facts facts, Section section, List<Note> notes) {
        for (var stated : Figures.budgetShares(text)) {
            if (!stated.isAbout(facts.budgetBurned())) {
                notes.add(Note.in(
                        section,
                        says(section, stated) + Numbers.percent(facts.budgetBurned())
                                + " of the error budget was burned."));
            }
        }
    }

    private static void shares(String text, Facts facts, Section section, List<Note> notes) {
        for (var stated : Figures.requestShares(text)) {
            if (stated.value() > facts.worstRatio() + READ_OFF && !stated.isAbout(facts.worstRatio())) {
                notes.add(Note.in(
                        section,
                        says(section, stated) + "at worst " + Numbers.percent(facts.worstRatio())
                                + " of all requests failed at a time."));
            }
        }
    }

    private static String says(Section section, Stated stated) {
        return section.title() + " says “" + stated.words() + "”; ";
    }
}
