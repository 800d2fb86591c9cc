package mayday.review;

/**
 * Something of the run that a writer can take over into the post-mortem.
 *
 * @param id {@code timeline}, {@code hypotheses} or the id of a piece of evidence
 * @param kind what it is, such as {@code chart}; decides its sign on the page
 * @param title on its button
 * @param text what is inserted
 * @param usual the section that it goes to if the writer names none
 */
public record Insert(String id, String kind, String title, String text, Section usual) {}
