package mayday.web;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import mayday.drill.Room;
import mayday.journal.Afterword;
import mayday.review.AnswerCheck;
import mayday.review.Repertoire;
import mayday.review.ReviewerQuestions;
import mayday.web.view.Draft;
import mayday.web.view.ReviewerView;
import mayday.web.view.ReviewerView.Given;

/** Where reviewer's questions are asked and answers are taken in, for pages and API alike. */
final class ReviewerDesk {
    /** The stored name of answers; the subject is the question's id, and an empty text a question that was skipped. */
    private static final String ANSWER = "answer";

    static final String TOO_EARLY = "Questions are asked when the incident has ended.";
    static final String NO_QUESTION = "There is no such question here, or the one before it is still open.";

    private final Site site;
    private final Supplier<Repertoire> wording;

    ReviewerDesk(Site site, Supplier<Repertoire> wording) {
        this.site = site;
        this.wording = wording;
    }

    /** The questions about an incident that is over, with the answers so far. */
    ReviewerView view(Context ctx, Room room, Draft draft) {
        var debrief = site.debriefs.of(room);
        var words = wording.get();
        var questions = room.read(incident -> ReviewerQuestions.of(incident, debrief, words));
        return ReviewerView.of(
                room.id(), room.incident(), questions, given(room), words.signs(), site.isOwner(ctx, room), draft);
    }

    private static Map<String, Given> given(Room room) {
        var given = new HashMap<String, Given>();
        for (var afterword : room.afterwords()) {
            if (afterword.kind().equals(ANSWER)) {
                given.put(afterword.subject(), new Given(afterword.body(), afterword.number(), afterword.writtenAt()));
            }
        }
        return given;
    }

    /** The question called so, if it may be answered now. */
    ReviewerView.Asked question(ReviewerView view, String id) {
        return view.strands().stream()
                .flatMap(strand -> strand.questions().stream())
                .filter(asked -> asked.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.notFound(NO_QUESTION));
    }

    /** Only who played it answers for it. */
    void requireOwner(Context ctx, Room room) {
        if (!site.isOwner(ctx, room)) {
            throw new Failure(Failure.Problem.of(
                    "owners-only", 403, "Not yours", "Only the learner who played an incident answers for it."));
        }
    }

    /**
     * Keeps an answer in place of the one before.
     *
     * @param text at most {@link AnswerCheck#MOST_CHARACTERS}; empty: the question is skipped
     * @param known the number of the answer that the writer saw; 0 for none
     */
    Room.Written keep(Context ctx, Room room, String question, String text, long known) {
        return room.write(ANSWER, question, site.learners.of(ctx), text.strip(), known, Afterword.Earlier.GIVES_WAY);
    }
}
