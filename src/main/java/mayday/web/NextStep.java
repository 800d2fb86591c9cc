package mayday.web;

import mayday.web.Failure.Problem;

/** What somebody can do who has run into a problem on a page, where its own words do not say so. */
record NextStep(String words, String address, String link) {
    private static final String ALL = "/";
    private static final String TO_ALL = "Back to the incidents";
    private static final String INCIDENTS = "/incidents/";
    private static final String DRILLS = "/drills/";

    /** @param path the address that was asked for */
    static NextStep after(Problem problem, String path) {
        return switch (problem.id()) {
            case "cross-site" -> toAll("Open Mayday at its own address and do it from there.");
            case "damaged" -> toAll("");
            case "facilitators-only" -> notAllowed("If you facilitate, log in, go back and send it again.", path);
            case "no-such-point" ->
                new NextStep("Choose another point in the debrief.", room(path) + "/debrief", "Back to the debrief");
            default -> after(problem.status(), path);
        };
    }

    private static NextStep after(int status, String path) {
        return switch (status) {
            case 404 ->
                path.startsWith(INCIDENTS)
                        ? toAll(
                                "An incident is known to the browser in which it was opened: use that one, or log in if you facilitate.")
                        : toAll(
                                "Perhaps the address was mistyped or is an old one. What there is can be reached from the incidents.");
            case 403 -> notAllowed("Nothing happened.", path);
            case 409 ->
                path.startsWith(INCIDENTS)
                        ? new NextStep(
                                "Go back to the incident and look how it stands now.",
                                room(path),
                                "Back to the incident")
                        : toAll("Go back, load the page again and look how things stand now.");
            case 422, 400 -> toAll("Go back: what you typed is still there. Mend it and send it again.");
            case 429 -> toAll("Nothing happened. Wait a moment, go back and send it again.");
            case 503 -> toAll("Go back in a moment and send it again: what you typed is still there.");
            default -> toAll("");
        };
    }

    /** Who may not do something may still look: only who may see an incident or a drill comes so far. */
    private static NextStep notAllowed(String words, String path) {
        if (path.startsWith(INCIDENTS)) {
            return new NextStep(words, room(path), "Back to the incident");
        }
        return path.startsWith(DRILLS) ? new NextStep(words, under(DRILLS, path), "Back to the drill") : toAll(words);
    }

    private static NextStep toAll(String words) {
        return new NextStep(words, ALL, TO_ALL);
    }

    /** The page of the incident that a path below it belongs to. */
    private static String room(String path) {
        return under(INCIDENTS, path);
    }

    /** The path up to the name that stands next below {@code place}. */
    private static String under(String place, String path) {
        var end = path.indexOf('/', place.length());
        return end < 0 ? path : path.substring(0, end);
    }
}
