package mayday.question;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words and expressions that rules know, all in lower case.
 *
 * @param abbreviations short forms and what they stand for
 * @param courtesies what is said around a question without changing it
 * @param reasons what introduces the reason for a question
 * @param leadIns what introduces a clause that only leads up to a question
 * @param followUps what introduces another thing for which the last question is asked again
 * @param technologies products by name
 * @param services names of services that many systems have
 * @param serviceNouns nouns which make the word beside them the name of a service
 * @param notNames words that name no service even beside such a noun
 * @param ambiguousAliases names of services which are also ordinary words
 * @param languages what services are written in or speak, which does not name them
 * @param places places that people say instead of a region, and how the regions meant by it begin
 * @param otherPlaces places where a system may have no region
 * @param spelt words that are right although no phrasing has them
 * @param glossary terms whose definition somebody may ask for
 * @param faults by id of a fault class, the words that claim it
 * @param commands by id of a dimension, the commands that ask about it
 */
record Lexicon(
        Map<String, String> abbreviations,
        Courtesies courtesies,
        List<String> reasons,
        @JsonProperty("lead-ins") List<String> leadIns,
        @JsonProperty("follow-ups") List<String> followUps,
        List<String> technologies,
        Set<String> services,
        @JsonProperty("service-nouns") Set<String> serviceNouns,
        @JsonProperty("not-names") Set<String> notNames,
        @JsonProperty("ambiguous-aliases") Set<String> ambiguousAliases,
        Set<String> languages,
        Map<String, String> places,
        @JsonProperty("other-places") List<String> otherPlaces,
        Set<String> spelt,
        Set<String> glossary,
        Map<String, List<String>> faults,
        Map<String, List<String>> commands) {

    /** What is said before, after and in the middle of a question: between commas only, or anywhere. */
    record Courtesies(List<String> before, List<String> after, List<String> between, Set<String> anywhere) {}
}
