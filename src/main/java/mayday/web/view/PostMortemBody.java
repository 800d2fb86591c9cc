package mayday.web.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post-mortem as the API sends it.
 *
 * @param version of the stored draft, to be sent back with a change; 0 while nobody has saved one
 * @param savedBy empty if nobody has saved one, or whoever has is without a name
 * @param savedAt null while nobody has
 * @param postMortem what is written, in the form in which it is sent back
 * @param checks what advice there is about it
 * @param toil one for each action
 * @param compared the same beside what the scenario's author wrote, or what was true
 */
public record PostMortemBody(
        long version,
        String savedBy,
        @Nullable Instant savedAt,
        Object postMortem,
        List<PostMortemView.Check> checks,
        List<Toil> toil,
        PostMortemView.Comparison compared) {
    public PostMortemBody {
        checks = List.copyOf(checks);
        toil = List.copyOf(toil);
    }

    /**
     * The toil view of an action.
     *
     * @param priority {@code high}, {@code medium}, {@code low} or {@code open}
     * @param depth 1 to 4
     */
    public record Toil(String action, String priority, String reason, int depth, String depthTitle, String because) {}

    public static PostMortemBody of(
            long version, String by, @Nullable Instant at, Object postMortem, PostMortemView view) {
        var toil = view.toil().stream()
                .map(row -> new Toil(
                        row.text(), row.priority(), row.reason(), row.depth(), row.depthTitle(), row.because()))
                .toList();
        return new PostMortemBody(version, by, at, postMortem, view.checks(), toil, view.comparison());
    }
}
