package mayday.web;

import mayday.web.Failure.Problem;

/** What somebody can do who has run into a problem on a page, where its own words do not say so. */
record NextStep(String words, String address, String link) {
    private static final String ALL = "/";
    private static final String TO_ALL = "Back to the incidents";

    /** @param path the address that was asked for */
    static NextStep after(Problem problem, String path) {
        return switch (problem.id()) {
            case "cross-site" -> toAll("Open Mayday at its own address and do it from there.");
            case "damaged" -> toAll("");
            default -> after(problem.status(), path);
        };
    }

    private static NextStep after(int status, String path) {
        return switch (status) {
            case 404 ->
                path.startsWith("/incidents/")
                        ? toAll(
                                "An incident is known to the browser in which it was opened: use that one, or log in if you facilitate.")
                        : toAll(
                                "Perhaps the address was mistyped or is an old one. What there is can be reached from the incidents.");
            case 409 ->
                path.startsWith("/incidents/")
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

    private static NextStep toAll(String words) {
        return new NextStep(words, ALL, TO_ALL);
    }

    /** The page of the incident that a path below it belongs to. */
    private static String room(String path) {
        var end = path.indexOf('/', "/incidents/".length());
        return end < 0 ? path : path.substring(0, end);
    }
}
