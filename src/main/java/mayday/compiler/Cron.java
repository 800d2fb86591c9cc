package mayday.compiler;

import java.util.regex.Pattern;
import mayday.compiler.Value.Text;

/** The notation of cron, five fields, as far as a job's schedule is shown to people. */
final class Cron {
    private Cron() {}

    private static final String STEP = "(?:\\*|\\d{1,2}(?:-\\d{1,2})?)(?:/\\d{1,2})?";
    private static final String FIELD = STEP + "(?:," + STEP + ")*";
    private static final Pattern SCHEDULE = Pattern.compile(FIELD + "(?: " + FIELD + "){4}");

    static void check(Text schedule, Problems problems) {
        if (!Scalars.isUnusable(schedule) && !SCHEDULE.matcher(schedule.text()).matches()) {
            problems.error(
                    schedule.place(),
                    "bad-schedule",
                    "`" + schedule.text() + "` is not a schedule in cron's notation",
                    "five fields: minute, hour, day of month, month, day of week, such as `0 3 * * *`");
        }
    }
}
