package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mayday.drill.Room;
import mayday.evidence.EvidenceId;
import mayday.incident.ActionId;
import mayday.incident.ActionRequest;
import mayday.incident.Claim;
import mayday.incident.Command;
import mayday.incident.Decision;
import mayday.incident.HintStep;
import mayday.incident.HypothesisId;
import mayday.incident.MessageId;
import mayday.incident.Participant;
import mayday.incident.QuestionId;
import mayday.incident.Stance;
import mayday.incident.Verdict;
import mayday.scenario.Audience;
import mayday.scenario.FaultClass;
import mayday.scenario.Severity;
import mayday.scenario.TeamId;
import mayday.scenario.Words;

/**
 * Moves made with the forms of the pages. With JavaScript the answer is the regions of the page that changed; without it, the page
 * again. A form that cannot be taken comes back with what was typed and what is wrong.
 */
final class Moves {
    private final Site site;
    private final RoomPages pages;
    private final Regions regions;

    Moves(Site site, RoomPages pages, Regions regions) {
        this.site = site;
        this.pages = pages;
        this.regions = regions;
    }

    /** Makes the move; says why if it cannot be made. */
    private interface Attempt {
        Optional<String> make(Room room, Participant by, Form form);
    }

    void acknowledge(Context ctx) {
        move(ctx, MoveForm.ASK, "talk", (room, by, form) -> submit(room, new Command.Acknowledge(by)));
    }

    void ask(Context ctx) {
        move(ctx, MoveForm.ASK, "talk", (room, by, form) -> {
            var words = form.field("text").strip();
            var most = mayday.incident.Limits.QUESTION_CHARACTERS;
            return words.length() > most
                    ? Optional.of(
                            "A question has at most " + most + " characters; this one has " + words.length() + ".")
                    : words.isEmpty() ? Optional.of("Write a question first.") : reason(room.ask(by, words));
        });
    }

    void act(Context ctx) {
        var kind = ctx.pathParam("kind");
        move(ctx, MoveForm.ACT, "acts", (room, by, form) -> {
            var reading = ActionRequest.parse(room.incident().scenario(), kind, form.field("target"), form.arguments());
            return switch (reading) {
                case ActionRequest.Rejected(var where, var refusal) -> Optional.of(refusal.reason());
                case ActionRequest.Parsed(var action) -> {
                    var reason = submit(room, new Command.Act(by, action, form.field("expectation")));
                    if (reason.isEmpty()) {
                        site.debriefs.expect(room);
                    }
                    yield reason;
                }
            };
        });
    }

    void cancel(Context ctx) {
        var id = new ActionId(ctx.pathParam("aid"));
        move(ctx, MoveForm.ASK, "acts", (room, by, form) -> submit(room, new Command.CancelAction(by, id)));
    }

    void state(Context ctx) {
        move(ctx, MoveForm.HYPOTHESIS, "hyps", (room, by, form) -> {
            var faultClass =
                    Words.parse(FaultClass.class, form.field("faultClass")).orElse(FaultClass.OTHER);
            return submit(
                    room,
                    new Command.StateHypothesis(
                            by,
                            form.field("text").strip(),
                            faultClass,
                            form.field("target").strip(),
                            form.whole("confidence")));
        });
    }

    void revise(Context ctx) {
        var id = new HypothesisId(ctx.pathParam("hid"));
        move(
                ctx,
                MoveForm.ASK,
                "hyps",
                (room, by, form) -> submit(room, new Command.ReviseHypothesis(by, id, form.whole("confidence"))));
    }

    void judge(Context ctx) {
        var id = new HypothesisId(ctx.pathParam("hid"));
        move(ctx, MoveForm.JUDGE, "hyps", (room, by, form) -> {
            var because = form.all("because").stream().map(EvidenceId::new).toList();
            return Words.parse(Verdict.class, form.field("status"))
                    .map(verdict -> submit(room, new Command.JudgeHypothesis(by, id, verdict, because)))
                    .orElse(Optional.of("Choose whether it is open, ruled out or confirmed."));
        });
    }

    void link(Context ctx) {
        var evidence = new EvidenceId(ctx.pathParam("eid"));
        move(ctx, MoveForm.LINK, "board", (room, by, form) -> {
            var hypothesis = new HypothesisId(form.field("hypothesis"));
            return Words.parse(Stance.class, form.field("stance"))
                    .map(stance -> submit(room, new Command.LinkEvidence(by, hypothesis, evidence, stance)))
                    .orElse(Optional.of("Choose whether it speaks for or against."));
        });
    }

    void pin(Context ctx) {
        var evidence = new EvidenceId(ctx.pathParam("eid"));
        move(
                ctx,
                MoveForm.ASK,
                "board",
                (room, by, form) -> submit(
                        room,
                        new Command.PinEvidence(
                                by, evidence, !form.field("pinned").equals("no"))));
    }

