package mayday.web.view;

import java.util.List;
import java.util.Locale;
import mayday.compiler.Problem;
import mayday.journal.Misunderstood;
import mayday.proof.Proved;
import mayday.proof.Remarks;
import mayday.scenario.AuthoredQuestion;
import mayday.studio.Checked;
import mayday.studio.ProofsSoFar;

/**
 * A scenario or system on its author's desk.
 *
 * @param path address of its page
 * @param standing as in {@link StudioListView.Row}
 * @param draft whether it says of itself that it is one
 * @param edition number of the present edition; 0 if none was kept
 * @param preview none if it does not compile, or is a system
 */
public record StudioView(
        String id,
        String path,
        String api,
        boolean isScenario,
        String standing,
        boolean draft,
        long edition,
        String changed,
        Desk desk,
        Findings findings,
        List<PreviewView> preview,
        List<Choice> questions,
        List<Misread> misread,
        TestsView tests,
        Notice notice) {
    public StudioView {
        preview = List.copyOf(preview);
        questions = List.copyOf(questions);
        misread = List.copyOf(misread);
    }

    /**
     * The file that is edited.
     *
     * @param file its path within the folder of scenarios
     * @param files all files to choose from
     * @param text as it is shown; what was typed if it could not be saved
     * @param expected digest that it had when it was opened
     * @param remark how it is stored, if that is not the usual way
     * @param unfit why it cannot be edited; empty if it can
     * @param onDisk whether the text is what is on the disk
     */
    public record Desk(
            String file,
            List<Choice> files,
            String text,
            String expected,
            String remark,
            String unfit,
            boolean onDisk) {
        public Desk {
            files = List.copyOf(files);
        }

        public String shortName() {
            return file.substring(file.indexOf('/') + 1);
        }
    }

    /**
     * What is wrong, as far as it is known.
     *
     * @param revision of the text that was checked, to ask for proofs by
     * @param proofs {@code pending}, {@code done} or {@code none}
     * @param remark why there are no proofs; empty if there are
     * @param herrings how red herrings are ruled out, and of which changes nothing is proved, in sentences
     */
    public record Findings(
            List<ProblemView> problems,
            long errors,
            long warnings,
            boolean playable,
            String revision,
            String proofs,
            String remark,
            List<Separation> questions,
            List<Solvable> solvable,
            List<String> herrings) {
        public Findings {
            problems = List.copyOf(problems);
            questions = List.copyOf(questions);
            solvable = List.copyOf(solvable);
            herrings = List.copyOf(herrings);
        }

        public static Findings of(Checked checked) {
            return new Findings(
                    ProblemView.of(checked.problems()),
                    checked.errors(),
                    checked.warnings(),
                    checked.scenario().isPresent() && checked.errors() == 0,
                    checked.sources().revision().digest(),
                    checked.proofs());
        }

        /** Of proofs alone. */
        public static Findings of(String revision, ProofsSoFar proofs) {
            return new Findings(
                    ProblemView.of(proofs.problems()),
                    Checked.count(proofs.problems(), Problem.Severity.ERROR),
                    Checked.count(proofs.problems(), Problem.Severity.WARNING),
                    true,
                    revision,
                    proofs);
        }

        private static List<String> herrings(Proved proved) {
            return Remarks.of(proved).stream()
                    .map(remark -> remark.substring(0, 1).toUpperCase(Locale.ROOT) + remark.substring(1) + ".")
                    .toList();
        }

        private Findings(
                List<ProblemView> problems,
                long errors,
                long warnings,
                boolean playable,
                String revision,
                ProofsSoFar proofs) {
            this(
                    problems,
                    errors,
                    warnings,
                    playable,
                    revision,
                    proofs.state().name().toLowerCase(Locale.ROOT),
                    proofs.remark(),
                    proofs.proved().map(Separation::of).orElse(List.of()),
                    proofs.proved().map(Solvable::of).orElse(List.of()),
                    proofs.proved().map(Findings::herrings).orElse(List.of()));
        }
    }

    /**
     * How well a question separates the causes.
     *
     * @param percent of the widest bar
     * @param groups the causes whose answers look alike, together
     */
    public record Separation(String words, String bits, long percent, List<List<String>> groups) {
        private static final int MOST = 12;

        public Separation {
            groups = groups.stream().map(List::copyOf).toList();
        }

        static List<Separation> of(Proved proved) {
            var most = proved.questions().stream()
                    .mapToDouble(Proved.Separation::bits)
                    .max()
                    .orElse(1);
            return proved.questions().stream()
                    .limit(MOST)
                    .map(each -> new Separation(
                            each.words(),
                            String.format(Locale.ROOT, "%.1f", each.bits()),
                            Math.round(100 * each.bits() / Math.max(most, 0.1)),
                            each.groups().stream()
                                    .map(group -> group.stream()
                                            .map(cause -> cause.value())
                                            .toList())
                                    .toList()))
                    .toList();
        }
    }

    /** How the built-in players fare with a cause. */
    public record Solvable(
            String cause, boolean solved, String took, int questions, int expert, int jumper, int random) {
        static List<Solvable> of(Proved proved) {
            return proved.solvable().stream()
                    .map(each -> new Solvable(
                            each.cause().value(),
                            each.solved(),
                            Format.length(each.took()),
                            each.questions(),
                            each.expert(),
                            each.jumper(),
                            each.random()))
                    .toList();
        }
    }

    /** A question of learners that was not understood. */
    public record Misread(String words, int times, String reply, String then) {
        public static Misread of(Misunderstood question) {
            return new Misread(question.words(), question.times(), question.reply(), question.then());
        }
    }

    /** A question of the scenario's own to which a wording can be added. */
    public static Choice choice(AuthoredQuestion question) {
        return new Choice(question.id().value(), question.id().value());
    }

    /**
     * What became of the last move.
     *
     * @param look {@code ok}, {@code warn} or {@code bad}; empty if there is nothing to say
     * @param theirs digest of what somebody else saved meanwhile; empty if nobody did
     * @param differences from theirs to what was to be saved
     */
    public record Notice(String look, String text, String theirs, List<DiffLine> differences) {
        public static final Notice NONE = new Notice("", "", "", List.of());

        public Notice {
            differences = List.copyOf(differences);
        }

        public static Notice good(String text) {
            return new Notice("ok", text, "", List.of());
        }

        public static Notice bad(String text) {
            return new Notice("bad", text, "", List.of());
        }
    }

    public String health() {
        return standing.equals("broken") ? "bad" : standing.equals("draft") ? "unk" : "ok";
    }
}