    void severity(Context ctx) {
        move(
                ctx,
                MoveForm.SEVERITY,
                "talk",
                (room, by, form) -> Severity.parse(form.field("severity"))
                        .map(severity -> submit(room, new Command.DeclareSeverity(by, severity)))
                        .orElse(Optional.of("Choose a severity.")));
    }

    void update(Context ctx) {
        move(
                ctx,
                MoveForm.UPDATE,
                "talk",
                (room, by, form) -> Words.parse(Audience.class, form.field("audience"))
                        .map(audience -> tell(
                                room, form, claims -> new Command.PostUpdate(by, audience, form.field("text"), claims)))
                        .orElse(Optional.of("Choose who is to read it.")));
    }

    void reply(Context ctx) {
        var message = new MessageId(ctx.pathParam("mid"));
        move(
                ctx,
                MoveForm.REPLY,
                "talk",
                (room, by, form) ->
                        tell(room, form, claims -> new Command.Reply(by, message, form.field("text"), claims)));
    }

    /** Takes the dearer way to the answer of a question whose tool is down. */
    void takeFallback(Context ctx) {
        var question = new QuestionId(ctx.pathParam("qid"));
        move(ctx, MoveForm.ASK, "talk", (room, by, form) -> submit(room, new Command.TakeFallback(by, question)));
    }

    private static Optional<String> tell(Room room, Form form, Function<List<Claim>, Command> command) {
        var chosen = ChosenClaims.of(form.some(ChosenClaims.FIELDS), room.now());
        return chosen.mistakes().stream()
                .findFirst()
                .map(mistake -> mistake.pointer() + " " + mistake.detail() + ".")
                .or(() -> submit(room, command.apply(chosen.claims())));
    }

    void escalate(Context ctx) {
        move(
                ctx,
                MoveForm.ESCALATE,
                "talk",
                (room, by, form) ->
                        submit(room, new Command.Escalate(by, new TeamId(form.field("team")), form.field("text"))));
    }

    void waitOn(Context ctx) {
        move(
                ctx,
                MoveForm.WAIT,
                "talk",
                (room, by, form) -> submit(room, new Command.Wait(by, Duration.ofSeconds(form.whole("seconds")))));
    }

    /** Takes the step whose price was shown. */
    void hint(Context ctx) {
        move(
                ctx,
                MoveForm.HINT,
                "talk",
                (room, by, form) -> HintStep.of(form.whole("step"))
                        .map(step -> reason(room.hint(by, step)))
                        .orElse(Optional.of("Look at the price of the next hint first, and take it from there.")));
    }

    /** Ends the run: always with a new page, the debrief. */
    void close(Context ctx) {
        move(ctx, MoveForm.CLOSE, "talk", (room, by, form) -> {
            var reason = submit(room, new Command.Close(by, form.field("statement")));
            site.debriefs.prepare(room);
            return reason;
        });
    }

    private static Optional<String> submit(Room room, Command command) {
        return reason(room.submit(command));
    }

    private static Optional<String> reason(Decision decision) {
        return switch (decision) {
            case Decision.Accepted _ -> Optional.empty();
            case Decision.Refused refused -> Optional.of(refused.refusal().reason());
        };
    }

    private void move(Context ctx, MoveForm shown, String tab, Attempt attempt) {
        var room = site.room(ctx);
        var form = Form.of(ctx);
        var mistake = form.mistake().or(() -> attempt.make(room, site.mover(ctx, room), form));
        if (mistake.isEmpty()) {
            done(ctx, room, tab);
        } else {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            again(ctx, room, shown, form, mistake.get());
        }
    }

    private void done(Context ctx, Room room, String tab) {
        if (room.incident().isOver()) {
            leave(ctx, "/incidents/" + room.id() + "/debrief");
        } else if (RoomPages.isFragment(ctx)) {
            ctx.header("HX-Trigger", "moved");
            var changed = String.join(
                    "", regions.of(site.kept.of(room).rendered(room)).values());
            ctx.html(changed + regions.mistake("ask-error", ""));
        } else {
            ctx.redirect("/incidents/" + room.id() + "?tab=" + tab, HttpStatus.SEE_OTHER);
        }
    }

    private static void leave(Context ctx, String address) {
        if (RoomPages.isFragment(ctx)) {
            ctx.header("HX-Redirect", address);
        } else {
            ctx.redirect(address, HttpStatus.SEE_OTHER);
        }
    }

    private void again(Context ctx, Room room, MoveForm shown, Form form, String mistake) {
        var draft = form.draft(shown.id(), mistake);
        if (shown != MoveForm.ASK) {
            pages.form(ctx, room, shown, draft);
        } else if (RoomPages.isFragment(ctx)) {
            ctx.html(regions.mistake("ask-error", mistake));
        } else {
            pages.room(ctx, room, draft);
        }
    }
}
